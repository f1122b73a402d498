/** Every way an editor, git or go saves a file is seen once, and what changes nothing is not. */
import { renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { decisiveNames, fingerprint } from '../../../server/project/fingerprint.ts';
import { watchProject } from '../../../server/project/watch.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';

/** Longer than a change takes to settle: what has not been told by then will not be. */
const quiet = 700;

async function watched(seen?: (folder: string) => readonly string[], names?: readonly string[]) {
  const folder = layOut(temporaryFolder(), { 'go.mod': 'module a\n', 'go.sum': 'x\n', 'sub/go.mod': 'module b\n' });
  const onChange = vi.fn();
  const stop = watchProject([folder], onChange, seen?.(folder), names);
  onTestFinished(stop);
  if (seen === undefined) await sleep(quiet);
  return { file: (name: string) => path.join(folder, name), onChange, stop };
}

/** Waits for the call, then long enough to see a second one. */
async function toldOnce(onChange: ReturnType<typeof vi.fn>): Promise<void> {
  await vi.waitFor(
    () => {
      expect(onChange).toHaveBeenCalled();
    },
    { timeout: 60_000 },
  );
  await sleep(quiet);
  expect(onChange).toHaveBeenCalledTimes(1);
}

describe('watchProject', () => {
  it('tells of what stands in the place of go.mod, and of its go.sum', async () => {
    const { file, onChange } = await watched(undefined, decisiveNames('/anywhere/local.mod'));
    writeFileSync(file('local.mod'), 'module a\n');
    await toldOnce(onChange);
    onChange.mockClear();
    writeFileSync(file('local.sum'), 'y\n');
    await toldOnce(onChange);
    onChange.mockClear();
    writeFileSync(file('other.mod'), 'module a\n');
    await sleep(2 * quiet);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('tells a file that is written anew, in three steps, once', async () => {
    const { file, onChange } = await watched();
    writeFileSync(file('go.mod'), '');
    await sleep(50);
    writeFileSync(file('go.mod'), 'module a\n\n');
    await sleep(50);
    writeFileSync(file('go.mod'), 'module a\n\ngo 1.21\n');
    await toldOnce(onChange);
  });

  it('tells a file that is replaced by a rename', async () => {
    const { file, onChange } = await watched();
    writeFileSync(file('go.mod.tmp'), 'module c\n');
    renameSync(file('go.mod.tmp'), file('go.mod'));
    await toldOnce(onChange);
    onChange.mockClear();
    writeFileSync(file('go.mod.tmp'), 'module d\n');
    renameSync(file('go.mod.tmp'), file('go.mod'));
    await toldOnce(onChange);
  });

  it('tells a file that is deleted, and told again when it comes back', async () => {
    const { file, onChange } = await watched();
    rmSync(file('go.sum'));
    await toldOnce(onChange);
    onChange.mockClear();
    writeFileSync(file('go.sum'), 'x\n');
    await toldOnce(onChange);
  });

  it('tells a go.work that is new', async () => {
    const { file, onChange } = await watched();
    writeFileSync(file('go.work'), 'go 1.21\n');
    await toldOnce(onChange);
  });

  it('says nothing when the content is the same, of other files, or of folders below', async () => {
    const { file, onChange } = await watched();
    writeFileSync(file('go.mod'), 'module a\n');
    utimesSync(file('go.mod'), new Date(0), new Date(0));
    rmSync(file('go.sum'));
    writeFileSync(file('go.sum'), 'x\n');
    writeFileSync(file('main.go'), 'package main\n');
    writeFileSync(file('sub/go.mod'), 'module c\n');
    await sleep(2 * quiet);
    expect(onChange).not.toHaveBeenCalled();
  });

  it('tells what changed between the beginning of the load and that of the watch', async () => {
    const { onChange } = await watched((folder) => {
      const before = fingerprint([folder]);
      writeFileSync(path.join(folder, 'go.mod'), 'module changed\n');
      return before;
    });
    await toldOnce(onChange);
  });

  it('says nothing after it was stopped, even of a change before', async () => {
    const { file, onChange, stop } = await watched();
    writeFileSync(file('go.mod'), 'module c\n');
    await stop();
    await sleep(quiet);
    expect(onChange).not.toHaveBeenCalled();
  });
});
