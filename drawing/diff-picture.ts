/** The picture of a difference: what changed, and the ways that lead to it, on one layout for both sides. */
import { changedWithWays, unionOf, type Union } from '../graph/diff/union.ts';
import type { Diff } from '../graph/diff/types.ts';
import type { Snapshot } from '../graph/snapshot/types.ts';
import { defaultView } from '../graph/view/defaults.ts';
import { matchQuery } from '../graph/query/index.ts';
import type { View } from '../graph/view/types.ts';
import { makeView } from '../graph/view/view.ts';
import type { CancelSignal, Direction } from './layout/types.ts';
import { draw, type Engines } from './picture.ts';
import type { Scene } from './scene/types.ts';

export interface DiffSides {
  readonly base: Snapshot;
  readonly head: Snapshot;
  readonly diff: Pick<Diff, 'added' | 'removed' | 'changed'>;
}

/** What of a union is on show: by default what changed and the ways to it, all of it, without implied requirements. */
export interface UnionOptions {
  /** Show the modules that stayed as they were, too. */
  readonly unchanged?: boolean;
  /** Only what matches this query. */
  readonly query?: string;
  readonly reduce?: boolean;
}

/** Each module is a box: a group would hide what became of its modules. Throws a QueryFault when the query cannot be read. */
export function viewOfUnion(union: Union, { unchanged = false, query = '', reduce = true }: UnionOptions = {}): View {
  const options = {
    ...defaultView,
    query,
    reduce,
    collapse: 'none',
    limit: 0,
    foldLeaves: false,
    closeCycles: false,
  } as const;
  const matched = matchQuery(union.model, 'selected', query);
  const shown = unchanged ? matched : changedWithWays(union).map((on, node) => on & (matched[node] ?? 0));
  return makeView(union.model, options, { match: shown });
}

/** Draws it by the default. Rejects as `draw` does. */
export async function drawDiff(
  { base, head, diff }: DiffSides,
  direction: Direction | 'auto',
  engines: Engines,
  signal: CancelSignal,
): Promise<Scene> {
  const union = unionOf(base, head, diff);
  return draw(viewOfUnion(union), { direction, engine: 'auto', union }, engines, signal);
}
