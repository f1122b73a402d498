/** All that is computed once from a snapshot: the model, what is found in it, and the marks of its boxes. */
import { marksOf, type Marks } from '../../drawing/face/marks.ts';
import { findConflicts, findCycles, findFindings } from '../../graph/findings/index.ts';
import type { Conflict, Cycle, Finding } from '../../graph/findings/types.ts';
import type { Beside } from '../../graph/model/beside.ts';
import type { Model } from '../../graph/model/model.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import { matchQuery } from '../../graph/query/index.ts';
import { makeGroups, type FindingGroup } from '../panels/finding-groups.ts';
import { pause } from './pause.ts';

export interface Data {
  readonly model: Model;
  readonly findings: readonly Finding[];
  readonly conflicts: readonly Conflict[];
  readonly cycles: readonly Cycle[];
  readonly marks: Marks;
  readonly groups: readonly FindingGroup[];
}

/** Opens a snapshot, each step in a task of its own. Throws a Fault 'bad-input' when it names what it does not hold. */
export async function openData(snapshot: Snapshot, beside?: Beside): Promise<Data> {
  const model = openSnapshot(snapshot, beside);
  await pause();
  const conflicts = findConflicts(model);
  await pause();
  const cycles = findCycles(model);
  await pause();
  const findings = findFindings(model);
  await pause();
  const marks = marksOf(model, { findings, conflicts, cycles });
  return {
    model,
    findings,
    conflicts,
    cycles,
    marks,
    groups: makeGroups(findings, conflicts, cycles).map(exact(model)),
  };
}

/** A group that leads to its query only where that shows just what the group counts: else its nodes stand out. */
function exact(model: Model): (group: FindingGroup) => FindingGroup {
  return (group) => {
    const { query, ...rest } = group;
    if (query === undefined) return group;
    const matched = matchQuery(model, 'selected', query);
    const isSelected = (node: number): boolean => model.graph.selected[model.graph.pathOf[node] ?? -1] === node;
    const marked = new Set(group.nodes.filter(isSelected));
    return matched.every((one, node) => (one === 1) === marked.has(node)) ? group : rest;
  };
}
