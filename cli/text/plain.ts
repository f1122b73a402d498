/** Text for people: made here and nowhere else, so that no text of a stranger reaches a terminal or the log of a CI job as it is. */
import { printable, printableLines } from '../../drawing/face/printable.ts';
import { withoutCommands } from '../../graph/written.ts';

declare const mark: unique symbol;

/** What a terminal may be given: nothing in it that moves the cursor, changes colours, shows nothing or turns letters round. */
export type Printable = string & { readonly [mark]: 'printable' };

/** The text with nothing invisible in it, on one line: a module path cannot begin a line of its own. */
export function plain(text: string): Printable {
  return checked(printable(text));
}

/** The same for text of several lines, such as go's own words: line ends and tabs stay. */
export function plainLines(text: string): Printable {
  return checked(printableLines(text));
}

/** A message: what is put into the template stands on one line, whatever is in it. */
export function said(words: TemplateStringsArray, ...values: readonly (string | number)[]): Printable {
  return plainLines(String.raw({ raw: words }, ...values.map((value) => plain(String(value)))));
}

/** Texts one after another. */
export function joined(texts: readonly Printable[], between = ''): Printable {
  return plainLines(texts.join(between));
}

/** What the runner of a CI job would take for a command is taken apart: the last thing before text is handed to a stream. */
export function forLog(text: Printable): Printable {
  return plainLines(withoutCommands(text));
}

function checked(text: string): Printable {
  if (!isPrintable(text)) throw new Error('text holds what a terminal acts on');
  return text;
}

/** Line ends and tabs are all that is left of controls. */
function isPrintable(text: string): text is Printable {
  return /^[\t\n\P{Cc}]*$/u.test(text);
}
