/** Mistakes found in a go.mod or go.work, kept with their lines so that all of them can be told at once. */
import { Fault } from '../../graph/fault.ts';
import { excerpt } from '../source.ts';

/** One line of a file cannot be read as what it should be. */
export class Mistake extends Error {
  readonly line: number;

  /** `line` counts from 1. */
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** Lines told in a Fault's detail. */
const mostTold = 20;

/** The Fault 'bad-input' of a file: the first mistake as the message, the first twenty as the detail. */
export function faultOf(file: string, mistakes: readonly Mistake[]): Fault {
  const told = [...mistakes].sort((a, b) => a.line - b.line).map(({ line, message }) => `${file}:${line}: ${message}`);
  const [first = file] = told;
  const more = told.length === 1 ? '' : ` (and ${told.length - 1} more)`;
  return new Fault('bad-input', `${first}${more}`, {
    hint: 'go.dev/ref/mod says how a go.mod is written; `go mod edit -fmt` checks one.',
    ...(told.length === 1 ? {} : { detail: told.slice(0, mostTold).join('\n') }),
  });
}

/** A word of the file in a message. */
export function quoted(word: string): string {
  return `"${excerpt(word)}"`;
}
