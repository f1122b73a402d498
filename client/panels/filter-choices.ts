/** What the lists of the filter bar can be set to. */
import type { Direction } from '../../drawing/layout/types.ts';
import type { Collapse } from '../../graph/view/types.ts';

/** auto: whichever fits the canvas at the larger zoom. */
export type DirectionChoice = Direction | 'auto';

const directions: ReadonlySet<string> = new Set<DirectionChoice>(['auto', 'down', 'right', 'up', 'left']);
const collapses: ReadonlySet<string> = new Set<Collapse>(['auto', 'none', 'owner', 'host']);

export function isDirection(text: string): text is DirectionChoice {
  return directions.has(text);
}

export function isCollapse(text: string): text is Collapse {
  return collapses.has(text);
}
