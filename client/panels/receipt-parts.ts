/** The words of the receipt cut into links: which step of the view each number belongs to. */
import { receiptWords } from '../../drawing/scene/receipt.ts';
import type { Receipt } from '../../graph/view/types.ts';
import { requirementText } from '../words/receipt.ts';

/** What a link of the receipt shows: the versions of a step, or the requirements that one took away. */
export type ReceiptStep = 'versions' | 'scoped' | 'matched' | 'boxes' | 'implied' | 'inside' | 'undrawn';

export interface ReceiptPart {
  readonly text: string;
  /** Absent for words that lead nowhere. */
  readonly step?: ReceiptStep;
}

/**
 * The steps from the whole to the view, and the sentence about its requirements, in the words of the exports. `waiting`:
 * how many requirements of the view have lines that are drawn only once a group is selected, `chosen`: one is.
 */
export function receiptParts(
  receipt: Receipt,
  waiting = 0,
  chosen = false,
): {
  readonly boxes: readonly ReceiptPart[];
  readonly requirements: readonly ReceiptPart[];
} {
  const words = receiptWords(receipt);
  const { implied, inside, undrawn } = receipt.requirements;
  return {
    boxes: words.steps.map((text, i) => ({ text, step: stepOf(text, i, words.steps.length) })),
    // The flags that it ends with are the command line's; the page has switches for them.
    requirements: cut(withWaiting(words.requirements.replace(/ \(fewer with .*\)$/, ''), receipt, waiting, chosen), [
      { text: requirementText.implied(implied), step: 'implied' },
      { text: requirementText.inside(inside), step: 'inside' },
      {
        text: receipt.grouped === 'direct' ? requirementText.ofModules(undrawn) : requirementText.between(undrawn),
        step: 'undrawn',
      },
    ]),
  };
}

/** What waits for a selection is not drawn: the sentence must not count it. */
function withWaiting(sentence: string, { requirements: { drawn } }: Receipt, waiting: number, chosen: boolean): string {
  if (waiting === 0) return sentence;
  const now = requirementText.drawn(drawn - waiting);
  return sentence
    .replace(requirementText.drawn(drawn), () => now)
    .replace(requirementText.shown, () => requirementText.shownAndWaiting(waiting, chosen));
}

function stepOf(text: string, i: number, length: number): ReceiptStep {
  if (i === 0) return 'versions';
  if (i === length - 1) return 'boxes';
  return text.endsWith('selected') ? 'scoped' : 'matched';
}

/** The sentence with each link that stands in it cut out, in the order given. */
function cut(sentence: string, links: readonly Required<ReceiptPart>[]): ReceiptPart[] {
  const parts: ReceiptPart[] = [];
  let rest = sentence;
  for (const link of links) {
    // A number stands at the start of a word: `5 implied` is not in `435 implied`.
    const at = rest.search(new RegExp(`(?<![\\d,])${link.text}`));
    if (at === -1) continue;
    if (at > 0) parts.push({ text: rest.slice(0, at) });
    parts.push(link);
    rest = rest.slice(at + link.text.length);
  }
  if (rest !== '') parts.push({ text: rest });
  return parts;
}
