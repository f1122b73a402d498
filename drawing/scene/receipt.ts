/** The receipt in words: how the view came from the whole, and what of it is not drawn (the look, Words). */
import { withThousands } from '../../graph/thousands.ts';
import type { Receipt } from '../../graph/view/types.ts';

export interface ReceiptWords {
  /** `304 versions`, `159 selected`, `78 match`, `57 boxes`: each step from the whole to the view. */
  readonly steps: readonly string[];
  /** `82 of 539 requirements shown; hidden: 435 implied, 22 inside groups`. */
  readonly requirements: string;
}

function counted(count: number, one: string, many: string): string {
  return `${withThousands(count)} ${count === 1 ? one : many}`;
}

/** A step that took nothing away is left out; the first and the last always stand. */
export function receiptWords(receipt: Receipt): ReceiptWords {
  const steps = [counted(receipt.versions, 'version', 'versions')];
  if (receipt.scoped !== receipt.versions) steps.push(`${withThousands(receipt.scoped)} selected`);
  if (receipt.matched !== receipt.scoped)
    steps.push(`${withThousands(receipt.matched)} ${receipt.matched === 1 ? 'matches' : 'match'}`);
  steps.push(counted(receipt.boxes, 'box', 'boxes'));
  return { steps, requirements: requirementWords(receipt) };
}

function requirementWords(receipt: Receipt): string {
  const { all, drawn, implied, inside, undrawn, listed = 0, aside = 0 } = receipt.requirements;
  const hidden: string[] = [];
  if (implied > 0) hidden.push(`${withThousands(implied)} implied`);
  if (inside > 0)
    hidden.push(`${withThousands(inside)} inside ${receipt.grouped === 'none' ? 'collapsed boxes' : 'groups'}`);
  if (undrawn > 0)
    hidden.push(
      `${withThousands(undrawn)} ${receipt.grouped === 'direct' ? 'of modules without a box' : 'between groups'}`,
    );
  if (aside > 0) hidden.push(`${withThousands(aside)} beside the shortest paths`);
  if (listed > 0) hidden.push(`${withThousands(listed)} listed // indirect in go.mod`);
  const sum = `${withThousands(drawn)} of ${counted(all, 'requirement', 'requirements')} shown`;
  if (hidden.length === 0) return sum;
  const flags = undrawn > 0 && receipt.grouped !== 'direct' ? ' (fewer with --query, --limit or --collapse)' : '';
  return `${sum}; hidden: ${hidden.join(', ')}${flags}`;
}
