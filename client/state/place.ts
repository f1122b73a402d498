/** Where the user is: everything that a copied link must bring back. */
import type { Direction } from '../../drawing/layout/types.ts';
import { defaultView } from '../../graph/view/defaults.ts';
import type { ViewOptions } from '../../graph/view/types.ts';

export type Tab = 'graph' | 'findings' | 'conflicts' | 'cycles' | 'diff' | 'tree' | 'table';

export interface Place {
  readonly options: ViewOptions;
  readonly direction: Direction | 'auto';
  /** Draw the lines between groups that nothing brings out, too. */
  readonly allLines: boolean;
  readonly tab: Tab;
  /** In the tab diff: the revision that is compared with; a file is not in an address. */
  readonly compare: string | undefined;
  /** In the tab diff: modules that stayed as they were are shown, too. */
  readonly unchanged: boolean;
  /** A box's id; a module's is `path@version`. */
  readonly selected: string | undefined;
  /** Ids of boxes selected beside it, the last one first; none where nothing is selected. */
  readonly also: readonly string[];
  /** In a list: the key of the row that is explained. */
  readonly row: string | undefined;
  /** Order of the table, as views/table-columns.ts writes it; undefined: as at first. */
  readonly sort: string | undefined;
  /** Id of the group of findings that was picked: what it names stands out. */
  readonly finding: string | undefined;
}

export const startPlace: Place = {
  options: defaultView,
  direction: 'auto',
  allLines: false,
  tab: 'graph',
  compare: undefined,
  unchanged: false,
  selected: undefined,
  also: [],
  row: undefined,
  sort: undefined,
  finding: undefined,
};
