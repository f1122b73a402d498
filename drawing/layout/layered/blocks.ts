/** The vertices of a layered graph that move together: a box alone, or the passes of one long line or trunk. */
import type { Proper } from './proper.ts';

export interface Blocks {
  readonly count: number;
  /** Block of each vertex. */
  readonly of: Int32Array;
  /** First and last layer of each block. */
  readonly top: Int32Array;
  readonly bottom: Int32Array;
  /** Vertices of block b by layer: vertices[starts[b] + layer − top[b]]. */
  readonly starts: Int32Array;
  readonly vertices: Int32Array;
  /** Whether every pass has one link up and one down: no line shares its passes with another. */
  readonly apart: boolean;
}

/**
 * Passes that are linked one above the other are one block: every pass has at most one of its own line or trunk above it and
 * one below.
 */
export function blocksOf(proper: Proper): Blocks {
  const of = new Int32Array(proper.size).fill(-1);
  const top: number[] = [];
  const bottom: number[] = [];
  const starts: number[] = [];
  const vertices = new Int32Array(proper.size);
  let filled = 0;
  const start = (vertex: number): void => {
    of[vertex] = top.length;
    top.push(proper.layer[vertex] ?? 0);
    bottom.push(proper.layer[vertex] ?? 0);
    starts.push(filled);
    vertices[filled++] = vertex;
  };
  for (let vertex = 0; vertex < proper.boxes; vertex++) start(vertex);
  // Layer by layer, so that a run of passes is met at its upper end.
  for (const order of proper.order) {
    for (const first of order) {
      if (of[first] !== -1) continue;
      start(first);
      const block = top.length - 1;
      for (let below = passBelow(proper, first); below !== -1 && of[below] === -1; below = passBelow(proper, below)) {
        of[below] = block;
        bottom[block] = proper.layer[below] ?? 0;
        vertices[filled++] = below;
      }
    }
  }
  return {
    count: top.length,
    of,
    top: Int32Array.from(top),
    bottom: Int32Array.from(bottom),
    starts: Int32Array.from(starts),
    vertices,
    apart: isApart(proper),
  };
}

function isApart({ boxes, size, above, below }: Proper): boolean {
  for (let pass = boxes; pass < size; pass++) {
    for (const { offsets } of [above, below]) if ((offsets[pass + 1] ?? 0) - (offsets[pass] ?? 0) !== 1) return false;
  }
  return true;
}

/** The pass that a pass is linked with in the next layer; −1 for none. */
function passBelow({ below, boxes }: Proper, pass: number): number {
  const end = below.offsets[pass + 1] ?? 0;
  for (let at = below.offsets[pass] ?? 0; at < end; at++) {
    const other = below.targets[at] ?? 0;
    if (other >= boxes) return other;
  }
  return -1;
}
