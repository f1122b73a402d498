/** Remedies in words alone, remedies that are a view of modscope, and any remedy as one line of text. */
import { operand, typed } from './typed.ts';
import type { Remedy } from './types.ts';

/** One in words alone: a change of code, a thing to know, or nothing to do. */
export function inWords(words: string): Remedy {
  return { words };
}

/** Words, and the verb of modscope that shows who requires a path: in the page a button. */
export function showsWhy(words: string, path: string): Remedy {
  return { words, command: typed('modscope', 'why', ...operand(path)), tried: 'in tests', view: { why: path } };
}

/** A command of this machine, which the test of its code runs. */
export function onMachine(words: string, command: string): Remedy {
  return { words, command, tried: 'in tests' };
}

/** All of it in one line, for formats that know no commands; '' where there is none. */
export function remedyLine({ words, command }: Remedy): string {
  if (command === undefined) return words;
  return words === '' ? `Run: ${command}` : `${words} Run: ${command}`;
}

/** As `--json` has it (contracts 37). */
export function remedyFields({ words, edits, command, tried, changes }: Remedy): Omit<Remedy, 'view'> {
  return {
    words,
    ...(edits === undefined ? {} : { edits }),
    ...(command === undefined ? {} : { command }),
    ...(tried === undefined ? {} : { tried }),
    ...(changes === undefined ? {} : { changes }),
  };
}
