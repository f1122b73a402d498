/** The picture of weight holds what the rows say, and its texts keep apart. */
import { describe, expect, it } from 'vitest';
import { sheetSvg } from '../../../drawing/formats/sheet-svg.ts';
import type { Mark, Sheet } from '../../../drawing/sheet/types.ts';
import { weightSheet } from '../../../drawing/weight/sheet.ts';
import { tick } from '../../../drawing/weight/ticks.ts';
import { coreOf } from '../../../graph/weight/core.ts';
import { weightOf } from '../../../graph/weight/weight.ts';
import { sampleModel } from '../../graph/recorded-model.ts';
import { modelOf } from '../../graph/lines.ts';
import { hostileModel } from '../models.ts';

const textOf = (mark: Mark): string => (mark.kind === 'words' ? mark.pieces.map(({ text }) => text).join('') : '');
const textsOf = ({ marks }: Sheet): string[] => marks.map(textOf).filter((text) => text !== '');
const rectsOf = ({ marks }: Sheet) => marks.flatMap((mark) => (mark.kind === 'areas' ? (mark.rects ?? []) : []));

describe.each(['prometheus', 'traefik', 'echo'])('%s', (name) => {
  const model = sampleModel(name);
  const sheet = weightSheet(model, {});
  const weight = weightOf(model);

  it('has a tick for each module that one of its rows brings', () => {
    const brought = weight.rows.reduce((sum, { brings }) => sum + brings.length, 0);
    // And one in the legend.
    expect(rectsOf(sheet).filter(([, , wide, high]) => wide === tick.width && high === tick.height)).toHaveLength(
      brought + 1,
    );
  });

  it('has a square for each need of the core, in the rows that are shown', () => {
    const idle = weight.rows.filter(({ brings }) => brings.length === 0).sort((a, b) => b.shares - a.shares);
    const bringing = weight.rows.filter(({ brings }) => brings.length > 0);
    const shown = [...bringing, ...idle.slice(0, Math.max(0, 34 - bringing.length))];
    const cells = shown.flatMap(({ path }) => [...(coreOf(model).cells.get(path) ?? [])]).filter((cell) => cell !== 0);
    // And two in the legend.
    expect(rectsOf(sheet).filter(([, , wide]) => wide === 9 || wide === 8 || wide === 2)).toHaveLength(
      cells.length + 2,
    );
  });

  it('stays inside of its paper', () => {
    for (const [x, y, wide, high] of rectsOf(sheet)) {
      expect(x).toBeGreaterThanOrEqual(40);
      expect(x + wide).toBeLessThanOrEqual(1560);
      expect(y + high).toBeLessThan(sheet.height);
    }
    for (const mark of sheet.marks) if (mark.kind === 'words') expect(mark.y).toBeLessThan(sheet.height);
  });

  it('says the same as its SVG each time, in few enough elements for ImageMagick', () => {
    const svg = sheetSvg(sheet, { theme: 'auto' });
    expect(svg).toBe(sheetSvg(weightSheet(model, {}), { theme: 'auto' }));
    expect(svg.match(/ class="/g)?.length).toBeLessThan(600);
  });
});

it('has a heading of its own, and then says the sentence below', () => {
  const sheet = weightSheet(sampleModel('echo'), { title: 'Ours', caption: 'go 1.26' });
  expect(sheet.title).toBe('Ours');
  expect(textsOf(sheet).slice(0, 2)).toEqual(['Ours', expect.stringMatching(/^echo\/v4 requires 7 modules/)]);
  expect(textsOf(sheet).at(-1)).toBe('modscope · go 1.26');
});

it('is drawn of a module without requirements, and of one that nothing is shared in', () => {
  const empty = weightSheet(modelOf('m go@1.24'), {});
  expect(empty.title).toBe('No module is required directly.');
  expect(rectsOf(empty)).toEqual([]);
  expect(textsOf(weightSheet(modelOf('m a@v1.0.0\na@v1.0.0 b@v1.0.0'), {})).join('\n')).not.toContain('Shared core');
});

it('shows nothing of strangers that is acted on', () => {
  expect(textsOf(weightSheet(hostileModel(), {})).join('\n')).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
});
