/** Boxes while a view is being made: lists of local numbers, not yet counted or opened. */
import type { Part } from './part.ts';
import { fewestOf, fewestSteps, nodesOf } from './part.ts';
import type { Box, BoxKind, Inside } from './types.ts';

export interface Draft {
  readonly id: string;
  readonly kind: BoxKind;
  /** Local numbers of the part, ascending. */
  readonly locals: readonly number[];
  /** Of a direct picture. */
  readonly brings?: readonly number[];
  readonly shares?: number;
  /** Of a cause. */
  readonly cause?: string;
}

/** Local number → place of its box; -1 for those in none. */
export function boxPlaces(part: Part, drafts: readonly Draft[]): Int32Array {
  const boxOf = new Int32Array(part.graph.size).fill(-1);
  drafts.forEach((draft, place) => {
    for (const local of draft.locals) boxOf[local] = place;
  });
  return boxOf;
}

/** The finished box. */
export function finish(part: Part, draft: Draft, inside?: Inside, asked?: Int32Array): Box {
  return {
    id: draft.id,
    kind: draft.kind,
    nodes: nodesOf(part, draft.locals),
    steps: fewestSteps(part, draft.locals),
    ...(asked === undefined ? {} : { asked: fewestOf(asked, draft.locals) }),
    ...(draft.brings === undefined ? {} : { brings: draft.brings }),
    ...(draft.shares === undefined ? {} : { shares: draft.shares }),
    ...(draft.cause === undefined ? {} : { cause: draft.cause }),
    ...(inside === undefined ? {} : { inside }),
  };
}
