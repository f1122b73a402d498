/** Implied requirements: what transitive reduction hides (Aho, Garey, Ullman, SIAM J. Comput. 1 (1972), on components). */
import type { Digraph } from '../model/module-graph.ts';
import { components, type Components } from './components.ts';

/** Bits held at once, for all components together: 64 MiB. Larger graphs are worked through in blocks of columns. */
const bitBudget = 64 * 1024 * 1024 * 8;

/**
 * For each requirement (place in out.targets) 1 when it is implied: the strongly connected components of its ends are
 * joined by another way through a third one. Requirements inside a component never are. Parallel ones fare alike.
 * O(components × pairs / 32) words of work, at most `bits` (64 MiB) of memory beside the pairs.
 */
export function impliedRequirements(
  graph: Digraph,
  parts: Components = components(graph),
  bits = bitBudget,
): Uint8Array {
  const pairs = condense(graph, parts);
  const impliedPair = impliedPairs(parts.count, pairs.offsets, pairs.targets, bits);
  return Uint8Array.from(pairs.pairOf, (pair) => (pair === -1 ? 0 : (impliedPair[pair] ?? 0)));
}

/**
 * The same where requirements belong to sides, each of them requirement → 1 where that side has it: one is implied when each side that has it
 * reaches its end another way. What only one side has never hides what the other needs.
 */
export function impliedOnEach(graph: Digraph, sides: readonly Uint8Array[]): Uint8Array {
  const implied = new Uint8Array(graph.out.targets.length).fill(1);
  for (const side of sides) {
    const offsets = new Int32Array(graph.size + 1);
    const places: number[] = [];
    for (let n = 0; n < graph.size; n++) {
      for (let at = graph.out.offsets[n] ?? 0; at < (graph.out.offsets[n + 1] ?? 0); at++) {
        if (side[at] === 1) places.push(at);
      }
      offsets[n + 1] = places.length;
    }
    const targets = Int32Array.from(places, (at) => graph.out.targets[at] ?? 0);
    const own = impliedRequirements({ size: graph.size, out: { offsets, targets } });
    places.forEach((at, n) => {
      if (own[n] === 0) implied[at] = 0;
    });
  }
  return implied;
}

interface Pairs {
  /** Component → its pairs, targets from the highest number (nearest) to the lowest, each once. */
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  /** Requirement → its pair, -1 inside a component. */
  readonly pairOf: Int32Array;
}

function condense(graph: Digraph, parts: Components): Pairs {
  const { size, out } = graph;
  const keys = new Float64Array(out.targets.length);
  for (let n = 0; n < size; n++) {
    const a = parts.of[n] ?? 0;
    for (let at = out.offsets[n] ?? 0; at < (out.offsets[n + 1] ?? 0); at++) {
      const b = parts.of[out.targets[at] ?? 0] ?? 0;
      // One number a pair, ordered by start, then by falling target.
      keys[at] = a === b ? -1 : a * parts.count + (parts.count - 1 - b);
    }
  }
  const distinct = Float64Array.from(new Set(keys)).sort();
  const placeOf = new Map<number, number>();
  const offsets = new Int32Array(parts.count + 1);
  const targets: number[] = [];
  for (const key of distinct) {
    if (key === -1) continue;
    placeOf.set(key, targets.length);
    const start = Math.floor(key / parts.count);
    offsets[start + 1] = (offsets[start + 1] ?? 0) + 1;
    targets.push(parts.count - 1 - (key - start * parts.count));
  }
  for (let c = 0; c < parts.count; c++) offsets[c + 1] = (offsets[c + 1] ?? 0) + (offsets[c] ?? 0);
  return { offsets, targets: Int32Array.from(targets), pairOf: Int32Array.from(keys, (key) => placeOf.get(key) ?? -1) };
}

/**
 * Components come targets first (components.ts), so every way from one leads through lower numbers: walking a
 * component's targets from the highest number down, a target already reached through an earlier one is implied.
 */
function impliedPairs(count: number, offsets: Int32Array, targets: Int32Array, bits: number): Uint8Array {
  const implied = new Uint8Array(targets.length);
  const width = Math.max(32, Math.floor(bits / Math.max(1, count) / 32) * 32);
  const words = Math.min(width, Math.ceil(count / 32) * 32) / 32;
  const reached = new Uint32Array(count * words);
  for (let low = 0; low < count; low += width) {
    if (low > 0) reached.fill(0);
    for (let c = low; c < count; c++) {
      const own = c * words;
      for (let at = offsets[c] ?? 0; at < (offsets[c + 1] ?? 0); at++) {
        const target = targets[at] ?? 0;
        if (target < low) break;
        const bit = target - low;
        if (bit < width) {
          const word = own + (bit >>> 5);
          const mask = 1 << (bit & 31);
          if (((reached[word] ?? 0) & mask) !== 0) {
            implied[at] = 1;
            continue;
          }
          reached[word] = (reached[word] ?? 0) | mask;
        }
        const other = target * words;
        for (let w = 0; w < words; w++) reached[own + w] = (reached[own + w] ?? 0) | (reached[other + w] ?? 0);
      }
    }
  }
  return implied;
}
