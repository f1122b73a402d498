/** Texts of a sheet: cut to the room there is, and names in two shades. */
import { monoWidth, sansWidth } from '../face/widths.ts';
import { pathLabel } from '../face/label.ts';
import { printable } from '../face/printable.ts';
import { withThousands } from '../../graph/thousands.ts';
import type { Token } from '../theme/tokens.ts';
import type { Mark, Piece } from './types.ts';

/** `1 module`, `415 modules`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${withThousands(count)} ${count === 1 ? one : many}`;
}

/** The text, or its beginning with `…` where mono letters of `size` would need more than `room` pixels; '' without room for three. */
export function cutMono(text: string, size: number, room: number): string {
  if (monoWidth(text, size) <= room) return text;
  const letters = Array.from(text);
  while (letters.length > 2 && monoWidth(`${letters.join('')}…`, size) > room) letters.pop();
  return letters.length > 2 ? `${letters.join('')}…` : '';
}

/**
 * A module path in one line: what precedes its name dim, the name bold. Of a path that is longer than `room` pixels of mono
 * letters the beginning goes first, then the end.
 */
export function pathPieces(path: string, size: number, room: number, colours: PathColours = plain): Piece[] {
  const { name, prefix } = pathLabel(path);
  const fits = cutMono(name, size, room);
  const left = room - monoWidth(fits, size);
  const before = prefix === '' ? '' : `${prefix}/`;
  const cut = monoWidth(before, size) <= left ? before : cutMono(before, size, left);
  return [
    ...(cut === '' ? [] : [{ text: cut, colour: colours.prefix }]),
    { text: fits, colour: colours.name, bold: true as const },
  ];
}

interface PathColours {
  readonly prefix: Token;
  readonly name: Token;
}
const plain: PathColours = { prefix: 'ink-3', name: 'ink' };

/** One line of sans letters in one colour. */
export function prose(
  text: string,
  x: number,
  y: number,
  size: number,
  colour: Token,
  more: { readonly bold?: true; readonly end?: true } = {},
): Mark {
  const { bold, end } = more;
  const piece = { text: printable(text), colour, ...(bold && { bold }) };
  return { kind: 'words', x, y, size, font: 'sans', pieces: [piece], ...(end && { end }) };
}

/** Words in lines no wider than `room` pixels of sans letters; a word that is longer stands in a line of its own. */
export function inLines(text: string, size: number, room: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && sansWidth(longer, size, bold) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** How wide pieces in mono letters are, in pixels. */
export function piecesWidth(pieces: readonly Piece[], size: number): number {
  return pieces.reduce((sum, { text }) => sum + monoWidth(text, size), 0);
}
