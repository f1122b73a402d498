/** A remedy on a terminal: its words, and the command on a line of its own, where it can be copied. */
import type { Remedy } from '../../graph/remedy/types.ts';

/** `→ words`, then the command; no line for what is not there. */
export function remedyLines({ words, command }: Remedy, indent: string): string[] {
  const lines = [words, ...(command === undefined ? [] : [command])].filter((line) => line !== '');
  return lines.map((line, i) => `${indent}${i === 0 ? '→' : ' '} ${line}`);
}
