/** What is said of a row of the table or of the tree beside its name. */
import { markOrder, type Mark } from '../../drawing/face/marks.ts';
import type { ImportState } from '../../graph/packages/states.ts';
import type { RowKind } from './module-rows.ts';
import { rowText } from '../words/rows.ts';

export const kindWords: Readonly<Record<RowKind, string>> = rowText.kind;

export const importWords: Readonly<Record<ImportState, string>> = rowText.imported;

const states = new Map(markOrder.map(({ glyph, state }) => [glyph, state]));

/** `in a cycle, replaced`; '' where nothing is marked. */
export function markWords(marks: readonly Mark[]): string {
  return marks.map(({ glyph }) => states.get(glyph) ?? '').join(', ');
}
