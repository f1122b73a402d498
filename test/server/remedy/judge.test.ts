/** Whether what came of a trial is a remedy. */
import { describe, expect, it } from 'vitest';
import type { Finding, Severity } from '../../../graph/findings/types.ts';
import type { Proposal } from '../../../graph/remedy/proposal.ts';
import { judged, type About } from '../../../server/remedy/judge.ts';
import type { Came } from '../../../server/remedy/trial.ts';
import type { Verdict } from '../../../server/remedy/verdict.ts';

const accepted: Verdict = { graph: '', packages: new Set(), lacks: false, alone: new Map() };
const proposal: Proposal = { words: 'Drop it.', steps: [{ do: 'tidy', dir: '.' }] };

function finding(code: Finding['code'], severity: Severity, subject = 'a@v1.0.0'): Finding {
  return { code, severity, subject, evidence: `${code} is there.`, remedy: { words: '' }, nodes: [] };
}

function came(...findings: readonly Finding[]): Came {
  const changes = { added: [], removed: [], raised: [], lowered: [], files: [] };
  return {
    state: 'done',
    steps: proposal.steps,
    findings,
    changes,
    before: accepted,
    after: accepted,
    fault: '',
    stays: false,
  };
}

function outcome(about: About, after: readonly Finding[], before: readonly Finding[] = []): unknown {
  return judged(about, proposal, before, came(...after));
}

describe('a command that mends one thing', () => {
  const replaced: About = { code: 'replaced', subject: 'a', severity: 'warn' };
  const vulnerable = finding('vulnerable', 'high');

  it('and leads to nothing heavier is a remedy', () => {
    expect(outcome(replaced, [])).toMatchObject({ state: 'mends' });
    expect(outcome(replaced, [finding('superseded', 'info')])).toMatchObject({ state: 'mends' });
    expect(outcome(replaced, [finding('deprecated', 'warn')])).toMatchObject({ state: 'mends' });
  });

  it('and leads from a warning to what is worse is none, and says why', () => {
    expect(outcome(replaced, [vulnerable])).toEqual({ state: 'fails', why: 'vulnerable is there' });
    expect(outcome(replaced, [finding('package-missing', 'error')])).toMatchObject({ state: 'fails' });
  });

  it('of something that was there before says nothing of it', () => {
    expect(outcome(replaced, [vulnerable], [vulnerable])).toMatchObject({ state: 'mends' });
  });

  it('mends what go refuses, though a version that is then built is a vulnerable one', () => {
    const refused: About = { code: 'go-sum-missing', subject: 'go.sum', severity: 'error' };
    expect(outcome(refused, [vulnerable])).toMatchObject({ state: 'mends' });
  });
});
