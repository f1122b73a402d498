/** Other programs draw our SVG as it is meant: in its colours, neither black nor empty (contracts: plain colours). */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawDiff } from '../../../drawing/diff-picture.ts';
import { sheetSvg } from '../../../drawing/formats/sheet-svg.ts';
import { toSvg } from '../../../drawing/formats/svg.ts';
import { posterSheet } from '../../../drawing/poster/poster.ts';
import { palettes } from '../../../drawing/theme/tokens.ts';
import { versionsSheet } from '../../../drawing/versions/versions.ts';
import { diffSnapshots } from '../../../graph/diff/diff.ts';
import { layeredEngine } from '../../../drawing/layout/layered.ts';
import { drawer, recordedModel, viewOf } from '../models.ts';

const drawView = drawer();
const themes = ['light', 'dark', 'auto'] as const;
type Theme = (typeof themes)[number];

/** A pixel of red, green and blue, 0 to 255 each. */
type Pixel = readonly [number, number, number];
interface Image {
  readonly width: number;
  readonly height: number;
  readonly at: (x: number, y: number) => Pixel;
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'modscope-renderers-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Programs with the name of ImageMagick's that say they are it. */
const magick = ['/usr/bin/convert', 'magick', 'convert'].find((name) =>
  // Of a program that is not there stdout is null.
  /^Version: ImageMagick/.test((spawnSync(name, ['-version']).stdout as Buffer | null)?.toString() ?? ''),
);
const rsvg = spawnSync('rsvg-convert', ['--version']).status === 0;

function ppm(file: string): Image {
  const bytes = readFileSync(file);
  const [, w = '', h = ''] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 60)) ?? [];
  const [width, height] = [Number(w), Number(h)];
  const start = bytes.length - width * height * 3;
  return {
    width,
    height,
    at: (x, y) => {
      const place = start + (y * width + x) * 3;
      return [bytes[place]!, bytes[place + 1]!, bytes[place + 2]!];
    },
  };
}

function byMagick(svg: string, prefix: string): Image {
  const [from, to] = [path.join(folder, 'a.svg'), path.join(folder, 'a.ppm')];
  writeFileSync(from, svg);
  const { status, stderr } = spawnSync(magick ?? '', [`${prefix}${from}`, '-depth', '8', `ppm:${to}`], {
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  return ppm(to);
}

const renderers: readonly (readonly [name: string, isThere: boolean, draw: (svg: string) => Image])[] = [
  [
    'resvg',
    true,
    (svg) => {
      const { width, height, pixels } = new Resvg(svg, { font: { loadSystemFonts: true } }).render();
      return {
        width,
        height,
        at: (x, y) => {
          const place = (y * width + x) * 4;
          return [pixels[place]!, pixels[place + 1]!, pixels[place + 2]!];
        },
      };
    },
  ],
  [
    'librsvg',
    rsvg && magick !== undefined,
    (svg) => {
      const [from, png, to] = [path.join(folder, 'b.svg'), path.join(folder, 'b.png'), path.join(folder, 'b.ppm')];
      writeFileSync(from, svg);
      expect(spawnSync('rsvg-convert', [from, '-o', png]).status).toBe(0);
      expect(spawnSync(magick ?? '', [png, '-depth', '8', `ppm:${to}`]).status).toBe(0);
      return ppm(to);
    },
  ],
  ['ImageMagick', magick !== undefined, (svg) => byMagick(svg, '')],
  // Its own reader, which it takes where it was built without librsvg.
  ['ImageMagick alone', magick !== undefined, (svg) => byMagick(svg, 'msvg:')],
];

const pictures: Readonly<Record<string, (theme: Theme) => Promise<string>>> = {
  graph: async (theme) => toSvg(await drawView(viewOf(recordedModel('echo')), { direction: 'down' }), { theme }),
  difference: async (theme) => {
    const [base, head] = [recordedModel('cobra').snapshot, recordedModel('echo').snapshot];
    const sides = { base, head, diff: diffSnapshots(base, head) };
    return toSvg(await drawDiff(sides, 'down', { elk: layeredEngine }, new AbortController().signal), { theme });
  },
  poster: (theme) => Promise.resolve(sheetSvg(posterSheet(viewOf(recordedModel('echo')), { hub: '' }), { theme })),
  versions: (theme) => Promise.resolve(sheetSvg(versionsSheet(recordedModel('kubectl'), { of: '' }), { theme })),
};

function rgb(colour: string): Pixel {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

const near = (a: Pixel, b: Pixel, within: number): boolean => a.every((one, n) => Math.abs(one - b[n]!) <= within);

/** Parts of the picture that are of its paper, and of its ink. */
function shares(image: Image, paper: Pixel, ink: Pixel): { paper: number; ink: number } {
  let [papers, inks] = [0, 0];
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      const pixel = image.at(x, y);
      if (near(pixel, paper, 3)) papers++;
      else if (near(pixel, ink, 60)) inks++;
    }
  }
  const all = image.width * image.height;
  return { paper: papers / all, ink: inks / all };
}

describe.each(Object.keys(pictures))('%s', (picture) => {
  for (const theme of themes) {
    for (const [name, isThere, draw] of renderers) {
      it.skipIf(!isThere)(
        `${theme}, drawn by ${name}${isThere ? '' : ' (SKIPPED: it is not installed here)'}`,
        async () => {
          const image = draw(await pictures[picture]!(theme));
          const palette = palettes[theme === 'dark' ? 'dark' : 'light'];
          const paper = picture === 'poster' || picture === 'versions' ? palette.canvas : palette.panel;
          const part = shares(image, rgb(paper), rgb(palette.ink));
          expect(part.paper).toBeGreaterThan(0.5);
          expect(part.paper).toBeLessThan(0.998);
          expect(part.ink).toBeGreaterThan(0.0005);
          expect(part.ink).toBeLessThan(0.2);
        },
      );
    }
  }
});

it.each(Object.keys(pictures))(
  '%s: a variable stands nowhere, dark values only where a reader prefers them',
  async (picture) => {
    for (const theme of themes) {
      const svg = await pictures[picture]!(theme);
      expect(svg).not.toContain('var(');
      const dark = svg.split('@media (prefers-color-scheme:dark){');
      expect(dark).toHaveLength(theme === 'auto' ? 2 : 1);
      if (theme === 'dark') continue;
      const outside = dark[0]! + (dark[1]?.slice(dark[1].indexOf('\n}')) ?? '');
      expect(outside).not.toContain(palettes.dark.ink);
    }
  },
);

it('would notice a picture that is black, and one that is empty', () => {
  const plain = (pixel: Pixel): Image => ({ width: 10, height: 10, at: () => pixel });
  expect(shares(plain([0, 0, 0]), [255, 255, 255], [0, 0, 0]).paper).toBe(0);
  expect(shares(plain([255, 255, 255]), [255, 255, 255], [0, 0, 0]).ink).toBe(0);
});
