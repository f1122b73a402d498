/** Lines that run side by side to one box, or from one box, become one stroke: after their order is known. */
import type { LayoutGraph } from '../types.ts';
import { makeProper, type Proper } from './proper.ts';
import type { Steps } from './steps.ts';

/**
 * A layered graph in which lines have passes of their own (`keepApart`), with neighbouring passes made one: those of lines to one
 * box, as long as they stay neighbours all the way to it; then, of what is still alone, those of lines from one box, as long as they
 * have stayed neighbours all the way from it. So a stroke never holds two lines that share neither end, a stroke that has forked
 * does not join again, and no crossing comes or goes: the pairs of lines that cross are those of the order it is given.
 */
export function* mergeNeighbours(graph: LayoutGraph, proper: Proper): Steps<Proper> {
  if (proper.size === proper.boxes) return proper;
  const merger = new Merger(graph, proper);
  yield 10 * proper.size;
  merger.join('to');
  yield 40 * proper.size;
  merger.join('from');
  yield 40 * proper.size;
  const { boxes, order, chains, layer } = proper;
  const { leader } = merger;
  // Leaders are numbered anew, without holes.
  const number = new Int32Array(proper.size);
  let size = boxes;
  leader.forEach((first, vertex) => {
    if (vertex >= boxes && first === vertex) number[vertex] = size++;
  });
  for (let vertex = 0; vertex < boxes; vertex++) number[vertex] = vertex;
  const layers = layer.subarray(0, boxes);
  const merged = yield* makeProper(graph, layers, size, (line, at) => {
    const { from } = graph.lines[line] ?? { from: 0 };
    const pass = chains[line]?.[Math.abs(at - (layers[from] ?? 0)) - 1] ?? 0;
    return number[leader[pass] ?? 0] ?? 0;
  });
  merged.order.forEach((row, at) => {
    const kept = [...(order[at] ?? [])].filter((vertex) => leader[vertex] === vertex);
    row.set(kept.map((vertex) => number[vertex] ?? 0));
  });
  yield 20 * size;
  return merged;
}

class Merger {
  /** Of the passes that are one, the leftmost; a vertex that is alone is its own. */
  readonly leader: Int32Array;
  readonly #graph: LayoutGraph;
  readonly #proper: Proper;
  /** Line of each pass; −1 for boxes. */
  readonly #line: Int32Array;
  /** Line → 1 where it runs up. */
  readonly #up: Uint8Array;
  /** Pass → 1 once it is merged with others for the sake of the box their lines lead to. */
  readonly #taken: Uint8Array;

  constructor(graph: LayoutGraph, proper: Proper) {
    this.#graph = graph;
    this.#proper = proper;
    this.leader = Int32Array.from({ length: proper.size }, (_, vertex) => vertex);
    this.#line = new Int32Array(proper.size).fill(-1);
    this.#taken = new Uint8Array(proper.size);
    proper.chains.forEach((chain, n) => {
      for (const pass of chain) this.#line[pass] = n;
    });
    this.#up = Uint8Array.from(graph.lines, ({ from, to }) =>
      (proper.layer[from] ?? 0) > (proper.layer[to] ?? 0) ? 1 : 0,
    );
  }

  /** Merges lines that share this end, layer by layer away from it. */
  join(end: 'from' | 'to'): void {
    const { chains, order, size } = this.#proper;
    /** The pass of the same line one layer nearer to that end; −1 beside the box. */
    const nearer = new Int32Array(size).fill(-1);
    for (const chain of chains) {
      chain.forEach((pass, at) => {
        nearer[pass] = chain[end === 'to' ? at + 1 : at - 1] ?? -1;
      });
    }
    for (const up of [0, 1]) {
      const away = (end === 'to') === (up === 1) ? order : order.toReversed();
      for (const row of away) {
        for (let at = 1; at < row.length; at++) {
          const [a, b] = [row[at - 1] ?? 0, row[at] ?? 0];
          if (this.#fit(a, b, end, up) && together(nearer[a] ?? -1, nearer[b] ?? -1, this.leader))
            this.leader[b] = this.leader[a] ?? a;
        }
      }
    }
    if (end === 'to')
      this.leader.forEach((first, vertex) => {
        if (first === vertex) return;
        this.#taken[vertex] = 1;
        this.#taken[first] = 1;
      });
  }

  /** Whether two neighbours are passes of lines that share an end, run the same way and are free to be merged. */
  #fit(a: number, b: number, end: 'from' | 'to', up: number): boolean {
    const [lineA, lineB] = [this.#line[a] ?? -1, this.#line[b] ?? -1];
    if (lineA === -1 || lineB === -1 || this.#up[lineA] !== up || this.#up[lineB] !== up) return false;
    if (this.#taken[a] === 1 || this.#taken[b] === 1) return false;
    return this.#graph.lines[lineA]?.[end] === this.#graph.lines[lineB]?.[end];
  }
}

function together(a: number, b: number, leader: Int32Array): boolean {
  return a === -1 || b === -1 ? a === b : leader[a] === leader[b];
}
