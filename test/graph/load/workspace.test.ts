/** What go says to workspaces that are odd or at odds with themselves, as go 1.26 was seen to do. */
import { describe, expect, it } from 'vitest';
import { loadModuleGraph } from '../../../graph/load/load.ts';
import type { LoadInput } from '../../../graph/load/types.ts';
import { inputOf, linesOf } from './worlds.ts';

function load(world: Readonly<Record<string, string>>) {
  const { edges, ...rest } = loadModuleGraph(inputOf(new Map(Object.entries(world))));
  return { names: edges.names, lines: linesOf(edges), ...rest };
}

/** A workspace of members by folder; a member's text is what follows its module line, which names the folder's last part. */
function workspace(members: Readonly<Record<string, string>>, more = ''): Record<string, string> {
  const use = Object.keys(members).map((dir) => `use ${dir}\n`);
  const mods = Object.entries(members).map(([dir, text]) => {
    const file = `${dir.replace(/^\.\/(?!\.)/, '')}/go.mod`;
    return [file, `module ${dir.replace(/^.*\//, '')}.t/m\ngo 1.22\n${text}`] as const;
  });
  return { 'go.work': `go 1.22\n${use.join('')}${more}`, ...Object.fromEntries(mods) };
}

it('has nothing in a workspace without a module', () => {
  expect(load({ 'go.work': 'go 1.21' })).toEqual({
    names: [],
    lines: [],
    buildList: new Map(),
    missing: [],
    refused: [],
  });
});

it('takes a go.work without a go line for one of go 1.18', () => {
  const world = { 'go.work': 'use ./m', 'm/go.mod': 'module m.t/m\ngo 1.22' };
  expect(load(world).refused).toEqual(['m.t/m needs go 1.22, but go.work says go 1.18']);
});

it('lets go.work replace one version of a member, which dependencies may ask for', () => {
  const { lines, refused } = load({
    ...workspace({ './m': 'require a.t/a v1.0.0' }, 'replace m.t/m v1.0.0 => b.t/b v1.0.0'),
    'a.t/a@v1.0.0': 'module a.t/a\nrequire m.t/m v1.0.0',
    'b.t/b@v1.0.0': 'module b.t/b\nrequire c.t/c v1.0.0',
    'c.t/c@v1.0.0': 'module c.t/c',
  });
  expect(refused).toEqual([]);
  expect(lines).toContain('m.t/m@v1.0.0 c.t/c@v1.0.0');
});

describe('members that replace the same', () => {
  const said = (members: Readonly<Record<string, string>>, more?: string): readonly string[] =>
    load(workspace(members, more)).refused;

  it('agree where go.work replaces it', () => {
    const members = { './m': 'replace d.t/d => ./d', './n': 'replace d.t/d => ./d' };
    expect(said(members)).toEqual(['m.t/m and n.t/m replace d.t/d by different modules: ./m/d, ./n/d']);
    expect(said(members, 'replace d.t/d v1.0.0 => d.t/d v1.1.0')).toEqual([]);
  });

  it('disagree by other versions as by other modules', () => {
    const by = (first: string, second: string) =>
      load({
        ...workspace({
          './m': `require a.t/a v1.0.0\nreplace a.t/a v1.0.0 => ${first}`,
          './n': `replace a.t/a v1.0.0 => ${second}`,
        }),
        'd.t/d@v1.0.0': 'module d.t/d',
      }).refused;
    expect(by('d.t/d v1.0.0', 'd.t/d v1.1.0')).toEqual([
      'm.t/m and n.t/m replace a.t/a@v1.0.0 by different modules: d.t/d@v1.0.0, d.t/d@v1.1.0',
      'm.t/m and n.t/m replace a.t/a@v1.0.0 by different modules',
    ]);
    expect(by('d.t/d v1.0.0', 'd.t/d v1.0.0')).toEqual([]);
  });

  it('are two: a go.mod is not at odds with itself', () => {
    const input = inputOf(new Map(Object.entries(workspace({ './m': 'replace d.t/d => ./d' }))));
    const mains = input.mains.map((main) => ({
      ...main,
      replace: [...main.replace, { old: { path: 'd.t/d' }, new: { path: './e' } }],
    }));
    expect(loadModuleGraph({ ...input, mains }).refused).toEqual([]);
  });

  it.each([
    // The same folder from two places, in different spellings.
    ['../m', '../x', './k', '../../x', undefined],
    ['./m', '../d', './k', '..//d/.', undefined],
    ['./m', '/opt/d', './k', '/opt/d', undefined],
    ['./m', 'C:/d', './k', 'C:/d', undefined],
    ['/w/m', '../d', '/w/k', '../d', undefined],
    // Two folders that look the same from where they are named.
    ['../m', '../x', './k', '../x', './../x, ./x'],
    ['../../m', './x', '../m', './x', './../../m/x, ./../m/x'],
    ['/w/m', './x', '/w/k', './x', '/w/m/x, /w/k/x'],
    ['./m', '/opt/d', './k', '/opt/e', '/opt/d, /opt/e'],
  ])('in %s by %s and in %s by %s: %s', (dir, to, otherDir, otherTo, by) => {
    const name = (folder: string): string => `${folder.replace(/^.*\//, '')}.t/${folder.split('/').length}`;
    const main = (folder: string, target: string): LoadInput['mains'][number] => ({
      path: name(folder),
      dir: folder,
      require: [],
      exclude: [],
      retract: [],
      tool: [],
      ignore: [],
      replace: [{ old: { path: 'd.t/d' }, new: { path: target } }],
    });
    const input = { mains: [main(dir, to), main(otherDir, otherTo)], work: { use: [dir, otherDir], replace: [] } };
    const { refused } = loadModuleGraph({ ...input, goMod: () => undefined });
    const sentence = `${name(dir)} and ${name(otherDir)} replace d.t/d by different modules: `;
    expect(refused).toEqual(by === undefined ? [] : [`${sentence}${by}`]);
  });
});

it('takes a replacement whose go.mod has the name of what it replaces, and refuses one without a name', () => {
  const world = { 'go.mod': 'module m.t/m\ngo 1.22\nrequire a.t/a v1.0.0\nreplace a.t/a => d.t/d v1.0.0' };
  expect(load({ ...world, 'd.t/d@v1.0.0': 'module a.t/a' }).refused).toEqual([]);
  const nameless = loadModuleGraph({
    ...inputOf(new Map(Object.entries(world))),
    goMod: () => ({ path: '', require: [] }),
  });
  expect(nameless.refused).toEqual(['the go.mod of d.t/d@v1.0.0 has no module line']);
});
