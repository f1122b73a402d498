/** modscope is killed in a way that nobody can catch, or by signals of every kind: what it started, and what that started, ends with it. */
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changingGo, fakeMod } from '../support/fake-go.ts';
import { isAlive } from '../support/processes.ts';
import { modscopeProgram, start } from '../support/program.ts';
import { temporaryFolder } from '../support/tree.ts';
import { keptFolder, layOut } from '../support/tree-state.ts';

const kept = keptFolder();
let program = '';
beforeAll(async () => {
  program = await modscopeProgram(path.join(kept.folder, 'bin'));
});
afterAll(kept.remove);

/** A child and a grandchild that ignore what they can, and tell their numbers. */
const stubborn = (pids: string): string =>
  `trap '' TERM INT HUP QUIT ABRT; sh -c "trap '' TERM INT HUP QUIT ABRT; echo \\$\\$ >> '${pids}'; while :; do sleep 0.05; done" & echo $$ >> '${pids}'; while :; do sleep 0.05; done`;

/** Waits until there are `count` numbers in the file; one that does not come fails by the time limit of the test. */
async function begun(pids: string, count: number): Promise<string[]> {
  for (;;) {
    const found = existsSync(pids) ? readFileSync(pids, 'utf8').split('\n').slice(0, -1) : [];
    if (found.length >= count) return found;
    await sleep(20);
  }
}

/** Fails by the time limit of the test when one lives on. */
async function ended(pids: readonly string[]): Promise<void> {
  while (pids.some(isAlive)) await sleep(20);
}

// What may end a process from outside: those that are heard, those that nobody hears, and what the system does to one that is wrong.
describe.each(['SIGKILL', 'SIGQUIT', 'SIGABRT', 'SIGSEGV', 'SIGUSR2', 'SIGALRM'] as const)('%s', (signal) => {
  it('to modscope ends every go, and what it started; the next start removes its scratch folder', async () => {
    const folder = temporaryFolder();
    const temporary = path.join(folder, 'tmp');
    mkdirSync(temporary);
    const go = changingGo(folder);
    const pids = path.join(folder, 'pids');
    const dir = layOut(path.join(folder, 'module'), { 'go.mod': fakeMod });
    go.does(stubborn(pids));
    const child = start(program, ['list', dir, '--go', go.file], { TMPDIR: temporary });
    // mod edit, mod graph and list -m with a child each.
    const started = await begun(pids, 6);
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
    await ended(started);
    go.works();
    const next = start(program, ['list', dir, '--go', go.file], { TMPDIR: temporary });
    expect(await once(next, 'exit')).toEqual([0, null]);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

it('a git that hangs ends with modscope, too', async () => {
  const folder = temporaryFolder();
  const pids = path.join(folder, 'pids');
  const bin = path.join(folder, 'bin');
  const dir = layOut(path.join(folder, 'module'), { 'go.mod': fakeMod, '.git/HEAD': 'ref: refs/heads/main\n' });
  mkdirSync(bin);
  writeFileSync(path.join(bin, 'git'), `#!/bin/sh\n${stubborn(pids)}\n`, { mode: 0o755 });
  const env = { PATH: `${bin}:${process.env['PATH'] ?? ''}` };
  const child = start(program, ['diff', '-C', dir], env);
  const started = await begun(pids, 2);
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
  await ended(started);
});

it('what has left the group of its go, as a server that was started in passing, ends too', async () => {
  const folder = temporaryFolder();
  const go = changingGo(folder);
  const pids = path.join(folder, 'pids');
  const dir = layOut(path.join(folder, 'module'), { 'go.mod': fakeMod });
  go.does(`setsid sh -c "echo \\$\\$ >> '${pids}'; while :; do sleep 0.05; done" & wait`);
  const child = start(program, ['list', dir, '--go', go.file], {});
  const started = await begun(pids, 3);
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
  await ended(started);
});

it('one that ends by itself is waited for by nobody, and takes its watcher with it', async () => {
  const folder = temporaryFolder();
  const go = changingGo(folder);
  const dir = layOut(path.join(folder, 'module'), { 'go.mod': fakeMod });
  const before = watchers();
  const child = start(program, ['list', dir, '--go', go.file], {});
  expect(await once(child, 'exit')).toEqual([0, null]);
  const ours = [...watchers()].filter((pid) => !before.has(pid) && parentOf(pid) === String(child.pid));
  await ended(ours);
});

/** Processes that run the watcher's script. */
function watchers(): Set<string> {
  return new Set(
    readdirSync('/proc').filter((name) => {
      if (!/^\d+$/.test(name)) return false;
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8').startsWith('/bin/sh\0-c\0trap');
      } catch {
        return false;
      }
    }),
  );
}

function parentOf(pid: string): string | undefined {
  try {
    return / [A-Z] (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
