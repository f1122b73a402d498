import { describe, expect, it } from 'vitest';
import { boxIds, hiddenLines } from '../../../client/state/hidden-lines.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import { scopeGraph } from '../../../graph/view/scope.ts';
import { small } from '../backend/snapshots.ts';
import { scene } from '../scenes.ts';

// Nodes: a 0 · b@v1.0.0 1 · b@v1.1.0 2 · m 3; m requires a and b, a requires b.
const graph = scopeGraph(openSnapshot(small), 'selected');
const boxes = [
  { id: 'm', nodes: [3] },
  { id: 'a', nodes: [0] },
  { id: 'b', nodes: [2] },
];

describe('what a picture leaves out', () => {
  const reduced = scene(boxes, ['m>a', 'a>b']);

  it('is the requirement that no line stands for, seen from both ends', () => {
    expect(hiddenLines(reduced, boxIds(reduced), graph, 'b')).toEqual([{ from: 'm', to: 'b' }]);
    expect(hiddenLines(reduced, boxIds(reduced), graph, 'm')).toEqual([{ from: 'm', to: 'b' }]);
    expect(hiddenLines(reduced, boxIds(reduced), graph, 'a')).toEqual([]);
  });

  it('is nothing inside one box, for a frame, or for a box that is not there', () => {
    const grouped = scene([
      { id: 'm', nodes: [3] },
      { id: 'f', nodes: [0, 2], isFrame: true },
      { id: 'a', nodes: [0], frame: 'f' },
      { id: 'b', nodes: [2], frame: 'f' },
    ]);
    const ids = boxIds(grouped);
    expect(ids.get(2)).toBe('b');
    expect(hiddenLines(grouped, ids, graph, 'f')).toEqual([]);
    expect(hiddenLines(grouped, ids, graph, 'gone')).toEqual([]);
    const closed = scene([{ id: 'all', nodes: [0, 2, 3] }]);
    expect(hiddenLines(closed, boxIds(closed), graph, 'all')).toEqual([]);
  });
});
