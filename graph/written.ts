/** Text for programs (SVG, CSV, JSON, …) as it leaves modscope: nothing in it that a terminal, or what runs a CI job, acts on. */
import { invisible } from './invisible.ts';

declare const mark: unique symbol;

/** Made by `written` and `json` alone: what takes one cannot be given a raw string. */
export type Written = string & { readonly [mark]: 'written' };

/**
 * Each format escapes the text of strangers in its own way, and then there is nothing left to do here; what one forgets
 * is made harmless all the same: what shows nothing becomes U+FFFD, and commands are taken apart.
 */
export function written(text: string): Written {
  const safe = isWritten(text) ? text : withoutCommands(text.replace(invisible, '\uFFFD'));
  if (!isWritten(safe)) throw new Error('text holds what a terminal acts on');
  return safe;
}

/**
 * The text without what runners of CI jobs take for commands: `::` at the start of a line, spaces before it or not (GitHub:
 * actions/runner, ActionCommand.cs), and `##[`, `##vso[` and their like anywhere (GitHub; Azure: azure-pipelines-agent,
 * Command.cs; TeamCity). A space takes them apart.
 */
export function withoutCommands(text: string): string {
  return text.replace(/^([^\S\r\n]*:):/gm, '$1 :').replace(/##(?=[a-z]*\[)/gi, '## ');
}

const command = /^[^\S\r\n]*::|##[a-z]*\[/im;

function isWritten(text: string): text is Written {
  return text.search(invisible) === -1 && !command.test(text);
}
