/** What a cycle holds and how one gets into it. */
import type { Cycle } from '../../../graph/findings/types.ts';
import type { Model } from '../../../graph/model/model.ts';
import type { Scope } from '../../../graph/view/types.ts';
import { requirementsOf, requirersOf, type Neighbour } from '../../../graph/explain/neighbours.ts';

export interface InnerRequirement extends Neighbour {
  /** Who asks. */
  readonly from: number;
}

export interface CycleFacts {
  /** Requirements among the members, by asker. */
  readonly inside: readonly InnerRequirement[];
  /** Requirers outside the cycle, each once. */
  readonly enters: readonly number[];
}

export function cycleFacts(model: Model, scope: Scope, members: readonly number[]): CycleFacts {
  const within = new Set(members);
  const inside = members.flatMap((from) =>
    requirementsOf(model, scope, from)
      .filter(({ node }) => within.has(node))
      .map((each) => ({ ...each, from })),
  );
  const enters = new Set<number>();
  for (const member of members) {
    for (const { node } of requirersOf(model, scope, member)) if (!within.has(node)) enters.add(node);
  }
  return { inside, enters: [...enters].sort((a, b) => a - b) };
}

/**
 * Whether exact versions go round, or only module paths do. The components of a view may be smaller than the whole
 * graph's (a query took members away), so any listed cycle that shares two members tells.
 */
export function cycleKind(members: readonly number[], cycles: readonly Cycle[]): Cycle['kind'] {
  const within = new Set(members);
  const same = cycles.find((cycle) => cycle.nodes.filter((node) => within.has(node)).length > 1);
  return same?.kind ?? 'path';
}
