/** The scene: everything that is drawn, placed, before any pen touches it. Pixels; origin top left; theme-free. */
import type { BoxKind, Receipt } from '../../graph/view/types.ts';
import type { Direction } from '../layout/types.ts';
import type { Token } from '../theme/tokens.ts';
import type { TextRole } from '../theme/type.ts';

/** What a difference makes of a box or a line; `kept`: it stayed as it was, and steps back. */
export type BoxChange = 'added' | 'removed' | 'changed' | 'kept';
export type LineChange = 'added' | 'removed' | 'kept';

/** Glyphs of look.md, heaviest first; a box shows at most three, the rest as `more`. */
export type Glyph =
  | 'added'
  | 'removed'
  | 'raised'
  | 'lowered'
  | 'edited'
  | 'error'
  | 'high'
  | 'two-majors'
  | 'retracted'
  | 'warn'
  | 'deprecated'
  | 'cycle'
  | 'replaced'
  | 'low'
  | 'excluded'
  | 'kept'
  | 'open'
  | 'more';

/**
 * How much a picture says of each module, by what fits a screen: name and version in two lines; both in one line; the name alone in a
 * narrow box.
 */
export type NameLevel = 'full' | 'versions' | 'names';

/** Texts, glyphs and ticks are placed relative to the top left corner of their box. */
export interface SceneText {
  readonly text: string;
  /** Left end of the text (right end when `end`), and its baseline. */
  readonly x: number;
  readonly y: number;
  readonly end?: true;
  /** How it is set: theme/type.ts. */
  readonly role: TextRole;
  /** A colour other than the role's. */
  readonly colour?: Token;
  readonly strike?: true;
}

/** A tick of a grouped box: one module. Warn and high carry a cap above the tick; replaced is split in two. */
export interface SceneTick {
  readonly x: number;
  /** Top of the tick without its cap. */
  readonly y: number;
  readonly height: number;
  readonly mark: 'direct' | 'indirect' | 'warn' | 'high' | 'replaced';
  /** Tall ones stand for direct modules. */
  readonly direct: boolean;
}

export interface SceneGlyph {
  readonly glyph: Glyph;
  readonly colour: Token;
  readonly x: number;
  readonly y: number;
}

/** What a face says, wherever the box is placed. */
export interface Face {
  readonly width: number;
  readonly height: number;
  readonly main: boolean;
  readonly direct: boolean;
  readonly border: 'plain' | 'double' | 'replaced' | 'superseded' | 'kept' | 'excluded';
  /** A cycle, closed or opened, or a box that stands for a member of one. */
  readonly cycle: boolean;
  /** Could not be loaded: hatched, bordered in the colour of errors. */
  readonly failed: boolean;
  /** Packages are known, and none of it is imported: no fill, and a light name. */
  readonly hollow?: true;
  /** Sheets behind the box: 2 for folded leaves, 1 for a group, 0 for none. */
  readonly sheets: 0 | 1 | 2;
  readonly texts: readonly SceneText[];
  readonly glyphs: readonly SceneGlyph[];
  readonly ticks: readonly SceneTick[];
  /** Full text for tooltip and SVG <title>: whole path, version, states in words. */
  readonly title: string;
  /** Its page on pkg.go.dev, for one module version. */
  readonly link?: string;
  /** In the picture of a difference. */
  readonly change?: BoxChange;
}

export interface SceneBox extends Face {
  readonly id: string;
  readonly kind: BoxKind;
  readonly x: number;
  readonly y: number;
  /** A frame is an opened cycle or group; its boxes come after it in the list, with `frame` set to its id. */
  readonly isFrame: boolean;
  readonly frame?: string;
  /** A card over the columns, and what stands on it: painted after all else, which it covers. */
  readonly over?: true;
  /** Of a card: where its box stands closed. */
  readonly home?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly nodes: readonly number[];
}

/** A line as path commands over absolute numbers: M x y, L x y, C x1 y1 x2 y2 x y. It ends at the arrow's base, or where it joins another to the same box. */
export interface SceneLine {
  readonly from: string;
  readonly to: string;
  readonly kind: 'requirement' | 'superseded' | 'closes-cycle' | 'import';
  readonly requirements: number;
  /** Steps back: between groups there are too many to read one by one. A selection brings its own out. */
  readonly quiet: boolean;
  /** In the picture of a difference. */
  readonly change?: LineChange;
  /** It joins boxes of a card. */
  readonly over?: true;
  readonly path: readonly PathCommand[];
  /** Tip of the arrow and the unit direction it points to; lines to one box share one. */
  readonly arrow: { readonly x: number; readonly y: number; readonly dx: number; readonly dy: number };
}

export type PathCommand =
  readonly ['M' | 'L', number, number] | readonly ['C', number, number, number, number, number, number];

/** Words on a line: their paper, which covers the line, and the text in the middle of it. Scene pixels. */
export interface SceneLabel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  /** Of the text, whose middle is that of the paper. */
  readonly baseline: number;
}

/** A mark that stands in the picture, for the legend; keys in the order of look.md. */
export type LegendKey =
  | 'added'
  | 'removed'
  | 'raised'
  | 'lowered'
  | 'edited'
  | 'line-added'
  | 'line-removed'
  | 'line-kept'
  | 'main'
  | 'direct'
  | 'indirect'
  | 'superseded'
  | 'unused'
  | 'low'
  | 'warn'
  | 'high'
  | 'two-majors'
  | 'cycle'
  | 'replaced'
  | 'retracted'
  | 'deprecated'
  | 'excluded'
  | 'error'
  | 'kept'
  | 'group'
  | 'tick-direct'
  | 'tick-indirect'
  | 'tick-warn'
  | 'tick-high'
  | 'tick-replaced'
  | 'requirement'
  | 'superseded-line'
  | 'closes-cycle'
  | 'package'
  | 'test-package'
  | 'import';

export interface LegendEntry {
  readonly key: LegendKey;
  /** Words of code before the text, in mono. */
  readonly code?: string;
  readonly text: string;
  /** Colour of a glyph where it is not the glyph's own. */
  readonly colour?: Token;
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly direction: Direction;
  readonly level: NameLevel;
  readonly boxes: readonly SceneBox[];
  readonly lines: readonly SceneLine[];
  /** In a cycle's own view; absent elsewhere. */
  readonly labels?: readonly SceneLabel[];
  /** Over boxes that stand apart: left end and baseline; absent where there are none. */
  readonly captions?: readonly {
    readonly x: number;
    readonly y: number;
    readonly text: string;
    /** Of one box: it is of no use far out, where the box is a block among others. */
    readonly ofOne?: true;
  }[];
  /** Steps from the main module, one entry a layer: its middle along the direction, and the number. */
  readonly ruler: readonly { readonly at: number; readonly label: string }[];
  /** Headings of a grouped picture's columns. */
  readonly headings: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly title: string;
    readonly note: string;
  }[];
  readonly legend: readonly LegendEntry[];
  readonly receipt: Receipt;
  /** What the picture is of, for a title and the sentence under it. */
  readonly subject: { readonly prefix: string; readonly name: string; readonly sentence: string };
}
