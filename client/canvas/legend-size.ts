/** About how large a legend is, in columns and in one column: enough to find a place for it before it is drawn. */
import type { LegendEntry } from '../../drawing/scene/types.ts';
import type { Size } from './camera.ts';

const row = 20;
const swatch = 36;
const letter = 5;
const padding = { across: 26, along: 20 } as const;
const columnGap = 18;

/** Filled column by column, with one row more for the key that hides it (panels/Legend.svelte). */
export function legendSizes(entries: readonly LegendEntry[]): { readonly wide: Size; readonly narrow: Size } {
  const texts = [...entries.map(({ code, text }) => `${code ?? ''}${text}`), 'hides this legend'];
  const width = (some: readonly string[]): number => swatch + Math.max(0, ...some.map(({ length }) => length)) * letter;
  const columns = entries.length < 6 ? 2 : 3;
  const rows = Math.ceil(texts.length / columns);
  const columnWidths = Array.from({ length: columns }, (_, c) => width(texts.slice(c * rows, (c + 1) * rows)));
  return {
    wide: {
      width: columnWidths.reduce((sum, each) => sum + each, padding.across + columnGap * (columns - 1)),
      height: rows * row + padding.along,
    },
    narrow: { width: width(texts) + padding.across, height: texts.length * row + padding.along },
  };
}
