/** Steps: which lines of go.mod lead somewhere, and which only list what others require. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../../graph/model/model.ts';
import { nodeName } from '../../../graph/model/module-graph.ts';
import type { ScopeGraph } from '../../../graph/view/scope.ts';
import { pathTo, stepsIn } from '../../../graph/view/step-graph.ts';
import type { Scope } from '../../../graph/view/types.ts';
import { declaredModel, modelOf } from '../lines.ts';
import { declaredModels } from '../query/arbitrary.ts';

function linesIn(model: Model, { nodes, out, size }: ScopeGraph): string[] {
  const name = (local: number): string => nodeName(model.graph, nodes[local]!);
  return Array.from({ length: size }, (_, n) => n).flatMap((n) =>
    Array.from(out.targets.slice(out.offsets[n], out.offsets[n + 1]), (to) => `${name(n)} → ${name(to)}`),
  );
}

/** The steps from main modules; all others are steps by themselves. */
function fromMains(model: Model, scope: Scope = 'selected'): string[] {
  return linesIn(model, stepsIn(model, scope).graph).filter((line) => /^[^@]+ →/.test(line));
}

function path(model: Model, name: string, scope: Scope = 'selected'): string[] {
  const node = model.snapshot.modules.findIndex((_, n) => nodeName(model.graph, n) === name);
  return pathTo(model, scope, node).map((one) => nodeName(model.graph, one));
}

describe('an // indirect line of a main module', () => {
  const lines = 'm a@v1.0.0\nm b@v1.0.0\na@v1.0.0 b@v1.0.0';
  const goMod = (go: string): string => `${go}\nrequire a v1.0.0\nrequire b v1.0.0 // indirect`;

  it('is no step where something else leads to what it lists', () => {
    const model = declaredModel(lines, { m: goMod('go 1.22') });
    const { whole, graph, listed } = stepsIn(model, 'selected');
    expect(linesIn(model, graph)).toEqual(['a@v1.0.0 → b@v1.0.0', 'm → a@v1.0.0']);
    expect(linesIn(model, whole)).toEqual(['a@v1.0.0 → b@v1.0.0', 'm → a@v1.0.0', 'm → b@v1.0.0']);
    expect([...listed]).toEqual([0, 0, 1]);
    expect(path(model, 'b@v1.0.0')).toEqual(['m', 'a@v1.0.0', 'b@v1.0.0']);
  });

  it.each(['go 1.17', 'go 1.17.1', 'go 1.21rc1', 'go 1.100'])('with %s', (go) => {
    expect(fromMains(declaredModel(lines, { m: goMod(go) }))).toEqual(['m → a@v1.0.0']);
  });

  it.each(['go 1.16', 'go 1.9', ''])('is a step like another where go.mod does not list everything: %j', (go) => {
    const model = declaredModel(lines, { m: goMod(go) });
    expect(fromMains(model)).toEqual(['m → a@v1.0.0', 'm → b@v1.0.0']);
    expect(path(model, 'b@v1.0.0')).toEqual(['m', 'b@v1.0.0']);
  });

  it('is one where no go.mod was read', () => {
    expect(fromMains(modelOf(lines))).toEqual(['m → a@v1.0.0', 'm → b@v1.0.0']);
  });

  it('is one without the words', () => {
    expect(fromMains(declaredModel(lines, { m: 'go 1.22\nrequire a v1.0.0\nrequire b v1.0.0' }))).toEqual([
      'm → a@v1.0.0',
      'm → b@v1.0.0',
    ]);
  });
});

describe('where nothing else leads', () => {
  const listing = (...names: string[]): Record<string, string> => ({
    m: `go 1.22\n${names.map((name) => `require ${name} v1.0.0 // indirect`).join('\n')}`,
  });

  it('the line is a step, and what leads on from there needs no line of its own', () => {
    // By number d comes before x, which leads to it.
    const model = declaredModel('m d@v1.0.0\nm x@v1.0.0\nx@v1.0.0 d@v1.0.0', listing('d', 'x'));
    expect(fromMains(model)).toEqual(['m → x@v1.0.0']);
    expect(path(model, 'd@v1.0.0')).toEqual(['m', 'x@v1.0.0', 'd@v1.0.0']);
  });

  it('two in a ring: one is stepped to, the first', () => {
    const ring = 'm x@v1.0.0\nm y@v1.0.0\nx@v1.0.0 y@v1.0.0\ny@v1.0.0 x@v1.0.0';
    const model = declaredModel(ring, listing('y', 'x'));
    expect(fromMains(model)).toEqual(['m → x@v1.0.0']);
    expect(path(model, 'y@v1.0.0')).toEqual(['m', 'x@v1.0.0', 'y@v1.0.0']);
  });

  it('a ring and what leads to it: the latter', () => {
    const ring = 'm x@v1.0.0\nm y@v1.0.0\nm z@v1.0.0\nx@v1.0.0 y@v1.0.0\ny@v1.0.0 x@v1.0.0\nz@v1.0.0 y@v1.0.0';
    expect(fromMains(declaredModel(ring, listing('x', 'y', 'z')))).toEqual(['m → z@v1.0.0']);
  });

  it('two apart: both', () => {
    expect(fromMains(declaredModel('m x@v1.0.0\nm y@v1.0.0', listing('x', 'y')))).toEqual([
      'm → x@v1.0.0',
      'm → y@v1.0.0',
    ]);
  });

  it('a lost version that requires it leads nowhere', () => {
    const model = declaredModel('m a@v1.1.0\nm b@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 a@v1.0.0', {
      m: 'go 1.22\nrequire a v1.1.0\nrequire b v1.0.0 // indirect',
    });
    expect(fromMains(model)).toEqual(['m → a@v1.1.0', 'm → b@v1.0.0']);
  });

  it('is answered for each scope by itself', () => {
    const model = declaredModel('m a@v1.0.0\nm b@v1.1.0\na@v1.0.0 b@v1.0.0', {
      m: 'go 1.22\nrequire a v1.0.0\nrequire b v1.1.0 // indirect',
    });
    expect(fromMains(model)).toEqual(['m → a@v1.0.0']);
    expect(fromMains(model, 'all')).toEqual(['m → a@v1.0.0', 'm → b@v1.1.0']);
    expect(path(model, 'b@v1.1.0', 'all')).toEqual(['m', 'b@v1.1.0']);
    expect(path(model, 'b@v1.0.0', 'all')).toEqual(['m', 'a@v1.0.0', 'b@v1.0.0']);
  });
});

describe('in a workspace', () => {
  const lines = 'm b@v1.0.0\nn b@v1.0.0';
  const lists = 'go 1.22\nrequire b v1.0.0 // indirect';

  it('a member that requires it leads there for all', () => {
    expect(fromMains(declaredModel(lines, { m: lists, n: 'go 1.22\nrequire b v1.0.0' }))).toEqual(['n → b@v1.0.0']);
    expect(fromMains(declaredModel(lines, { m: lists, n: 'go 1.16\nrequire b v1.0.0 // indirect' }))).toEqual([
      'n → b@v1.0.0',
    ]);
  });

  it('what members only list, each of them leads to', () => {
    expect(fromMains(declaredModel(lines, { m: lists, n: lists }))).toEqual(['m → b@v1.0.0', 'n → b@v1.0.0']);
  });

  it('a line on another member is a step', () => {
    const model = declaredModel('m n@v0.1.0\nn a@v1.0.0', {
      m: 'go 1.22\nrequire n v0.1.0 // indirect',
      n: 'go 1.22\nrequire a v1.0.0',
    });
    expect(fromMains(model)).toEqual(['m → n', 'n → a@v1.0.0']);
  });
});

describe('pathTo', () => {
  const model = modelOf('m a@v1.1.0\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0\na@v1.0.0 c@v1.0.0');

  it('is the main module itself, and [] for what has no path or is not in the scope', () => {
    expect(path(model, 'm')).toEqual(['m']);
    expect(path(model, 'c@v1.0.0')).toEqual([]);
    expect(path(model, 'a@v1.0.0')).toEqual([]);
    expect(path(model, 'c@v1.0.0', 'all')).toEqual(['m', 'b@v1.0.0', 'a@v1.0.0', 'c@v1.0.0']);
  });

  it('begins at the nearest main module', () => {
    expect(path(modelOf('m a@v1.0.0\na@v1.0.0 b@v1.0.0\nn b@v1.0.0'), 'b@v1.0.0')).toEqual(['n', 'b@v1.0.0']);
  });
});

/** Local numbers that the main modules lead to, over requirements that are not `gone`. */
function reached(model: Model, graph: ScopeGraph, gone: (from: number, to: number) => boolean = () => false): number[] {
  const seen = new Set(model.mains.map((node) => graph.localOf[node]!));
  for (const local of seen)
    for (const to of graph.out.targets.slice(graph.out.offsets[local], graph.out.offsets[local + 1]))
      if (!gone(local, to)) seen.add(to);
  return [...seen].sort((a, b) => a - b);
}

it('what the main modules lead to, their steps lead to; and no step to a listed module could be left out', () => {
  let listing = 0;
  let kept = 0;
  fc.assert(
    fc.property(declaredModels, fc.constantFrom<Scope[]>('selected', 'all'), (model, scope) => {
      const { whole, graph, listed } = stepsIn(model, scope);
      expect(reached(model, graph)).toEqual(reached(model, whole));
      expect(graph.out.targets.length).toBe(whole.out.targets.length - listed.reduce((sum, one) => sum + one, 0));
      listing += listed.filter((one) => one === 1).length;
      for (const node of model.mains) {
        const main = graph.localOf[node]!;
        const { require, go = '' } = model.snapshot.mains.find((one) => nodeName(model.graph, node) === one.path)!;
        const indirect = new Set(require.flatMap((line) => (line.indirect === true ? [line.path] : [])));
        if (!['1.17', '1.21', '1.22'].includes(go)) continue;
        for (const to of graph.out.targets.slice(graph.out.offsets[main], graph.out.offsets[main + 1])) {
          const target = nodeName(model.graph, graph.nodes[to]!);
          if (!target.includes('@') || !indirect.has(target.split('@')[0]!)) continue;
          kept++;
          const others = reached(model, graph, (from, end) => end === to && model.mains.includes(graph.nodes[from]!));
          expect(others).not.toContain(to);
        }
      }
    }),
    { numRuns: 400 },
  );
  // The worlds are such that both happen.
  expect(Math.min(listing, kept)).toBeGreaterThan(0);
});
