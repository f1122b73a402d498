import { describe, expect, it } from 'vitest';
import { boxById, boxOfNode, cycleAround, nodeOfName, selectedBox } from '../../../client/state/find-box.ts';
import { drawnBox } from '../../../client/state/explorer.svelte.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import type { Box, View } from '../../../graph/view/types.ts';
import { defaultView } from '../../../graph/view/defaults.ts';
import { scene } from '../scenes.ts';
import { small } from '../backend/snapshots.ts';

const model = openSnapshot(small);
// Nodes: a@v1.0.0 0 · b@v1.0.0 1 · b@v1.1.0 2 · m 3.
const module = (id: string, node: number): Box => ({ id, kind: 'module', nodes: [node], steps: 1 });

function view(boxes: readonly Box[]): View {
  return { model, options: defaultView, boxes, lines: [], receipt: scene([]).receipt, matched: [], notes: [] };
}

const member = module('example.com/a@v1.0.0', 0);
const frame: Box = { id: 'owner:x', kind: 'owner', nodes: [0, 2], steps: 1, inside: { boxes: [member], lines: [] } };
const main = module('example.com/m', 3);

describe('finding boxes', () => {
  const shown = view([frame, main]);

  it('looks into opened frames', () => {
    expect(boxById(shown, member.id)).toEqual({ box: member, frame });
    expect(boxById(shown, frame.id)).toEqual({ box: frame });
    expect(boxById(shown, 'gone')).toBeUndefined();
  });

  it('takes the member of a frame before the frame', () => {
    expect(boxOfNode(shown, 0)).toEqual({ box: member, frame });
    expect(boxOfNode(shown, 2)).toEqual({ box: frame });
    expect(boxOfNode(shown, 1)).toBeUndefined();
  });
});

describe('nodeOfName', () => {
  it('is the version of that name', () => {
    expect(nodeOfName(model, 'example.com/b@v1.0.0')).toBe(1);
    expect(nodeOfName(model, 'example.com/m')).toBe(3);
  });

  it('is the selected version after an upgrade', () => {
    expect(nodeOfName(model, 'example.com/b@v1.0.7')).toBe(2);
  });

  it('is nothing where the path is gone', () => {
    expect(nodeOfName(model, 'example.com/gone@v1.0.0')).toBeUndefined();
    expect(nodeOfName(model, '__proto__')).toBeUndefined();
  });
});

describe('what is selected', () => {
  const closed: Box = { id: 'owner:x', kind: 'owner', nodes: [0, 2], steps: 1 };

  it('is a module in a closed group: explained for itself, drawn as the group', () => {
    const shown = view([closed, main]);
    const found = selectedBox(shown, 'example.com/b@v1.1.0');
    expect(found?.box).toMatchObject({ kind: 'module', nodes: [2] });
    expect(drawnBox(found, shown)).toBe(closed);
  });

  it('is a module that the filters hide: explained, and drawn nowhere', () => {
    const shown = view([main]);
    const found = selectedBox(shown, 'example.com/b@v1.1.0');
    expect(found?.box.nodes).toEqual([2]);
    expect(drawnBox(found, shown)).toBeUndefined();
  });

  it('is a member of an opened frame, or the frame', () => {
    const shown = view([frame, main]);
    expect(drawnBox(selectedBox(shown, member.id), shown)).toBe(member);
    expect(drawnBox(selectedBox(shown, frame.id), shown)).toBe(frame);
  });

  it('is nothing when the name means nothing', () => {
    expect(selectedBox(view([main]), 'gone')).toBeUndefined();
    expect(drawnBox(undefined, view([main]))).toBeUndefined();
  });
});

describe('the closed cycle around a module', () => {
  const cycle: Box = { id: 'cycle:x', kind: 'cycle', nodes: [0, 2], steps: 1 };

  it('is the one that hides it', () => {
    expect(cycleAround(view([cycle, main]), 'example.com/b@v1.1.0')).toBe('cycle:x');
  });

  it('is none once it is open, in a group, for a box of its own, and for the cycle itself', () => {
    const opened = { ...cycle, inside: { boxes: [member, module('example.com/b@v1.1.0', 2)], lines: [] } };
    expect(cycleAround(view([opened, main]), 'example.com/b@v1.1.0')).toBeUndefined();
    expect(cycleAround(view([{ ...cycle, kind: 'owner' }, main]), 'example.com/b@v1.1.0')).toBeUndefined();
    expect(cycleAround(view([cycle, main]), 'example.com/m')).toBeUndefined();
    expect(cycleAround(view([cycle, main]), 'cycle:x')).toBeUndefined();
  });
});
