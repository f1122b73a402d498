/** What a panel says of one module of a comparison: as its side has it, not as the union of both. */
import { describe, expect, it } from 'vitest';
import { declaredIn } from '../../../client/panels/inspect/declared.ts';
import { stepsTo } from '../../../client/panels/inspect/way.ts';
import { openData } from '../../../client/state/data.ts';
import { Sides, type Told } from '../../../client/state/sides.ts';
import { viewOfUnion } from '../../../drawing/diff-picture.ts';
import { diffSnapshots } from '../../../graph/diff/diff.ts';
import { unionOf } from '../../../graph/diff/union.ts';
import { requirersOf } from '../../../graph/explain/neighbours.ts';
import { nodeName } from '../../../graph/model/module-graph.ts';
import type { Snapshot } from '../../../graph/snapshot/types.ts';
import { declaredModel } from '../../graph/lines.ts';

/** Before, m requires lib, which brings deep and, at a lower version, shared; after, only shared is left, which keep requires. */
const base: Snapshot = declaredModel(
  'm lib@v1.0.0\nm keep@v1.0.0\nm shared@v1.1.0\nlib@v1.0.0 deep@v1.0.0\nlib@v1.0.0 shared@v1.1.0\nkeep@v1.0.0 shared@v1.0.0',
  { m: 'go 1.22\nrequire lib v1.0.0\nrequire keep v1.0.0\nrequire shared v1.1.0' },
).snapshot;
const head: Snapshot = declaredModel('m keep@v1.0.0\nm shared@v1.0.0\nkeep@v1.0.0 shared@v1.0.0\nm go@1.22', {
  m: 'go 1.22\nrequire keep v1.0.0\nrequire shared v1.0.0 // indirect',
}).snapshot;
const union = unionOf(base, head, diffSnapshots(base, head));
const view = viewOfUnion(union, { unchanged: true });
const sides = new Sides(union, base, head);
const nodeOf = (path: string): number => union.model.snapshot.modules.findIndex((one) => one.path === path);
const boxOf = (path: string) => view.boxes.find((box) => box.nodes.includes(nodeOf(path)));

function told(path: string, shown?: Parameters<Sides['of']>[2]): Told & { readonly node: number } {
  const found = sides.of(view, boxOf(path), shown);
  if (found === undefined) throw new Error(`nothing is told of ${path}`);
  return { ...found, node: found.box.nodes[0] ?? -1 };
}
const requirers = ({ view: { model }, node }: { view: Told['view']; node: number }): string[] =>
  requirersOf(model, 'selected', node).map((one) => nodeName(model.graph, one.node));

describe('a module of a comparison', () => {
  it('that was removed is told of as base has it', () => {
    const lib = told('lib');
    expect(lib.view.model.direct[lib.node]).toBe(1);
    expect(declaredIn(lib.view.model, 'lib')).toEqual({ direct: ['m/go.mod'], indirect: [] });
    const deep = told('deep');
    expect(requirers(deep)).toEqual(['lib@v1.0.0']);
    expect(stepsTo(deep.view.model, 'selected', deep.node).map(({ name }) => name.text)).toEqual(['m', 'lib', 'deep']);
    expect(sides.pathTo(nodeOf('deep'), undefined)).toEqual(['m', 'lib', 'deep'].map(nodeOf));
  });

  it('that stays is told of as head has it, and what base alone required is no requirer', () => {
    const shared = told('shared');
    expect(nodeName(shared.view.model.graph, shared.node)).toBe('shared@v1.0.0');
    expect(requirers(shared)).toEqual(['m', 'keep@v1.0.0']);
    expect(shared.view.model.direct[shared.node]).toBe(0);
    expect(sides.pathTo(nodeOf('shared'), undefined)).toEqual(['m', 'keep', 'shared'].map(nodeOf));
  });

  it('leads back to the union, for what is clicked in the panel', () => {
    const { view: side, back } = told('deep');
    const at = (path: string): number => side.model.snapshot.modules.findIndex((one) => one.path === path);
    expect(['m', 'lib', 'deep'].map((path) => back(at(path)))).toEqual(['m', 'lib', 'deep'].map(nodeOf));
    expect(back(-1)).toBe(nodeOf('deep'));
  });

  it('is told of by what the page has read, where that is its side, and has its facts on both', async () => {
    const fact = { path: 'lib', version: 'v1.0.0', deprecated: 'use keep' };
    const before = await openData({ ...base, facts: [fact] });
    expect(told('lib', before).view.model).toBe(before.model);
    const after = await openData({ ...head, facts: [fact] });
    expect(told('shared', after).view.model).toBe(after.model);
    expect(told('lib', after).view.model.snapshot.facts).toEqual([fact]);
  });

  it('is nothing where the box is none of one module', () => {
    expect(sides.of(view, undefined, undefined)).toBeUndefined();
    expect(sides.of(view, { id: 'x', kind: 'cause', nodes: [0, 1], steps: 0 }, undefined)).toBeUndefined();
  });
});
