/** From requirements between nodes to lines between boxes, each requirement counted once. */
import type { Digraph } from '../model/module-graph.ts';
import { compareLines } from './line-order.ts';
import type { Line } from './types.ts';

export interface Joined {
  readonly lines: readonly Line[];
  /** Requirements, not lines. A node without a box (-1) has none counted. */
  readonly drawn: number;
  readonly implied: number;
  readonly inside: number;
  /** Beside the fewest steps of a question. */
  readonly aside: number;
}

/** Requirement (place in out.targets) → 1, but for `superseded`: node → 1. */
export interface Flags {
  readonly implied: Uint8Array;
  readonly superseded: Uint8Array;
  readonly closing?: Uint8Array;
  readonly aside?: Uint8Array;
}

/**
 * Joins the requirements of `graph` into lines between boxes (`boxOf`: node → box, -1 none). `implied` marks the
 * requirements (by place in out.targets) that are not drawn; those with both ends in one box are inside it.
 * `superseded` marks the nodes whose version lost: a line is dashed when all it stands for comes from such. `closing`
 * marks the requirements that close a cycle, and the lines that hold one.
 */
export function joinRequirements(graph: Digraph, boxOf: Int32Array, boxes: number, flags: Flags): Joined {
  const found = new Map<number, { from: number; to: number; requirements: number; kind: Line['kind'] }>();
  let drawn = 0;
  let hidden = 0;
  let inside = 0;
  let aside = 0;
  for (let n = 0; n < graph.size; n++) {
    const from = boxOf[n] ?? -1;
    if (from === -1) continue;
    for (let at = graph.out.offsets[n] ?? 0; at < (graph.out.offsets[n + 1] ?? 0); at++) {
      const to = boxOf[graph.out.targets[at] ?? -1] ?? -1;
      if (to === -1) continue;
      if (from === to) {
        inside++;
        continue;
      }
      if (flags.implied[at] === 1) {
        hidden++;
        continue;
      }
      if (flags.aside?.[at] === 1) {
        aside++;
        continue;
      }
      drawn++;
      const key = from * boxes + to;
      const line = found.get(key) ?? { from, to, requirements: 0, kind: 'superseded' };
      line.requirements++;
      if (flags.closing?.[at] === 1) line.kind = 'closes-cycle';
      else if (flags.superseded[n] !== 1 && line.kind === 'superseded') line.kind = 'requirement';
      found.set(key, line);
    }
  }
  return { lines: [...found.values()].sort(compareLines), drawn, implied: hidden, inside, aside };
}
