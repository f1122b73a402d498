/** A command line that was made of checked words: verb, flags, and operands behind a `--`. */
import { Fault } from '../../graph/fault.ts';
import { excerpt } from '../../parsers/source.ts';
import type { Word } from './word.ts';

/** Operands that a message names. */
const mostShown = 3;

/** What go-commands.ts and git-commands.ts make; nobody else can, for each has a class of its own that it does not hand out. */
export abstract class Command {
  /** What the program gets. */
  readonly args: readonly string[];
  /** As a user knows it, for messages: `go mod graph`. */
  readonly shown: string;
  /** What it reads on stdin. */
  readonly input: string | undefined;

  /**
   * `divider`: what the program takes for the end of its flags. Throws a Fault 'bad-input' where an operand could be read as
   * a flag all the same: the types keep such ones out, and this holds where somebody gets round them.
   */
  constructor(
    program: string,
    verb: readonly Word[],
    flags: readonly Word[],
    operands: readonly Word[],
    { divider = '--', input }: { readonly divider?: '--' | '--end-of-options'; readonly input?: string } = {},
  ) {
    for (const operand of operands) {
      if (operand.startsWith('-') || operand.includes('\0') || operand === '') {
        throw new Fault('bad-input', `"${excerpt(operand)}" is no name that ${program} can be asked about.`);
      }
    }
    this.args = [...verb, ...flags, ...(operands.length === 0 ? [] : [divider, ...operands])];
    this.input = input;
    const more = operands.length > mostShown ? ['…'] : [];
    this.shown = [
      program,
      ...verb,
      ...flags.filter((one) => !one.startsWith('-modfile=')),
      ...operands.slice(0, mostShown),
      ...more,
    ].join(' ');
  }
}
