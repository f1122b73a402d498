/** Lines of a grouped view: reduced again between groups, and few enough to be read. */
import { adjacency } from '../model/adjacency.ts';
import { NodeKind } from '../model/module-graph.ts';
import { impliedRequirements } from '../walk/reduce.ts';
import { groupedLineBudget } from './defaults.ts';
import { boxPlaces, type Draft } from './draft.ts';
import { flaggedNodes } from './flagged.ts';
import type { Part } from './part.ts';
import { joinRequirements, type Joined } from './requirements.ts';
import type { Line } from './types.ts';

/** `undrawn`: requirements of lines that were left out because more than the budget remained (contracts: view order). */
export type GroupedLines = Joined & { readonly undrawn: number };

/**
 * Reduces the graph of groups (unless `reduce` is off) and keeps all its lines when at most 400 remain, else those that start at a main module
 * and those between groups that hold a finding worth a look.
 */
export function groupedLines(part: Part, drafts: readonly Draft[], reduce: boolean): GroupedLines {
  const boxOf = boxPlaces(part, drafts);
  const joined = joinRequirements(part.graph, boxOf, drafts.length, {
    implied: reduce ? impliedBetween(part, boxOf, drafts.length) : new Uint8Array(part.implied.length),
    superseded: part.superseded,
  });
  if (joined.lines.length <= groupedLineBudget) return { ...joined, undrawn: 0 };
  const flagged = flaggedNodes(part.model);
  const nodes = (place: number): number[] =>
    (drafts[place]?.locals ?? []).map((local) => part.graph.nodes[local] ?? -1);
  const main = drafts.map((_, place) => nodes(place).some((node) => part.model.graph.kind[node] === NodeKind.main));
  const marked = drafts.map((_, place) => nodes(place).some((node) => flagged[node] === 1));
  const kept = (line: Line): boolean =>
    main[line.from] === true || (marked[line.from] === true && marked[line.to] === true);
  const lines = joined.lines.filter(kept);
  const drawn = lines.reduce((sum, line) => sum + line.requirements, 0);
  return { lines, drawn, implied: joined.implied, inside: joined.inside, aside: 0, undrawn: joined.drawn - drawn };
}

/** Requirement → 1 when it is implied between the groups its ends are in. */
function impliedBetween(part: Part, boxOf: Int32Array, groups: number): Uint8Array {
  const from: number[] = [];
  const to: number[] = [];
  const places: number[] = [];
  for (let local = 0; local < part.graph.size; local++) {
    for (let at = part.graph.out.offsets[local] ?? 0; at < (part.graph.out.offsets[local + 1] ?? 0); at++) {
      from.push(boxOf[local] ?? -1);
      to.push(boxOf[part.graph.out.targets[at] ?? -1] ?? -1);
      places.push(at);
    }
  }
  // Rows keep the order of the pairs within a start, so the pairs are laid in the order of their start first.
  const order = from.map((_, i) => i).sort((a, b) => (from[a] ?? 0) - (from[b] ?? 0) || a - b);
  const sorted = (list: readonly number[]): Int32Array => Int32Array.from(order, (i) => list[i] ?? -1);
  const implied = impliedRequirements({ size: groups, out: adjacency(groups, sorted(from), sorted(to)) });
  const result = new Uint8Array(part.graph.out.targets.length);
  order.forEach((i, place) => (result[places[i] ?? -1] = implied[place] ?? 0));
  return result;
}
