/** The small picture before each entry of a legend: what it is a picture of. Page and exports draw the same. */
import { glyphShapes } from '../theme/glyphs.ts';
import type { Token } from '../theme/tokens.ts';
import type { Face, Glyph, LegendEntry, SceneLine, SceneTick } from './types.ts';

export type LegendSample =
  | {
      readonly type: 'box';
      readonly box: Pick<Face, 'border' | 'main' | 'direct' | 'cycle' | 'failed' | 'sheets' | 'change' | 'hollow'>;
      /** In the middle of it. */
      readonly glyph?: Glyph;
    }
  | { readonly type: 'line'; readonly kind: SceneLine['kind']; readonly change?: SceneLine['change'] & string }
  | { readonly type: 'tick'; readonly mark: SceneTick['mark'] }
  | { readonly type: 'glyph'; readonly glyph: Glyph; readonly colour: Token };

const plain = { border: 'plain', main: false, direct: false, cycle: false, failed: false, sheets: 0 } as const;

/** What stands before an entry. */
export function sampleOf(entry: LegendEntry): LegendSample {
  switch (entry.key) {
    case 'main':
      return { type: 'box', box: { ...plain, main: true } };
    case 'direct':
      return { type: 'box', box: { ...plain, direct: true } };
    case 'indirect':
      return { type: 'box', box: plain };
    case 'superseded':
      return { type: 'box', box: { ...plain, border: 'superseded' } };
    // Far out the border alone says it.
    case 'kept':
    case 'excluded':
      return { type: 'box', box: { ...plain, border: entry.key }, glyph: entry.key };
    case 'unused':
      return { type: 'box', box: { ...plain, hollow: true } };
    case 'cycle':
      return { type: 'box', box: { ...plain, border: 'double', cycle: true } };
    case 'group':
      return { type: 'box', box: { ...plain, sheets: 1 } };
    case 'requirement':
      return { type: 'line', kind: 'requirement' };
    case 'superseded-line':
      return { type: 'line', kind: 'superseded' };
    case 'closes-cycle':
      return { type: 'line', kind: 'closes-cycle' };
    case 'package':
      return { type: 'box', box: plain };
    case 'test-package':
      return { type: 'box', box: { ...plain, hollow: true } };
    case 'import':
      return { type: 'line', kind: 'import' };
    case 'line-added':
      return { type: 'line', kind: 'requirement', change: 'added' };
    case 'line-removed':
      return { type: 'line', kind: 'requirement', change: 'removed' };
    case 'line-kept':
      return { type: 'line', kind: 'requirement', change: 'kept' };
    case 'tick-direct':
      return { type: 'tick', mark: 'direct' };
    case 'tick-indirect':
      return { type: 'tick', mark: 'indirect' };
    case 'tick-warn':
      return { type: 'tick', mark: 'warn' };
    case 'tick-high':
      return { type: 'tick', mark: 'high' };
    case 'tick-replaced':
      return { type: 'tick', mark: 'replaced' };
    default:
      return { type: 'glyph', glyph: entry.key, colour: entry.colour ?? glyphShapes[entry.key].colour };
  }
}
