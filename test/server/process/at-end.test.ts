/** What a process that ends leaves behind: no child process and no scratch folder, whichever way it ends. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { endingSignals } from '../../../server/process/at-end.ts';
import { fakeGo } from '../../support/fake-go.ts';
import { isAlive } from '../../support/processes.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';

const loader = fileURLToPath(new URL('../../support/load-and-wait.ts', import.meta.url));

/** The loader as a program of its own, bundled: Node 20 reads no TypeScript. */
async function program(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: { ssr: loader, target: 'node20', outDir: folder, emptyOutDir: false },
    ssr: { noExternal: true },
  });
  const [file = ''] = readdirSync(folder).filter((name) => name.startsWith('load-and-wait'));
  return path.join(folder, file);
}

describe('when modscope is ended in the middle of a load', () => {
  it.each(endingSignals)('%s leaves no child and no scratch folder', async (signal) => {
    const folder = temporaryFolder();
    const temporary = path.join(folder, 'tmp');
    layOut(folder, {
      'module/go.mod': 'module example.com/m\n\ngo 1.21\n',
      'tmp/x': '',
      'bin/package.json': '{"type":"module"}',
    });
    const file = await program(path.join(folder, 'bin'));
    const pids = path.join(folder, 'pids');
    const go = fakeGo(folder, `trap '' TERM; echo $$ >> ${pids}; echo started >&2; while :; do sleep 0.05; done`);
    const child = spawn(process.execPath, [file, path.join(folder, 'module'), go], {
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // It prints a line when the phases run.
    await once(child.stdout, 'data');
    while (!existsSync(pids) || readFileSync(pids, 'utf8').split('\n').length < 4) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([null, signal]);
    expect(readdirSync(temporary)).toEqual(['x']);
    const left = readFileSync(pids, 'utf8').trim().split('\n');
    // SIGKILL has been sent; the system takes a moment to act on it. Hangs, and fails by the time limit, if one lives on.
    while (left.some(isAlive)) await new Promise((resolve) => setTimeout(resolve, 20));
  });
});
