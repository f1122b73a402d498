/** A graph without some of its requirements, and what was found about the rest put back where it belongs. */
import type { Digraph } from '../model/module-graph.ts';

/** The same nodes without the requirements marked 1 in `gone` (by place in out.targets). O(nodes + requirements). */
export function without({ size, out }: Digraph, gone: Uint8Array): Digraph {
  const offsets = new Int32Array(size + 1);
  let left = 0;
  for (let from = 0; from < size; from++) {
    for (let at = out.offsets[from] ?? 0; at < (out.offsets[from + 1] ?? 0); at++) if (gone[at] !== 1) left++;
    offsets[from + 1] = left;
  }
  return { size, out: { offsets, targets: out.targets.filter((_, at) => gone[at] !== 1) } };
}

/** `found`, by place among the requirements that are left, by place among all; 0 for those that are gone. */
export function atAllPlaces(found: Uint8Array, gone: Uint8Array): Uint8Array {
  let next = 0;
  return gone.map((one) => (one === 1 ? 0 : (found[next++] ?? 0)));
}
