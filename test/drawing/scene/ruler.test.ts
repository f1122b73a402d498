/** The ruler: a mark a layer, with the fewest steps of the boxes that stand in it. */
import { describe, expect, it } from 'vitest';
import { layeredEngine } from '../../../drawing/layout/layered.ts';
import { draw } from '../../../drawing/picture.ts';
import { rulerOf } from '../../../drawing/scene/ruler.ts';
import type { Scene } from '../../../drawing/scene/types.ts';
import type { ViewOptions } from '../../../graph/view/types.ts';
import { modelOf } from '../../graph/lines.ts';
import { scene } from '../../client/scenes.ts';
import { viewOf } from '../models.ts';

/** Boxes at the heights of three layers; each after the first is required by the one before. */
const three = scene(
  [
    { id: 'main', main: true, y: 0 },
    { id: 'a', y: 100 },
    { id: 'b', y: 110, x: 200 },
    { id: 'c', y: 200 },
    { id: 'loose', y: 400 },
  ],
  ['main>a', 'main>b', 'a>c'],
);
const labels = (of: Scene, steps: Readonly<Record<string, number>>): string[] =>
  rulerOf(of.boxes, of.lines, 'down', (id) => steps[id] ?? -1).map(({ label }) => label);

describe('the label of a layer', () => {
  it('is the fewest steps of its boxes, from the least to the most', () => {
    expect(labels(three, { main: 0, a: 1, b: 1, c: 2 })).toEqual(['0', '1', '2']);
    expect(labels(three, { main: 0, a: 1, b: 3, c: 2 })).toEqual(['0', '1–3', '2']);
    expect(labels(three, { main: 0, a: 4, b: 2, c: 2 })).toEqual(['0', '2–4', '2']);
  });

  it('leaves out what has none, and a layer of such alone has no mark', () => {
    expect(labels(three, { main: 0, a: -1, b: 2, c: 3 })).toEqual(['0', '2', '3']);
    expect(labels(three, { main: 0, c: 2 })).toEqual(['0', '2']);
  });

  it('stands at the middle of what its boxes take', () => {
    const marks = rulerOf(three.boxes, three.lines, 'down', () => 1);
    // a from 100, b to 146.
    expect(marks.map(({ at }) => at)).toEqual([18, 123, 218]);
  });

  it('is the same backwards, and one layer has none', () => {
    expect(rulerOf(three.boxes, three.lines, 'up', () => 7)).toHaveLength(3);
    expect(rulerOf(three.boxes, three.lines, 'right', () => 7)).toHaveLength(2);
    expect(rulerOf(three.boxes.slice(0, 1), [], 'down', () => 0)).toEqual([]);
  });

  it('of folded layers spans the rows, and stands at the first', () => {
    const rows = Int32Array.from([0, 1, 1]);
    const steps: Record<string, number> = { main: 0, a: 1, b: 1, c: 3 };
    expect(rulerOf(three.boxes, three.lines, 'down', (id) => steps[id] ?? -1, rows)).toEqual([
      { at: 18, label: '0' },
      { at: 123, label: '1–3' },
    ]);
  });
});

describe('in a picture', () => {
  const model = modelOf('m a@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 c@v1.0.0\nm c@v1.0.0');
  const drawn = (options: Partial<ViewOptions>): Promise<Scene> =>
    draw(
      viewOf(model, options),
      { direction: 'down', engine: 'layered' },
      { elk: layeredEngine },
      new AbortController().signal,
    );

  it('counts from the main module, though a line that would say so is implied', async () => {
    // c is one step away, and stands in the fourth layer.
    expect((await drawn({})).ruler.map(({ label }) => label)).toEqual(['0', '1', '2', '1']);
  });

  it('counts in a question from what is asked about', async () => {
    expect((await drawn({ query: 'to(c)' })).ruler.map(({ label }) => label)).toEqual(['1–2', '1', '0']);
    expect((await drawn({ query: 'from(a)' })).ruler.map(({ label }) => label)).toEqual(['0', '1', '2']);
  });

  it('the direct picture has none', async () => {
    expect((await drawn({ limit: 3 })).receipt.grouped).toBe('direct');
    expect((await drawn({ limit: 3 })).ruler).toEqual([]);
  });
});
