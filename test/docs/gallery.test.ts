/** docs/gallery.md shows every mark: `npx vitest run test/docs -u` draws its pictures anew. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { toSvg } from '../../drawing/formats/svg.ts';
import { legendOrder } from '../../drawing/scene/legend.ts';
import { glyphShapes } from '../../drawing/theme/glyphs.ts';
import { galleryPictures, type GalleryPicture } from './gallery.ts';

const at = (name: string): string => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));

let pictures: GalleryPicture[];
beforeAll(async () => {
  pictures = await galleryPictures();
});

it('every mark that a legend can name stands in one of the pictures', () => {
  const stands = new Set(pictures.flatMap(({ scene }) => scene.legend.map(({ key }) => key)));
  expect(legendOrder.filter((key) => !stands.has(key))).toEqual([]);
});

it('every glyph is drawn in one of them, but that of folded leaves, which takes more than 60 boxes', () => {
  const drawn = new Set(
    pictures.flatMap(({ scene }) => scene.boxes.flatMap((box) => box.glyphs.map((one) => one.glyph))),
  );
  expect(Object.keys(glyphShapes).filter((glyph) => ![...drawn].some((one) => one === glyph))).toEqual(['open']);
});

it('every border is', () => {
  const borders = new Set(pictures.flatMap(({ scene }) => scene.boxes.map(({ border }) => border)));
  expect([...borders].sort()).toEqual(['double', 'excluded', 'kept', 'plain', 'replaced', 'superseded']);
});

it('the pictures are as drawn now, and the page names each', async () => {
  const page = readFileSync(at('gallery.md'), 'utf8');
  for (const { name, scene } of pictures) {
    expect(page).toContain(`(pictures/gallery-${name}.svg)`);
    await expect(toSvg(scene, { theme: 'auto' })).toMatchFileSnapshot(at(`pictures/gallery-${name}.svg`));
  }
});
