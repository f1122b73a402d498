/** A finding as a complaint of the doctor, with the remedy that was tried. */
import type { Finding } from '../../graph/findings/types.ts';
import type { Weight } from '../../graph/diagnosis/types.ts';
import type { Ground, Judged } from './ground.ts';
import type { Told } from './types.ts';

const weights: Readonly<Record<Finding['severity'], Weight>> = {
  error: 'error',
  high: 'warn',
  warn: 'warn',
  info: 'info',
};

/** `why`: why it matters, a sentence. A command is told as it is typed where the user stands. */
export function toldOf(ground: Ground, { root }: Pick<Judged, 'root'>, finding: Finding, why: string): Told {
  const { code, severity, evidence, remedy } = finding;
  const { command } = remedy;
  return {
    code,
    judged: true,
    severity: weights[severity],
    what: evidence,
    why,
    remedy: command === undefined ? remedy : { ...remedy, command: ground.typedIn(root, command) },
  };
}
