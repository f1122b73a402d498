/** What a layout engine is given and what it gives back. All numbers are CSS pixels; a box's place is its top left corner. */

/** The way requirements run: down puts the main module at the top. */
export type Direction = 'down' | 'right' | 'up' | 'left';

export interface LayoutBox {
  readonly width: number;
  readonly height: number;
  /** Fewest steps from the main module; -1: no way in. Engine `columns` orders by it. */
  readonly steps: number;
  /** Engine `columns` puts the heaviest first; without it, the tallest. */
  readonly weight?: number;
}

/** Where a box stood: its middle, and its upper left corner. Pixels of the picture before. */
export interface OldPlace {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly top: number;
}

/** One entry a box and a line of the graph that is laid out; undefined for what is new. */
export interface Before {
  readonly boxes: readonly (OldPlace | undefined)[];
  /** Points of each line then: x0, y0, x1, y1, … */
  readonly lines: readonly (Float64Array | undefined)[];
}

export interface LayoutGraph {
  readonly boxes: readonly LayoutBox[];
  /** Places in `boxes`; no line joins a box with itself. */
  readonly lines: readonly { readonly from: number; readonly to: number }[];
  /** Wished width over height, where the room is known. Engine `layered` folds wide layers so that the picture comes near it. */
  readonly aspect?: number;
  /** Boxes of one line: the gaps between layers are smaller, too. */
  readonly compact?: boolean;
  /** Places from the picture before, to be kept as far as that costs little. Engines that know nothing of it lay out afresh. */
  readonly before?: Before;
}

/** A heading over boxes that belong together; its room, 44 high, starts at x, y. */
export interface LayoutHeading {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** `1 step`, `3 to 6 steps`, `Not reachable`. */
  readonly title: string;
  /** Places in `boxes` of what stands under it: the scene counts its owners and modules. */
  readonly boxes: readonly number[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Left and top of each box. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /**
   * Route of each line from its start's border to its end's: x0, y0, x1, y1, … A stretch that runs neither along the
   * direction nor across it lies in the gap between two layers and is meant to be drawn as an S-curve (smooth.ts).
   */
  readonly routes: readonly Float64Array[];
  /** The way the lines run, where the engine has one way only and the wish for another was not followed. */
  readonly direction?: Direction;
  readonly headings?: readonly LayoutHeading[];
  /** The layer of each row of boxes, where wide layers were folded into several rows; rows are counted along the direction. */
  readonly rows?: Int32Array;
  /** What the engine counts of its crossings, to hold layouts of one graph against each other. */
  readonly crossings?: number;
  /** Places from before were kept. */
  readonly kept?: true;
  /** Where places from before were to be kept: the same graph with less of them kept, at last with none. */
  readonly others?: readonly Layout[];
}

/** What of an AbortSignal a layout needs; drawing/ knows neither Node nor the DOM. Every AbortSignal is one. */
export interface CancelSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Rejects with the signal's reason when cancelled. The same graph and direction give the same layout. */
export type LayoutEngine = (graph: LayoutGraph, direction: Direction, signal: CancelSignal) => Promise<Layout>;
