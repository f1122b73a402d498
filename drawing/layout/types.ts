/** What a layout engine is given and what it gives back. All numbers are CSS pixels; a box's place is its top left corner. */

/** The way requirements run: down puts the main module at the top. */
export type Direction = 'down' | 'right' | 'up' | 'left';

export interface LayoutBox {
  readonly width: number;
  readonly height: number;
  /** Fewest steps from the main module; -1: no way in. Engine `columns` orders by it. */
  readonly steps: number;
}

export interface LayoutGraph {
  readonly boxes: readonly LayoutBox[];
  /** Places in `boxes`; no line joins a box with itself. */
  readonly lines: readonly { readonly from: number; readonly to: number }[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Left and top of each box. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Route of each line from its start's border to its end's: x0, y0, x1, y1, … */
  readonly routes: readonly Float64Array[];
}

/** Rejects with the signal's reason when cancelled. The same graph and direction give the same layout. */
export type LayoutEngine = (graph: LayoutGraph, direction: Direction, signal: AbortSignal) => Promise<Layout>;
