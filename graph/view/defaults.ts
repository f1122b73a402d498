/** The defaults of a view: the same for the page and the command line. */
import type { ViewOptions } from './types.ts';

/** Boxes before grouping (contracts: view order). */
const boxBudget = 150;
/** Cycles of up to so many members are open in a picture of fewer than 60 boxes. */
export const smallCycle = 3;
/** Leaves fold when more boxes than this are on show. */
export const foldAbove = 60;
/** A grouped view draws all its reduced lines up to this many. */
export const groupedLineBudget = 400;

export const defaultView: ViewOptions = {
  scope: 'selected',
  query: '',
  closeCycles: true,
  reduce: true,
  foldLeaves: true,
  collapse: 'auto',
  limit: boxBudget,
  open: [],
};
