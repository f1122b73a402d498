/** Where the user is: everything that a copied link must bring back. */
import type { Room } from '../../drawing/scene/aspect.ts';
import type { Direction } from '../../drawing/layout/types.ts';
import { defaultView } from '../../graph/view/defaults.ts';
import type { ViewOptions } from '../../graph/view/types.ts';
import type { WordedEdit } from '../../graph/what-if/stages.ts';

export type Tab = 'graph' | 'findings' | 'conflicts' | 'cycles' | 'diff' | 'tree' | 'table' | 'weight';

/** What of the picture is in the middle of its canvas. */
export interface Spot {
  /** Id of a box. */
  readonly box: string;
  /** From the middle of the box to that of the canvas, pixels of the picture. */
  readonly x: number;
  readonly y: number;
  /** CSS pixels a pixel of the picture. */
  readonly zoom: number;
}

export interface Place {
  readonly options: ViewOptions;
  readonly direction: Direction | 'auto';
  /** Draw the lines between groups that nothing brings out, too. */
  readonly allLines: boolean;
  readonly tab: Tab;
  /** In the tabs diff, tree and table: the revision that is compared with. */
  readonly compare: string | undefined;
  /** In the tabs tree and table: they show the comparison with a file, which is not in an address. */
  readonly withFile: boolean;
  /** In a comparison: modules that stayed as they were are shown, too. */
  readonly unchanged: boolean;
  /** What-if: edits that are tried, in their order. */
  readonly edits: readonly WordedEdit[];
  /** Edits of an address that are more than can be tried, and so are not among them. Whoever goes on leaves them. */
  readonly beyond: number;
  /** A box's id; a module's is `path@version`. */
  readonly selected: string | undefined;
  /** Ids of boxes selected beside it, the last one first; none where nothing is selected. */
  readonly also: readonly string[];
  /** In a list: the key of the row that is explained; in the weight view: the path of a requirement. */
  readonly row: string | undefined;
  /** Order of the table, as views/table-columns.ts writes it, or of the weight view (weight/order.ts); undefined: as at first. */
  readonly sort: string | undefined;
  /** Columns of the table, as views/table-columns.ts writes them; undefined: the usual ones. */
  readonly columns: string | undefined;
  /** Id of the group of findings that was picked: what it names stands out. */
  readonly finding: string | undefined;
  /** In a copied link: what was in view, where that was not everything. Whoever goes on leaves it. */
  readonly spot: Spot | undefined;
  /** In a copied link: the room that the picture was laid out for, CSS pixels; undefined: that of the window. */
  readonly room: Room | undefined;
}

export const startPlace: Place = {
  options: defaultView,
  direction: 'auto',
  allLines: false,
  tab: 'graph',
  compare: undefined,
  withFile: false,
  unchanged: false,
  edits: [],
  beyond: 0,
  selected: undefined,
  also: [],
  row: undefined,
  sort: undefined,
  columns: undefined,
  finding: undefined,
  spot: undefined,
  room: undefined,
};

/** Tabs that show a comparison: as a picture, as a tree or as a table. */
const comparing: ReadonlySet<Tab> = new Set(['diff', 'tree', 'table']);

type Compared = Pick<Place, 'tab' | 'compare' | 'withFile' | 'edits'>;

/** Edits are what is compared: neither a revision nor a file is. */
export function tries({ compare, withFile, edits }: Omit<Compared, 'tab'>): boolean {
  return edits.length > 0 && compare === undefined && !withFile;
}

/** A difference is what the place is of, or is to be. */
export function compares({ tab, compare, withFile, edits }: Compared): boolean {
  return tab === 'diff' || (comparing.has(tab) && (compare !== undefined || withFile || edits.length > 0));
}

/** A comparison stays on there. */
export function keepsComparison(tab: Tab): boolean {
  return comparing.has(tab);
}
