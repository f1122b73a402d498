/** Go's own words in a sentence of ours. */

/** Characters of them that are quoted. */
const longest = 400;

/** On one line, without go's name before it; long ones are cut. Go reads a copy of go.work, whose lines stand elsewhere. */
export function said(text: string): string {
  const line = text
    .replace(/^go: /, '')
    .replace(/(?<=go\.work):\d+(?::\d+)?(?=: )/g, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : line;
}
