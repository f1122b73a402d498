/** What never comes: standard input that stays open, a FIFO that nobody writes to. A signal ends the wait, and a checkout cannot begin one. */
import { execFileSync, spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { modscopeProgram } from '../support/program.ts';
import { temporaryFolder } from '../support/tree.ts';
import { keptFolder, layOut } from '../support/tree-state.ts';

const kept = keptFolder();
let program = '';
beforeAll(async () => {
  program = await modscopeProgram(path.join(kept.folder, 'bin'));
});
afterAll(kept.remove);

let folder: string;
let pipe: string;
beforeEach(() => {
  folder = layOut(temporaryFolder(), { 'go.mod': 'module example.com/m\n\ngo 1.21\n' });
  pipe = path.join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
});

/** After a minute it has hung, and is killed. */
function run(args: readonly string[], options: SpawnOptions) {
  const child = spawn(process.execPath, [program, ...args], { cwd: folder, ...options });
  const hung = setTimeout(() => child.kill('SIGKILL'), 60_000);
  const ended = once(child, 'exit').then(([status]: unknown[]) => {
    clearTimeout(hung);
    return status;
  });
  return { child, ended };
}

it.each([
  ['standard input', '-', 'SIGINT', 130],
  ['standard input', '-', 'SIGTERM', 143],
  ['a FIFO', 'pipe', 'SIGINT', 130],
  ['a FIFO', 'pipe', 'SIGTERM', 143],
] as const)('%s (%s): %s ends it with status %i', async (_, name, signal, status) => {
  const { child, ended } = run(['list', '--snapshot', name], { stdio: ['pipe', 'ignore', 'ignore'] });
  // By then it waits.
  await sleep(1000);
  child.kill(signal);
  expect(await ended).toBe(status);
});

it.each([
  ['the policy', ['check'], 'modscope.config.json'],
  ['its baseline', ['check'], 'baseline.json'],
  ['a snapshot that is checked', ['snapshot', '--check', 'deps.json'], 'deps.json'],
  ['a picture that is checked', ['export', '--check', '-o', 'deps.svg'], 'deps.svg'],
])('%s that is a link to a FIFO is refused', async (_, argv, name) => {
  if (name === 'baseline.json') writeFileSync(path.join(folder, 'modscope.config.json'), `{"baseline": "${name}"}`);
  execFileSync('ln', ['-s', pipe, path.join(folder, name)]);
  const { child, ended } = run(argv, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  expect(await ended).toBe(4);
  expect(said).toContain(`${name} is no regular file.`);
});

it('a baseline named - is a file, not standard input', async () => {
  writeFileSync(path.join(folder, 'modscope.config.json'), '{"baseline": "-"}');
  const { ended } = run(['check'], { stdio: ['pipe', 'ignore', 'ignore'] });
  expect(await ended).toBe(4);
});
