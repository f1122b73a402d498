/** What is drawn can be seen: borders and lines against their paper, measured on the pixels of the first picture (WCAG 1.4.11: 3:1). */
import type { Page } from '@playwright/test';
import { fitCamera, sidesOf, type Camera } from '../../client/canvas/camera.ts';
import { draw } from '../../drawing/picture.ts';
import type { Scene } from '../../drawing/scene/types.ts';
import { boxFill } from '../../drawing/theme/appearance.ts';
import { palettes, type ThemeName } from '../../drawing/theme/tokens.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import { readSnapshot } from '../../graph/snapshot/read.ts';
import { defaultView } from '../../graph/view/defaults.ts';
import { makeView } from '../../graph/view/view.ts';
import { bareCanvas } from './raster.ts';
import { expect, test } from './serve.ts';
import { opened } from './visit.ts';

const least = 3;
/** Of the places that are looked at so many must be seen: a line may pass under another there. */
const share = 0.97;

/** A place where a stroke runs straight, scene pixels, and what it stands on. */
interface Spot {
  readonly kind: 'border' | 'line';
  readonly x: number;
  readonly y: number;
  /** The stroke runs up and down. */
  readonly upright: boolean;
  readonly paper: string;
}

/** The left border of each box without a bar, at half its height; each long upright or level run of a requirement. */
function spotsOf(scene: Scene, theme: ThemeName): Spot[] {
  const paper = palettes[theme].canvas;
  const borders = scene.boxes
    .filter(
      ({ isFrame, main, direct, border }) =>
        !isFrame && !main && !direct && (border === 'plain' || border === 'double'),
    )
    .map((box): Spot => ({
      ...{ kind: 'border', x: box.x, y: box.y + box.height / 2, upright: true },
      paper: boxFill(box).colour === 'box' ? palettes[theme].box : paper,
    }));
  const lines = scene.lines.flatMap(({ path }) =>
    path.flatMap((command, n): Spot[] => {
      const from = path[n - 1]?.slice(-2);
      if (command[0] !== 'L' || from === undefined) return [];
      const [x1, y1] = from.map(Number);
      const [x2, y2] = [command[1], command[2]];
      if (x1 === undefined || y1 === undefined || Math.abs(x2 - x1) + Math.abs(y2 - y1) < 12) return [];
      return [{ kind: 'line', x: (x1 + x2) / 2, y: (y1 + y2) / 2, upright: x1 === x2, paper }];
    }),
  );
  return [...borders, ...lines];
}

/** The best contrast with the paper within a device pixel and a half across each stroke. */
function contrasts(page: Page, png: Buffer, spots: readonly Spot[], camera: Camera, ratio: number): Promise<number[]> {
  return page.evaluate(
    async ([base64, places, { zoom, x: panX, y: panY }, dpr]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const pen = canvas.getContext('2d');
      if (pen === null) throw new Error('This browser has no 2d canvas.');
      pen.drawImage(image, 0, 0);
      const { data, width } = pen.getImageData(0, 0, image.width, image.height);
      const light = (red: number, green: number, blue: number): number => {
        const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) =>
          part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
        );
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      return places.map(({ x, y, upright, paper }) => {
        const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(paper.slice(at, at + 2), 16));
        const ground = light(r, g, b);
        const [column, row] = [Math.floor((x * zoom + panX) * dpr), Math.floor((y * zoom + panY) * dpr)];
        let best = 1;
        for (let by = -2; by <= 2; by++) {
          const at = ((row + (upright ? 0 : by)) * width + column + (upright ? by : 0)) * 4;
          const here = light(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
          best = Math.max(best, (Math.max(here, ground) + 0.05) / (Math.min(here, ground) + 0.05));
        }
        return best;
      });
    },
    [png.toString('base64'), spots, camera, ratio] as const,
  );
}

for (const sample of ['kubectl', 'prometheus']) {
  for (const ratio of [1, 2]) {
    for (const theme of ['light', 'dark'] as const) {
      test(`borders and lines stand out from their paper: ${sample}, ${theme}, ${ratio} device pixels a pixel`, async ({
        browser,
        serve,
      }) => {
        const { url } = await serve('--sample', sample);
        const page = await browser.newPage({
          ...{ viewport: { width: 1600, height: 1000 }, colorScheme: theme, deviceScaleFactor: ratio },
          reducedMotion: 'reduce',
        });
        // Grouped views may draw no lines of their own accord.
        const collapse = sample === 'prometheus' ? 'owner' : 'auto';
        await opened(page, `${url}&lines=all&collapse=${collapse}`);
        const area = await bareCanvas(page);
        const text = await page.evaluate(async () => (await fetch('api/snapshot')).text());
        const view = makeView(openSnapshot(readSnapshot(text)), { ...defaultView, collapse });
        const elk = (): never => {
          throw new Error('No view of these is laid out by elk.');
        };
        const scene = await draw(
          view,
          { direction: 'auto', engine: 'auto', aspect: area },
          { elk },
          new AbortController().signal,
        );
        const camera = fitCamera(scene, area, sidesOf(scene));
        const shot = await page.screenshot({ clip: area });
        const spots = spotsOf(scene, theme);
        const seen = await contrasts(page, shot, spots, camera, ratio);
        for (const kind of ['border', 'line'] as const) {
          const some = seen.filter((_, n) => spots[n]?.kind === kind);
          expect(some.length, kind).toBeGreaterThan(kind === 'line' ? 40 : sample === 'kubectl' ? 20 : 10);
          const enough = some.filter((contrast) => contrast >= least).length;
          expect(enough / some.length, `${kind}: ${Math.min(...some).toFixed(2)}`).toBeGreaterThanOrEqual(share);
        }
        await page.close();
      });
    }
  }
}
