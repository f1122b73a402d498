/** The picture of a difference: what changed, and the ways that lead to it, on one layout for both sides. */
import { changedWithWays, unionOf } from '../graph/diff/union.ts';
import type { Diff } from '../graph/diff/types.ts';
import type { Snapshot } from '../graph/snapshot/types.ts';
import { defaultView } from '../graph/view/defaults.ts';
import { makeView } from '../graph/view/view.ts';
import type { CancelSignal, Direction } from './layout/types.ts';
import { draw, type Engines } from './picture.ts';
import type { Scene } from './scene/types.ts';

export interface DiffSides {
  readonly base: Snapshot;
  readonly head: Snapshot;
  readonly diff: Pick<Diff, 'added' | 'removed' | 'changed'>;
}

/** Each module is a box: a group would hide what became of its modules. Rejects as `draw` does. */
export async function drawDiff(
  { base, head, diff }: DiffSides,
  direction: Direction | 'auto',
  engines: Engines,
  signal: CancelSignal,
): Promise<Scene> {
  const union = unionOf(base, head, diff);
  const whole = { ...defaultView, collapse: 'none', limit: 0, foldLeaves: false, closeCycles: false } as const;
  const view = makeView(union.model, whole, changedWithWays(union));
  return draw(view, { direction, engine: 'auto', union }, engines, signal);
}
