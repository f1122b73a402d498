import { describe, expect, it } from 'vitest';
import { columnsEngine, columnsEngineFor } from '../../../drawing/layout/columns.ts';
import type { LayoutGraph } from '../../../drawing/layout/types.ts';

const never = new AbortController().signal;

function stepped(...steps: readonly number[]): LayoutGraph {
  return { boxes: steps.map((at) => ({ width: 160, height: 38, steps: at })), lines: [] };
}

describe('columnsEngine', () => {
  it('heads columns by steps, far ones together, and last what has no way in', async () => {
    const { headings } = await columnsEngine(stepped(-1, 6, 1, 0, 2, 4, 3, 1), 'down', never);
    expect(headings?.map(({ title, boxes }) => [title, boxes])).toEqual([
      ['Main module', [3]],
      ['1 step', [2, 7]],
      ['2 steps', [4]],
      ['3 to 6 steps', [1, 5, 6]],
      ['Not reachable', [0]],
    ]);
  });

  it('calls three steps three steps when none is farther', async () => {
    const { headings } = await columnsEngine(stepped(0, 3), 'down', never);
    expect(headings?.map(({ title }) => title)).toEqual(['Main module', '3 steps']);
  });

  it('stands the main module at the left and the rest by steps', async () => {
    const { x, direction } = await columnsEngine(stepped(2, 0, 1), 'down', never);
    expect(direction).toBe('right');
    expect(x[1]).toBeLessThan(x[2]!);
    expect(x[2]).toBeLessThan(x[0]!);
  });

  it('puts the heaviest first, else the tallest', async () => {
    const box = { width: 160, height: 38, steps: 1 };
    const tall = await columnsEngine({ boxes: [box, { ...box, height: 80 }], lines: [] }, 'down', never);
    expect(tall.y[1]).toBeLessThan(tall.y[0]!);
    const boxes = [
      { ...box, weight: 9 },
      { ...box, height: 80, weight: 1 },
    ];
    const heavy = await columnsEngine({ boxes, lines: [] }, 'down', never);
    expect(heavy.y[0]).toBeLessThan(heavy.y[1]!);
  });

  it.each([0.5, 1, 1.6, 2.5])('comes near to an aspect of %d', async (aspect) => {
    const graph = stepped(0, ...Array.from({ length: 200 }, (_, n) => 1 + (n % 3)));
    const { width, height } = await columnsEngineFor(aspect)(graph, 'down', never);
    expect(width / height / aspect).toBeGreaterThan(0.75);
    expect(width / height / aspect).toBeLessThan(1.33);
  });
});
