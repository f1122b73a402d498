/** The rows offered under the search field: modules to jump to, and the text as a filter. */
import { completeQuery } from '../../../graph/query/complete.ts';
import { isQueryText } from '../../../graph/search/query-text.ts';
import type { FoundModule, ModuleFinder } from './find-modules.ts';

export type SearchRow =
  | { readonly kind: 'jump'; readonly found: FoundModule }
  | { readonly kind: 'filter'; readonly text: string; readonly again?: true }
  /** The text as it would be with the word at the cursor completed, and where the cursor then stands. */
  | {
      readonly kind: 'complete';
      readonly word: string;
      readonly means: string;
      readonly text: string;
      readonly cursor: number;
    }
  | { readonly kind: 'clear' };

const shown = 12;
const completed = 8;
const remembered = 8;

/**
 * Best first, so that Enter does what was meant: a word begun is completed, a query filters, words jump to the module
 * they find best. `current` is the filter in force, `cursor` where one types in `text`,
 * `recent` the queries of late.
 */
export function searchRows(
  finder: ModuleFinder,
  text: string,
  current: string,
  cursor = text.length,
  recent: readonly string[] = [],
): SearchRow[] {
  const wanted = text.trim();
  if (wanted === '') {
    const again = recent.filter((query) => query !== current).slice(0, remembered);
    return [
      ...(current === '' ? [] : [{ kind: 'clear' } as const]),
      ...again.map((query): SearchRow => ({ kind: 'filter', text: query, again: true })),
    ];
  }
  const isQuery = isQueryText(wanted);
  const jumps = finder
    .find(isQuery ? words(wanted) : wanted, isQuery ? 5 : shown)
    .map((found): SearchRow => ({ kind: 'jump', found }));
  const filter: SearchRow = { kind: 'filter', text: wanted };
  const { from, options, whole } = completeQuery(text, cursor);
  const completions = options.slice(0, completed).map(({ text: word, means }): SearchRow => {
    const before = `${text.slice(0, from)}${word}`;
    return { kind: 'complete', word, means, text: `${before}${text.slice(cursor)}`, cursor: before.length };
  });
  // `is:tool` is a word, though `is:toolchain` begins with it; and `to` may be the begin of a path as well.
  const begun = !whole && text.slice(from, cursor).includes(':');
  if (begun && completions.length > 0) return [...completions, ...jumps];
  return isQuery ? [filter, ...completions, ...jumps] : [...jumps, ...completions, filter];
}

/** The plain words of a query: a module path in `to(golang.org/x/net)` can be jumped to as well. */
function words(query: string): string {
  return query
    .replaceAll(/\b[a-z]+:\S*/g, ' ')
    .replaceAll(/\b(from|to|between|shortest|near|alone|dominated)\(/g, ' ')
    .replaceAll(/@\S*/g, ' ')
    .replaceAll(/[()|&*,]|(^|\s)-/g, ' ')
    .trim();
}
