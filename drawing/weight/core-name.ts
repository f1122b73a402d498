/** Names over the columns of the shared core: short, for they stand upright beside each other. */
import { printable } from '../face/printable.ts';

/** Letters. */
const longest = 16;
/** Of what precedes the last element, at the least. */
const least = 3;

/** `google…/protobuf`: the last element stays whole where it can, and what precedes it gives way. */
export function coreName(name: string): string {
  const letters = Array.from(printable(name));
  if (letters.length <= longest) return letters.join('');
  const end = letters.slice(letters.lastIndexOf('/') === -1 ? letters.length : letters.lastIndexOf('/'));
  const room = longest - 1 - end.length;
  return room < least
    ? `${letters.slice(0, longest - 1).join('')}…`
    : `${letters.slice(0, room).join('')}…${end.join('')}`;
}
