/** What the list of keys says around them, and of mouse and trackpad, by key; the keys themselves are in keys.ts. */
import { withThousands } from '../../graph/thousands.ts';
import type { Scrolling } from '../canvas/wheel.ts';

export const handsText = {
  hands: 'Mouse and trackpad',
  scrolling: 'Scrolling',
  several: 'Several boxes',
  lastFirst: 'the last one first',
  /** `what`: `12 modules`. */
  kind: (what: string, direct: number, conflicts: number) =>
    `${what}, ${direct === 0 ? 'none' : withThousands(direct)} direct${conflicts === 0 ? '' : `, ${withThousands(conflicts)} required at more than one version`}`,
  together: 'Brought by these together',
  nothingTogether: 'Nothing: whatever they require, something else leads to as well.',
  among: 'Requirements among them',
  noneAmong: 'None of them requires another.',
} as const;

export const scrollingChoices: readonly { readonly value: Scrolling; readonly word: string }[] = [
  { value: 'auto', word: 'automatic' },
  { value: 'zoom', word: 'always zooms' },
  { value: 'pan', word: 'always pans' },
];

/** Below the keys in the list that ? shows. */
export const handRows: readonly { readonly shown: string; readonly does: string }[] = [
  { shown: 'Click', does: 'select' },
  { shown: 'Double-click', does: 'open or close a group or a cycle' },
  { shown: 'Right-click', does: 'actions' },
  { shown: 'Shift + click', does: 'add a box to the selection, or remove it' },
  { shown: 'Shift + drag', does: 'select all boxes in a rectangle' },
  { shown: 'Shift + arrow key', does: 'add the next box to the selection' },
  { shown: 'Drag', does: 'pan' },
  { shown: 'Wheel', does: 'zoom at the pointer' },
  { shown: 'Two fingers', does: 'pan' },
  { shown: 'Pinch, Ctrl + wheel', does: 'zoom at the pointer' },
  { shown: 'Shift + wheel', does: 'pan sideways' },
];

/** The parts of the list of keys. */
export const keyGroupText = {
  find: 'Find',
  move: 'Move',
  selection: 'Selection',
  view: 'View',
  page: 'Page',
} as const;

export const keyListText = {
  title: 'Keys',
} as const;
