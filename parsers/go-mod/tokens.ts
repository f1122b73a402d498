/** One line of a go.mod or go.work as words, as the lexer of golang.org/x/mod/modfile (read.go) cuts it. */
import { Mistake, quoted } from './mistakes.ts';

export interface LineTokens {
  /** Words, strings with their quotes, and each of ( ) [ ] { } , alone. */
  readonly words: readonly string[];
  /** From `//` to the end of the line; it stands alone when there are no words. */
  readonly comment?: string;
}

const punctuation = '()[]{},';
/** unicode.IsSpace of Go, which differs from JavaScript's \s by U+0085 and U+FEFF. */
export const goSpace = '[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const anySpace = new RegExp(goSpace);
/** unicode.IsPrint of Go, but for the space. */
const printable = /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u;

/** What most words are made of, taken at once: ASCII but for punctuation and the / that may begin a comment. */
const plain = /[!-'*+.0-Z\\^-z|~-]+/y;

/** `line` without its newline; `number` is its place in the file, from 1. Throws a Mistake. */
export function tokensOf(line: string, number: number): LineTokens {
  const words: string[] = [];
  let at = 0;
  while (at < line.length) {
    const character = String.fromCodePoint(line.codePointAt(at) ?? 0);
    if (character === ' ' || character === '\t' || character === '\r') at++;
    else if (line.startsWith('//', at)) return { words, comment: line.slice(at).replace(/\r$/, '') };
    else if (line.startsWith('/*', at)) throw blockComment(number);
    else if (punctuation.includes(character)) {
      words.push(character);
      at++;
    } else if (character === '"' || character === '`') {
      const end = endOfString(line, at, number);
      words.push(line.slice(at, end));
      at = end;
    } else {
      const end = endOfWord(line, at, number);
      if (end === at) throw new Mistake(number, `the character ${quoted(character)} cannot stand here`);
      words.push(line.slice(at, end));
      at = end;
    }
  }
  return { words };
}

/** Place after the closing quote. A backslash hides the character after it, in double quotes only. */
function endOfString(line: string, start: number, number: number): number {
  const quote = line[start];
  for (let at = start + 1; at < line.length; at++) {
    if (line[at] === quote) return at + 1;
    if (line[at] === '\\' && quote === '"') at++;
  }
  throw new Mistake(number, 'a string is not closed on its line');
}

function endOfWord(line: string, start: number, number: number): number {
  let at = start;
  for (;;) {
    plain.lastIndex = at;
    plain.test(line);
    at = Math.max(at, plain.lastIndex);
    if (at >= line.length) break;
    const character = String.fromCodePoint(line.codePointAt(at) ?? 0);
    if (punctuation.includes(character) || anySpace.test(character) || !printable.test(character)) break;
    if (line.startsWith('//', at)) break;
    if (line.startsWith('/*', at)) throw blockComment(number);
    at += character.length;
  }
  return at;
}

function blockComment(number: number): Mistake {
  return new Mistake(number, 'comments begin with //, not with /*');
}
