/** Text of strangers before it reaches a terminal or the log of a CI system. */
import { printable, printableLines } from '../../drawing/face/printable.ts';

/** The text with nothing invisible in it, on one line: a module path cannot move the cursor or change colours. */
export function plain(text: string): string {
  return printable(text);
}

/** The same for text of several lines, such as go's own words: line ends and tabs stay. */
export function plainLines(text: string): string {
  return printableLines(text);
}

/**
 * Report text for stdout, without what GitHub's runner would take for a command: `::` at the start of a line, spaces before it
 * or not, and `##[` anywhere (actions/runner, ActionCommand.cs). A space takes them apart.
 */
export function forLog(text: string): string {
  return text.replace(/^([^\S\n]*:):/gm, '$1 :').replaceAll('##[', '## [');
}
