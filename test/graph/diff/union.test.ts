import { describe, expect, it } from 'vitest';
import { diffSnapshots } from '../../../graph/diff/diff.ts';
import { changedWithWays, lineKey, unionOf } from '../../../graph/diff/union.ts';
import { nodeName } from '../../../graph/model/module-graph.ts';
import { assemble } from '../../../graph/snapshot/assemble.ts';
import { pathTo } from '../../../graph/view/step-graph.ts';
import type { Snapshot } from '../../../graph/snapshot/types.ts';
import { declaredModel, edgesOf } from '../lines.ts';

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

describe('a module that only base has', () => {
  const before = declaredModel('m a@v1.0.0\nm gone@v1.0.0\nm deep@v1.0.0\ngone@v1.0.0 deep@v1.0.0\nm old@v1.0.0', {
    m: `go 1.22
require a v1.0.0 // indirect
require old v1.0.0
require gone v1.0.0
require deep v1.0.0 // indirect
replace gone => ../gone`,
  }).snapshot;
  const after = declaredModel('m a@v1.0.0\na@v1.0.0 old@v1.0.0\nm new@v1.0.0', {
    m: 'go 1.22\nrequire a v1.0.0\nrequire new v1.0.0',
  }).snapshot;
  const fact = { path: 'gone', version: 'v1.0.0', deprecated: 'use new' };
  const of = (base: Snapshot, head: Snapshot) => unionOf(base, head, diffSnapshots(base, head));
  const { model, ...told } = of({ ...before, facts: [fact] }, after);
  const direct = pathsOf(model.snapshot).filter((_, node) => model.direct[node] === 1);

  it('is direct where base had it so; what head has is as head has it', () => {
    expect(direct).toEqual(['a', 'gone', 'new']);
    // The other way round it is head's go.mod that counts.
    const back = of(after, before);
    expect(pathsOf(back.model.snapshot).filter((_, node) => back.model.direct[node] === 1)).toEqual([
      'gone',
      'new',
      'old',
    ]);
  });

  it('is listed and replaced as in the go.mod of base, and known as facts have it', () => {
    const [main] = model.snapshot.mains;
    expect(main?.require.filter(({ path }) => path === 'gone' || path === 'deep')).toEqual([
      { path: 'gone', version: 'v1.0.0' },
      { path: 'deep', version: 'v1.0.0', indirect: true },
    ]);
    expect(main?.replace).toEqual([{ old: { path: 'gone' }, new: { path: '../gone' } }]);
    expect(model.snapshot.facts).toEqual([fact]);
    expect(of(before, after).model.snapshot.facts).toBeUndefined();
  });

  it('is reached as it was: an // indirect line is no step, and new lines lead nowhere old', () => {
    const node = (path: string): number => model.snapshot.modules.findIndex((one) => one.path === path);
    expect(pathTo(model, 'selected', node('deep'))).toEqual(['m', 'gone', 'deep'].map(node));
    // m requires new, new requires the module that was removed in no version: the way to it is that of base.
    const [one, two] = [
      snapshot('m a@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 gone@v1.0.0'),
      snapshot('m a@v1.0.0\nm b@v1.1.0\na@v1.0.0 b@v1.0.0'),
    ];
    const union = of(one, two);
    const shown = changedWithWays(union);
    expect(union.model.snapshot.modules.filter((_, place) => shown[place] === 1).map(({ path }) => path)).toEqual([
      'a',
      'b',
      'gone',
      'm',
    ]);
    expect(told.lost.has(lineKey('gone', 'deep'))).toBe(true);
  });

  it('of a main module that left the workspace is required by that', () => {
    const both = declaredModel('m a@v1.0.0\nn b@v1.0.0\nm n', {
      m: 'go 1.22\nrequire a v1.0.0',
      n: 'go 1.22\nrequire b v1.0.0',
    });
    const union = of(both.snapshot, declaredModel('m a@v1.0.0', { m: 'go 1.22\nrequire a v1.0.0' }).snapshot);
    expect(union.model.snapshot.mains.map(({ path }) => path)).toEqual(['m', 'n']);
    expect(union.model.mains).toHaveLength(2);
    expect(pathsOf(union.model.snapshot).filter((_, node) => union.model.direct[node] === 1)).toEqual(['a', 'b']);
  });
});

function pathsOf({ modules }: Snapshot): string[] {
  return modules.map(({ path }) => path);
}
