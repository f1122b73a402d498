/** `modscope serve` in this process, and a program that asks it. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { Interrupted } from '../../cli/io.ts';
import type { ServerEvent } from '../../graph/wire.ts';
import { temporaryFolder } from '../support/tree.ts';
import { modscope, type Ran } from '../cli/run.ts';

export interface Serving {
  readonly url: URL;
  readonly token: string;
  /** Asks with the token. */
  ask(path: string, options?: RequestInit): Promise<Response>;
  refresh(): Promise<void>;
  /**
   * The first event from now on of which `holds` is true: also one that the next load follows at once. Resolves when the
   * stream is open, with the promise of the event.
   */
  listen(holds: (event: ServerEvent) => boolean): Promise<{ readonly event: Promise<ServerEvent> }>;
  /** The state once `holds` is true of it; asked for again and again. */
  until(holds: (state: ServerEvent) => boolean): Promise<ServerEvent>;
  /** The same, once no load runs and the state is newer than that of `before`. */
  settled(before?: ServerEvent): Promise<ServerEvent>;
  /** The state once a graph is up and all that is asked for later has been told, or has failed. */
  quiet(): Promise<ServerEvent>;
  /** Ends it by a signal. */
  end(by?: NodeJS.Signals): Promise<Ran>;
}

const told = v.object({ url: v.string(), pid: v.number() });

/** Answers to /api/health are written by ourselves: the type says what is in them. */
async function stateOf(answer: Response): Promise<ServerEvent> {
  const { state } = (await answer.json()) as { state: ServerEvent };
  return state;
}

/** The first event of a stream of which `holds` is true; the stream is left then. */
async function firstOf({ body }: Response, holds: (event: ServerEvent) => boolean): Promise<ServerEvent> {
  if (body === null) throw new Error('the stream of events has no body');
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) {
      if (!line.startsWith('data:')) continue;
      const event = JSON.parse(line.slice('data:'.length)) as ServerEvent;
      if (holds(event)) return event;
    }
  }
  throw new Error('the stream of events ended without the one that was waited for');
}

/** Resolves once the address is printed. `argv`: what follows `modscope serve`. */
export async function serving(argv: readonly string[]): Promise<Serving> {
  const pageFolder = temporaryFolder();
  writeFileSync(path.join(pageFolder, 'index.html'), '<!doctype html><title>page</title>');
  const controller = new AbortController();
  let ran: Promise<Ran> | undefined;
  const line = await new Promise<string>((resolve, reject) => {
    ran = modscope(['serve', '--no-open', '--json', '--port', '0', ...argv], {
      pageFolder,
      signal: controller.signal,
      onOut: resolve,
    });
    void ran.then(({ status, err }) => {
      reject(new Error(`modscope ended with ${status}: ${err}`));
    });
  });
  const url = new URL(v.parse(told, JSON.parse(line)).url);
  const token = url.searchParams.get('token') ?? '';
  const ask = (where: string, options: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(options.headers);
    headers.set('Authorization', `Bearer ${token}`);
    return fetch(new URL(where, url), { ...options, headers });
  };
  const until = async (holds: (state: ServerEvent) => boolean): Promise<ServerEvent> => {
    for (;;) {
      const state = await stateOf(await ask('/api/health'));
      if (holds(state)) return state;
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  };
  return {
    url,
    token,
    ask,
    until,
    listen: async (holds) => ({ event: firstOf(await ask('/api/events'), holds) }),
    refresh: async () => {
      const headers = { 'Content-Type': 'application/json' };
      const { status } = await ask('/api/refresh', { method: 'POST', headers, body: '{}' });
      if (status !== 202) throw new Error(`refresh was answered with ${status}`);
    },
    settled: (before) => {
      const old = before === undefined ? '' : JSON.stringify(before);
      return until((state) => state.type !== 'loading' && JSON.stringify(state) !== old);
    },
    quiet: () =>
      until(
        (state) =>
          state.type === 'ready' &&
          state.later !== undefined &&
          state.later.length > 0 &&
          state.later.every((phase) => phase.state !== 'running'),
      ),
    end: async (by = 'SIGTERM') => {
      controller.abort(new Interrupted(by));
      if (ran === undefined) throw new Error('it was never started');
      return ran;
    },
  };
}
