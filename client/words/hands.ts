/** What the page says of mouse and trackpad, by key. */
import type { Scrolling } from '../canvas/wheel.ts';

export const handsText = {
  hands: 'Mouse and trackpad',
  scrolling: 'Scrolling',
  several: 'Several boxes',
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
