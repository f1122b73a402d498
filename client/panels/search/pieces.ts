/** Cuts a path into found and other pieces, so that the found letters can be shown strong without any markup. */

export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** Pieces of the text; `ranges` is start, end, start, end, … ascending. */
export function pieces(text: string, ranges: readonly number[]): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (let i = 0; i + 1 < ranges.length; i += 2) {
    const start = Math.max(at, ranges[i] ?? 0);
    const end = Math.min(text.length, ranges[i + 1] ?? 0);
    if (end <= start) continue;
    if (start > at) cut.push({ text: text.slice(at, start), found: false });
    cut.push({ text: text.slice(start, end), found: true });
    at = end;
  }
  if (at < text.length) cut.push({ text: text.slice(at), found: false });
  return cut;
}
