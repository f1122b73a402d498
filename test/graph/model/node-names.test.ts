import { describe, expect, it } from 'vitest';
import { NodeKind, nodeName } from '../../../graph/model/module-graph.ts';
import { keepNames, nodeNames, nodeNumbers } from '../../../graph/model/node-names.ts';
import { buildGraph } from '../../../graph/model/build.ts';
import { modelOf } from '../lines.ts';

const { graph } = modelOf('m a.org/a@v1.0.0\nm go@1.22\na.org/a@v1.0.0 a.org/a@v1.1.0');

describe('the names of a graph', () => {
  it('are those of its nodes', () => {
    expect(nodeNames(graph)).toEqual(Array.from({ length: graph.size }, (_, node) => nodeName(graph, node)));
    expect(nodeNames(graph)).toContain('a.org/a@v1.1.0');
    expect(graph.kind[nodeNumbers(graph).get('m') ?? -1]).toBe(NodeKind.main);
  });

  it('lead back to the nodes', () => {
    const names = nodeNames(graph);
    expect(nodeNumbers(graph).size).toBe(graph.size);
    for (const [node, name] of names.entries()) expect(nodeNumbers(graph).get(name)).toBe(node);
  });

  it('are put together once', () => {
    const lone = buildGraph([{ path: 'a' }, { path: 'b', version: 'v1.0.0' }], Int32Array.of(0), Int32Array.of(1));
    expect(nodeNames(lone)).toEqual(['a', 'b@v1.0.0']);
    expect(nodeNames(lone)).toBe(nodeNames(lone));
    expect(nodeNumbers(lone)).toBe(nodeNumbers(lone));
  });

  it('may be those that were known before', () => {
    const lone = buildGraph([{ path: 'a' }], Int32Array.of(), Int32Array.of());
    const [names, numbers] = [['a'], new Map([['a', 0]])];
    keepNames(lone, names, numbers);
    expect(nodeNames(lone)).toBe(names);
    expect(nodeNumbers(lone)).toBe(numbers);
  });
});
