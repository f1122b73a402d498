/** One line of a go test script, taken apart (cmd/internal/script/engine.go, parse). */

interface Fragment {
  readonly text: string;
  readonly quoted: boolean;
}

export interface ScriptLine {
  readonly name: string;
  /** Conditions that must hold: `[!symlink]` is { tag: 'symlink', want: false }. */
  readonly conditions: readonly { readonly tag: string; readonly want: boolean }[];
  readonly args: readonly (readonly Fragment[])[];
}

/** undefined for an empty line, a comment and what cannot be read. */
export function readScriptLine(line: string): ScriptLine | undefined {
  const words = wordsOf(line);
  const conditions: { tag: string; want: boolean }[] = [];
  for (let at = 0; at < words.length; at++) {
    const text = words[at]?.map((fragment) => fragment.text).join('') ?? '';
    const condition = /^\[\s*(!?)\s*([^\]]*)\]$/.exec(text);
    if (condition !== null) conditions.push({ tag: (condition[2] ?? '').trim(), want: condition[1] !== '!' });
    else if (text !== '!' && text !== '?') {
      const args = words.slice(at + 1);
      const isBackground = /^&(\w+&)?$/.test(args.at(-1)?.[0]?.text ?? '');
      return { name: text, conditions, args: isBackground ? args.slice(0, -1) : args };
    }
  }
  return undefined;
}

/** Words at spaces; single quotes hold together, `''` inside them is one quote; `#` ends the line. */
function wordsOf(line: string): Fragment[][] {
  const words: Fragment[][] = [];
  let word: Fragment[] = [];
  const token = /'((?:[^']|'')*)'|([^\s'#]+)|(\s+)|(#.*)|(.)/gy;
  for (const [, quoted, plain, space, comment] of line.matchAll(token)) {
    if (quoted !== undefined) word.push({ text: quoted.replaceAll("''", "'"), quoted: true });
    else if (plain !== undefined) word.push({ text: plain, quoted: false });
    else if (space !== undefined || comment !== undefined) {
      if (word.length > 0) words.push(word);
      word = [];
      if (comment !== undefined) return words;
    } else return [];
  }
  if (word.length > 0) words.push(word);
  return words;
}
