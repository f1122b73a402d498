/** The legend: only marks that stand in the picture, in the order of the look's table. */
import type { Glyph, LegendEntry, LegendKey, SceneBox, SceneLine, SceneTick } from './types.ts';

const words: Readonly<Record<LegendKey, { readonly code?: string; readonly text: string }>> = {
  added: { text: 'added' },
  removed: { text: 'removed' },
  raised: { text: 'raised' },
  lowered: { text: 'lowered' },
  edited: { text: 'replacement or direct requirement changed' },
  'line-added': { text: 'requirement added' },
  'line-removed': { text: 'requirement removed' },
  'line-kept': { text: 'unchanged requirement' },
  main: { text: 'main module' },
  direct: { text: 'direct requirement' },
  indirect: { code: '// indirect', text: 'or not in go.mod' },
  superseded: { text: 'superseded version' },
  unused: { text: 'not imported' },
  error: { text: 'error: not loaded, or declared below selected' },
  high: { text: 'vulnerable' },
  'two-majors': { text: 'two majors of one module' },
  retracted: { text: 'retracted' },
  warn: { text: 'a rejected version differs by a major or v0 minor' },
  deprecated: { text: 'deprecated' },
  low: { text: 'a lower version was rejected' },
  cycle: { text: 'cycle' },
  replaced: { text: 'replaced' },
  excluded: { text: 'required, but excluded' },
  kept: { text: 'kept only by superseded versions' },
  group: { text: 'group, double-click to open' },
  'tick-direct': { text: 'a direct module' },
  'tick-indirect': { text: 'an indirect module' },
  'tick-warn': { text: 'skipped a major or v0 minor, or deprecated' },
  'tick-high': { text: 'has an error, is retracted or vulnerable' },
  'tick-replaced': { text: 'replaced' },
  requirement: { text: 'requirement' },
  'superseded-line': { text: 'requirement of a superseded version' },
  'closes-cycle': { text: 'closes a cycle' },
  package: { text: 'package of an opened module' },
  'test-package': { text: 'imported by tests only' },
  import: { text: 'import' },
};
/** Every key, in the order in which a legend lists them. */
export const legendOrder: readonly LegendKey[] = [
  'added', 'removed', 'raised', 'lowered', 'edited', 'line-added', 'line-removed', 'line-kept',
  'main', 'direct', 'indirect', 'superseded', 'unused', 'low', 'warn', 'high', 'two-majors', 'cycle', 'replaced', 'retracted', 'deprecated', 'excluded', 'error',
  'kept', 'group', 'tick-direct', 'tick-indirect', 'tick-warn', 'tick-high', 'tick-replaced', 'requirement', 'superseded-line', 'closes-cycle',
  'package', 'test-package', 'import',
]; // prettier-ignore

const ofTick: Readonly<Record<SceneTick['mark'], LegendKey>> = {
  direct: 'tick-direct',
  indirect: 'tick-indirect',
  warn: 'tick-warn',
  high: 'tick-high',
  replaced: 'tick-replaced',
};
const ofLine: Readonly<Record<SceneLine['kind'], LegendKey>> = {
  requirement: 'requirement',
  superseded: 'superseded-line',
  'closes-cycle': 'closes-cycle',
  import: 'import',
};

/** Entries for what these boxes and lines show. */
export function legendOf(boxes: readonly SceneBox[], lines: readonly SceneLine[]): LegendEntry[] {
  const stands = new Map<LegendKey, LegendEntry['colour']>();
  for (const box of boxes) {
    for (const key of keysOfBox(box)) stands.set(key, stands.get(key));
    for (const { glyph, colour } of box.glyphs) {
      const key = ofGlyph(glyph);
      if (key !== undefined) stands.set(key, stands.get(key) ?? (glyph === 'two-majors' ? colour : undefined));
    }
  }
  for (const line of lines)
    stands.set(line.change === undefined ? ofLine[line.kind] : (`line-${line.change}` as const), undefined);
  const closed = boxes.some((box) => box.kind === 'cycle' && !box.isFrame);
  return legendOrder
    .filter((key) => stands.has(key))
    .map((key) => {
      const colour = stands.get(key);
      const text = key === 'cycle' && closed ? 'collapsed cycle' : words[key].text;
      return { key, ...words[key], text, ...(colour === undefined ? {} : { colour }) };
    });
}

function ofGlyph(glyph: Glyph): LegendKey | undefined {
  return glyph === 'open' || glyph === 'more' ? undefined : glyph;
}

function keysOfBox(box: SceneBox): LegendKey[] {
  if (box.isFrame) return [];
  if (box.kind === 'package') return [box.hollow === true ? 'test-package' : 'package'];
  if (box.main) return ['main'];
  // Its glyph says it.
  if (box.change !== undefined) return box.direct ? ['direct'] : [];
  if (box.ticks.length > 0)
    return [...(box.sheets > 0 ? (['group'] as const) : []), ...box.ticks.map((tick) => ofTick[tick.mark])];
  if (box.sheets > 0) return ['group'];
  if (box.border === 'superseded') return ['superseded'];
  const hollow: LegendKey[] = box.hollow === true ? ['unused'] : [];
  if (box.direct) return ['direct', ...hollow];
  return box.border === 'plain' && hollow.length === 0 ? ['indirect'] : hollow;
}
