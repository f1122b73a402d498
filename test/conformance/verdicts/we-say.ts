/** What modscope says of a world: findings, check and doctor, as they are printed. */
import { refusalCodes } from '../../../graph/model/verdict.ts';
import { summaryOf } from '../../../graph/diagnosis/summary.ts';
import type { Diagnosis } from '../../../graph/diagnosis/types.ts';
import type { Finding } from '../../../graph/findings/types.ts';
import { modscope } from '../../cli/run.ts';
import type { Laid } from './laid.ts';

export interface Ours {
  readonly findings: readonly Pick<Finding, 'code' | 'severity' | 'subject' | 'evidence' | 'remedy'>[];
  readonly check: number;
  readonly doctor: number;
  readonly diagnosis?: Diagnosis;
  readonly summary: string;
  /** stderr of all three. */
  readonly words: string;
}

/** Codes by which it is said that go refuses. */
export const saysRefused: ReadonlySet<string> = new Set([
  ...refusalCodes,
  'go-line-too-low',
  'member-unpublished',
  'workspace-left-out',
  'placeholder-version',
  'declared-below-selected',
  'version-query',
  'excluded-require',
  'load-error',
]);

/** Runs the three verbs in this process; `env` is the process's while they run. */
export async function weSay({ root, env }: Laid): Promise<Ours> {
  const before = Object.keys(env).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, env);
  try {
    const settings = { cwd: root };
    const findings = await modscope(['findings', '--json', '-q'], settings);
    const check = await modscope(['check', '--json', '-q'], settings);
    const doctor = await modscope(['doctor', '--json', '-q'], settings);
    const diagnosis = parsed(doctor.out) as Diagnosis | undefined;
    return {
      findings: (parsed(findings.out) ?? []) as Ours['findings'],
      check: check.status,
      doctor: doctor.status,
      ...(diagnosis === undefined ? {} : { diagnosis }),
      summary: diagnosis === undefined ? '' : summaryOf(diagnosis),
      words: [findings.err, check.err, doctor.err].join(''),
    };
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}

function parsed(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}
