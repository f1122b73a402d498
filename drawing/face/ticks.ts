/** Ticks of a grouped box: one a module, direct ones tall and first. */
import type { SceneTick } from '../scene/types.ts';
import { group } from '../theme/geometry.ts';
import type { Mark } from './marks.ts';

export interface TickOf {
  readonly direct: boolean;
  readonly mark: SceneTick['mark'];
}

/** What one module's tick says: the heaviest of its marks that a tick can show. */
export function tickOf(direct: boolean, marks: readonly Mark[]): TickOf {
  for (const { glyph, colour } of marks) {
    if (colour === 'high') return { direct, mark: 'high' };
    if (colour === 'warn') return { direct, mark: 'warn' };
    if (glyph === 'replaced') return { direct, mark: 'replaced' };
  }
  return { direct, mark: direct ? 'direct' : 'indirect' };
}

const order: readonly SceneTick['mark'][] = ['high', 'warn', 'replaced', 'direct', 'indirect'];

/** Rows of ticks in a box of some width; `bottom` is that of the last row. */
export function placeTicks(ticks: readonly TickOf[], width: number): { ticks: SceneTick[]; bottom: number } {
  const sorted = [...ticks].sort(
    (a, b) => Number(b.direct) - Number(a.direct) || order.indexOf(a.mark) - order.indexOf(b.mark),
  );
  const perRow = Math.max(
    1,
    Math.floor((width - 2 * group.tickLeft + (group.tickStep - group.tickWidth)) / group.tickStep),
  );
  let bottom: number = group.firstRow;
  const placed = sorted.map((tick, place): SceneTick => {
    // Direct ones come first, so a row is tall exactly when its first tick is.
    if (place > 0 && place % perRow === 0) bottom += tick.direct ? group.directRowStep : group.rowStep;
    const height = tick.direct ? group.directTick : group.indirectTick;
    return { ...tick, height, x: group.tickLeft + (place % perRow) * group.tickStep, y: bottom - height };
  });
  return { ticks: placed, bottom };
}
