/** All JSON that modscope writes: files, --json, SARIF, HTTP answers. What no editor shows stands in it as an escape. */
import { invisible } from './invisible.ts';
import { type Written, written } from './written.ts';

/**
 * The JSON of a value, JSON.parse of which gives the value: `indent` spaces deep, on one line without. Controls, overrides of
 * direction, letters without width, tags and the like are \uXXXX; so is the bracket of `##[` and `##vso[`, which are commands to
 * runners of CI jobs wherever they stand in a line. `undefined` is null.
 */
export function json(value: unknown, indent = 0): Written {
  const text = stringified(value, indent) ?? 'null';
  if (isPlain(text)) return text;
  return written(text.replace(invisible, escaped).replace(/(##[a-z]*)\[/gi, '$1\\u005b'));
}

/** The type of JSON.stringify hides that it gives undefined for what JSON has no word for. */
function stringified(value: unknown, indent: number): string | undefined {
  return JSON.stringify(value, undefined, indent);
}

/** Most JSON, told in one look: nothing in it is to be escaped. No line of JSON begins with a colon. */
function isPlain(text: string): text is Written {
  return /^[\n\x20-\x22\x24-\x7e]*$/.test(text);
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, place) => {
    return `\\u${character.charCodeAt(place).toString(16).padStart(4, '0')}`;
  }).join('');
}
