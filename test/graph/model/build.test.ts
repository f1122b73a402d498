/** The graph in rows: neighbours both ways, places of paths, and which version of a path is selected. */
import { expect, it } from 'vitest';
import { adjacency, row } from '../../../graph/model/adjacency.ts';
import { buildGraph, type NamedNode } from '../../../graph/model/build.ts';
import { nodeName, NodeKind } from '../../../graph/model/module-graph.ts';

/** Nodes by name (sorted), pairs by their names. */
function graphOf(names: readonly string[], pairs: readonly (readonly [string, string])[]) {
  const nodes = names.map((name): NamedNode => {
    const [path = '', version] = name.split('@');
    return version === undefined ? { path } : { path, version };
  });
  const numbers = (end: 0 | 1): Int32Array => Int32Array.from(pairs, (pair) => names.indexOf(pair[end]));
  return buildGraph(nodes, numbers(0), numbers(1));
}

it('has the neighbours of each node in the order of the pairs, one for each pair', () => {
  const rows = adjacency(3, Int32Array.of(2, 0, 2, 2), Int32Array.of(1, 2, 0, 1));
  expect([0, 1, 2].map((node) => [...row(rows, node)])).toEqual([[2], [], [1, 0, 1]]);
});

it('knows who requires a node, ascending, though they stand in another order', () => {
  const graph = graphOf(
    ['a', 'b@v1.0.0', 'c@v1.0.0'],
    [
      ['c@v1.0.0', 'b@v1.0.0'],
      ['a', 'c@v1.0.0'],
      ['a', 'b@v1.0.0'],
      ['b@v1.0.0', 'b@v1.0.0'],
    ],
  );
  expect([...row(graph.out, 0)]).toEqual([2, 1]);
  expect([0, 1, 2].map((node) => [...row(graph.in, node)])).toEqual([[], [0, 1, 2], [0]]);
});

it('gives each path its nodes, its kind and its selected version', () => {
  const names = ['a', 'a@v1.0.0', 'b@v1.9.0', 'b@v1.10.0', 'c@v2.0.0+incompatible', 'go@1.21', 'toolchain@go1.21'];
  const graph = graphOf(names, []);
  expect(graph.paths).toEqual(['a', 'b', 'c', 'go', 'toolchain']);
  expect([...graph.firstOfPath]).toEqual([0, 2, 4, 5, 6, 7]);
  expect([...graph.pathOf]).toEqual([0, 0, 1, 1, 2, 3, 4]);
  expect([...graph.selected]).toEqual([0, 3, 4, -1, -1]);
  const { main, module, toolchain } = NodeKind;
  expect([...graph.kind]).toEqual([main, module, module, module, module, toolchain, toolchain]);
  expect(names.map((_, node) => nodeName(graph, node))).toEqual(names);
});

it('selects the first of versions that differ in build metadata alone', () => {
  const graph = graphOf(['a@v1.0.0', 'a@v2.0.0', 'a@v2.0.0+incompatible'], []);
  expect([...graph.selected]).toEqual([1]);
});

it('is empty without nodes', () => {
  const graph = graphOf([], []);
  expect([graph.size, graph.paths, [...graph.firstOfPath], [...graph.selected]]).toEqual([0, [], [0], []]);
});
