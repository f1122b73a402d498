/** Where a text comes from: it decides what a mistake in it is called. */
import { Fault } from '../graph/fault.ts';

export interface TextSource {
  /** What the user knows it by: `go mod graph`, or the name of a file. */
  readonly name: string;
  /** `go-output-invalid` when go printed it, `bad-input` when it was read from a file or a pipe. */
  readonly code: 'go-output-invalid' | 'bad-input';
}

/** Longest excerpt of a stranger's text in a message, in characters. */
const excerptLength = 80;

/** A piece of text for a message: shortened, without line breaks and control characters. */
export function excerpt(text: string): string {
  const plain = text.replace(/\p{C}/gu, '\ufffd');
  const characters = Array.from(plain.slice(0, 2 * (excerptLength + 1)));
  return characters.length > excerptLength ? `${characters.slice(0, excerptLength).join('')}…` : characters.join('');
}

/** `before` and a piece of what go printed; '' for a text that was read from a file, which may be nobody's business. */
export function quotedOf(source: TextSource, before: string, text: string, after = ''): string {
  return source.code === 'go-output-invalid' ? `${before}${excerpt(text)}${after}` : '';
}

/** The Fault of a text that is not what it should be. */
export function invalid(source: TextSource, message: string, hint?: string, cause?: unknown): Fault {
  const known =
    source.code === 'go-output-invalid'
      ? 'Check which go is run (`--go PATH`); a wrapper script that prints to stdout would do this.'
      : undefined;
  const advice = hint ?? known;
  return new Fault(source.code, message, { ...(advice === undefined ? {} : { hint: advice }), cause });
}
