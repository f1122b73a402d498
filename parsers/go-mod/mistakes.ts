/** Mistakes found in a go.mod or go.work, kept with their lines so that all of them can be told at once. */
import { Fault } from '../../graph/fault.ts';
import { encodingOfText, encodingWords } from '../encoding.ts';
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
export function faultOf(file: string, text: string, mistakes: readonly Mistake[]): Fault {
  const merge = lineOfMerge(text);
  if (merge !== undefined) {
    return new Fault('bad-input', `${file}:${merge}: two versions of the file stand here, as a merge left them`, {
      hint: 'Keep the lines that are meant, take out those of <<<<<<<, ======= and >>>>>>>, then have go add the rest.',
    });
  }
  const encoding = encodingOfText(text);
  if (encoding !== undefined) {
    const { what, hint } = encodingWords(file, encoding);
    const line = encoding === 'nul' ? `:${text.slice(0, text.indexOf('\0')).split('\n').length}` : '';
    return new Fault(
      'bad-input',
      line === '' ? what : `${file}${line}: a NUL character stands here: the file is no text`,
      { hint },
    );
  }
  const told = [...mistakes].sort((a, b) => a.line - b.line).map(({ line, message }) => `${file}:${line}: ${message}`);
  const [first = file] = told;
  const more = told.length === 1 ? '' : ` (and ${told.length - 1} more)`;
  return new Fault('bad-input', `${first}${more}`, {
    hint: 'Correct the line: see go.dev/ref/mod for the syntax.',
    ...(told.length === 1 ? {} : { detail: told.slice(0, mostTold).join('\n') }),
  });
}

/** The line, from 1, that begins what git left of a merge in conflict (git-merge, 'How conflicts are presented'). */
function lineOfMerge(text: string): number | undefined {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith('<<<<<<< '));
  const end = lines.findIndex((line, n) => n > start && line.startsWith('>>>>>>> '));
  return start === -1 || end === -1 ? undefined : start + 1;
}

/** A word of the file in a message. */
export function quoted(word: string): string {
  return `"${excerpt(word)}"`;
}
