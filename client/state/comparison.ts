/** Two sides compared, ready to be shown: what changed, and both as one graph. */
import { lineEdits } from '../../graph/diff/line-edits.ts';
import { diffSnapshots, diffSteps } from '../../graph/diff/diff.ts';
import type { Cause, Diff } from '../../graph/diff/types.ts';
import { unionOf, type Union } from '../../graph/diff/union.ts';
import { viewOfUnion } from '../../drawing/diff-picture.ts';
import type { View } from '../../graph/view/types.ts';
import type { Place } from './place.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import { changeRows, wordCounts } from '../../drawing/words/diff-rows.ts';
import { changesOf, type RowChange } from '../compare/changes.ts';
import { linesWords } from '../words/diff-lines.ts';
import type { Compared } from '../backend/backend.ts';
import type { Data } from './data.ts';
import { pause } from './pause.ts';
import { Sides } from './sides.ts';

export { drawDiff } from '../../drawing/diff-picture.ts';
import { comparisonText } from '../words/comparison.ts';

/** What a difference says in words. */
export interface Told {
  /** What it says of itself first. */
  readonly words: string;
  /** `3 added, 2 raised` */
  readonly counts: string;
  /** What became of each module path; one that stayed as it was is not there. */
  readonly changes: ReadonlyMap<string, RowChange>;
}

export interface Comparison extends Told {
  /** The base: a revision that was named, or a file that the page has read. Of `edits` it is what is on show, and the head is what would be. */
  readonly kind: 'revision' | 'file' | 'edits';
  readonly name: string;
  /** Of a revision, in full. */
  readonly commit?: string;
  readonly base: Snapshot;
  readonly head: Snapshot;
  readonly diff: Diff;
  /** Why it is not told, or not wholly, what follows from which line. */
  readonly unknown?: string;
  readonly notes: readonly string[];
  readonly union: Union;
  /** The union as what panels and moves work on: nothing is found in it. */
  readonly data: Data;
  /** What is said of one module, from the side that it is drawn as. */
  readonly sides: Sides;
}

/** What the server compared. */
export async function comparisonOf({ base, head, causes, notes, unknown }: Compared): Promise<Comparison> {
  return {
    kind: 'revision',
    name: base.name,
    ...(base.commit === undefined ? {} : { commit: base.commit }),
    ...(await sidesOf(base.snapshot, head.snapshot, causes, unknown)),
    ...(unknown === undefined ? {} : { unknown }),
    notes,
  };
}

/** A snapshot file against what is on show. The lines that differ are known from both; what follows from each is not. */
export async function comparisonWithFile(name: string, base: Snapshot, head: Snapshot): Promise<Comparison> {
  const declared = ({ mains, work }: Snapshot): Parameters<typeof lineEdits>[0] => ({
    mains,
    ...(work === undefined ? {} : { work }),
    folders: new Map(),
  });
  const causes = (lineEdits(declared(base), declared(head)) ?? []).map(({ cause }): Cause => ({
    ...cause,
    follows: [],
  }));
  return {
    kind: 'file',
    name,
    ...(await sidesOf(base, head, causes, comparisonText.noGoMods)),
    unknown: comparisonText.noGoMods,
    notes: [],
  };
}

/** What is on show against what it would be with some edits; `key` names these, `edits` is how many they are. */
export async function comparisonOfStage(
  key: string,
  base: Snapshot,
  head: Snapshot,
  causes: readonly Cause[],
  edits: number,
): Promise<Comparison> {
  return { kind: 'edits', name: key, ...(await sidesOf(base, head, causes, undefined, edits)), notes: [] };
}

/** `unknown`: why it is not told, or not wholly, what follows from which line. `edits`: how many are tried, where the head is what they make. */
export function toldOf(diff: Diff, unknown: string | undefined, edits?: number): Told {
  return { words: linesWords(diff, unknown, edits), counts: wordCounts(changeRows(diff)), changes: changesOf(diff) };
}

/** What of both sides is on show. Throws a QueryFault for a query that cannot be read. */
export function unionView({ union, diff }: Comparison, { options, unchanged }: Place): View {
  const { query, reduce, limit, open } = options;
  return viewOfUnion(union, { unchanged, query, reduce, limit, open, causes: diff.causes });
}

async function sidesOf(
  base: Snapshot,
  head: Snapshot,
  causes: readonly Cause[],
  unknown?: string,
  edits?: number,
): Promise<Pick<Comparison, 'base' | 'head' | 'diff' | 'union' | 'data' | 'sides' | keyof Told>> {
  for (const step of diffSteps(base, head)) {
    await pause();
    step();
  }
  await pause();
  const diff = diffSnapshots(base, head, causes);
  await pause();
  const union = unionOf(base, head, diff);
  await pause();
  const data: Data = {
    model: union.model,
    findings: [],
    conflicts: [],
    cycles: [],
    marks: { of: () => [] },
    groups: [],
  };
  return { base, head, diff, union, data, sides: new Sides(union, base, head), ...toldOf(diff, unknown, edits) };
}
