/** The lines of a question: along its fewest steps, so that a picture stands as deep as what was asked is far. */
import type { Question } from '../query/question-types.ts';
import { reverse, steps } from '../walk/reach.ts';
import type { ScopeGraph } from './scope.ts';

export interface Asked {
  /** Local number → steps from what was asked about; -1 where it has none. undefined: counted from the main modules. */
  readonly steps?: Int32Array;
  /** Requirement → 1 where it runs beside the fewest steps: it is drawn for a box that is pointed at, not at rest. */
  readonly aside: Uint8Array;
}

/**
 * What of a question's steps is drawn: of `up` the requirements that come one step nearer to what was asked about, of `down` those that
 * lead one step further from it, of `both` each on its side (what is as far on both stands above), of `across` those of shortest paths from
 * its beginning and to its end. What has no such step (a filter took it out) keeps every requirement. O(nodes + requirements).
 */
export function askedLines(graph: ScopeGraph, question: Question): Asked {
  const aside = new Uint8Array(graph.out.targets.length);
  if (question.way === 'open') return { aside };
  const { up, down } = distances(graph, question);
  const leads = question.way === 'across' ? eitherWay(up, down) : onOneSide(graph, up, down);
  const far = Int32Array.from(up, (above, local) => nearer(above, down[local] ?? -1));
  for (const [from, to, at] of requirementsOf(graph))
    if (far[from] !== -1 && far[to] !== -1) aside[at] = Number(!leads(from, to));
  return { aside, steps: question.way === 'across' ? down : far };
}

type Leads = (from: number, to: number) => boolean;

/** On a shortest path from the beginning, or to the end. */
function eitherWay(up: Int32Array, down: Int32Array): Leads {
  return (from, to) => isOneMore(down, from, to) || isOneMore(up, to, from);
}

/**
 * One step along, both ends above what was asked or both below. Where the only such steps lead through what stands on the other side (a
 * cycle brings it nearer there), those: every box of a question has a line.
 */
function onOneSide(graph: ScopeGraph, up: Int32Array, down: Int32Array): Leads {
  const depth = Int32Array.from(up, (above, local) => {
    const below = down[local] ?? -1;
    return above !== -1 && (below === -1 || above <= below) ? -above : below;
  });
  const leads: Leads = (from, to) => {
    const [a, b] = [depth[from] ?? 0, depth[to] ?? 0];
    return b === a + 1 && (b <= 0 || a >= 0);
  };
  const isJoined = new Uint8Array(graph.size);
  for (const [from, to] of requirementsOf(graph)) {
    if (!leads(from, to)) continue;
    if ((depth[from] ?? 0) < 0) isJoined[from] = 1;
    if ((depth[to] ?? 0) > 0) isJoined[to] = 1;
  }
  return (from, to) =>
    leads(from, to) ||
    ((depth[to] ?? 0) > 0 && isJoined[to] === 0 && isOneMore(down, from, to)) ||
    ((depth[from] ?? 0) < 0 && isJoined[from] === 0 && isOneMore(up, to, from));
}

function isOneMore(steps: Int32Array, near: number, far: number): boolean {
  return steps[near] !== -1 && steps[far] === (steps[near] ?? -1) + 1;
}

/** Local numbers of requirer and required. */
function* requirementsOf(graph: ScopeGraph): Generator<readonly [from: number, to: number, at: number]> {
  for (let from = 0; from < graph.size; from++)
    for (let at = graph.out.offsets[from] ?? 0; at < (graph.out.offsets[from + 1] ?? 0); at++)
      yield [from, graph.out.targets[at] ?? -1, at];
}

/** `up`: local number → steps to what was asked about; `down`: from it. -1 where there is no path, or the question has no such side. */
function distances(graph: ScopeGraph, { way, asked, from, to }: Question): { up: Int32Array; down: Int32Array } {
  const none = new Int32Array(graph.size).fill(-1);
  if (way === 'across') {
    const [begin, end] = [localsOf(graph, from), localsOf(graph, to)];
    const down = steps(graph, begin);
    if (end.some((local) => (down[local] ?? -1) !== -1)) return { down, up: steps(reverse(graph), end) };
    return { down: steps(graph, end), up: steps(reverse(graph), begin) };
  }
  const starts = localsOf(graph, asked);
  return {
    up: way === 'down' ? none : steps(reverse(graph), starts),
    down: way === 'up' ? none : steps(graph, starts),
  };
}

function localsOf(graph: ScopeGraph, match: Uint8Array | undefined): number[] {
  return [...graph.nodes.keys()].filter((local) => match?.[graph.nodes[local] ?? -1] === 1);
}

function nearer(a: number, b: number): number {
  return a === -1 ? b : b === -1 ? a : Math.min(a, b);
}
