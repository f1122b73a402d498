/** Conflicts as findings: warn where a major or v0 minor was passed over, info otherwise. */
import { withThousands } from '../thousands.ts';
import { showsWhy } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import { joinName } from '../model/name.ts';
import { isPrerelease } from '../version/semver.ts';
import { findConflicts } from './conflicts.ts';
import { judged } from './grade.ts';
import type { Conflict, Finding, Grade } from './types.ts';

const jumps: Readonly<Partial<Record<Grade, string>>> = {
  'major-jump': 'across a major version',
  'v0-jump': 'across a v0 minor version, which may break',
  'prerelease-jump': 'across a pre-release',
};

/** One a conflict; those declared below selected have a finding of their own (declared-below-selected.ts). */
export function conflictFindings(model: Model): Finding[] {
  const nodes = new Map<string, number>();
  const built = new Set<string>();
  model.graph.paths.forEach((path, p) => {
    const node = model.graph.selected[p] ?? -1;
    nodes.set(path, node);
    if (node !== -1) built.add(nodeName(model.graph, node));
  });
  return findConflicts(model)
    .filter((conflict) => conflict.grade !== 'declared-below-selected')
    .map((conflict) => ({
      code: 'superseded',
      severity: conflict.grade === 'major-jump' || conflict.grade === 'v0-jump' ? 'warn' : 'info',
      subject: joinName(conflict.path, conflict.selected),
      evidence: evidence(conflict, built),
      remedy: showsWhy(
        'No action is needed unless tests fail: go builds the highest version that is required.',
        conflict.path,
      ),
      nodes: [nodes.get(conflict.path) ?? -1].filter((node) => node !== -1),
    }));
}

function evidence({ selected, grade, required }: Conflict, built: ReadonlySet<string>): string {
  const lost = required.filter((one) => one.version !== selected);
  const won = selected === undefined ? 'The main module itself is built in place of' : `${selected} won over`;
  const versions = `${won} ${withThousands(lost.length)} other ${lost.length === 1 ? 'version' : 'versions'}: ${shortened(lost.map((one) => one.version))}.`;
  const jump = jumps[grade];
  if (jump === undefined || selected === undefined) return versions;
  // The lowest is the one that is farthest away; of pre-releases, the first that is another kind of version.
  const asked = lost.filter((one) => one.by.some((name) => built.has(name)));
  const far =
    grade === 'prerelease-jump'
      ? asked.find((one) => isPrerelease(judged(one.version)) !== isPrerelease(judged(selected)))
      : asked.at(-1);
  if (far === undefined) return versions;
  const askers = far.by.filter((name) => built.has(name));
  const more = askers.length > 1 ? ` and ${withThousands(askers.length - 1)} more require` : ' requires';
  return `${versions} ${askers[0] ?? ''}${more} ${far.version}, ${jump}.`;
}

/** At most six versions by name. */
function shortened(versions: readonly string[]): string {
  const rest = versions.length - 6;
  return rest > 0 ? `${versions.slice(0, 6).join(', ')} and ${String(rest)} more` : versions.join(', ');
}
