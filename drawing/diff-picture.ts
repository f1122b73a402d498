/** The picture of a difference: what changed, and the ways that lead to it, on one layout for both sides. */
import { causeGroups } from '../graph/diff/cause-boxes.ts';
import type { OnSide } from '../graph/view/part.ts';
import { changedWithWays, lineKey, unionOf, type Union } from '../graph/diff/union.ts';
import type { Cause, Diff } from '../graph/diff/types.ts';
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
  readonly diff: Pick<Diff, 'added' | 'removed' | 'changed'> & Partial<Pick<Diff, 'causes'>>;
}

/** What of a union is on show: by default what changed and the ways to it, all of it, without implied requirements. */
export interface UnionOptions {
  /** Show the modules that stayed as they were, too. */
  readonly unchanged?: boolean;
  /** Only what matches this query. */
  readonly query?: string;
  readonly reduce?: boolean;
  /** The lines that the changes follow from: above `limit` boxes (default: that of a view; 0: never) each is one box with what follows. */
  readonly causes?: readonly Cause[];
  readonly limit?: number;
  /** Ids of causes opened in place. */
  readonly open?: readonly string[];
}

/**
 * Each module is a box, as long as they are few: a group would hide what became of its modules. Above the budget each changed line of go.mod is
 * one, with what follows from it, and only what changed is on show. Throws a QueryFault when the query cannot be read.
 */
export function viewOfUnion(
  union: Union,
  { unchanged = false, query = '', reduce = true, causes, limit = defaultView.limit, open = [] }: UnionOptions = {},
): View {
  const options = {
    ...defaultView,
    query,
    reduce,
    collapse: 'none',
    limit: 0,
    foldLeaves: false,
    closeCycles: false,
    open,
  } as const;
  const matched = matchQuery(union.model, 'selected', query);
  const shown = unchanged ? matched : changedWithWays(union).map((on, node) => on & (matched[node] ?? 0));
  const groups = causes !== undefined && limit > 0 && shown.reduce((sum, on) => sum + on, 0) > limit;
  if (!groups || unchanged) return makeView(union.model, options, { match: shown, sides: sidesOf(union) });
  const { graph, mains } = union.model;
  const changed = shown.map((on, node) =>
    Number(on === 1 && (mains.includes(node) || union.changes.has(graph.paths[graph.pathOf[node] ?? -1] ?? ''))),
  );
  return makeView(union.model, options, {
    match: changed,
    causes: causeGroups(union, causes, limit - mains.length),
    sides: sidesOf(union),
  });
}

/** What base has and what head has of the requirements of the union. */
function sidesOf({ model, gained, lost }: Union): OnSide[] {
  const { graph } = model;
  const pathOf = (node: number): string => graph.paths[graph.pathOf[node] ?? -1] ?? '';
  return [gained, lost].map((others) => (from, to) => !others.has(lineKey(pathOf(from), pathOf(to))));
}

/** Draws it by the default. Rejects as `draw` does. */
export async function drawDiff(
  { base, head, diff }: DiffSides,
  direction: Direction | 'auto',
  engines: Engines,
  signal: CancelSignal,
): Promise<Scene> {
  const union = unionOf(base, head, diff);
  return draw(
    viewOfUnion(union, diff.causes === undefined ? {} : { causes: diff.causes }),
    { direction, engine: 'auto', union },
    engines,
    signal,
  );
}
