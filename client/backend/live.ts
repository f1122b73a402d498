/** Data from the server that this page came from: snapshot with ETag, server-sent events, refresh and cancel. */
import { Fault } from '../../graph/fault.ts';
import { readSnapshot } from '../../graph/snapshot/read.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import { readCompared, readRevisions } from './answers.ts';
import type { Backend } from './backend.ts';
import type { WhatIfReader } from './what-if-events.ts';
import { readDiagnosis } from './diagnosis.ts';
import { readFault } from './events.ts';
import { type StreamBrowser, watchEvents } from './stream.ts';
import { faultText } from '../words/faults.ts';

/** What of the browser is needed; a test hands in its own. */
export interface Browser extends StreamBrowser {
  readonly fetch: typeof fetch;
}

export function liveBackend(browser: Browser): Backend {
  let known: { readonly etag: string; readonly snapshot: Snapshot } | undefined;
  let reader: WhatIfReader | undefined;

  async function snapshot(signal: AbortSignal): Promise<Snapshot> {
    const headers: HeadersInit = known === undefined ? {} : { 'If-None-Match': known.etag };
    // The page keeps the snapshot itself: the browser need not keep its text too.
    const answer = await ask(browser, '/api/snapshot', { headers, signal, cache: 'no-store' });
    if (answer.status === 304 && known !== undefined) return known.snapshot;
    const read = readSnapshot(await answer.text());
    const etag = answer.headers.get('ETag');
    known = etag === null ? undefined : { etag, snapshot: read };
    return read;
  }

  return {
    live: true,
    snapshot,
    watch: (listener) => watchEvents(browser, listener),
    refresh: () => post(browser, '/api/refresh'),
    cancel: () => post(browser, '/api/cancel'),
    picture: async ({ redact: _redact, ...asked }) => {
      const answer = await ask(browser, '/api/export', jsonPost(asked));
      return answer.blob();
    },
    doctor: async (signal) => {
      const answer = await ask(browser, '/api/doctor', { signal, cache: 'no-store' });
      return readDiagnosis(await answer.text());
    },
    revisions: async (signal) => {
      const answer = await ask(browser, '/api/revisions', { signal, cache: 'no-store' });
      return readRevisions(await answer.text());
    },
    whatIf: async (question, signal, tell) => {
      const { WhatIfReader } = await import('./what-if-events.ts');
      const events = (reader ??= new WhatIfReader());
      const answer = await ask(browser, '/api/what-if', {
        ...jsonPost({ ...question, knows: events.knows }),
        headers: { 'Content-Type': 'application/json', Accept: 'application/x-ndjson' },
        signal,
      });
      await readLines(answer, (line) => {
        tell(events.read(line));
      });
    },
    diff: async (base, signal) => {
      const answer = await ask(browser, '/api/diff', { ...jsonPost({ base }), signal });
      return readCompared(await answer.text());
    },
    versions: async (module, signal) => {
      const path = `/api/versions?module=${encodeURIComponent(module)}`;
      const answer = await ask(browser, path, { signal, cache: 'no-store' });
      const { readVersions } = await import('./versions-answer.ts');
      return readVersions(await answer.text());
    },
  };
}

/** Calls with each line of a body, as it comes. */
async function readLines(answer: Response, onLine: (line: string) => void): Promise<void> {
  if (answer.body === null) return;
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = `${rest}${read.value}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  }
  if (rest !== '') onLine(rest);
}

async function post(browser: Browser, path: string): Promise<void> {
  await ask(browser, path, jsonPost({}));
}

function jsonPost(body: object): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/** An answer that is fine or 304. Throws the server's own Fault, or one that says that it does not answer. */
async function ask(browser: Browser, path: string, options: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await browser.fetch(path, { credentials: 'same-origin', ...options });
  } catch (error) {
    if (options.signal?.aborted === true) throw error;
    throw new Fault('not-found', faultText.noAnswer, {
      hint: faultText.startAgain,
      cause: error,
    });
  }
  if (answer.ok || answer.status === 304) return answer;
  const fault = readFault(await answer.text());
  if (fault === undefined) throw new Fault('defect', faultText.status(answer.status, path));
  throw new Fault(fault.code, fault.message, {
    ...(fault.hint === undefined ? {} : { hint: fault.hint }),
    ...(fault.detail === undefined ? {} : { detail: fault.detail }),
  });
}
