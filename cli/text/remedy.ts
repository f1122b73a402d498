/** A remedy on a terminal: its words, and the command on a line of its own, where it can be copied. */
import type { Remedy } from '../../graph/remedy/types.ts';
import { type Printable, said } from './plain.ts';

/** `→ words`, then the command; no line for what is not there. */
export function remedyLines({ words, command }: Remedy, indent: string): Printable[] {
  const lines = [words, ...(command === undefined ? [] : [command])].filter((line) => line !== '');
  return lines.map((line, i) => said`${indent}${i === 0 ? '→' : ' '} ${line}`);
}
