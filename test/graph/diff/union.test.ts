import { describe, expect, it } from 'vitest';
import { diffSnapshots } from '../../../graph/diff/diff.ts';
import { changedWithWays, lineKey, unionOf } from '../../../graph/diff/union.ts';
import { nodeName } from '../../../graph/model/module-graph.ts';
import { assemble } from '../../../graph/snapshot/assemble.ts';
import type { Snapshot } from '../../../graph/snapshot/types.ts';
import { edgesOf } from '../lines.ts';

function snapshot(lines: string): Snapshot {
  return assemble({
    edges: edgesOf(lines),
    mains: [{ path: 'm', dir: '.', require: [], replace: [], exclude: [], retract: [], tool: [], ignore: [] }],
  });
}

const base = snapshot('m a@v1.0.0\nm q@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 gone@v1.0.0\nq@v1.0.0 r@v1.0.0\nm go@1.21');
const head = snapshot(
  'm a@v1.1.0\nm q@v1.0.0\na@v1.1.0 b@v1.0.0\nb@v1.0.0 a@v1.0.0\na@v1.1.0 new@v2.0.0\nq@v1.0.0 r@v1.0.0\nm go@1.22',
);
const union = unionOf(base, head, diffSnapshots(base, head));
const { graph } = union.model;
const names = Array.from({ length: graph.size }, (_, node) => nodeName(graph, node));

describe('the union of two build lists', () => {
  it('has every path once, as it is in head, or was in base', () => {
    expect(names).toEqual(['a@v1.1.0', 'b@v1.0.0', 'gone@v1.0.0', 'm', 'new@v2.0.0', 'q@v1.0.0', 'r@v1.0.0']);
    expect([...graph.selected]).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('says what became of each path', () => {
    expect([...union.changes]).toEqual([
      ['new', { kind: 'added' }],
      ['gone', { kind: 'removed' }],
      [
        'a',
        {
          kind: 'changed',
          path: 'a',
          from: 'v1.0.0',
          to: 'v1.1.0',
          direction: 'raised',
          directFrom: undefined,
          directTo: undefined,
        },
      ],
    ]);
  });

  it('has the requirements of both, by path, and knows which only one of them has', () => {
    expect([...union.gained].sort()).toEqual([lineKey('a', 'new'), lineKey('b', 'a')]);
    expect([...union.lost]).toEqual([lineKey('b', 'gone')]);
    const lines = names.flatMap((from, node) =>
      Array.from(
        graph.out.targets.subarray(graph.out.offsets[node], graph.out.offsets[node + 1]),
        (to) => `${from} ${names[to]!}`,
      ),
    );
    expect(lines.sort()).toEqual([
      'a@v1.1.0 b@v1.0.0',
      'a@v1.1.0 new@v2.0.0',
      'b@v1.0.0 a@v1.1.0',
      'b@v1.0.0 gone@v1.0.0',
      'm a@v1.1.0',
      'm q@v1.0.0',
      'q@v1.0.0 r@v1.0.0',
    ]);
  });

  it('shows what changed and the ways that lead to it, and nothing else', () => {
    const shown = changedWithWays(union);
    expect(names.filter((_, node) => shown[node] === 1)).toEqual([
      'a@v1.1.0',
      'b@v1.0.0',
      'gone@v1.0.0',
      'm',
      'new@v2.0.0',
    ]);
  });

  it('is the graph itself where nothing changed', () => {
    const same = unionOf(head, head, diffSnapshots(head, head));
    expect([same.changes.size, same.gained.size, same.lost.size]).toEqual([0, 0, 0]);
    expect([...changedWithWays(same)].filter((one) => one === 1)).toHaveLength(1);
  });
});
