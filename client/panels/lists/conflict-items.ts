/** Conflicts as rows: what jumped a major or v0 minor first, direct requirements before others, many versions before few. */
import type { Conflict, Grade } from '../../../graph/findings/types.ts';
import type { Model } from '../../../graph/model/model.ts';
import { majorOf, minorOf } from '../../../graph/version/semver.ts';
import type { ConflictItem, List } from './items.ts';
import { countText } from '../../words/counts.ts';
import { conflictRowText } from '../../words/list-rows.ts';

const headingOf: Readonly<Record<Grade, string>> = {
  'declared-below-selected': 'declared',
  'major-jump': 'jump',
  'v0-jump': 'jump',
  'prerelease-jump': 'prerelease',
  superseded: 'compatible',
};
const order = ['declared', 'jump', 'prerelease', 'compatible'];
const gradeWords: Readonly<Record<Grade, string>> = conflictRowText.grades;

export function conflictList(model: Model, conflicts: readonly Conflict[]): List {
  const places = new Map(model.graph.paths.map((path, p) => [path, p]));
  const mains = new Set(model.snapshot.mains.map((main) => main.path));
  const items = conflicts.map((conflict) => conflictItem(model, places, mains, conflict));
  items.sort(
    (a, b) =>
      order.indexOf(a.heading) - order.indexOf(b.heading) ||
      Number(b.direct) - Number(a.direct) ||
      b.bars.length - a.bars.length ||
      (a.conflict.path < b.conflict.path ? -1 : 1),
  );
  const present = new Set(items.map((item) => item.filter));
  return {
    items,
    headings: new Map(
      Object.entries(conflictRowText.headings).map(([heading, { title, note }]) => [
        heading,
        (count) => ({ title, note: note(count) }),
      ]),
    ),
    folded: new Set(),
    filters: (Object.keys(gradeWords) satisfies string[])
      .filter((grade) => present.has(grade))
      .map((grade) => ({ id: grade, word: isGrade(grade) ? gradeWords[grade] : grade })),
  };
}

function isGrade(text: string): text is Grade {
  return Object.hasOwn(gradeWords, text);
}

function conflictItem(
  model: Model,
  places: ReadonlyMap<string, number>,
  mains: ReadonlySet<string>,
  conflict: Conflict,
): ConflictItem {
  const path = places.get(conflict.path) ?? -1;
  const node = model.graph.selected[path] ?? -1;
  const bars = conflict.required.map(({ version, by }) => ({ version, askers: by.length })).reverse();
  const winner = conflict.required.find(({ version }) => version === conflict.selected);
  return {
    type: 'conflict',
    key: conflict.path,
    nodes: node === -1 ? [] : [node],
    filter: conflict.grade,
    text: conflict.path.toLowerCase(),
    heading: headingOf[conflict.grade],
    conflict,
    path,
    direct: model.direct[node] === 1,
    bars,
    askers: bars.reduce((sum, bar) => sum + bar.askers, 0),
    jump: conflict.grade === 'superseded' ? smallJump(conflict) : gradeWords[conflict.grade],
    heldBy: heldBy(winner?.by ?? [], mains),
  };
}

/** minor or patch, between the lowest requested version and the selected one. */
function smallJump(conflict: Conflict): string {
  const selected = conflict.selected ?? '';
  const lowest = conflict.required.at(-1)?.version ?? '';
  return majorOf(selected) === majorOf(lowest) && minorOf(selected) === minorOf(lowest)
    ? conflictRowText.patch
    : conflictRowText.minor;
}

function heldBy(by: readonly string[], mains: ReadonlySet<string>): string {
  const own = by.filter((name) => mains.has(name)).length;
  const others = by.length - own;
  const parts = [own === 0 ? '' : conflictRowText.ownFiles(own), others === 0 ? '' : countText.modules(others)];
  return parts.filter((part) => part !== '').join(' + ');
}
