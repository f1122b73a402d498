/** A remedy as text. */
import type { Remedy } from './types.ts';

/** One in words alone: a change of code, a thing to know, or nothing to do. */
export function inWords(words: string): Remedy {
  return { words };
}

/** All of it in one line, for formats that know no commands; '' where there is none. */
export function remedyLine({ words, command }: Remedy): string {
  if (command === undefined) return words;
  return words === '' ? `Run: ${command}` : `${words} Run: ${command}`;
}
