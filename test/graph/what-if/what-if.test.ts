/** Edits on declarations, without go: test/server/project/what-if.test.ts holds them against the real one. */
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../graph/what-if/apply.ts';
import type { Edit, PlacedEdit } from '../../../graph/what-if/edits.ts';
import { folderFrom } from '../../../graph/what-if/folder.ts';
import { placeEdits } from '../../../graph/what-if/place.ts';
import { whatIf } from '../../../graph/what-if/what-if.ts';
import { readGoWork } from '../../../parsers/go-work-text.ts';
import { thrown } from '../../parsers/thrown.ts';
import { inputOf, mainOf } from './declared.ts';

describe('applyEdits', () => {
  const declared = {
    mains: [
      mainOf(`module m
go 1.21
require a v1.0.0 // indirect
require b v1.0.0
require a v1.1.0
replace b => ./b
replace b v1.0.0 => ./b1
replace c v1.0.0 => ./c1
exclude d v1.0.0`),
    ],
  };
  const edited = (edit: Edit) => applyEdits(declared, [{ edit, target: 0 }]).mains[0]!;

  it('drops every require line of the path', () => {
    expect(edited({ kind: 'drop', path: 'a' }).require).toEqual([{ path: 'b', version: 'v1.0.0' }]);
  });

  it('sets the first line, which keeps its comment, and drops the others; or adds one', () => {
    expect(edited({ kind: 'require', path: 'a', version: 'v1.5.0' }).require).toEqual([
      { path: 'a', version: 'v1.5.0', indirect: true },
      { path: 'b', version: 'v1.0.0' },
    ]);
    expect(edited({ kind: 'require', path: 'z', version: 'v1.0.0' }).require.at(-1)).toEqual({
      path: 'z',
      version: 'v1.0.0',
    });
  });

  it('replaces one version beside the others, or all of a path at once', () => {
    const by = { path: 'x', version: 'v1.0.0' };
    const lines = (old: { path: string; version?: string }) =>
      edited({ kind: 'replace', old, new: by }).replace.map(
        (one) => `${one.old.path} ${one.old.version ?? ''} ${one.new.path}`,
      );
    expect(lines({ path: 'b', version: 'v1.0.0' })).toEqual(['b  ./b', 'b v1.0.0 x', 'c v1.0.0 ./c1']);
    expect(lines({ path: 'b', version: 'v1.9.0' })).toEqual(['b  ./b', 'b v1.0.0 ./b1', 'c v1.0.0 ./c1', 'b v1.9.0 x']);
    expect(lines({ path: 'b' })).toEqual(['b  x', 'c v1.0.0 ./c1']);
  });

  it('excludes once', () => {
    expect(edited({ kind: 'exclude', path: 'd', version: 'v1.0.0' }).exclude).toHaveLength(1);
    expect(edited({ kind: 'exclude', path: 'd', version: 'v1.1.0' }).exclude).toHaveLength(2);
    expect(edited({ kind: 'exclude', path: 'e', version: 'v1.0.0' }).exclude).toHaveLength(2);
  });

  it('edits go.work where that is the target', () => {
    const work = readGoWork('go 1.21\nuse .');
    const edits: PlacedEdit[] = [
      { edit: { kind: 'go', version: '1.22' }, target: 'go.work' },
      { edit: { kind: 'replace', old: { path: 'a' }, new: { path: './a' } }, target: 'go.work' },
    ];
    const after = applyEdits({ ...declared, work }, edits);
    expect(after.work).toEqual({ ...work, go: '1.22', replace: [{ old: { path: 'a' }, new: { path: './a' } }] });
    expect(after.mains).toEqual(declared.mains);
    expect(applyEdits(declared, [])).not.toHaveProperty('work');
  });

  it('leaves go.work as it is for what it cannot say', () => {
    const work = readGoWork('go 1.21\nuse .');
    const drop: PlacedEdit = { edit: { kind: 'drop', path: 'a' }, target: 'go.work' };
    expect(applyEdits({ ...declared, work }, [drop])).toStrictEqual({ ...declared, work });
  });
});

describe('placeEdits', () => {
  const workspace = {
    mains: [
      mainOf('module x/one\ngo 1.21\nrequire a v1.0.0\nrequire b v1.0.0\nreplace c => ./c', 'one'),
      mainOf('module x/two\ngo 1.21\nrequire a v1.0.0', 'deep/two'),
    ],
    work: readGoWork('go 1.21\nuse ./one\nuse ./deep/two'),
  };
  const target = (edit: Edit, name?: string) => placeEdits(workspace, [edit], name)[0]!.target;

  it('goes where there is a line on the path', () => {
    expect(target({ kind: 'drop', path: 'b' })).toBe(0);
    expect(target({ kind: 'require', path: 'b', version: 'v1.1.0' })).toBe(0);
    expect(target({ kind: 'replace', old: { path: 'c' }, new: { path: './d' } })).toBe(0);
  });

  it.each([['x/two'], ['deep/two'], ['./deep/two/']])('goes where %s says', (name) => {
    expect(target({ kind: 'drop', path: 'a' }, name)).toBe(1);
  });

  it('goes to go.work when told', () => {
    expect(target({ kind: 'go', version: '1.22' }, 'go.work')).toBe('go.work');
  });

  it.each([
    ['several could be meant', { kind: 'drop', path: 'a' }, undefined, 'usage'],
    ['none could be meant', { kind: 'exclude', path: 'z', version: 'v1.0.0' }, undefined, 'usage'],
    ['the name is nowhere', { kind: 'drop', path: 'a' }, 'x/three', 'usage'],
    ['go.work has no require lines', { kind: 'require', path: 'a', version: 'v1.0.0' }, 'go.work', 'usage'],
    ['nobody requires it', { kind: 'drop', path: 'z' }, undefined, 'not-found'],
    ['the one named does not require it', { kind: 'drop', path: 'b' }, 'x/two', 'not-found'],
    ['it is a main module', { kind: 'drop', path: 'x/two' }, 'x/one', 'usage'],
  ] as const)('refuses when %s', (_, edit, name, code) => {
    expect(thrown(() => target(edit, name)).code).toBe(code);
  });

  it('refuses two edits of one line', () => {
    const edits: Edit[] = [
      { kind: 'drop', path: 'b' },
      { kind: 'require', path: 'b', version: 'v1.1.0' },
    ];
    expect(thrown(() => placeEdits(workspace, edits)).message).toContain('--drop b and --set b@v1.1.0');
  });
});

describe('whatIf', () => {
  const files = { 'a@v1.0.0': 'require c v1.0.0', 'b@v1.0.0': 'require c v1.1.0', 'c@v1.0.0': '', 'c@v1.1.0': '' };
  const text = 'module m\ngo 1.16\nrequire a v1.0.0\nrequire b v1.0.0';

  it('is the difference of two loads, with a cause for each edit', async () => {
    const { diff, lacking } = await whatIf(inputOf(text, files), [{ kind: 'drop', path: 'b' }]);
    expect(lacking).toEqual([]);
    expect(diff.removed).toEqual([{ path: 'b', version: 'v1.0.0' }]);
    expect(diff.changed).toEqual([{ path: 'c', from: 'v1.1.0', to: 'v1.0.0', direction: 'lowered' }]);
    expect(diff.causes).toEqual([
      { main: 'm', file: 'go.mod', kind: 'drop', path: 'b', from: 'v1.0.0', follows: ['b', 'c'] },
    ]);
  });

  it('says which go.mod files each set of edits lacked', async () => {
    const { lacking } = await whatIf(inputOf(text, files), [
      { kind: 'require', path: 'a', version: 'v1.7.0' },
      { kind: 'require', path: 'c', version: 'v1.9.0' },
    ]);
    expect(
      lacking.map(({ missing }) => missing.map(({ path, version }) => `${path}@${String(version)}`)),
    ).toContainEqual(['a@v1.7.0', 'c@v1.9.0']);
  });

  it('refuses what neither graph holds, says of an excluded version that it is not there, and takes what an edit brings in', async () => {
    const exclude: Edit = { kind: 'exclude', path: 'c', version: 'v1.5.0' };
    const nowhere: Edit = { kind: 'exclude', path: 'nowhere', version: 'v1.5.0' };
    await expect(whatIf(inputOf(text, files), [nowhere])).rejects.toMatchObject({ code: 'not-found' });
    const alone = await whatIf(inputOf(text, files), [exclude]);
    expect([alone.diff.added, alone.diff.removed, alone.diff.changed]).toEqual([[], [], []]);
    expect(alone.said).toEqual([expect.stringContaining('c is in the graph, but not at v1.5.0')]);
    const set: Edit = { kind: 'require', path: 'c', version: 'v1.5.0' };
    const { diff } = await whatIf(inputOf(text, { ...files, 'c@v1.5.0': '' }), [set, exclude]);
    expect([diff.added, diff.removed]).toEqual([[], []]);
    expect(diff.changed).toMatchObject([{ path: 'c', direction: 'same' }]);
  });
});

it('ends when the pause rejects', async () => {
  let loads = 0;
  const stop = (): Promise<void> => (++loads === 3 ? Promise.reject(new Error('stop')) : Promise.resolve());
  const files = { 'a@v1.0.0': '' };
  const asked = whatIf(
    inputOf('module m\ngo 1.21\nrequire a v1.0.0', files),
    [{ kind: 'drop', path: 'a' }],
    undefined,
    stop,
  );
  await expect(asked.then(() => loads)).resolves.toBe(2);
  await expect(
    whatIf(
      inputOf('module m\ngo 1.21\nrequire a v1.0.0\nrequire b v1.0.0', { ...files, 'b@v1.0.0': '' }),
      [
        { kind: 'drop', path: 'a' },
        { kind: 'drop', path: 'b' },
      ],
      undefined,
      () => (++loads > 4 ? Promise.reject(new Error('stop')) : Promise.resolve()),
    ),
  ).rejects.toThrow('stop');
});

describe('folderFrom', () => {
  it.each([
    ['.', '../x', '../x'],
    ['one', '../local', './local'],
    ['one/two', '../../..', '..'],
    ['one', './a/../b', './one/b'],
    ['one', '/abs', '/abs'],
    ['one', '..', '.'],
    ['../out', './x', '../out/x'],
    ['../out', '../../x', '../../x'],
    ['one', './a//b/', './one/a/b'],
    ['one', 'C:\\lib', 'C:\\lib'],
    ['one', '\\\\host\\lib', '\\\\host\\lib'],
  ])('%s names %s: %s', (dir, folder, wanted) => {
    expect(folderFrom(dir, folder)).toBe(wanted);
  });
});
