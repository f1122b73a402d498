/** The scene: everything that is drawn, placed, before any pen touches it. Pixels; origin top left; theme-free. */
import type { BoxKind, Receipt } from '../../graph/view/types.ts';
import type { Direction } from '../layout/types.ts';

/** Glyphs of look.md, heaviest first; a box shows at most three, the rest as `more`. */
export type Glyph =
  | 'error'
  | 'high'
  | 'two-majors'
  | 'warn'
  | 'low'
  | 'cycle'
  | 'replaced'
  | 'excluded'
  | 'kept'
  | 'open'
  | 'more';

export interface SceneText {
  readonly text: string;
  /** Left end of the text (right end when `end`), and its baseline. */
  readonly x: number;
  readonly y: number;
  readonly end?: true;
  /** name: 12/700 mono · prefix: 10 dim mono · version: 10 mono · count: 11 mono. */
  readonly role: 'name' | 'prefix' | 'version' | 'count';
  readonly strike?: true;
}

/** A tick of a grouped box: one module. */
export interface SceneTick {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly mark: 'direct' | 'indirect' | 'warn' | 'replaced';
  /** Tall ones stand for direct modules. */
  readonly direct: boolean;
}

export interface SceneBox {
  readonly id: string;
  readonly kind: BoxKind;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** A frame is an opened cycle or group; its boxes come after it in the list, with `frame` set to its id. */
  readonly isFrame: boolean;
  readonly frame?: string;
  /** What its border and fill say; independent of theme and of selection. */
  readonly main: boolean;
  readonly direct: boolean;
  readonly border: 'plain' | 'double' | 'replaced' | 'superseded' | 'kept' | 'excluded';
  readonly cycle: boolean;
  readonly sheets: boolean;
  readonly texts: readonly SceneText[];
  readonly glyphs: readonly { readonly glyph: Glyph; readonly x: number; readonly y: number }[];
  readonly ticks: readonly SceneTick[];
  /** Full text for tooltip and SVG <title>: whole path, version, states in words. */
  readonly title: string;
  readonly nodes: readonly number[];
}

/** A line as path commands over absolute numbers: M x y, L x y, C x1 y1 x2 y2 x y; ends at the arrow's base. */
export interface SceneLine {
  readonly from: string;
  readonly to: string;
  readonly kind: 'requirement' | 'superseded' | 'closes-cycle';
  readonly requirements: number;
  readonly path: readonly PathCommand[];
  /** Tip of the arrow and the unit direction it points to; lines to one box share one. */
  readonly arrow: { readonly x: number; readonly y: number; readonly dx: number; readonly dy: number };
}

export type PathCommand = readonly ['M' | 'L', number, number] | readonly ['C', number, number, number, number, number, number];

/** A mark that stands in the picture, for the legend; keys in the order of look.md. */
export type LegendKey =
  | 'main'
  | 'direct'
  | 'indirect'
  | 'superseded'
  | 'low'
  | 'warn'
  | 'high'
  | 'two-majors'
  | 'cycle'
  | 'replaced'
  | 'excluded'
  | 'error'
  | 'kept'
  | 'group'
  | 'ticks'
  | 'requirement'
  | 'closes-cycle';

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly direction: Direction;
  readonly boxes: readonly SceneBox[];
  readonly lines: readonly SceneLine[];
  /** Steps from the main module, one entry a layer: its middle along the direction, and the number. */
  readonly ruler: readonly { readonly at: number; readonly label: string }[];
  /** Headings of a grouped picture's columns. */
  readonly headings: readonly { readonly x: number; readonly y: number; readonly width: number; readonly title: string; readonly note: string }[];
  readonly legend: readonly { readonly key: LegendKey; readonly text: string }[];
  readonly receipt: Receipt;
}
