/** What changed from one snapshot to another: the build list, the requirements, the findings, the go line. */
import { remedyFields } from '../remedy/words.ts';
import { findFindings } from '../findings/index.ts';
import { oncePerModel } from '../findings/once.ts';
import type { Finding } from '../findings/types.ts';
import type { Model } from '../model/model.ts';
import { compareText, splitName } from '../model/name.ts';
import { openOnce } from '../snapshot/open.ts';
import type { Snapshot } from '../snapshot/types.ts';
import { compareModuleVersions } from '../version/go-version.ts';
import { refText, sameState, statesOfModel, type PathState } from './states.ts';
import { diffPackages, withoutLonePackages } from './packages.ts';
import { diffRequirements } from './requirements.ts';
import type { Cause, Changed, Diff, DiffFinding, Entry, LineChange } from './types.ts';

/**
 * What changes from `base` to `head`, everything sorted by path; `causes` are handed through. Facts from the network and
 * reports of govulncheck are not looked at: they change while nobody touches a go.mod. Throws a Fault 'bad-input' for a
 * snapshot that contradicts itself.
 */
export function diffSnapshots(base: Snapshot, head: Snapshot, causes: readonly Cause[] = []): Diff {
  const [one, other] = withoutLonePackages(graphOf(base), graphOf(head));
  const [before, after] = [openOnce(one), openOnce(other)];
  const packages = diffPackages(base, head);
  const [go, toolchain] = [lineChange(base, head, 'go'), lineChange(base, head, 'toolchain')];
  return {
    ...buildLists(before, after),
    requirements: diffRequirements(before, after),
    findings: findings(findOnce(before), findOnce(after)),
    ...(packages === undefined ? {} : { packages }),
    ...(go === undefined ? {} : { go }),
    ...(toolchain === undefined ? {} : { toolchain }),
    causes,
  };
}

/** What changes in the build list alone, sorted by path. Throws as diffSnapshots. */
export function diffBuildLists(base: Snapshot, head: Snapshot): Pick<Diff, 'added' | 'removed' | 'changed'> {
  return buildLists(openOnce(base), openOnce(head));
}

/**
 * The longest parts of diffSnapshots one at a time, so that a page answers between them: run each, then diffSnapshots, which finds them done.
 * Throw as diffSnapshots.
 */
export function diffSteps(base: Snapshot, head: Snapshot): readonly (() => void)[] {
  return withoutLonePackages(graphOf(base), graphOf(head)).flatMap((side) => [
    () => void openOnce(side),
    () => void findOnce(openOnce(side)),
  ]);
}

/** One side is often compared with several others. */
const findOnce = oncePerModel(findFindings);

/** The part that a diff compares (contracts: snapshot). */
function graphOf(snapshot: Snapshot): Snapshot {
  if (snapshot.facts === undefined && snapshot.vulnerabilities === undefined) return snapshot;
  const { facts: _facts, vulnerabilities: _vulnerabilities, ...graph } = snapshot;
  return graph;
}

/** True when nothing changed at all; a cause alone is no change. */
export function isEmptyDiff({
  added,
  removed,
  changed,
  requirements,
  findings,
  packages,
  go,
  toolchain,
}: Diff): boolean {
  const { added: newly = [], removed: gone = [] } = packages ?? {};
  const lists = [
    newly,
    gone,
    added,
    removed,
    changed,
    requirements.added,
    requirements.removed,
    findings.new,
    findings.mended,
  ];
  return go === undefined && toolchain === undefined && lists.every((list) => list.length === 0);
}

/** Paths of the build list that are not what they were, sorted. */
export function changedPaths({ added, removed, changed }: Pick<Diff, 'added' | 'removed' | 'changed'>): string[] {
  return [...added, ...removed, ...changed].map(({ path }) => path).sort(compareText);
}

function buildLists(base: Model, head: Model): Pick<Diff, 'added' | 'removed' | 'changed'> {
  const [before, after] = [statesOfModel(base), statesOfModel(head)];
  const added: Entry[] = [];
  const removed: Entry[] = [];
  const changed: Changed[] = [];
  // The paths of a graph are sorted, and so are the states.
  for (const [path, from] of before) {
    const to = after.get(path);
    if (to === undefined) removed.push(entry(path, from));
    else if (!sameState(from, to)) changed.push(change(path, from, to));
  }
  for (const [path, to] of after) if (!before.has(path)) added.push(entry(path, to));
  return { added, removed, changed };
}

function entry(path: string, { version }: PathState): Entry {
  return version === '' ? { path } : { path, version };
}

function change(path: string, from: PathState, to: PathState): Changed {
  const sameReplace = refText(from.replace) === refText(to.replace);
  return {
    path,
    from: from.version,
    to: to.version,
    direction: directionOf(path, from.version, to.version),
    ...(sameReplace || from.replace === undefined ? {} : { replaceFrom: from.replace }),
    ...(sameReplace || to.replace === undefined ? {} : { replaceTo: to.replace }),
    ...(from.direct === to.direct || from.version === '' || to.version === ''
      ? {}
      : { directFrom: from.direct, directTo: to.direct }),
  };
}

/** A main module is above every version. */
function directionOf(path: string, from: string, to: string): Changed['direction'] {
  if (from === '' || to === '') return to === '' ? 'raised' : 'lowered';
  const order = compareModuleVersions(path, from, to);
  return order < 0 ? 'raised' : order > 0 ? 'lowered' : 'same';
}

/** Findings of one graph that the other one does not have. */
function findings(before: readonly Finding[], after: readonly Finding[]): Diff['findings'] {
  const [mended, fresh] = unmatched(before, after);
  return { new: fresh.map(withoutNodes), mended: mended.map(withoutNodes) };
}

/** What makes two findings the same, the surest first: a superseded module is still one when another version of it wins. */
const sameness: readonly ((finding: Finding) => string)[] = [
  ({ code, subject, evidence }) => `${code} ${subject} ${evidence}`,
  ({ code, subject }) => `${code} ${subject}`,
  ({ code, subject }) => `${code} ${splitName(subject).path}`,
];

/** Findings of each side without one on the other for each that is the same. */
function unmatched(before: readonly Finding[], after: readonly Finding[]): [readonly Finding[], readonly Finding[]] {
  let [left, right] = [before, after];
  for (const key of sameness) {
    const [here, there] = [left.map(key), right.map(key)];
    [left, right] = [withoutMatches(left, here, there), withoutMatches(right, there, here)];
  }
  return [left, right];
}

/** Those of `these` whose key, in `keys` at the same place, is not among the others, as often as it is there. */
function withoutMatches(these: readonly Finding[], keys: readonly string[], others: readonly string[]): Finding[] {
  const counts = new Map<string, number>();
  for (const key of others) counts.set(key, (counts.get(key) ?? 0) + 1);
  return these.filter((_, n) => {
    const key = keys[n] ?? '';
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
}

function withoutNodes({ code, severity, subject, evidence, remedy }: Finding): DiffFinding {
  return { code, severity, subject, evidence, remedy: remedyFields(remedy) };
}

function lineChange(base: Snapshot, head: Snapshot, line: 'go' | 'toolchain'): LineChange | undefined {
  const of = ({ work, mains }: Snapshot): string | undefined =>
    work === undefined ? (mains.length === 1 ? mains[0]?.[line] : undefined) : work[line];
  const [from, to] = [of(base), of(head)];
  if (from === to) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}
