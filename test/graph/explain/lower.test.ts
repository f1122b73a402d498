/** What must change to lower a module, held against the loader on worlds made by chance. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Holding } from '../../../graph/explain/lower.ts';
import { why } from '../../../graph/explain/why.ts';
import { loadModuleGraph } from '../../../graph/load/load.ts';
import type { GoModFile, LoadResult } from '../../../graph/load/types.ts';
import type { Model } from '../../../graph/model/model.ts';
import { joinName, splitName } from '../../../graph/model/name.ts';
import { assemble } from '../../../graph/snapshot/assemble.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import type { MainModule, Requirement } from '../../../graph/snapshot/types.ts';
import { compareVersions, isVersion } from '../../../graph/version/semver.ts';
import { modelOf } from '../lines.ts';
import { recordedModel } from '../recorded-model.ts';

const paths = ['a', 'b', 'c', 'd', 'e', 'f'];
const versions = ['v1.0.0', 'v1.1.0', 'v1.2.0'];
const goLines = [undefined, '1.16', '1.17', '1.20', '1.22'];

const ref = fc.record({ path: fc.constantFrom(...paths), version: fc.constantFrom(...versions) });
const goLine = fc.constantFrom(...goLines);

interface World {
  readonly files: ReadonlyMap<string, GoModFile>;
  readonly go: string | undefined;
  readonly require: readonly Requirement[];
}

const world: fc.Arbitrary<World> = fc
  .record({
    mods: fc.array(fc.record({ go: goLine, require: fc.array(ref, { maxLength: 3 }) }), {
      minLength: paths.length * versions.length,
      maxLength: paths.length * versions.length,
    }),
    go: goLine,
    require: fc.uniqueArray(ref, { selector: (one) => one.path, minLength: 1, maxLength: 4 }),
  })
  .map(({ mods, go, require }) => {
    const names = paths.flatMap((path) => versions.map((version) => joinName(path, version)));
    const files = new Map(
      names.map((name, n): [string, GoModFile] => {
        const mod = mods[n]!;
        return [name, { require: mod.require, ...(mod.go === undefined ? {} : { go: mod.go }) }];
      }),
    );
    return { files, go, require };
  });

function mainOf({ go }: World, require: readonly Requirement[]): MainModule {
  return {
    path: 'm',
    dir: '.',
    ...(go === undefined ? {} : { go }),
    require,
    replace: [],
    exclude: [],
    retract: [],
    tool: [],
    ignore: [],
  };
}

function load(made: World, require: readonly Requirement[]): LoadResult {
  const goMod = ({ path, version }: { path: string; version?: string }): GoModFile | undefined =>
    made.files.get(joinName(path, version));
  return loadModuleGraph({ mains: [mainOf(made, require)], goMod });
}

/** The lines that go itself would work with: those that the graph prints for the main module. */
function consistent(made: World): Requirement[] {
  const { edges } = load(made, made.require);
  const from = edges.names.indexOf('m');
  return [...edges.to]
    .filter((_, i) => edges.from[i] === from)
    .map((to) => splitName(edges.names[to]!))
    .filter(({ path }) => path !== 'go' && path !== 'toolchain');
}

/** `told`: with the go lines that `go list -m` gives for selected versions. */
function model(made: World, require: readonly Requirement[], told: boolean): Model {
  const { edges, buildList } = load(made, require);
  const listed = [...buildList].map(([path, version]) => {
    const goVersion = made.files.get(joinName(path, version))?.go;
    return version === ''
      ? { path, main: true as const }
      : { path, version, ...(goVersion === undefined ? {} : { goVersion }) };
  });
  return openSnapshot(assemble({ edges, mains: [mainOf(made, require)], ...(told ? { listed } : {}) }));
}

function without(require: readonly Requirement[], { lines }: Holding): Requirement[] {
  const gone = new Set(lines.map(({ path }) => path));
  return require.filter(({ path }) => !gone.has(path));
}

/** The version selected then is not above `version`; undefined: none is selected at all. */
function isLowered(made: World, require: readonly Requirement[], path: string, version: string | undefined): boolean {
  const selected = load(made, require).buildList.get(path);
  if (selected === undefined) return true;
  return version !== undefined && compareVersions(selected, version) <= 0;
}

/** Every question that can be asked of a model: to get a path to a lower version, or to lose it. */
function questions(one: Model): { path: string; version: string | undefined; holding: Holding }[] {
  return paths.flatMap((path) => {
    if (!one.graph.paths.includes(path)) return [];
    const { lower, lose } = why(one, path);
    return [
      ...lower.map((step) => ({ path, version: step.version, holding: step })),
      ...(lose === undefined ? [] : [{ path, version: undefined, holding: lose }]),
    ];
  });
}

describe('the lines that hold a module', () => {
  it('are enough: without them the loader selects it lower, or not at all', () => {
    fc.assert(
      fc.property(world, fc.boolean(), (made, told) => {
        const require = consistent(made);
        for (const { path, version, holding } of questions(model(made, require, told))) {
          expect(holding.unproved).toBeUndefined();
          expect(isLowered(made, without(require, holding), path, version)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('are all needed: with any of them left it stays above', () => {
    fc.assert(
      fc.property(world, (made) => {
        const require = consistent(made);
        for (const { path, version, holding } of questions(model(made, require, true))) {
          for (const line of holding.lines) {
            const left = [...without(require, holding), { path: line.path, version: line.version }];
            expect(isLowered(made, left, path, version)).toBe(false);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('are not promised to be enough where go.mod asks for less than is selected', () => {
    fc.assert(
      fc.property(world, (made) => {
        for (const { path, version, holding } of questions(model(made, made.require, true))) {
          if (holding.unproved !== undefined) expect(holding.unproved).toBe('not-consistent');
          else expect(isLowered(made, without(made.require, holding), path, version)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('each has a way of requirements that are in the graph, to a version that is too high', () => {
    fc.assert(
      fc.property(world, (made) => {
        const require = consistent(made);
        const one = model(made, require, true);
        const requires = new Set(
          one.snapshot.modules.flatMap((from) =>
            (from.requires ?? []).map((to) => `${joinName(from.path, from.version)} ${to}`),
          ),
        );
        for (const { path, version, holding } of questions(one)) {
          for (const { way } of holding.lines) {
            for (let i = 1; i < way.length; i++) expect(requires).toContain(`${way[i - 1]!} ${way[i]!}`);
            const end = splitName(way.at(-1)!);
            expect(end.path).toBe(path);
            if (version !== undefined) expect(compareVersions(end.version, version)).toBe(1);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('of a recorded module', () => {
  it.each(['kubectl', 'helm', 'prometheus'])('%s: every step names lines of go.mod, the lower the more', (name) => {
    const one = recordedModel(name);
    const { lower } = why(one, 'golang.org/x/text');
    expect(lower.length).toBeGreaterThan(0);
    for (const step of lower) {
      expect(step.lines.length).toBeGreaterThan(0);
      const main = one.snapshot.mains[0]!.path;
      for (const line of step.lines) expect(line.way[0]).toBe(main);
    }
    // Less has to change for a higher version.
    const counts = lower.map(({ lines }) => lines.length);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(lower.every(({ version }) => isVersion(version))).toBe(true);
  });
});

it('of a workspace and of recorded lines alone is said to be unproved', () => {
  const lines = 'm a@v1.1.0\na@v1.1.0 b@v1.1.0\na@v1.1.0 b@v1.0.0';
  expect(why(modelOf(lines), 'b').lower).toMatchObject([{ version: 'v1.0.0', unproved: 'not-declared' }]);
  expect(why(modelOf(`${lines}\nn a@v1.1.0`), 'b').lower[0]).toMatchObject({
    unproved: 'workspace',
    lines: [
      { main: 'm', path: 'a', way: ['m', 'a@v1.1.0', 'b@v1.1.0'] },
      { main: 'n', path: 'a', way: ['n', 'a@v1.1.0', 'b@v1.1.0'] },
    ],
  });
});
