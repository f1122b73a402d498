/** Two sides of a diff over one world of modules, made by fast-check: workspaces, replacements, older selves, pruned and unpruned. */
import fc from 'fast-check';
import { folderKey, type Declared } from '../../../graph/diff/declared.ts';
import { loadModuleGraph } from '../../../graph/load/load.ts';
import type { GoModFile, LoadInput, LoadResult } from '../../../graph/load/types.ts';
import { assemble } from '../../../graph/snapshot/assemble.ts';
import type { MainModule, Replace, Requirement, Snapshot, Workspace } from '../../../graph/snapshot/types.ts';

/** Module versions there are; the last one is an older self of a main module. */
const refs: readonly Requirement[] = [
  ...['a.test/a', 'a.test/b', 'c.test/Caps', 'd.test/d'].flatMap((path) =>
    ['v0.9.0', 'v1.0.0', 'v1.1.0-rc.1', 'v1.10.0'].map((version) => ({ path, version })),
  ),
  { path: 'a.test/b/v2', version: 'v2.0.0' },
  { path: 'a.test/b/v2', version: 'v2.1.0' },
  { path: 'e.test/e', version: 'v2.0.0+incompatible' },
  { path: 'e.test/e', version: 'v0.0.0-20240102030405-0123456789ab' },
  { path: 'm.test/m', version: 'v0.5.0' },
];

const ref = fc.constantFrom(...refs);
const go = fc.option(fc.constantFrom('1.13', '1.16', '1.17', '1.21', '1.22.3'), { nil: undefined });
const toolchain = fc.option(fc.constantFrom('go1.22.3', 'go1.99.0'), { nil: undefined });
const folder = fc.constantFrom('./near', '../far', './near/deep');

interface Words {
  readonly go?: string;
  readonly toolchain?: string;
}

/** The lines that there are. */
function words(given: { readonly go?: string | undefined; readonly toolchain?: string | undefined }): Words {
  return {
    ...(given.go === undefined ? {} : { go: given.go }),
    ...(given.toolchain === undefined ? {} : { toolchain: given.toolchain }),
  };
}

const file: fc.Arbitrary<GoModFile> = fc
  .record({ go, require: fc.uniqueArray(ref, { maxLength: 3, selector: ({ path }) => path }) })
  .map(({ require, ...given }) => ({ require, ...words(given) }));

const requirement: fc.Arbitrary<Requirement> = fc
  .tuple(ref, fc.boolean())
  .map(([one, indirect]) => ({ ...one, ...(indirect ? { indirect: true as const } : {}) }));

const replace: fc.Arbitrary<readonly Replace[]> = fc.uniqueArray(
  fc.record({
    old: fc.oneof(
      ref,
      ref.map(({ path }) => ({ path })),
    ),
    new: fc.oneof(
      ref,
      folder.map((path) => ({ path })),
    ),
  }),
  { maxLength: 2, selector: ({ old }) => `${old.path} ${'version' in old ? old.version : ''}` },
);

const main: fc.Arbitrary<Omit<MainModule, 'path' | 'dir'>> = fc
  .record({
    go,
    toolchain,
    // The same path may stand twice.
    require: fc.array(requirement, { maxLength: 5 }),
    replace,
    exclude: fc.uniqueArray(ref, { maxLength: 2 }),
  })
  .map(({ go: line, toolchain: tools, ...rest }) => ({
    ...rest,
    ...words({ go: line, toolchain: tools }),
    retract: [],
    tool: [],
    ignore: [],
  }));

const folders: fc.Arbitrary<ReadonlyMap<string, GoModFile>> = fc
  .array(fc.tuple(fc.constantFrom('near', '../far', 'near/deep', 'n/near', 'far', 'n/near/deep'), file), {
    maxLength: 6,
  })
  .map((entries) => new Map(entries));

const single: fc.Arbitrary<Declared> = fc
  .record({ main, path: fc.constantFrom('m.test/m', 'm.test/renamed'), folders })
  .map(({ main: one, path, folders: some }) => ({ mains: [{ path, dir: '.', ...one }], folders: some }));

const workspace: fc.Arbitrary<Declared> = fc
  .record({
    mains: fc.uniqueArray(fc.tuple(fc.constantFrom('m', 'n', 'o'), main), { minLength: 1, selector: ([dir]) => dir }),
    work: fc.record({ go, toolchain, replace }),
    folders,
  })
  .map(({ mains, work: { replace: lines, ...given }, folders: some }) => {
    const work: Workspace = { use: mains.map(([dir]) => dir), replace: lines, ...words(given) };
    return { mains: mains.map(([dir, one]) => ({ path: `m.test/${dir}`, dir, ...one })), work, folders: some };
  });

/** go.mod of each module version. */
type Universe = ReadonlyMap<string, GoModFile>;

const universe: fc.Arbitrary<Universe> = fc
  .array(file, { minLength: refs.length, maxLength: refs.length })
  .map((files) => new Map(files.map((one, n) => [name(refs[n]), { ...one, path: refs[n]?.path ?? '' }])));

function name(one: { readonly path: string; readonly version?: string } | undefined): string {
  return one === undefined ? '' : `${one.path}@${one.version ?? ''}`;
}

/** One side: what is declared, what go would print, and the snapshot of it. */
export interface Side {
  readonly declared: Declared;
  readonly loaded: LoadResult;
  readonly snapshot: Snapshot;
  readonly goMod: LoadInput['goMod'];
}

function sideOf(declared: Declared, modules: Universe): Side {
  const { mains, work } = declared;
  const goMod: LoadInput['goMod'] = (actual, of) =>
    actual.version === undefined
      ? (declared.folders.get(folderKey(of?.dir ?? '.', actual.path)) ?? { require: [] })
      : (modules.get(name(actual)) ?? { require: [] });
  const given = { mains, ...(work === undefined ? {} : { work }) };
  const loaded = loadModuleGraph({ ...given, goMod });
  return { declared, loaded, snapshot: assemble({ ...given, edges: loaded.edges }), goMod };
}

/** Both are single modules, or both workspaces, or one of each; often with much in common. */
export const sides: fc.Arbitrary<readonly [Side, Side]> = fc
  .tuple(
    universe,
    fc.oneof(fc.tuple(single, single), fc.tuple(workspace, workspace), fc.tuple(single, workspace)),
    fc.nat(7),
  )
  .map(([modules, [one, other], kept]) => [sideOf(one, modules), sideOf(keeping(one, other, kept), modules)]);

/** `other` with parts of `one`, as bits of `kept` say: most changes of a go.mod are small. */
function keeping(one: Declared, other: Declared, kept: number): Declared {
  return {
    ...other,
    mains: other.mains.map((main) => {
      const same = one.mains.find(({ dir }) => dir === main.dir);
      if (same === undefined) return main;
      return {
        ...main,
        ...((kept & 1) === 1 ? { require: same.require } : {}),
        ...((kept & 2) === 2 ? { replace: same.replace } : {}),
      };
    }),
    folders: (kept & 4) === 4 ? one.folders : other.folders,
  };
}
