/** The rows offered under the search field: modules to jump to, and the text as a filter. */
import { isQueryText } from '../../../graph/search/query-text.ts';
import type { FoundModule, ModuleFinder } from './find-modules.ts';

export type SearchRow =
  | { readonly kind: 'jump'; readonly found: FoundModule }
  | { readonly kind: 'filter'; readonly text: string }
  | { readonly kind: 'clear' };

const shown = 12;

/**
 * Best first, so that Enter does what was meant: a query filters, words jump to the module they find best. `current` is
 * the filter in force.
 */
export function searchRows(finder: ModuleFinder, text: string, current: string): SearchRow[] {
  const wanted = text.trim();
  if (wanted === '') return current === '' ? [] : [{ kind: 'clear' }];
  const isQuery = isQueryText(wanted);
  const jumps = finder
    .find(isQuery ? words(wanted) : wanted, isQuery ? 5 : shown)
    .map((found): SearchRow => ({ kind: 'jump', found }));
  const filter: SearchRow = { kind: 'filter', text: wanted };
  return isQuery ? [filter, ...jumps] : [...jumps, filter];
}

/** The plain words of a query: a module path in `to(golang.org/x/net)` can be jumped to as well. */
function words(query: string): string {
  return query
    .replaceAll(/\b[a-z]+:\S*/g, ' ')
    .replaceAll(/\b(from|to|between|shortest|near|dominated)\(/g, ' ')
    .replaceAll(/@\S*/g, ' ')
    .replaceAll(/[()|&*,]|(^|\s)-/g, ' ')
    .trim();
}
