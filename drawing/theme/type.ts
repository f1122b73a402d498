/** Fonts of a picture, and how each kind of text in it is set. */
import type { Token } from './tokens.ts';

/**
 * Fonts of one advance: Menlo and DejaVu Sans Mono 0.602 em, Liberation Mono 0.600, Consolas 0.550. Boxes are made for
 * the widest, so text always fits. The page's own mono stack begins with SF Mono (0.618), which would not: pictures
 * have a stack of their own. No textLength: stretched letters look wrong, and a box with room needs none.
 */
export const pictureMono = 'Menlo, "DejaVu Sans Mono", "Liberation Mono", Consolas, monospace';
/** Fonts with Arial's advances, for the same reason. */
export const pictureSans = 'Arial, "Liberation Sans", Helvetica, sans-serif';

export type TextRole =
  | 'name'
  | 'name-hollow'
  | 'prefix'
  | 'version'
  | 'line-name'
  | 'line-name-hollow'
  | 'name-alone'
  | 'name-alone-hollow'
  | 'line-version'
  | 'line-fault'
  | 'count'
  | 'fault'
  | 'owner'
  | 'owner-prefix'
  | 'label'
  | 'title'
  | 'note'
  | 'number'
  | 'line-label';

export interface TextStyle {
  /** Pixels. */
  readonly size: number;
  readonly weight: 400 | 600 | 700;
  readonly family: 'mono' | 'sans';
  readonly colour: Token;
  /** On the filled box of a main module. */
  readonly onMain: Token;
}

export const textStyles: Readonly<Record<TextRole, TextStyle>> = {
  name: { size: 12, weight: 700, family: 'mono', colour: 'ink', onMain: 'main-ink' },
  // Of a module that nothing imports.
  'name-hollow': { size: 12, weight: 400, family: 'mono', colour: 'ink', onMain: 'main-ink' },
  prefix: { size: 10, weight: 400, family: 'mono', colour: 'ink-3', onMain: 'main-ink-2' },
  version: { size: 10, weight: 400, family: 'mono', colour: 'ink-2', onMain: 'main-ink-2' },
  // Boxes of one line, where two would be too small to be read: with a version beside the name, and without.
  'line-name': { size: 11.5, weight: 700, family: 'mono', colour: 'ink', onMain: 'main-ink' },
  'line-name-hollow': { size: 11.5, weight: 400, family: 'mono', colour: 'ink', onMain: 'main-ink' },
  'name-alone': { size: 10.5, weight: 700, family: 'mono', colour: 'ink', onMain: 'main-ink' },
  'name-alone-hollow': { size: 10.5, weight: 400, family: 'mono', colour: 'ink', onMain: 'main-ink' },
  'line-version': { size: 9.5, weight: 400, family: 'mono', colour: 'ink-3', onMain: 'main-ink-2' },
  'line-fault': { size: 9.5, weight: 400, family: 'mono', colour: 'high-text', onMain: 'main-ink-2' },
  count: { size: 11, weight: 400, family: 'mono', colour: 'ink-2', onMain: 'main-ink-2' },
  fault: { size: 10, weight: 400, family: 'mono', colour: 'high-text', onMain: 'main-ink-2' },
  owner: { size: 11.5, weight: 700, family: 'mono', colour: 'ink', onMain: 'main-ink' },
  'owner-prefix': { size: 11.5, weight: 400, family: 'mono', colour: 'ink-3', onMain: 'main-ink-2' },
  label: { size: 11.5, weight: 400, family: 'sans', colour: 'ink', onMain: 'main-ink' },
  title: { size: 12, weight: 600, family: 'sans', colour: 'ink', onMain: 'main-ink' },
  note: { size: 11.5, weight: 400, family: 'sans', colour: 'ink-2', onMain: 'main-ink-2' },
  // On a line of a cycle.
  'line-label': { size: 10, weight: 400, family: 'sans', colour: 'ink-2', onMain: 'main-ink-2' },
  number: { size: 9, weight: 400, family: 'mono', colour: 'info-text', onMain: 'main-ink-2' },
};
