/** What a command line may be made of: words that stand in our own sources, and values that were checked. */
import { Fault } from '../../graph/fault.ts';
import type { Checked } from '../../graph/module/names.ts';
import { excerpt } from '../../parsers/source.ts';

/** One argument. Only `own`, `flag`, and the checks of graph/module/names.ts and of arguments.ts make one. */
export type Word = Checked<never>;

/** `Text` where it is known letter by letter; never for string, and for a template in which anything stands. */
type Literal<Text extends string> = Readonly<Record<symbol, never>> extends Record<Text, unknown> ? never : Text;

/** A word of ours, which the compiler reads in our source. */
export function own<const Text extends string>(text: Literal<Text>): Word {
  return word(text);
}

/**
 * `-name=value`: one argument whatever the value holds, for a flag that is named in our source. Throws a Fault 'bad-input'
 * for a NUL, which no program can be given.
 */
export function flag<const Name extends string>(name: Literal<Name>, value: string): Word {
  const text: string = name;
  return word(`${text}=${value}`);
}

/** A checked value and our own words behind it: what it begins with stays. */
export function withEnd<const Text extends string>(value: Word, end: Literal<Text>): Word {
  const text: string = end;
  return word(`${value}${text}`);
}

function word(text: string): Word {
  if (hasNoNul(text)) return text;
  throw new Fault('bad-input', `"${excerpt(text)}" holds a NUL character, which no program can be given.`);
}

function hasNoNul(text: string): text is Checked<'own word'> {
  return !text.includes('\0');
}
