/** The nearest of some words to a mistyped one. */

/** Edits (insert, drop, change, swap of neighbours) from one word to the other (Damerau, CACM 7 (1964), restricted). */
function distance(a: string, b: string): number {
  const left = a.slice(0, 200);
  const right = b.slice(0, 200);
  let before: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, j) => j);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[right.length] ?? 0;
}

/** Up to `most` words that are near enough to be meant, nearest first, then in their order. */
export function nearest(word: string, words: readonly string[], most = 1): string[] {
  const wanted = word.toLowerCase();
  const far = Math.max(2, Math.floor(wanted.length / 3));
  return words
    .map((one) => {
      const text = one.toLowerCase();
      const holds = wanted.length > 2 && text.includes(wanted);
      return { one, cost: holds ? 0.5 : distance(wanted, text) };
    })
    .filter(({ cost }) => cost <= far)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, most)
    .map(({ one }) => one);
}
