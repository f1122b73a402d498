/** What is wrong with a text that should be JSON, or of a shape, told without a word of it: it may be a file that is nobody's business. */

/**
 * Where JSON.parse gave up, for a sentence: `: it ends in the middle of a value`, `, line 3, column 7`, or '' where it did not say.
 * Its own message holds a piece of the text.
 */
export function jsonMistake(error: unknown, text: string): string {
  const said = error instanceof Error ? error.message : '';
  const offset = Number(/ at position (\d+)/.exec(said)?.[1]);
  if (said.startsWith('Unexpected end') || offset >= text.length) return ': it ends in the middle of a value';
  if (Number.isNaN(offset)) return '';
  const before = text.slice(0, offset).split('\n');
  return `, line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

/** valibot's message on a value, without the value: `Invalid type: Expected string`. */
export function shapeMistake({ message }: { readonly message: string }): string {
  return message.replace(/(?: but received|: Received) (?!undefined$)[^]*$/, '');
}
