/** A Fault as a user reads it on stderr: what failed, what to do, and go's own words. Never a stack trace. */
import type { Fault, FaultCode, FaultMessage } from '../graph/fault.ts';
import { plain, plainLines, type Printable } from './text/plain.ts';

const indent = '  ';

/** What may have its cause in go, its settings or the machine. */
const forTheDoctor: ReadonlySet<FaultCode> = new Set([
  'go-missing',
  'go-not-executable',
  'go-too-old',
  'go-failed',
  'go-timeout',
  'go-output-invalid',
]);

/** Ends in a newline. */
export function faultText(fault: Fault | FaultMessage): Printable {
  const lines: string[] = [`modscope: ${plainLines(fault.message)}`];
  if (fault.code === 'defect') {
    lines[0] = `modscope: internal error: ${plain(fault.message)}`;
    lines.push(`${indent}Please report it, with the command that you ran and the output of \`modscope --version\`.`);
  }
  if (fault.hint !== undefined) lines.push(...indented(fault.hint));
  // Where go's words were understood, the cause is told: a module that the proxy refuses is nothing the doctor looks at.
  const told = fault.code === 'go-failed' && fault.hint !== undefined;
  if (forTheDoctor.has(fault.code) && !told) lines.push(`${indent}\`modscope doctor\` looks for the cause.`);
  if (fault.detail !== undefined && fault.detail !== '') lines.push('', ...indented(fault.detail));
  return plainLines(`${lines.join('\n')}\n`);
}

function indented(text: string): string[] {
  return plainLines(text)
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line));
}
