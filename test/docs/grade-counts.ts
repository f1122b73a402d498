/** How many modules each grade of conflict marks in a recorded module. */
import { gradeOf } from '../../graph/findings/grade.ts';
import { findConflicts } from '../../graph/findings/index.ts';
import type { Conflict, Grade } from '../../graph/findings/types.ts';
import type { Model } from '../../graph/model/model.ts';
import { isPrerelease, isPseudo, majorOf, minorOf, pseudoBase } from '../../graph/version/semver.ts';

export interface GradeCounts {
  readonly name: string;
  /** Modules in the build list. */
  readonly selected: number;
  /** Paths that are required at more than one version. */
  readonly conflicts: number;
  readonly majors: number;
  readonly minors: number;
  readonly prereleases: number;
  /** Those above superseded. */
  readonly marked: number;
  /** Would be marked if superseded versions counted as askers, too. */
  readonly anyAsker: number;
  /** Marked for nothing but askers that name a commit from before the first tag (v0.0.0-…). */
  readonly untagged: number;
  /** Marked, and below golang.org/x. */
  readonly ofGo: number;
}

export function gradeCounts(name: string, model: Model): GradeCounts {
  const conflicts = findConflicts(model);
  const of = (grade: Grade): number => conflicts.filter((one) => one.grade === grade).length;
  const marked = conflicts.filter((one) => one.grade !== 'superseded');
  return {
    name,
    selected: model.graph.selected.filter((node) => node !== -1).length,
    conflicts: conflicts.length,
    majors: of('major-jump'),
    minors: of('v0-jump'),
    prereleases: of('prerelease-jump'),
    marked: marked.length,
    anyAsker: conflicts.filter(isAcross).length,
    untagged: marked.filter(({ path }) => isOfUntagged(model, path)).length,
    ofGo: marked.filter((one) => one.path.startsWith('golang.org/x/')).length,
  };
}

/** Whether any version that was required is of another major, v0 minor or kind of release than the selected one. */
function isAcross({ selected, required }: Conflict): boolean {
  if (selected === undefined) return false;
  const kind = (version: string): string => {
    const base = isPseudo(version) ? pseudoBase(version) || `${majorOf(version)}.0.0` : version;
    return [majorOf(base), majorOf(base) === 'v0' ? minorOf(base) : '', isPrerelease(base)].join(' ');
  };
  return required.some(({ version }) => kind(version) !== kind(selected));
}

function isOfUntagged(model: Model, path: string): boolean {
  const { graph } = model;
  const p = graph.paths.indexOf(path);
  const tagged: number[] = [];
  for (let node = graph.firstOfPath[p] ?? 0; node < (graph.firstOfPath[p + 1] ?? 0); node++) {
    const version = graph.versions[node] ?? '';
    if (!isPseudo(version) || pseudoBase(version) !== '') tagged.push(node);
  }
  return gradeOf(model, p, tagged) === 'superseded';
}
