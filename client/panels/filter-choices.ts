/** What the lists of the filter bar can be set to. */
import type { Direction } from '../../drawing/layout/types.ts';
import type { Collapse } from '../../graph/view/types.ts';
import { onlyText } from '../words/bar.ts';

/** auto: whichever fits the canvas at the larger zoom. */
export type DirectionChoice = Direction | 'auto';

const directions: ReadonlySet<string> = new Set<DirectionChoice>(['auto', 'down', 'right', 'up', 'left']);
const collapses: ReadonlySet<string> = new Set<Collapse>(['auto', 'none', 'owner', 'host', 'package']);

export function isDirection(text: string): text is DirectionChoice {
  return directions.has(text);
}

export function isCollapse(text: string): text is Collapse {
  return collapses.has(text);
}

/** Kinds of modules that are often looked at alone; the lists of the bar and of the palette. */
export const onlyFilters: readonly { readonly query: string; readonly word: string }[] = [
  { query: 'is:conflict', word: onlyText.conflicts },
  { query: 'is:cycle', word: onlyText.cycles },
  { query: 'is:replaced', word: onlyText.replaced },
  { query: 'is:unused', word: onlyText.unused },
  { query: '-is:test', word: onlyText.noTests },
  { query: 'is:kept', word: onlyText.kept },
  { query: 'is:incompatible', word: onlyText.incompatible },
  { query: 'is:pseudo', word: onlyText.pseudo },
];

/** Keeps what is at most so many steps from a main module. */
export const depthTerm = (steps: string): string => `depth:<=${steps}`;

/** The steps that one of the terms of a query bounds; '' for none. */
export function depthOf(terms: readonly string[]): string {
  for (const term of terms) {
    const steps = /^depth:<=([0-9])$/.exec(term)?.[1];
    if (steps !== undefined) return steps;
  }
  return '';
}
