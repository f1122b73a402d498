/** Text of strangers in Markdown, where it must be neither markup, nor a mention, nor a command to what runs a CI job. */
import { printable } from '../face/printable.ts';

/** Safe between back-quotes, also in the cell of a table: nothing in a code span is markup, a link or a mention. */
const spanned = /^[\w./@~+:=<>,;()'"?!%^…→ -]+$/;

/** The text as code. '' stays ''. */
export function code(text: string): string {
  const shown = cut(printable(text));
  if (shown === '') return '';
  // A span is stripped of one space at each end.
  if (spanned.test(shown) && shown === shown.trim()) return `\`${shown}\``;
  const entities = shown.replace(/[^A-Za-z0-9 ]/gu, (character) => `&#${String(character.codePointAt(0))};`);
  return `<code>${entities}</code>`;
}

/** A part of a sentence with the punctuation around it. */
const part = /^(['"(]*)(.*?)(['")]*[,.;:!?]*['")]*)$/s;

/** Words that are words in any reader of Markdown. */
const word = /^(?:[A-Za-z]+(?:['’-][A-Za-z]+)*|\d{1,6}|\d{1,3}(?:,\d{3})+)$/;

/** A sentence: all that is not a plain word becomes code. */
export function prose(text: string): string {
  return cut(printable(text))
    .split(' ')
    .map((one) => {
      const [, before = '', core = '', after = ''] = part.exec(one) ?? [];
      const shown = core === '' || (word.test(core) && !/^GH/i.test(core)) ? core : code(core);
      return `${before}${shown}${after}`;
    })
    .join(' ');
}

/** What is longer than 300 characters is cut. */
function cut(text: string): string {
  const [start = ''] = /^.{0,300}/su.exec(text) ?? [];
  return start.length === text.length ? text : `${start}…`;
}
