/** Where the verb stands among the arguments: `modscope -C DIR list` and `modscope --json list` mean the verb, too. */
import type { Command } from 'commander';

/** What the arguments begin with, flags and their values aside. */
export interface FirstWord {
  readonly word: string;
  /** Its place among the arguments. */
  readonly at: number;
  /** The value of a -C before it. */
  readonly from?: string;
}

/**
 * The first argument that is neither a flag nor the value of one; undefined where there is none. A verb is no value of a flag
 * that may go without: `--sample list` is the verb.
 */
export function firstWord(program: Command, argv: readonly string[]): FirstWord | undefined {
  let from: string | undefined;
  for (let at = 0; at < argv.length; at++) {
    const arg = argv[at] ?? '';
    if (arg === '--') return undefined;
    if (!arg.startsWith('-') || arg === '-') return { word: arg, at, ...(from === undefined ? {} : { from }) };
    if (arg.includes('=')) continue;
    const next = argv[at + 1];
    if (takesNext(program, arg, next)) {
      if (arg === '-C') from = next;
      at++;
    }
  }
  return undefined;
}

/** The arguments with the verb in front, where there is one; `modscope -- list` shows the folder list. */
export function verbFirst(program: Command, argv: readonly string[]): string[] {
  if (argv[0] === '--') return ['serve', ...argv];
  const first = firstWord(program, argv);
  if (first === undefined || first.at === 0 || !isVerb(program, first.word)) return [...argv];
  return [first.word, ...argv.slice(0, first.at), ...argv.slice(first.at + 1)];
}

export function isVerb(program: Command, word: string): boolean {
  return word === 'help' || program.commands.some((command) => command.name() === word);
}

/** True when the argument after a flag is its value. One name means one kind of flag in every verb, so all are asked. */
function takesNext(program: Command, flag: string, next: string | undefined): boolean {
  if (next === undefined || next === '--') return false;
  const options = program.commands.flatMap((command) => [...command.options]);
  const option = options.find(({ long, short }) => flag === long || flag === short);
  if (option === undefined || option.isBoolean()) return false;
  return option.required || (option.optional && !next.startsWith('-') && !isVerb(program, next));
}
