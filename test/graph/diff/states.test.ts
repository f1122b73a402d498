/** What a path of the build list is: the same whether a snapshot or the loader says it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refText, sameState, statesOfLoad, statesOfModel, type PathState } from '../../../graph/diff/states.ts';
import { loadModuleGraph } from '../../../graph/load/load.ts';
import type { LoadInput } from '../../../graph/load/types.ts';
import { assemble } from '../../../graph/snapshot/assemble.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import type { MainModule, Replace, Requirement } from '../../../graph/snapshot/types.ts';

function main(path: string, require: readonly Requirement[] = [], replace: readonly Replace[] = []): MainModule {
  return { path, dir: path, go: '1.21', require, replace, exclude: [], retract: [], tool: [], ignore: [] };
}

const fork = { path: 'fork', version: 'v1.5.0' };
const declared = {
  mains: [
    main('m', [
      { path: 'a', version: 'v1.0.0' },
      { path: 'b', version: 'v1.0.0', indirect: true },
      { path: 'n', version: 'v0.0.0' },
    ]),
    main('n', [{ path: 'c', version: 'v1.0.0', indirect: true }], [{ old: { path: 'a' }, new: fork }]),
  ],
  work: { use: ['./m', './n'], replace: [{ old: { path: 'b', version: 'v1.0.0' }, new: { path: './b' } }] },
};
const buildList = new Map([
  ['m', ''],
  ['n', ''],
  ['a', 'v1.0.0'],
  ['b', 'v1.0.0'],
  ['c', 'v1.0.0'],
]);

describe('statesOfLoad', () => {
  it('says version, replacement and whether a main module requires it directly', () => {
    expect([...statesOfLoad(declared, buildList)]).toStrictEqual([
      ['m', { version: '', direct: false }],
      // A member that another one requires is no dependency.
      ['n', { version: '', direct: false }],
      ['a', { version: 'v1.0.0', replace: fork, direct: true }],
      ['b', { version: 'v1.0.0', replace: { path: './b' }, direct: false }],
      ['c', { version: 'v1.0.0', direct: false }],
    ]);
  });

  it('a main module is replaced by nothing, whatever a line says', () => {
    const mains = [main('m', [], [{ old: { path: 'm' }, new: { path: './other' } }])];
    expect([...statesOfLoad({ mains }, new Map([['m', '']])).values()]).toStrictEqual([{ version: '', direct: false }]);
  });
});

describe('statesOfModel', () => {
  it('says the same of a snapshot; go and toolchain are no modules', () => {
    const { edges } = loadModuleGraph({ ...declared, goMod: () => ({ require: [] }) });
    expect(edges.names).toContain('go@1.21');
    const states = statesOfModel(openSnapshot(assemble({ edges, ...declared })));
    expect([...states]).toStrictEqual([...statesOfLoad(declared, buildList)].sort());
  });

  it('says of any load what the loader says', () => {
    const path = fc.constantFrom('a', 'b', 'c', 'm');
    const version = fc.constantFrom('v1.0.0', 'v1.1.0', 'v1.2.0');
    const requires = fc.uniqueArray(fc.record({ path, version }), { selector: (one) => one.path, maxLength: 3 });
    const replaces = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.option(version)), { maxLength: 2 });
    const world = fc.dictionary(fc.constantFrom('a', 'b', 'c'), requires);
    fc.assert(
      fc.property(requires, replaces, world, fc.boolean(), (own, lines, files, indirect) => {
        const require = own
          .filter((one) => one.path !== 'm')
          .map((one): Requirement => (indirect ? { ...one, indirect } : one));
        const replace = lines.map(([of, at]): Replace => ({
          old: at === null ? { path: of } : { path: of, version: at },
          new: fork,
        }));
        const mains = [main('m', require, replace)];
        const goMod: LoadInput['goMod'] = (one) => ({ require: files[one.path] ?? [] });
        const { edges, buildList: selected } = loadModuleGraph({ mains, goMod });
        const states = statesOfModel(openSnapshot(assemble({ edges, mains })));
        expect([...states]).toStrictEqual([...statesOfLoad({ mains }, selected)].sort());
      }),
    );
  });
});

describe('sameState', () => {
  const state: PathState = { version: 'v1.0.0', direct: true, replace: fork };

  it.each([
    ['another version', { ...state, version: 'v1.0.1' }],
    ['not direct', { ...state, direct: false }],
    ['replaced by another version', { ...state, replace: { ...fork, version: 'v1.5.1' } }],
    ['replaced by a folder', { ...state, replace: { path: 'fork' } }],
    ['not replaced', { version: 'v1.0.0', direct: true }],
    ['not in the build list', undefined],
  ])('%s is not the same', (_, other) => {
    expect(sameState(state, other)).toBe(false);
    expect(sameState(other, state)).toBe(false);
  });

  it('what is as it was is the same, also what is in neither build list', () => {
    expect(sameState(state, { ...state, replace: { ...fork } })).toBe(true);
    expect(sameState(undefined, undefined)).toBe(true);
  });
});

it('a replacement as text is a module version or a folder', () => {
  expect([refText(fork), refText({ path: './x' }), refText(undefined)]).toEqual(['fork@v1.5.0', './x', undefined]);
});
