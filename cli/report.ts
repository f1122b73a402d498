/** A Fault as a user reads it on stderr: what failed, what to do, and go's own words. Never a stack trace. */
import type { Fault, FaultMessage } from '../graph/fault.ts';
import { plain, plainLines } from './text/plain.ts';

const indent = '  ';

/** Ends in a newline. */
export function faultText(fault: Fault | FaultMessage): string {
  const lines = [`modscope: ${plainLines(fault.message)}`];
  if (fault.code === 'defect') {
    lines[0] = `modscope: a mistake of modscope itself: ${plain(fault.message)}`;
    lines.push(`${indent}Please report it, with the command that you ran and the output of \`modscope --version\`.`);
  }
  if (fault.hint !== undefined) lines.push(...indented(fault.hint));
  if (fault.detail !== undefined && fault.detail !== '') lines.push('', ...indented(fault.detail));
  return `${lines.join('\n')}\n`;
}

function indented(text: string): string[] {
  return plainLines(text)
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line));
}
