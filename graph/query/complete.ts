/** What may be typed at a place of a query: for completion in the page. */
import { changeWords, functionWords, otherWords, stateWords } from './words.ts';

interface Completion {
  /** What the word at the cursor becomes. */
  readonly text: string;
  readonly means: string;
}

export interface Completions {
  /** The word at the cursor: from here up to the cursor it is replaced. */
  readonly from: number;
  readonly options: readonly Completion[];
  /** The word is one of the language as it stands; others may begin with it. */
  readonly whole: boolean;
}

/**
 * Words of the language that begin with the word before `cursor`; none for a word that is a piece of a path only.
 * `compares`: two graphs are compared, and there are words for that.
 */
export function completeQuery(query: string, cursor: number, compares = false): Completions {
  const before = query.slice(0, cursor);
  // Backwards from the cursor: a pattern that ends at the end would be tried from every place before it.
  let from = before.length;
  while (from > 0 && !/[\s()|&,]/.test(before[from - 1] ?? '')) from--;
  const negative = before[from] === '-';
  const start = from + (negative ? 1 : 0);
  const word = before.slice(start).toLowerCase();
  const all: Completion[] = [
    ...stateWords.map((one) => ({ text: `is:${one.word}`, means: one.means })),
    ...functionWords.map((one) => ({ text: `${one.name}(`, means: one.means })),
    ...otherWords.filter((one) => /^[a-z]+:/.test(one.form)).map((one) => ({ text: one.form, means: one.means })),
    ...(compares ? changeWords : []).map(({ form, means }) => ({ text: form.split(' ')[0] ?? '', means })),
  ];
  return {
    from: start,
    whole: all.some((one) => one.text === word),
    options: word === '' ? [] : all.filter((one) => one.text.startsWith(word) && one.text !== word),
  };
}
