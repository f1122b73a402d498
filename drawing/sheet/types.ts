/** A picture with a layout of its own, poster or versions, as a list of what is painted, back to front. Lengths are CSS pixels. */
import type { PathCommand } from '../scene/types.ts';
import type { Token } from '../theme/tokens.ts';

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** The heading as plain words. */
  readonly title: string;
  /** What the picture says, in sentences: for readers who do not see it. */
  readonly description: string;
  readonly marks: readonly Mark[];
}

export type Mark = Lines | Areas | Words;

/** Strokes of one colour, painted as one: where they lie over each other, nothing grows darker. */
interface Lines {
  readonly kind: 'lines';
  readonly paths: readonly (readonly PathCommand[])[];
  readonly colour: Token;
  readonly width: number;
  /** 0 to 1; 1 where it is missing. */
  readonly opacity?: number;
  readonly round?: true;
  /** Shown by readers that point at it. */
  readonly tip?: string;
}

/** Rectangles or circles of one colour. */
interface Areas {
  readonly kind: 'areas';
  /** x, y, width, height. */
  readonly rects?: readonly (readonly [number, number, number, number])[];
  /** Centre and radius. */
  readonly circles?: readonly (readonly [number, number, number])[];
  readonly colour: Token;
  /** Drawn as an outline of 1 pixel, and empty. */
  readonly hollow?: true;
  readonly tip?: string;
}

/** One line of text. */
interface Words {
  readonly kind: 'words';
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly font: 'mono' | 'sans';
  readonly pieces: readonly Piece[];
  readonly end?: true;
  /** Degrees clockwise, about x, y. */
  readonly turn?: number;
}

export interface Piece {
  readonly text: string;
  readonly colour: Token;
  readonly bold?: true;
  /** In mono letters, within a line of sans ones. */
  readonly mono?: true;
}
