/** JSON for programs: one value, an item a line where it is a list, so that `diff` reads it well. */

/**
 * Ends in a newline. C1 controls and overrides of direction are escaped, for a terminal acts on them, and `##[`, which is a
 * command to GitHub's runner wherever it stands in a line (actions/runner, ActionCommand.cs).
 */
export function jsonText(value: unknown): string {
  const text = Array.isArray(value)
    ? value.length === 0
      ? '[]'
      : `[\n${value.map((item) => `  ${JSON.stringify(item)}`).join(',\n')}\n]`
    : JSON.stringify(value, undefined, 2);
  return `${text.replaceAll('##[', '##\\u005b').replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, escaped)}\n`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
