/** A hint cut into words and commands to copy. */
import type { FaultCode, FaultMessage } from '../../../graph/fault.ts';
import { hintText } from '../../words/states.ts';

export interface HintParts {
  readonly words: string;
  readonly commands: readonly string[];
}

/** What can be done where the fault itself does not say. */
const known: Readonly<Partial<Record<FaultCode, HintParts>>> = {
  'no-module': hintText.noModule,
  'go-missing': hintText.noGo,
};

/** Commands stand in backquotes in a hint, or the hint as a whole is one. */
export function hintParts(fault: FaultMessage): HintParts {
  const hint = fault.hint?.trim();
  if (hint === undefined || hint === '') return known[fault.code] ?? { words: '', commands: [] };
  if (/^(?:(?:go|git|modscope|npm|export) |GO[A-Z]+=)/.test(hint) && !/[.;] [A-Z]/.test(hint))
    return { words: '', commands: [hint] };
  const commands = [...new Set(Array.from(hint.matchAll(/`([^`]+)`/g), (match) => match[1] ?? ''))];
  return { words: hint.replaceAll('`', ''), commands: commands.filter((each) => each.includes(' ')) };
}
