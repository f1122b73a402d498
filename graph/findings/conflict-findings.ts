/** Conflicts as findings: warn where a major or v0 minor was passed over, info otherwise. */
import type { Model } from '../model/model.ts';
import { joinName } from '../model/name.ts';
import { findConflicts } from './conflicts.ts';
import type { Conflict, Finding, Grade } from './types.ts';

const jumps: Readonly<Partial<Record<Grade, string>>> = {
  'major-jump': 'across a major version',
  'v0-jump': 'across a v0 minor, which may break',
  'prerelease-jump': 'across a pre-release',
};

/** One a conflict; those declared below selected have a finding of their own (declared-below-selected.ts). */
export function conflictFindings(model: Model): Finding[] {
  const nodes = new Map<string, number>();
  model.graph.paths.forEach((path, p) => nodes.set(path, model.graph.selected[p] ?? -1));
  return findConflicts(model)
    .filter((conflict) => conflict.grade !== 'declared-below-selected')
    .map((conflict) => ({
      code: 'superseded',
      severity: conflict.grade === 'major-jump' || conflict.grade === 'v0-jump' ? 'warn' : 'info',
      subject: joinName(conflict.path, conflict.selected),
      evidence: evidence(conflict),
      remedy: `\`modscope why ${conflict.path}\` says who asks for which version.`,
      nodes: [nodes.get(conflict.path) ?? -1].filter((node) => node !== -1),
    }));
}

function evidence({ selected, grade, required }: Conflict): string {
  const lost = required.filter((one) => one.version !== selected).map((one) => one.version);
  const jump = jumps[grade];
  const won = selected === undefined ? 'The main module stands for them' : `${selected} won`;
  return `${won} over ${lost.length.toLocaleString('en')} other ${lost.length === 1 ? 'version' : 'versions'}${jump === undefined ? '' : `, ${jump}`}: ${shortened(lost)}.`;
}

/** At most six versions by name. */
function shortened(versions: readonly string[]): string {
  const rest = versions.length - 6;
  return rest > 0 ? `${versions.slice(0, 6).join(', ')} and ${String(rest)} more` : versions.join(', ');
}
