/** The shared core and what one requirement shares, against walks over each requirement alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../../graph/model/model.ts';
import { directGraph } from '../../../graph/view/step-graph.ts';
import { reach } from '../../../graph/walk/reach.ts';
import { CoreCell, coreOf, mostCore } from '../../../graph/weight/core.ts';
import { needing, sharedWith } from '../../../graph/weight/one.ts';
import { reachedIn } from '../../../graph/weight/reached.ts';
import { weightOf } from '../../../graph/weight/weight.ts';
import { declaredModel, modelOf } from '../lines.ts';
import { models } from '../query/arbitrary.ts';
import { sampleModel } from '../recorded-model.ts';

/** a and b lead to s, a itself and b through c; b requires a; d stands alone. */
const model = declaredModel(
  'm a@v1.0.0\nm b@v1.0.0\nm d@v1.0.0\na@v1.0.0 s@v1.0.0\nb@v1.0.0 c@v1.0.0\nc@v1.0.0 s@v1.0.0\nb@v1.0.0 a@v1.0.0',
  {
    m: 'go 1.24\nrequire (\na v1.0.0\nb v1.0.0\nd v1.0.0\n)',
  },
);
const pathOf = (of: Model, node: number): string => of.snapshot.modules[node]?.path ?? '';
const nodeOf = (of: Model, path: string): number => of.graph.selected[of.graph.paths.indexOf(path)] ?? -1;

describe('the shared core', () => {
  it('has what two requirements or more lead to, and how each does', () => {
    const core = coreOf(model);
    expect(core.modules.map(({ path, neededBy }) => [path, neededBy])).toEqual([['s', 2]]);
    expect([...core.cells].map(([path, cells]) => [path, ...cells])).toEqual([
      ['a', CoreCell.requires],
      ['b', CoreCell.through],
      ['d', CoreCell.none],
    ]);
  });

  it('does not count a requirement as its own requirer, and marks it in its own column', () => {
    const of = modelOf('m a@v1.0.0\nm b@v1.0.0\nm c@v1.0.0\nb@v1.0.0 a@v1.0.0\nc@v1.0.0 a@v1.0.0');
    expect(coreOf(of).modules.map(({ path, neededBy }) => [path, neededBy])).toEqual([['a', 2]]);
    expect(coreOf(of).cells.get('a')).toEqual(Uint8Array.of(CoreCell.itself));
  });

  it('is empty where nothing is shared', () => {
    const core = coreOf(modelOf('m a@v1.0.0\na@v1.0.0 b@v1.0.0'));
    expect(core.modules).toEqual([]);
    expect(core.cells.get('a')).toEqual(new Uint8Array(0));
  });

  it('names at most thirty, the most needed first', () => {
    const { modules } = coreOf(sampleModel('prometheus'));
    expect(modules.length).toBe(mostCore);
    const counts = modules.map(({ neededBy }) => neededBy);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });
});

/** Each cell, and what each row shares, by a walk from that requirement alone. */
function expectAsWalked(of: Model): void {
  const { beside } = reachedIn(of);
  const graph = directGraph(of, 'selected');
  const rows = weightOf(of).rows.map(({ path, shares }) => ({
    path,
    shares,
    local: graph.localOf[nodeOf(of, path)] ?? -1,
  }));
  const below = new Map(rows.map(({ path, local }) => [path, reach(beside, [local])]));
  const core = coreOf(of);
  for (const { path, shares, local } of rows) {
    const seen = below.get(path) ?? new Uint8Array(0);
    const itself = new Set(
      beside.out.targets.subarray(beside.out.offsets[local] ?? 0, beside.out.offsets[local + 1] ?? 0),
    );
    const wanted = core.modules.map(({ node }) => {
      const to = graph.localOf[node] ?? -1;
      if (to === local) return CoreCell.itself;
      if (itself.has(to)) return CoreCell.requires;
      return seen[to] === 1 ? CoreCell.through : CoreCell.none;
    });
    expect([...(core.cells.get(path) ?? [])], path).toEqual(wanted);
    const shared = sharedWith(of, nodeOf(of, path));
    expect(shared.length, path).toBe(shares);
    for (const { node, others } of shared) {
      const at = graph.localOf[node] ?? -1;
      expect(rows.filter((one) => one.path !== path && below.get(one.path)?.[at] === 1).length).toBe(others);
    }
    const others = needing(of, nodeOf(of, path)).map((node) => pathOf(of, node));
    expect(others.sort()).toEqual(
      rows
        .filter((one) => one.path !== path && below.get(one.path)?.[local] === 1)
        .map((one) => one.path)
        .sort(),
    );
  }
}

describe('agrees with a walk from each requirement', () => {
  it.each(['echo', 'prometheus'])('in %s', (name) => {
    expectAsWalked(sampleModel(name));
  });

  it('in graphs at random', () => {
    fc.assert(
      fc.property(models, (of) => {
        expectAsWalked(of);
      }),
      { numRuns: 200 },
    );
  });
});

describe('one requirement', () => {
  it('shares what fewest others lead to first', () => {
    const of = modelOf(
      'm a@v1.0.0\nm b@v1.0.0\nm c@v1.0.0\na@v1.0.0 e@v1.0.0\na@v1.0.0 z@v1.0.0\nb@v1.0.0 e@v1.0.0\nc@v1.0.0 e@v1.0.0\nc@v1.0.0 z@v1.0.0',
    );
    expect(sharedWith(of, nodeOf(of, 'a')).map(({ node, others }) => [pathOf(of, node), others])).toEqual([
      ['z', 1],
      ['e', 2],
    ]);
  });

  it('is told from what is none', () => {
    expect(sharedWith(model, nodeOf(model, 's'))).toEqual([]);
    expect(needing(model, nodeOf(model, 's'))).toEqual([]);
    expect(needing(model, nodeOf(model, 'a')).map((node) => pathOf(model, node))).toEqual(['b']);
  });
});
