/** The built modscope on a small module, with a go that writes down each of its runs: what is attacked. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fakeGo } from '../support/fake-go.ts';
import { commit, makeRepository } from '../support/repository.ts';
import type { Target } from './request.ts';

/** The path of the module on show: only those may see it who are let in. */
export const secret = 'secret.example/project';

export interface Victim extends Target {
  /** Runs of go so far, each with its arguments. */
  readonly runs: () => readonly string[];
  /** What modscope has said on stdout and stderr. */
  readonly said: () => string;
  readonly isAlive: () => boolean;
  /** State of the load as /api/health tells it to who has the token; throws when it does not answer. */
  readonly state: () => Promise<string>;
  readonly end: () => Promise<void>;
}

/** Starts `main` (dist/main.js) and waits for its first load. */
export async function startVictim(main: string): Promise<Victim> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'modscope-hostile-'));
  const log = path.join(folder, 'runs.log');
  // In a repository, so that names of revisions come to git.
  makeRepository(folder);
  commit(folder, 'v1.0.0', { 'go.mod': `module ${secret}\n\ngo 1.21\n` });
  const go = fakeGo(
    folder,
    `echo "$@" >> ${log}\ncase "$1 $2" in "mod graph") echo "${secret} go@1.21";; esac\nexit 0`,
    'fake-go',
  );
  const child = spawn(process.execPath, [main, 'serve', folder, '--go', go, '--offline', '--no-open', '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (words: string) => (said += words));
  const url = await addressOf(child);
  const target = { port: Number(url.port), token: url.searchParams.get('token') ?? '' };
  const state = async (): Promise<string> => {
    const answer = await fetch(`${url.origin}/api/health`, { headers: { Authorization: `Bearer ${target.token}` } });
    return /"state":\{"type":"(\w+)"/.exec(await answer.text())?.[1] ?? `status ${answer.status}`;
  };
  // Packages are listed once the graph is up: quiet for a second is done.
  const runs = (): string[] => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []);
  for (let known = -1; (await state()) === 'loading' || known !== runs().length;) {
    known = runs().length;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  return {
    ...target,
    runs,
    said: () => said,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    state,
    end: async () => {
      child.kill('SIGTERM');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function addressOf({ stdout }: ChildProcess): Promise<URL> {
  if (stdout === null) throw new Error('modscope has no stdout');
  for await (const line of createInterface(stdout)) {
    const url = /"url":"([^"]+)"/.exec(line)?.[1];
    if (url !== undefined) return new URL(url);
  }
  throw new Error('modscope ended without an address');
}
