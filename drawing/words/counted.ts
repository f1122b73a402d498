/** Numbers in sentences. */
import { withThousands } from '../../graph/thousands.ts';

/** `1 module`, `1,245 modules`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${withThousands(count)} ${count === 1 ? one : many}`;
}

/** The first `most` of a list, and how many more there are: `a, b and 12 more`. */
export function listed(items: readonly string[], most: number): string {
  if (items.length <= most) return items.join(', ');
  return `${items.slice(0, most).join(', ')} and ${withThousands(items.length - most)} more`;
}
