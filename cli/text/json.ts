/** JSON for programs: one value, an item a line where it is a list, so that `diff` reads it well. */
import { json } from '../../graph/json-text.ts';
import { type Written, written } from '../../graph/written.ts';

/** Ends in a newline. */
export function jsonText(value: unknown): Written {
  if (!Array.isArray(value)) return written(`${json(value, 2)}\n`);
  return written(value.length === 0 ? '[]\n' : `[\n${value.map((item) => `  ${json(item)}`).join(',\n')}\n]\n`);
}
