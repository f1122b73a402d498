/** Pictures as pixels: the page's canvas, the exported SVG drawn as that canvas stood, and how far one is from the other. */
import type { Page } from '@playwright/test';
import { fitCamera, sidesOf } from '../../client/canvas/camera.ts';
import { margin } from '../../drawing/theme/geometry.ts';
import { palettes, type ThemeName } from '../../drawing/theme/tokens.ts';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Comparison {
  /** Pixels that are farther apart than is allowed, of all. */
  readonly off: number;
  readonly all: number;
  /** Largest share of such pixels in any part of the picture, and where that part begins. */
  readonly worst: number;
  readonly at: readonly [number, number];
}

/** Fits the picture again and hides what lies over the canvas: legend, minimap, buttons. Gives the place of the canvas in the window. */
export async function bareCanvas(page: Page): Promise<Area> {
  await page.getByRole('button', { name: 'Show everything' }).click();
  // The picture moves there.
  await page.waitForTimeout(500);
  await page.mouse.move(0, 0);
  await page.addStyleTag({ content: '.overlays, [role=tooltip] { visibility: hidden !important }' });
  const area = await page.getByRole('application').boundingBox();
  if (area === null) throw new Error('The page shows no canvas.');
  return area;
}

/**
 * The picture of an exported SVG alone, without title, legend and receipt, on the paper of the page, at the zoom and place at
 * which the page fits it into a canvas of that size. The SVG's scale must be a round one, since it is written with two
 * decimals. Loaded into `page`, whose window becomes as large.
 */
export async function drawAsCanvas(page: Page, svg: string, canvas: Area, theme: ThemeName): Promise<void> {
  const size = /^<svg [^>]*width="([\d.]+)"/.exec(svg)?.[1];
  const groups = [...svg.matchAll(/^<g transform="translate\(([\d.-]+) ([\d.-]+)\)(?: scale\(([\d.]+)\))?">$/gm)];
  const [, whole, foot] = groups;
  if (size === undefined || whole === undefined || foot === undefined) throw new Error('The SVG has another shape.');
  const [left, top, scale] = [Number(whole[1]), Number(whole[2]), Number(whole[3] ?? 1)];
  // toSvg() centres the picture, and puts 36 pixels between it and the foot; the margin belongs to the picture's size.
  const [wide, high] = [Number(size) - 2 * left, Number(foot[2]) - 36 - top];
  const [width, height] = [wide / scale, high / scale + margin.picture];
  const sides = sidesOf({ ruler: [{ at: 0, label: '0' }], direction: 'down' });
  const camera = fitCamera({ width, height }, canvas, sides);
  await page.setViewportSize({ width: Math.round(canvas.width), height: Math.round(canvas.height) });
  await page.setContent(`<!doctype html><style>body{margin:0;background:${palettes[theme].canvas}}</style>${svg}`);
  await page.evaluate(
    ([zoom, x, y]) => {
      const root = document.querySelector('svg');
      if (root === null) throw new Error('There is no SVG.');
      for (const name of ['width', 'height', 'viewBox']) root.removeAttribute(name);
      root.setAttribute('style', 'display:block;width:100vw;height:100vh');
      const [head, picture, ...rest] = root.querySelectorAll(':scope > g');
      picture?.setAttribute('transform', `translate(${x} ${y}) scale(${zoom})`);
      for (const other of [head, ...rest, root.querySelector(':scope > rect')]) other?.remove();
    },
    [camera.zoom, camera.x, camera.y] as const,
  );
}

/** How far apart two colours may be, in each channel of 255. */
const distance = 16;
/** Side of the parts that are judged one by one: a mistake in one box is little of the whole picture. */
const part = 32;

/**
 * Compares two PNGs of one size in the browser. A pixel is taken as the mean of itself and the eight around it, so that an edge
 * which the two painters smooth into different columns counts as one edge; and it may agree with the one below or above,
 * since baselines of text are rounded to whole pixels. The first `skip` columns, where the page has
 * its ruler, are left out. `ratio`: device pixels a pixel, of which the mean is taken: the canvas lays its strokes on whole ones, an SVG
 * between them, and the more there are the less that tells.
 */
export function compare(page: Page, one: Buffer, other: Buffer, skip: number, ratio = 1): Promise<Comparison> {
  return page.evaluate(
    async ([first, second, far, side, from, ratio]) => {
      const read = async (base64: string): Promise<ImageData> => {
        const image = new Image();
        image.src = `data:image/png;base64,${base64}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width / ratio, image.height / ratio);
        const pen = canvas.getContext('2d');
        if (pen === null) throw new Error('This browser has no 2d canvas.');
        pen.imageSmoothingQuality = 'high';
        pen.drawImage(image, 0, 0, canvas.width, canvas.height);
        return pen.getImageData(0, 0, canvas.width, canvas.height);
      };
      const [a, b] = [await read(first), await read(second)];
      if (a.width !== b.width || a.height !== b.height) throw new Error('The pictures differ in size.');
      const { width, height } = a;
      const agree = (x: number, y: number, down: number): boolean => {
        for (let c = 0; c < 3; c++) {
          let sum = 0;
          for (let v = y - 1; v <= y + 1; v++) {
            const row = (v * width + x - 1) * 4 + c;
            for (let at = row; at <= row + 8; at += 4) sum += (a.data[at] ?? 0) - (b.data[at + down * width * 4] ?? 0);
          }
          if (Math.abs(sum) > 9 * far) return false;
        }
        return true;
      };
      const isOff = (x: number, y: number): boolean => !agree(x, y, 0) && !agree(x, y, 1) && !agree(x, y, -1);
      let off = 0;
      let worst = 0;
      let place: [number, number] = [0, 0];
      for (let top = 1; top < height - 1; top += side) {
        for (let left = from; left < width - 1; left += side) {
          let here = 0;
          for (let y = top; y < Math.min(height - 1, top + side); y++) {
            for (let x = left; x < Math.min(width - 1, left + side); x++) if (isOff(x, y)) here++;
          }
          off += here;
          if (here / side ** 2 <= worst) continue;
          worst = here / side ** 2;
          place = [left, top];
        }
      }
      return { off, all: (width - from) * height, worst, at: place };
    },
    [one.toString('base64'), other.toString('base64'), distance, part, skip, ratio] as const,
  );
}
