/** Names in a sentence: the first few, and how many more. */
import { withThousands } from '../../thousands.ts';

/** `a, b and c`, or `a, b and 4 more`; '' for none. */
export function nameList(names: readonly string[], most = 3): string {
  const shown = names.slice(0, names.length > most ? most : most + 1);
  const rest = names.length - shown.length;
  const last = rest > 0 ? `${withThousands(rest)} more` : (shown.pop() ?? '');
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}
