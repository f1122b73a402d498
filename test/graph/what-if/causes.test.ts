/** Which line of which file each change follows from. */
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../graph/what-if/edits.ts';
import { whatIf } from '../../../graph/what-if/what-if.ts';
import { readGoWork } from '../../../parsers/go-work-text.ts';
import { goModOf, inputOf, mainOf } from './declared.ts';

const files = {
  'a@v1.0.0': 'require c v1.1.0',
  'b@v1.0.0': 'require c v1.1.0',
  'c@v1.0.0': '',
  'c@v1.1.0': '',
  'd@v1.0.0': '',
  'e@v1.3.0': '',
  'e@v1.4.0': '',
  './one/x': '',
  './x': '',
  './y': '',
};
const text = 'module m\ngo 1.16\nrequire a v1.0.0\nrequire b v1.0.0\nrequire c v1.0.0';
const drop = (path: string): Edit => ({ kind: 'drop', path });
const set = (path: string, version: string): Edit => ({ kind: 'require', path, version });

it('what only two edits together bring is told of both, each with the other', async () => {
  const { diff } = await whatIf(inputOf(text, files), [drop('a'), set('d', 'v1.0.0'), drop('b')]);
  expect(diff.changed).toMatchObject([{ path: 'c', from: 'v1.1.0', to: 'v1.0.0' }]);
  expect(diff.causes).toStrictEqual([
    {
      main: 'm',
      file: 'go.mod',
      kind: 'drop',
      path: 'a',
      from: 'v1.0.0',
      follows: ['a', 'c'],
      together: [{ with: [2], follows: ['c'] }],
    },
    { main: 'm', file: 'go.mod', kind: 'require', path: 'd', to: 'v1.0.0', follows: ['d'] },
    {
      main: 'm',
      file: 'go.mod',
      kind: 'drop',
      path: 'b',
      from: 'v1.0.0',
      follows: ['b', 'c'],
      together: [{ with: [0], follows: ['c'] }],
    },
  ]);
});

it('loads each set of edits once, and the base and the whole first', async () => {
  let loads = 0;
  const pause = (): Promise<void> => {
    loads++;
    return Promise.resolve();
  };
  await whatIf(inputOf(text, files), [drop('a')], undefined, pause);
  expect(loads).toBe(2);
  loads = 0;
  await whatIf(inputOf(text, files), [drop('a'), drop('b')], undefined, pause);
  // The base, both, and each alone.
  expect(loads).toBe(4);
});

describe('what a line said before, and says after', () => {
  const replacing = `${text}\nrequire e v1.3.0\nreplace a => ./x\nreplace b v1.0.0 => c v1.0.0\nexclude c v1.9.0`;
  it.each<[Edit, { from?: string; to?: string }]>([
    [drop('a'), { from: 'v1.0.0' }],
    [set('c', 'v1.1.0'), { from: 'v1.0.0', to: 'v1.1.0' }],
    [drop('e'), { from: 'v1.3.0' }],
    [set('e', 'v1.4.0'), { from: 'v1.3.0', to: 'v1.4.0' }],
    [set('d', 'v1.0.0'), { to: 'v1.0.0' }],
    [{ kind: 'exclude', path: 'c', version: 'v1.0.0' }, { to: 'v1.0.0' }],
    [
      { kind: 'go', version: '1.15' },
      { from: '1.16', to: '1.15' },
    ],
    [
      { kind: 'replace', old: { path: 'a' }, new: { path: './y' } },
      { from: './x', to: './y' },
    ],
    [{ kind: 'replace', old: { path: 'c' }, new: { path: 'd', version: 'v1.0.0' } }, { to: 'd@v1.0.0' }],
    [
      { kind: 'replace', old: { path: 'b', version: 'v1.0.0' }, new: { path: './y' } },
      { from: 'c@v1.0.0', to: './y' },
    ],
    // A line for any version is not the line for one.
    [{ kind: 'replace', old: { path: 'b' }, new: { path: './y' } }, { to: './y' }],
    [{ kind: 'replace', old: { path: 'a', version: 'v1.0.0' }, new: { path: './y' } }, { to: './y' }],
  ])('%o', async (edit, sides) => {
    const { diff, lacking } = await whatIf(inputOf(replacing, files), [edit]);
    expect(lacking).toEqual([]);
    const [{ from, to }] = diff.causes as [(typeof diff.causes)[0]];
    expect({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }).toEqual(sides);
    expect(Object.values(diff.causes[0]!)).not.toContain(undefined);
  });

  it('a go line that was not there has no before', async () => {
    const { diff } = await whatIf(inputOf('module m', {}), [{ kind: 'go', version: '1.22' }]);
    expect(diff.causes).toStrictEqual([{ main: 'm', file: 'go.mod', kind: 'go', path: 'go', to: '1.22', follows: [] }]);
    expect(diff.go).toEqual({ to: '1.22' });
  });
});

describe('in a workspace', () => {
  const input = {
    mains: [
      mainOf('module x/one\ngo 1.16\nrequire a v1.0.0\nrequire c v1.0.0', 'one'),
      mainOf('module x/root\ngo 1.16\nrequire b v1.0.0', '.'),
    ],
    work: readGoWork('go 1.16\nuse ./one\nuse .\nreplace d => ./y'),
    goMod: goModOf({ ...files, '../x': '', './lib': '', './one/lib': '' }),
  };
  const cause = async (edit: Edit, name?: string) => (await whatIf(input, [edit], name)).diff.causes[0];

  it('the file is the one of the member', async () => {
    expect(await cause(drop('a'))).toStrictEqual({
      main: 'x/one',
      file: 'one/go.mod',
      kind: 'drop',
      path: 'a',
      from: 'v1.0.0',
      follows: ['a'],
    });
    expect(await cause(drop('b'))).toMatchObject({ main: 'x/root', file: 'go.mod' });
  });

  it('a line of go.work has no member', async () => {
    expect(await cause({ kind: 'go', version: '1.22' }, 'go.work')).toStrictEqual({
      file: 'go.work',
      kind: 'go',
      path: 'go',
      from: '1.16',
      to: '1.22',
      follows: [],
    });
    const replace: Edit = { kind: 'replace', old: { path: 'a' }, new: { path: './x' } };
    expect(await cause(replace, 'go.work')).toStrictEqual({
      file: 'go.work',
      kind: 'replace',
      path: 'a',
      to: './x',
      follows: ['a'],
    });
  });

  it('a member’s folder is named from go.work, as go names it; others as they are written', async () => {
    const replaced = async (path: string, by: { path: string; version?: string }, name: string) => {
      const edit: Edit = { kind: 'replace', old: { path }, new: by };
      const { head, diff } = await whatIf(input, [edit], name);
      const [told] = diff.changed.filter((one) => one.path === path);
      expect(told?.replaceTo).toEqual(head.modules.find((one) => one.path === path && one.selected === true)?.replace);
      return told?.replaceTo;
    };
    expect(await replaced('a', { path: './lib' }, 'x/one')).toEqual({ path: './one/lib' });
    expect(await replaced('a', { path: '../x' }, 'x/one')).toEqual({ path: './x' });
    expect(await replaced('a', { path: './lib' }, 'go.work')).toEqual({ path: './lib' });
    expect(await replaced('a', { path: './lib' }, 'x/root')).toEqual({ path: './lib' });
    expect(await replaced('a', { path: 'd', version: 'v1.0.0' }, 'x/one')).toEqual({ path: 'd', version: 'v1.0.0' });
  });
});

describe('while go.mod files are missing', () => {
  it('nothing is refused, and nothing follows from anything', async () => {
    const { diff, lacking } = await whatIf(inputOf(text, files), [
      set('e', 'v1.0.0'),
      { kind: 'exclude', path: 'quite-elsewhere', version: 'v1.0.0' },
    ]);
    expect(diff.causes).toEqual([]);
    expect(diff.added).toEqual([{ path: 'e', version: 'v1.0.0' }]);
    expect(lacking).toHaveLength(1);
    expect(lacking[0]?.missing).toEqual([{ path: 'e', version: 'v1.0.0' }]);
    expect(lacking[0]?.declared.mains[0]?.require).toContainEqual({ path: 'e', version: 'v1.0.0' });
  });

  it('of the base alone, it is told too', async () => {
    const some = { 'a@v1.0.0': 'require c v1.1.0' };
    const { lacking, diff } = await whatIf(inputOf('module m\ngo 1.16\nrequire a v1.0.0', some), [drop('a')]);
    expect(lacking.map((one) => one.missing)).toEqual([[{ path: 'c', version: 'v1.1.0' }]]);
    expect(diff.causes).toEqual([]);
  });

  it('of one edit alone, what follows from it is told as far as it is known', async () => {
    const edits: Edit[] = [set('a', 'v1.5.0'), { kind: 'replace', old: { path: 'a' }, new: { path: './x' } }];
    const { diff, lacking } = await whatIf(inputOf('module m\ngo 1.16\nrequire a v1.0.0', files), edits);
    expect(lacking.map((one) => one.missing)).toEqual([[{ path: 'a', version: 'v1.5.0' }]]);
    expect(diff.causes.map((one) => one.together)).toEqual([
      [{ with: [1], follows: ['a'] }],
      [{ with: [0], follows: ['a'] }],
    ]);
  });
});
