/** Whether what came of a trial is a remedy: the finding is gone, go takes it, and nothing that worked is broken. */
import type { Finding, Severity } from '../../graph/findings/types.ts';
import type { Outcome, Proposal } from '../../graph/remedy/proposal.ts';
import { commandOf, editsOf, pathsSet, takesAway } from '../../graph/remedy/steps.ts';
import { lookupsOff } from '../process/go-words.ts';
import { wordsOfPackage } from './verdict.ts';
import type { Came, Result } from './trial.ts';

/** What is to be mended: a finding, or a complaint of the doctor. */
export interface About {
  readonly code: string;
  readonly subject: string;
  readonly severity: Severity;
}

/** `before`: all that was found without it. */
export function judged(about: About, proposal: Proposal, before: readonly Finding[], result: Result): Outcome {
  if (result.state !== 'done')
    return result.state === 'untold' ? { state: 'untold' } : { state: 'fails', why: result.why };
  if (result.stays || result.findings.some((one) => sameAs(one, about))) return { state: 'fails' };
  // Where go loads nothing for another reason, only what it loads nothing for can be seen to be mended.
  if (result.fault !== '' && about.severity !== 'error') {
    const alone = usedAlone(proposal, result);
    if (alone !== undefined) return { state: 'fails', why: alone };
    return isBroken(before) || lookupsOff.test(result.fault)
      ? { state: 'untold' }
      : { state: 'fails', why: result.fault };
  }
  const kept = new Set([proposal.keeps, ...pathsSet(proposal.steps)]);
  if (result.changes.removed.some((name) => kept.has(name.slice(0, name.lastIndexOf('@'))))) return { state: 'fails' };
  const why = reasonAgainst(about, proposal, before, result);
  if (why !== undefined) return { state: 'fails', why };
  const { steps, changes } = result;
  return { state: 'mends', command: commandOf(steps), edits: editsOf(steps), changes };
}

function reasonAgainst(
  about: About,
  proposal: Proposal,
  known: readonly Finding[],
  { findings, before, after }: Came,
): string | undefined {
  // An error is worse than anything; what was a warning must not become a high one either.
  const isWorse = ({ severity }: Finding): boolean =>
    severity === 'error' || (severity === 'high' && about.severity !== 'error' && about.severity !== 'high');
  const worse = findings.find((one) => isWorse(one) && !known.some((old) => sameAs(old, one)));
  if (worse !== undefined) return withoutStop(worse.evidence.replace(/; to add it: .*$/, ''));
  const others = findings.some(({ severity }) => severity === 'error');
  if (after.graph !== '' && (before.graph === '' || (about.severity === 'error' && !others))) {
    return `go refuses it then (${oneLine(after.graph)})`;
  }
  // Where go refused the graph it told of no package: then none can be seen to be broken, unless something is taken away that it may be of.
  const isKnown = before.graph === '' || takesAway(proposal.steps);
  const broken = isKnown ? [...after.packages].find((line) => !before.packages.has(line)) : undefined;
  if (broken !== undefined) return `a package cannot be loaded then (${oneLine(wordsOfPackage(broken))})`;
  return usedAlone(proposal, { before, after });
}

/** What becomes of builds of a member by itself. */
function usedAlone(proposal: Proposal, { before, after }: Pick<Came, 'before' | 'after'>): string | undefined {
  for (const [folder, selected] of after.alone) {
    const was = before.alone.get(folder) ?? '';
    if (was.startsWith('refused') || selected === was) continue;
    if (proposal.aloneToo === true) return 'builds of the module by itself (GOWORK=off) use it';
    if (selected.startsWith('refused') && !lookupsOff.test(selected))
      return `go refuses the module by itself (GOWORK=off) then (${oneLine(selected.replace(/^refused: /, ''))})`;
  }
  return undefined;
}

function isBroken(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/** A lighter one of the same code and subject says something else: a report on a version that is no more selected. */
function sameAs(a: About, b: About): boolean {
  return a.code === b.code && a.subject === b.subject && a.severity === b.severity;
}

function oneLine(words: string): string {
  const line = words
    .replace(/^go: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  return withoutStop(line.length > 200 ? `${line.slice(0, 200)}…` : line);
}

function withoutStop(text: string): string {
  return text.replace(/\.+$/, '');
}
