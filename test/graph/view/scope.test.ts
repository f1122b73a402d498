/** Scopes: which versions and which requirements a view starts from. */
import { describe, expect, it } from 'vitest';
import { modelOf } from '../lines.ts';
import { nodeName } from '../../../graph/model/module-graph.ts';
import { induced, scopeGraph, type ScopeGraph } from '../../../graph/view/scope.ts';
import { linesOf, show } from './show.ts';

const model = modelOf(`m a@v1.0.0
m b@v1.1.0
m go@1.22
a@v1.0.0 b@v1.0.0
a@v1.0.0 go@1.21
b@v1.0.0 c@v1.0.0
b@v1.1.0 m@v0.9.0
c@v1.0.0 a@v1.0.0`);

/** As `a@v1.0.0 → b@v1.1.0`, with `lower` behind it where it asks for less. */
function requirements({ nodes, out, lower, size }: ScopeGraph): string[] {
  const name = (local: number): string => nodeName(model.graph, nodes[local]!);
  return Array.from({ length: size }, (_, n) => n).flatMap((n) =>
    Array.from(out.targets.slice(out.offsets[n], out.offsets[n + 1]), (to, i) =>
      [name(n), '→', name(to), ...(lower[out.offsets[n]! + i] === 1 ? ['lower'] : [])].join(' '),
    ),
  );
}

describe('scopeGraph', () => {
  it('selected: every requirement ends at what the build list has, and says whether it asks for less', () => {
    expect(requirements(scopeGraph(model, 'selected'))).toEqual([
      'a@v1.0.0 → b@v1.1.0 lower',
      'b@v1.1.0 → m lower',
      'c@v1.0.0 → a@v1.0.0',
      'm → a@v1.0.0',
      'm → b@v1.1.0',
    ]);
  });

  it('all: every version and requirement as it is, but go lines', () => {
    expect(requirements(scopeGraph(model, 'all'))).toEqual([
      'a@v1.0.0 → b@v1.0.0',
      'b@v1.0.0 → c@v1.0.0',
      'b@v1.1.0 → m@v0.9.0',
      'c@v1.0.0 → a@v1.0.0',
      'm → a@v1.0.0',
      'm → b@v1.1.0',
    ]);
  });

  it.each(['selected', 'all'] as const)('%s: numbers lead to nodes and back', (scope) => {
    const graph = scopeGraph(model, scope);
    expect([...graph.nodes].map((node) => graph.localOf[node])).toEqual([...graph.nodes.keys()]);
    expect([...graph.localOf].filter((local) => local !== -1)).toHaveLength(graph.size);
    expect(graph.localOf).toHaveLength(model.graph.size);
  });

  it('parallel requirements stay: each is one', () => {
    const twice = modelOf('m a@v1.1.0\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0\nb@v1.0.0 a@v1.1.0');
    expect(scopeGraph(twice, 'selected').out.targets).toHaveLength(4);
    expect(linesOf(show(twice))).toEqual(['b@v1.0.0 → a@v1.1.0 ×2', 'm → b@v1.0.0']);
  });
});

describe('induced', () => {
  it('keeps what is marked, in its order, with the requirements between', () => {
    const scope = scopeGraph(model, 'selected');
    const kept = induced(
      scope,
      Uint8Array.from(scope.nodes, (node) => Number(!nodeName(model.graph, node).startsWith('b'))),
    );
    expect(requirements(kept)).toEqual(['c@v1.0.0 → a@v1.0.0', 'm → a@v1.0.0']);
    expect([...kept.nodes].map((node) => kept.localOf[node])).toEqual([0, 1, 2]);
    expect([...kept.localOf].filter((local) => local === -1)).toHaveLength(model.graph.size - 3);
    expect(requirements(induced(scope, new Uint8Array(scope.size).fill(1)))).toEqual(requirements(scope));
    expect(induced(scope, new Uint8Array(scope.size)).size).toBe(0);
  });

  it('keeps which requirement asks for less', () => {
    const scope = scopeGraph(model, 'selected');
    const kept = induced(
      scope,
      Uint8Array.from(scope.nodes, (node) => Number(/^[ab]/.test(nodeName(model.graph, node)))),
    );
    expect(requirements(kept)).toEqual(['a@v1.0.0 → b@v1.1.0 lower']);
  });
});

describe('what a query leaves', () => {
  it('is reduced among itself: a requirement is implied only by ways that are on show', () => {
    const lines = 'm a@v1.0.0\na@v1.0.0 b@v1.0.0\nm b@v1.0.0';
    expect(linesOf(show(lines))).toEqual(['a@v1.0.0 → b@v1.0.0', 'm → a@v1.0.0']);
    expect(linesOf(show(lines, { query: '-a' }))).toEqual(['m → b@v1.0.0']);
  });

  it('keeps its steps from the main module, though the way is not on show', () => {
    const view = show('m a@v1.0.0\na@v1.0.0 b@v1.0.0', { query: 'b' });
    expect(view.boxes).toMatchObject([{ id: 'b@v1.0.0', steps: 2 }]);
    expect(view.receipt).toMatchObject({ versions: 3, scoped: 3, matched: 1, boxes: 1 });
  });

  it('is no cycle any more where a member is gone', () => {
    const ring = 'm a@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 c@v1.0.0\nc@v1.0.0 a@v1.0.0';
    expect(show(ring, { query: '-c' }).boxes.map(({ kind }) => kind)).toEqual(['module', 'module', 'module']);
  });
});

describe('graphs of next to nothing', () => {
  it('an empty graph shows nothing', () => {
    const view = show('');
    expect([view.boxes, view.lines, view.matched, view.notes]).toEqual([[], [], [], []]);
    expect(view.receipt).toEqual({
      versions: 0,
      scoped: 0,
      matched: 0,
      boxes: 0,
      requirements: { all: 0, drawn: 0, implied: 0, inside: 0, undrawn: 0 },
      grouped: 'none',
    });
    expect(show('', { collapse: 'owner' }).receipt).toMatchObject({ boxes: 0, grouped: 'owner' });
  });

  it('a main module with a go line alone is one box', () => {
    expect(show('m go@1.22\nm toolchain@go1.22.1').receipt).toMatchObject({ versions: 1, scoped: 1, boxes: 1 });
  });

  it('a query that matches nothing leaves nothing, and counts what there was', () => {
    const view = show('m a@v1.0.0\nm b@v1.0.0', { query: 'nothing-like-it' });
    expect(view.receipt).toMatchObject({ versions: 3, scoped: 3, matched: 0, boxes: 0, requirements: { all: 0 } });
  });
});

describe('scope all', () => {
  it('draws the requirements of a superseded version dashed, those of selected ones not', () => {
    expect(linesOf(show('m a@v1.1.0\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0\na@v1.0.0 c@v1.0.0', { scope: 'all' }))).toEqual([
      'a@v1.0.0 → c@v1.0.0 superseded',
      'b@v1.0.0 → a@v1.0.0',
      'm → a@v1.1.0',
      'm → b@v1.0.0',
    ]);
  });

  it('a line between groups is dashed only where all that it stands for comes from superseded versions', () => {
    const lines = 'm a@v1.1.0\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0\na@v1.0.0 c@v1.0.0';
    expect(linesOf(show(lines, { scope: 'all', collapse: 'owner' }))).toContain('owner:a → owner:c superseded');
    expect(linesOf(show(`${lines}\na@v1.1.0 c@v1.0.0`, { scope: 'all', collapse: 'owner' }))).toContain(
      'owner:a → owner:c ×2',
    );
    // A ring of versions, one of which lost, is closed by a line that says so.
    const ring = 'm a@v1.1.0\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0\na@v1.0.0 b@v1.0.0';
    expect(linesOf(show(ring, { scope: 'all', closeCycles: false }))).toEqual([
      'a@v1.0.0 → b@v1.0.0 closes-cycle',
      'b@v1.0.0 → a@v1.0.0',
      'm → a@v1.1.0',
      'm → b@v1.0.0',
    ]);
  });
});
