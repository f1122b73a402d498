import { describe, expect, it } from 'vitest';
import { viewKeys } from '../../../client/keys/view-keys.ts';
import { walkFrom, type Arrow } from '../../../client/state/walk.ts';
import type { Direction } from '../../../drawing/layout/types.ts';
import { scene } from '../scenes.ts';

const arrows = ['up', 'down', 'left', 'right'] as const;
const places: Readonly<Record<Arrow, { x: number; y: number }>> = {
  up: { x: 300, y: 0 },
  down: { x: 300, y: 400 },
  left: { x: 0, y: 200 },
  right: { x: 600, y: 200 },
};
/** A box in the middle, one on each side; the requirer and the requirement stand as the direction has them. */
const around = (direction: Direction, lines: readonly string[], headings: number) =>
  scene([{ id: 'middle', x: 300, y: 200 }, ...arrows.map((id) => ({ id, ...places[id] }))], lines, {
    direction,
    headings: Array.from({ length: headings }, () => ({ x: 0, y: 0, width: 0, title: '', note: '' })),
  });
const sidesOf: Readonly<Record<Direction, readonly [from: Arrow, to: Arrow]>> = {
  down: ['up', 'down'],
  up: ['down', 'up'],
  right: ['left', 'right'],
  left: ['right', 'left'],
};

describe('the arrow keys do what the list of keys says', () => {
  it.each(['down', 'up', 'right', 'left'] as const)('in a picture that runs %s', (direction) => {
    const [from, to] = sidesOf[direction];
    const picture = around(direction, [`${from}>middle`, `middle>${to}`], 0);
    const words = viewKeys('graph', picture);
    expect(words[from]).toBe('go to a requirer');
    expect(words[to]).toBe('go to a requirement');
    for (const arrow of arrows) {
      expect(walkFrom(picture, 'middle', arrow)).toBe(arrow);
      if (arrow !== from && arrow !== to)
        expect(words[arrow]).toMatch(/^go to the box (above|below|on the (left|right))$/);
    }
  });

  it('in columns they go by place, whatever is required', () => {
    const picture = around('right', ['down>middle', 'middle>up'], 1);
    const words = viewKeys('graph', picture);
    for (const arrow of arrows) {
      expect(walkFrom(picture, 'middle', arrow)).toBe(arrow);
      expect(words[arrow]).toMatch(/^go to the box/);
    }
  });

  it('in lists, tables and the tree they are of rows', () => {
    for (const tab of ['findings', 'conflicts', 'cycles', 'table', 'weight', 'tree'] as const) {
      const words = viewKeys(tab, undefined);
      expect([words.up, words.down, words.main]).toEqual([
        ...['go to the row above', 'go to the row below', 'go to the first row'],
      ]);
      expect(words.open).toMatch(/^show the row in the graph/);
    }
  });
});
