/** Which switches of the filter bar change anything of a view: the others are not offered. */
import type { View } from '../../graph/view/types.ts';

export interface Switches {
  readonly reduce: boolean;
  readonly foldLeaves: boolean;
  readonly closeCycles: boolean;
  /** The most boxes. */
  readonly limit: boolean;
  /** Packages are known: modules can be opened to them. */
  readonly packages: boolean;
}

/** The fewest boxes that the bar can bound a view to. */
export const lowestLimit = 50;

/** What a switch that is on does in this view; of one that is off nothing is known, and the bar offers it all the same. */
export function switchesOf({ boxes, receipt, model }: View): Switches {
  return {
    reduce: receipt.requirements.implied > 0,
    foldLeaves: boxes.some(({ kind }) => kind === 'leaves'),
    closeCycles: boxes.some(({ kind }) => kind === 'cycle'),
    limit: receipt.matched > lowestLimit,
    packages: model.snapshot.packages !== undefined,
  };
}
