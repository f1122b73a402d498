/** Snapshot files, recorded output and samples: read, cross-checked, and refused in words. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writeSnapshot } from '../../../graph/snapshot/write.ts';
import type { Phase } from '../../../graph/wire.ts';
import { load } from '../../../server/project/load.ts';
import { listSamples } from '../../../server/project/samples.ts';
import { defaultLoad, type Loaded, type Source } from '../../../server/project/types.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';

const recorded = fileURLToPath(new URL('../../../samples/recorded/', import.meta.url));

async function loaded(source: Source, onPhases: (phases: readonly Phase[]) => void = () => undefined): Promise<Loaded> {
  return load(source, defaultLoad, onPhases, new AbortController().signal);
}

describe('a sample', () => {
  const recordings = listSamples().filter(({ kind }) => kind !== 'made-up');

  it.each(recordings.map(({ name }) => name))('%s loads, and agrees with what go list printed', async (name) => {
    let phases: readonly Phase[] = [];
    const { run, snapshot, folders, fault } = await loaded({ kind: 'sample', name }, (now) => {
      phases = now;
    });
    expect(fault).toBeUndefined();
    expect(run).toMatchObject({ source: `sample ${name}`, crossCheck: 'same' });
    expect(run).not.toHaveProperty('go');
    expect(folders).toEqual([]);
    expect(snapshot.problems).toEqual([]);
    expect(phases).toMatchObject([{ name: 'read', state: 'done' }]);
  });

  it('that is made up is a snapshot, and says which sample it is', async () => {
    const { run, snapshot } = await loaded({ kind: 'sample', name: 'gallery' });
    expect(run).toMatchObject({ source: 'sample gallery', crossCheck: 'none' });
    expect(snapshot.mains.map((main) => main.path)).toEqual(['example.com/gallery']);
  });

  it('of a workspace has its nine modules and its go.work', async () => {
    const { snapshot } = await loaded({ kind: 'sample', name: 'etcd' });
    expect(snapshot.mains).toHaveLength(9);
    expect(snapshot.work?.use).toHaveLength(9);
  });

  it('that is not there: the names of those that are', async () => {
    await expect(loaded({ kind: 'sample', name: 'nosuch' })).rejects.toMatchObject({
      code: 'usage',
      hint: expect.stringContaining('kubectl') as string,
    });
  });
});

describe('recorded output', () => {
  const graph = path.join(recorded, 'echo/graph.txt');
  const list = path.join(recorded, 'echo/list.json');
  const mod = path.join(recorded, 'echo/go.mod');

  it('is the graph alone, or with list and go.mod; a .gz is unpacked', async () => {
    const alone = await loaded({ kind: 'recorded', graph });
    expect(alone.run).toMatchObject({ source: 'graph.txt', crossCheck: 'none' });
    const whole = await loaded({ kind: 'recorded', graph, list, mod });
    expect(whole.run.crossCheck).toBe('same');
    expect(whole.snapshot.mains[0]?.require.length).toBeGreaterThan(0);
    expect(whole.snapshot.modules).toHaveLength(alone.snapshot.modules.length);
    const large = path.join(recorded, 'prometheus');
    const packed = await loaded({
      kind: 'recorded',
      graph: path.join(large, 'graph.txt.gz'),
      list: path.join(large, 'list.json.gz'),
    });
    expect(packed.run.crossCheck).toBe('same');
  });

  it('that does not belong together is told as a difference', async () => {
    const { run, snapshot } = await loaded({
      kind: 'recorded',
      graph,
      list: path.join(recorded, 'cobra/list.json'),
    });
    expect(run.crossCheck).toBe('differs');
    expect(new Set(snapshot.problems.map(({ code }) => code))).toEqual(new Set(['selection-differs']));
  });

  it.each([
    ['a file that is not there', 'nosuch.txt', 'nosuch.txt'],
    ['a folder', 'folder', 'folder'],
    ['a malformed line', 'three.txt', 'line 2'],
    ['something that is not gzip', 'not.gz', 'not.gz'],
    ['a truncated gzip', 'cut.gz', 'cut.gz'],
  ])('%s is refused with its name', async (_name, file, words) => {
    const folder = layOut(temporaryFolder(), { 'three.txt': 'a b@v1\na b c\n', 'not.gz': 'a b@v1\n' });
    mkdirSync(path.join(folder, 'folder'));
    writeFileSync(path.join(folder, 'cut.gz'), gzipSync('a b@v1\n'.repeat(100)).subarray(0, 20));
    await expect(loaded({ kind: 'recorded', graph: path.join(folder, file) })).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining(words) as string,
    });
  });

  it('a truncated list, a malformed go.mod, and - twice', async () => {
    const folder = layOut(temporaryFolder(), { 'list.json': '{"Path": "a"', 'go.mod': 'modul a\n' });
    const at = (name: string): string => path.join(folder, name);
    await expect(loaded({ kind: 'recorded', graph, list: at('list.json') })).rejects.toMatchObject({
      code: 'bad-input',
    });
    await expect(loaded({ kind: 'recorded', graph, mod: at('go.mod') })).rejects.toMatchObject({ code: 'bad-input' });
    await expect(loaded({ kind: 'recorded', graph: '-', mod: '-' })).rejects.toMatchObject({ code: 'usage' });
  });

  it('is cancelled', async () => {
    const source = { kind: 'recorded', graph } as const;
    await expect(load(source, defaultLoad, () => undefined, AbortSignal.abort())).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

describe('a snapshot file', () => {
  it('is what was written, with the name of the file', async () => {
    const { snapshot } = await loaded({ kind: 'sample', name: 'echo' });
    const text = writeSnapshot(snapshot);
    const folder = layOut(temporaryFolder(), { 'deps.json': text });
    writeFileSync(path.join(folder, 'deps.json.gz'), gzipSync(text));
    for (const name of ['deps.json', 'deps.json.gz']) {
      const again = await loaded({ kind: 'snapshot', file: path.join(folder, name) });
      expect(writeSnapshot(again.snapshot)).toBe(text);
      expect(again.run).toMatchObject({ source: name, crossCheck: 'none' });
    }
  });

  it.each(['', '{', '[]', '{"format": 2}', '{"format": 1}', '\0'])(
    'that holds %j is refused with its name',
    async (text) => {
      const folder = layOut(temporaryFolder(), { 'deps.json': text });
      const file = path.join(folder, 'deps.json');
      await expect(loaded({ kind: 'snapshot', file })).rejects.toMatchObject({
        code: 'bad-input',
        message: expect.stringContaining('deps.json') as string,
      });
    },
  );

  it('that is not UTF-8 is refused', async () => {
    const file = path.join(temporaryFolder(), 'deps.json');
    writeFileSync(file, Buffer.from([0x7b, 0xff, 0x7d]));
    await expect(loaded({ kind: 'snapshot', file })).rejects.toMatchObject({ code: 'bad-input' });
  });
});

it('a pipe is read to its end, as in `--graph <(go mod graph)`', async () => {
  const pipe = path.join(temporaryFolder(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  const writer = spawn('sh', ['-c', 'echo "a b@v1.0.0" > "$0"', pipe], { stdio: 'ignore' });
  const { snapshot } = await loaded({ kind: 'recorded', graph: pipe });
  expect(snapshot.modules.map(({ path: name }) => name)).toEqual(['a', 'b']);
  expect(writer.pid).toBeDefined();
});
