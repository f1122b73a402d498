/** The defaults of a view: the same for the page and the command line. */
import type { ViewOptions } from './types.ts';

/** Boxes before grouping (contracts: view order). */
const boxBudget = 150;
/**
 * Lines between modules before grouping, for each box of the budget. It is the lines that take the room: at 1600 × 1000 a picture of
 * 136 modules and 206 lines (etcd) has names of 8 pixels however it is laid out, one of 129 and 175 has names of 9.
 */
export const linesPerBox = 4 / 3;
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
