/** The page's canvas and the exported SVG are one picture, pixel by pixel; and the comparison sees what it should (contracts, 29). */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { rulerRoom } from '../../client/canvas/camera.ts';
import { bareCanvas, compare, drawAsCanvas, type Comparison } from './raster.ts';
import { expect, test } from './serve.ts';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
/** Device pixels a pixel. */
const ratio = 4;
/** Share of the pixels that must agree, of the whole picture and of each part of it: one box is little of the whole. */
const agreement = { whole: 0.99, part: 0.95 } as const;

/** What meets one module, so that everything is drawn: at less than 0.75 the canvas leaves out second lines. */
const views: readonly (readonly [sample: string, query: string])[] = [
  ['echo', 'near(golang.org/x/crypto, 1)'],
  ['kubectl', 'near(golang.org/x/net, 1)'],
];

function agrees({ off, all, worst }: Comparison): boolean {
  return off / all <= 1 - agreement.whole && worst <= 1 - agreement.part;
}

/** The SVG with one thing wrong, each as contracts 29 names it. */
const mutants: Readonly<Record<string, (svg: string) => string>> = {
  'a box moved by 8 pixels': (svg) => {
    const [before, after = ''] = lastBox(svg);
    return (before ?? '') + after.replace(/translate\(([\d.]+) /, (_, x: string) => `translate(${Number(x) + 8} `);
  },
  'a line dropped': (svg) => svg.replace(/(<path class="no s-edge" d=")(M[^M"]+)/, (_, start: string) => start),
  'two labels swapped': (svg) => {
    const names = [...svg.matchAll(/class="t-name[^>]*>([^<]+)</g)].map(([, name]) => name ?? '');
    const [one = '', other = ''] = [names[1], names[2]];
    expect(one).not.toBe(other);
    const swapped: Readonly<Record<string, string>> = { [one]: other, [other]: one };
    return svg.replace(
      /(class="t-name[^>]*>)([^<]+)</g,
      (_, tag: string, name: string) => `${tag}${swapped[name] ?? name}<`,
    );
  },
};

function lastBox(svg: string): readonly string[] {
  const at = svg.lastIndexOf('<g transform="translate(', svg.lastIndexOf('class="t-name'));
  return [svg.slice(0, at), svg.slice(at)];
}

for (const [sample, query] of views) {
  for (const theme of ['light', 'dark'] as const) {
    test(`the canvas is the exported picture: ${sample}, ${theme}`, async ({ browser, serve }) => {
      const { url } = await serve('--sample', sample);
      const page = await browser.newPage({
        ...{ viewport: { width: 1600, height: 1000 }, colorScheme: theme },
        deviceScaleFactor: ratio,
      });
      await page.goto(`${url}&direction=down&q=${encodeURIComponent(query)}`);
      await page.waitForFunction(() => performance.getEntriesByName('modscope:picture').length > 0);
      const area = await bareCanvas(page);
      const canvas = await page.screenshot({ clip: area });

      const written = execFileSync(process.execPath, [
        main,
        'export',
        '--sample',
        sample,
        '--direction',
        'down',
        '--query',
        query,
        '--theme',
        theme,
        '--format',
        'svg',
      ]).toString();
      const other = await browser.newPage({ deviceScaleFactor: ratio });
      const judge = async (svg: string): Promise<Comparison> => {
        await drawAsCanvas(other, svg, area, theme);
        return compare(other, canvas, await other.screenshot(), rulerRoom, ratio);
      };
      const same = await judge(written);
      expect(agrees(same), JSON.stringify(same)).toBe(true);
      for (const [name, mutate] of Object.entries(mutants)) {
        const wrong = mutate(written);
        expect(wrong).not.toBe(written);
        const told = await judge(wrong);
        expect(agrees(told), `${name}: ${JSON.stringify(told)}`).toBe(false);
      }
      await page.close();
      await other.close();
    });
  }
}
