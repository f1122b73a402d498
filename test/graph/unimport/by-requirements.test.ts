/** What leaves by requirements: the rule of what a module alone brings. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NodeKind } from '../../../graph/model/module-graph.ts';
import type { Model } from '../../../graph/model/model.ts';
import { byRequirements } from '../../../graph/unimport/by-requirements.ts';
import type { Outcome } from '../../../graph/unimport/outcome.ts';
import { aloneIn, leavingWithout } from '../../../graph/view/alone.ts';
import { declaredModel } from '../lines.ts';
import { models } from '../query/arbitrary.ts';

/** a → a1 → a2, a → shared ← b; t, the module of a tool, → shared, t1. */
const graph = `m a@v1.0.0
m b@v1.0.0
m a1@v1.0.0
m a2@v1.0.0
m shared@v1.0.0
m t@v1.0.0
a@v1.0.0 a1@v1.0.0
a1@v1.0.0 a2@v1.0.0
a@v1.0.0 shared@v1.0.0
b@v1.0.0 shared@v1.0.0
t@v1.0.0 t1@v1.0.0
a@v1.0.0 t1@v1.0.0`;
const listing = ['a1', 'a2', 'shared', 't'].map((name) => `require ${name} v1.0.0 // indirect`).join('\n');
const lines = `go 1.24\nrequire a v1.0.0\nrequire b v1.0.0\n${listing}\ntool t/cmd/t\n`;
const model = declaredModel(graph, { m: lines });

function without(of: Model, ...modules: readonly string[]): Outcome {
  const inside = (path: string): boolean => modules.some((one) => path === one || path.startsWith(`${one}/`));
  const target = { name: modules.join(), kind: 'module' as const, modules, holds: inside };
  return byRequirements(of, target, new Map(), new Set(of.snapshot.mains.map(({ path }) => path)));
}

describe('without a module', () => {
  it('that leaves which nothing else leads to, whatever go.mod lists, and the lines with it', () => {
    const { removed, lines: gone, changed, added, kept } = without(model, 'a');
    expect(removed.map(({ path }) => path)).toEqual(['a', 'a1', 'a2']);
    expect(gone.map(({ path, is, becomes }) => [path, is, becomes])).toEqual([
      ['a', 'v1.0.0', undefined],
      ['a1', 'v1.0.0 // indirect', undefined],
      ['a2', 'v1.0.0 // indirect', undefined],
    ]);
    expect([changed, added, kept]).toEqual([[], [], []]);
  });

  it('a tool keeps what it requires, and goes itself where it is meant', () => {
    expect(without(model, 't').removed.map(({ path }) => path)).toEqual(['t']);
    expect(without(model, 't').lines.map(({ verb, path }) => [verb, path])).toEqual([
      ['require', 't'],
      ['tool', 't/cmd/t'],
    ]);
    expect(without(model, 'a', 't').removed.map(({ path }) => path)).toEqual(['a', 'a1', 'a2', 't', 't1']);
  });

  it('one that another module requires stays, its line turns // indirect, and it is said what keeps it', () => {
    const kept = declaredModel(`${graph}\nb@v1.0.0 a@v1.0.0`, { m: lines });
    expect(without(kept, 'a')).toMatchObject({
      removed: [],
      lines: [{ path: 'a', is: 'v1.0.0', becomes: 'v1.0.0 // indirect' }],
      kept: [{ path: 'a', version: 'v1.0.0', by: ['b@v1.0.0'] }],
    });
  });

  it('one that is still imported stays with all that it brings', () => {
    const target = { name: 'a/p', kind: 'package' as const, modules: ['a'], holds: (path: string) => path === 'a/p' };
    expect(byRequirements(model, target, new Map([['a', ['a/q']]]), new Set(['m']))).toEqual({
      removed: [],
      added: [],
      changed: [],
      lines: [],
      kept: [{ path: 'a', version: 'v1.0.0', by: [], imports: ['a/q'] }],
    });
  });

  it('in one member alone: what the others require stays', () => {
    const both = declaredModel('m a@v1.0.0\nn a@v1.0.0\nn c@v1.0.0\nm c@v1.0.0\na@v1.0.0 d@v1.0.0', {
      m: 'go 1.24\nrequire a v1.0.0\nrequire c v1.0.0\n',
      n: 'go 1.24\nrequire a v1.0.0\nrequire c v1.0.0\n',
    });
    expect(leavingWithout(both, new Set(['a']), new Set(['m']))).toEqual([]);
    expect(leavingWithout(both, new Set(['a']), new Set(['m', 'n']))).toHaveLength(2);
  });
});

it('of any module that no other leads to: it, and what it alone brings', () => {
  let brought = 0;
  fc.assert(
    fc.property(models, (any) => {
      const mains = new Set(any.snapshot.mains.map(({ path }) => path));
      for (const node of any.graph.selected) {
        if (node === -1 || any.graph.kind[node] !== NodeKind.module) continue;
        const path = any.graph.paths[any.graph.pathOf[node] ?? -1] ?? '';
        const leaving = leavingWithout(any, new Set([path]), mains);
        // Kept by something else: nothing leaves at all.
        if (leaving.length === 0) continue;
        const own = [node, ...aloneIn(any).brings(node)].sort((a, b) => a - b);
        expect(leaving).toEqual(own);
        brought += leaving.length;
      }
    }),
    { numRuns: 300 },
  );
  expect(brought).toBeGreaterThan(0);
});
