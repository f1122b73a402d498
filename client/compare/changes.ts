/** What became of each module path of a comparison, for rows that name it. */
import type { Glyph } from '../../drawing/scene/types.ts';
import { changeRows } from '../../drawing/words/diff-rows.ts';
import type { Diff } from '../../graph/diff/types.ts';
import { rowMark, rowVersions, shortVersions } from './cause-groups.ts';

export interface RowChange {
  readonly name: Glyph;
  readonly tone: 'added' | 'removed' | 'changed';
  /** added, removed, raised, lowered, replaced, direct, indirect */
  readonly word: string;
  /** `v1.0.0 → v1.2.0`, of pseudo-versions just the day; one of them where the path came or went. */
  readonly short: string;
  /** The same in full. */
  readonly versions: string;
}

/** Path → change; a path that stayed as it was is not there. */
export function changesOf(diff: Diff): ReadonlyMap<string, RowChange> {
  return new Map(
    changeRows(diff).map((row) => [
      row.path,
      { ...rowMark(row), word: row.word, short: shortVersions(row), versions: rowVersions(row) },
    ]),
  );
}
