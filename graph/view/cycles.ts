/** Boxes of modules, a cycle closed to one box; and which requirements of a cycle close it. */
import type { Digraph } from '../model/module-graph.ts';
import { components, type Components } from '../walk/components.ts';
import { atAllPlaces, without } from '../walk/without.ts';
import { foldAbove, smallCycle } from './defaults.ts';
import type { Draft } from './draft.ts';
import { isMainLocal } from './mains.ts';
import { localName, type Part } from './part.ts';

/**
 * One box a module, one a cycle when they are closed; ordered by their first member. Main modules, direct requirements and what was asked
 * for have boxes of their own, so a closed cycle is one of the rest; one of two or three is closed only in a picture of 60 boxes or more. A
 * question is drawn along its steps, which go round no cycle: in it none is closed.
 */
export function moduleBoxes(part: Part, closeCycles: boolean): Draft[] {
  if (!closeCycles || part.question !== undefined) return eachAlone(part);
  const { of, sizes } = components(without(part.graph, touching(part)));
  const closed = boxesOf(part, of, (component) => (sizes[component] ?? 1) > 1);
  if (closed.length >= foldAbove) return closed;
  return boxesOf(part, of, (component) => (sizes[component] ?? 1) > smallCycle);
}

function eachAlone(part: Part): Draft[] {
  return boxesOf(part, part.components.of, () => false);
}

/** Requirement → 1 where an end of it has a box of its own. */
function touching({ graph, apart }: Part): Uint8Array {
  const touches = new Uint8Array(graph.out.targets.length);
  for (let from = 0; from < graph.size; from++) {
    for (let at = graph.out.offsets[from] ?? 0; at < (graph.out.offsets[from + 1] ?? 0); at++)
      touches[at] = Number(apart[from] === 1 || apart[graph.out.targets[at] ?? -1] === 1);
  }
  return touches;
}

function boxesOf(part: Part, of: Int32Array, isClosed: (component: number) => boolean): Draft[] {
  const cycles = new Map<number, number[]>();
  const drafts: Draft[] = [];
  for (let local = 0; local < part.graph.size; local++) {
    const component = of[local] ?? -1;
    if (!isClosed(component)) {
      drafts.push({ id: localName(part, local), kind: 'module', locals: [local] });
      continue;
    }
    const members = cycles.get(component);
    if (members !== undefined) {
      members.push(local);
      continue;
    }
    const locals = [local];
    cycles.set(component, locals);
    drafts.push({ id: `cycle:${localName(part, local)}`, kind: 'cycle', locals });
  }
  return drafts;
}

/**
 * Requirement (place in out.targets) → 1 when it closes a cycle: it ends at a module on the way that a depth-first
 * walk came by, starting in each cycle at its main module or the member with fewest steps. The same part gives the
 * same answer.
 */
export function closingRequirements(part: Part): Uint8Array {
  return closingIn(part, part.graph, part.components);
}

/** The same among the requirements that are not `aside`; those have 0. */
export function closingBeside(part: Part, aside: Uint8Array): Uint8Array {
  const drawn = without(part.graph, aside);
  return atAllPlaces(closingIn(part, drawn, components(drawn)), aside);
}

function closingIn(part: Part, graph: Digraph, components: Components): Uint8Array {
  const closing = new Uint8Array(graph.out.targets.length);
  const state = new Uint8Array(graph.size);
  const next = graph.out.offsets.slice(0, graph.size);
  const inCycle = Array.from({ length: graph.size }, (_, local) => local).filter(
    (local) => (components.sizes[components.of[local] ?? -1] ?? 1) > 1,
  );
  const far = (local: number): number => {
    const distance = part.steps[local] ?? -1;
    return isMainLocal(part, local) ? -1 : distance === -1 ? graph.size : distance;
  };
  inCycle.sort((a, b) => far(a) - far(b) || a - b);
  for (const start of inCycle) {
    if (state[start] !== 0) continue;
    const way = [start];
    state[start] = 1;
    while (way.length > 0) {
      const node = way.at(-1) ?? -1;
      const at = next[node] ?? 0;
      if (at === graph.out.offsets[node + 1]) {
        state[node] = 2;
        way.pop();
        continue;
      }
      next[node] = at + 1;
      const target = graph.out.targets[at] ?? -1;
      if (components.of[target] !== components.of[node]) continue;
      if (state[target] === 1) closing[at] = 1;
      else if (state[target] === 0) {
        state[target] = 1;
        way.push(target);
      }
    }
  }
  return closing;
}
