/** Started in a folder that was deleted: told in words, not as a mistake of ours. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { modscopeProgram } from '../support/program.ts';
import { keptFolder } from '../support/tree-state.ts';

const kept = keptFolder();
let program = '';
beforeAll(async () => {
  program = await modscopeProgram(path.join(kept.folder, 'bin'));
});
afterAll(kept.remove);

it.each([
  [['list'], 2, 'There is no folder '],
  [['doctor'], 2, 'There is no folder '],
  [['list', '--snapshot', 'deps.json'], 4, 'gone/deps.json cannot be read'],
  [['--version'], 0, ''],
] as const)('%j ends with status %i', (argv, status, words) => {
  const gone = path.join(kept.folder, 'gone');
  mkdirSync(gone);
  const shell = 'cd "$0" && rmdir "$0" && exec "$@"';
  const ran = spawnSync('sh', ['-c', shell, gone, process.execPath, program, ...argv], { encoding: 'utf8' });
  expect(ran.stderr).toContain(words);
  expect(ran.status).toBe(status);
});
