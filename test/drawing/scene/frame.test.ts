/** The frame of a module that is opened to its packages: what marks the closed box marks it. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Scene, SceneBox } from '../../../drawing/scene/types.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import { readSnapshot } from '../../../graph/snapshot/read.ts';
import { drawer, viewOf } from '../models.ts';

const drawView = drawer();
const model = openSnapshot(readSnapshot(readFileSync('samples/gallery/snapshot.json', 'utf8')));

async function boxes(open: readonly string[]): Promise<Scene['boxes']> {
  return (await drawView(viewOf(model, { open }))).boxes;
}
const marksOf = (box: SceneBox | undefined): readonly string[] => box?.glyphs.map(({ glyph }) => glyph) ?? [];

it.each(['retracted', 'replaced-by-module', 'not-tidy', 'vulnerable', 'direct'])('of %s', async (name) => {
  const isIt = ({ id }: SceneBox): boolean => id.startsWith(`example.com/${name}@`);
  const closed = (await boxes([])).find(isIt);
  const id = closed?.id ?? '';
  const open = await boxes([id]);
  const frame = open.find(isIt);
  if (frame?.isFrame !== true) {
    // Nothing of it is imported: there are no packages to open.
    expect(open.some((box) => box.frame === id)).toBe(false);
    return;
  }
  expect(frame.border).toBe(closed?.border);
  expect(frame.failed).toBe(closed?.failed);
  expect(frame.direct).toBe(closed?.direct);
  expect(frame.title).toBe(closed?.title);
  expect(marksOf(frame)).toEqual(marksOf(closed));
  const isStruck = (box: SceneBox | undefined): boolean => box?.texts.some(({ strike }) => strike === true) ?? false;
  expect(isStruck(frame)).toBe(isStruck(closed));
  // Marks stand right of the title and its note, within the frame.
  for (const { x } of frame.glyphs) expect(x).toBeLessThan(frame.width);
});

it('of the main module is bordered as a direct requirement is, and says what it is', async () => {
  const closed = (await boxes([])).find(({ main }) => main);
  const frame = (await boxes([closed?.id ?? ''])).find(({ id }) => id === closed?.id);
  expect(frame?.isFrame).toBe(true);
  expect(frame?.direct).toBe(true);
  expect(frame?.texts[1]?.text).toMatch(/^main module, 1 package/);
});
