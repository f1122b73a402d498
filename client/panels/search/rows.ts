/** The rows offered under the search field: modules to jump to, and the text as a filter. */
import { functionNames } from '../../../graph/query/ast.ts';
import { completeQuery } from '../../../graph/query/complete.ts';
import { isQueryText } from '../../../graph/search/query-text.ts';
import type { FoundModule, ModuleFinder } from './find-modules.ts';
import { searchText } from '../../words/search.ts';

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
  const inside = insideFunction(text, cursor);
  if (inside !== undefined && inside.word !== '') {
    const paths = completedPaths(finder, text, cursor, inside);
    // A path that is written out is not to be completed any more: Enter filters.
    const done = paths.some((row) => row.kind === 'complete' && row.word === inside.word);
    if (paths.length > 0) return done ? [filter, ...paths, ...jumps] : [...paths, filter];
  }
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

interface Inside {
  /** Where the word at the cursor begins, and what of it stands before the cursor. */
  readonly from: number;
  readonly word: string;
  /** What belongs behind a path there: another argument, or the end. */
  readonly after: ', ' | ')';
}

/** Functions of two modules: between the first and the second. */
const twofold: ReadonlySet<string> = new Set(['between', 'shortest']);

/** The word at the cursor where it is an argument of a function of modules: `from(golang.org/x|`; undefined elsewhere. */
function insideFunction(text: string, cursor: number): Inside | undefined {
  let from = cursor;
  while (from > 0 && !/[\s()|&,]/.test(text[from - 1] ?? '')) from--;
  // The parenthesis that is open there.
  let [at, depth, commas] = [from - 1, 0, 0];
  for (; at >= 0; at--) {
    const sign = text[at];
    if (sign === ')') depth++;
    else if (sign === '(' && depth-- === 0) break;
    else if (sign === ',' && depth === 0) commas++;
  }
  if (at < 0) return undefined;
  let start = at;
  while (start > 0 && /[a-z]/.test(text[start - 1] ?? '')) start--;
  const name = text.slice(start, at);
  const isTwofold = twofold.has(name);
  // The second argument of near is a number.
  if (!functionNames.some((known) => known === name) || commas > (isTwofold ? 1 : 0)) return undefined;
  return { from, word: text.slice(from, cursor), after: isTwofold && commas === 0 ? ', ' : ')' };
}

/** Module paths for the word at the cursor, the best first; what belongs behind one is written with it, where it does not stand there yet. */
function completedPaths(
  finder: ModuleFinder,
  text: string,
  cursor: number,
  { from, word, after }: Inside,
): SearchRow[] {
  const behind = text.slice(cursor);
  const more = /^\s*[,)]/.test(behind) ? '' : after;
  return finder.find(word, completed).map(({ entry }): SearchRow => {
    const before = `${text.slice(0, from)}${entry.path}${more}`;
    const means = [
      entry.rank === 0 ? searchText.main : entry.version,
      ...(entry.rank === 1 ? [searchText.direct] : []),
    ].join(', ');
    return { kind: 'complete', word: entry.path, means, text: `${before}${behind}`, cursor: before.length };
  });
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
