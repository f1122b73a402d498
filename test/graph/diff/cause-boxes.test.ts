import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causeGroups } from '../../../graph/diff/cause-boxes.ts';
import { diffSnapshots } from '../../../graph/diff/diff.ts';
import type { Cause } from '../../../graph/diff/types.ts';
import { unionOf } from '../../../graph/diff/union.ts';
import { assemble } from '../../../graph/snapshot/assemble.ts';
import type { Snapshot } from '../../../graph/snapshot/types.ts';
import { edgesOf } from '../lines.ts';

function snapshot(lines: string): Snapshot {
  return assemble({
    edges: edgesOf(lines),
    mains: [{ path: 'm', dir: '.', require: [], replace: [], exclude: [], retract: [], tool: [], ignore: [] }],
  });
}

const base = snapshot('m a@v1.0.0\nm old@v1.0.0\nm kept@v1.0.0\nold@v1.0.0 x@v1.0.0\nold@v1.0.0 y@v1.0.0');
const head = snapshot('m a@v1.1.0\nm kept@v1.0.0\na@v1.1.0 z@v1.0.0\nkept@v1.0.0 w@v1.0.0');
const union = unionOf(base, head, diffSnapshots(base, head));
const line = (path: string, ...follows: string[]): Cause => ({ file: 'go.mod', kind: 'require', path, follows });

function said(causes: readonly Cause[], limit = 100): string[] {
  const { graph } = union.model;
  return causeGroups(union, causes, limit).map(
    ({ path, nodes }) => `${path}: ${nodes.map((node) => graph.paths[graph.pathOf[node]!]).join(' ')}`,
  );
}

describe('the groups of a large difference', () => {
  it('hold what a line is about first, then what follows from it, largest first', () => {
    expect(said([line('a', 'a', 'z'), line('old', 'old', 'x', 'y'), line('w', 'w')])).toEqual([
      'old: old x y',
      'a: a z',
      'w: w',
    ]);
  });

  it('put what two lines bring under the first, and what a line is about under itself', () => {
    expect(said([line('a', 'a', 'z', 'x'), line('z', 'z', 'x')])).toEqual(['a: a x', 'z: z', ': w old y']);
  });

  it('join the lines of one path, and leave out lines that nothing follows from', () => {
    expect(said([line('a', 'a'), line('kept'), { ...line('a', 'z'), kind: 'replace' }, line('nowhere')])).toEqual([
      'a: a z',
      ': w old x y',
    ]);
  });

  it('are no more than the limit: the smallest share the last one with what no line was found for', () => {
    const causes = [line('a', 'a', 'z'), line('old', 'old', 'x', 'y'), line('w', 'w')];
    expect(said(causes, 2)).toEqual(['old: old x y', ': a z w']);
    expect(said(causes, 1)).toEqual([': old x y a z w']);
  });

  it('hold every change exactly once, whatever the causes say', () => {
    const paths = ['a', 'old', 'x', 'y', 'z', 'w', 'kept', 'm', 'go', 'none'];
    const causes = fc.array(
      fc.record({ path: fc.constantFrom(...paths), follows: fc.uniqueArray(fc.constantFrom(...paths)) }),
    );
    fc.assert(
      fc.property(causes, fc.integer({ min: 1, max: 8 }), (lines, limit) => {
        const groups = causeGroups(
          union,
          lines.map(({ path, follows }) => line(path, ...follows)),
          limit,
        );
        const { graph } = union.model;
        const held = groups.flatMap(({ nodes }) => nodes.map((node) => graph.paths[graph.pathOf[node]!]!));
        expect(held.sort()).toEqual([...union.changes.keys()].sort());
        expect(groups.length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
