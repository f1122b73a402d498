/** Boxes of modules, a cycle closed to one box; and which requirements of a cycle close it. */
import { isMainLocal } from './mains.ts';
import type { Draft } from './draft.ts';
import { localName, type Part } from './part.ts';

/** One box a module, one a cycle when they are closed; ordered by their first member. */
export function moduleBoxes(part: Part, closeCycles: boolean): Draft[] {
  const { of, sizes } = part.components;
  const cycles = new Map<number, number[]>();
  const drafts: Draft[] = [];
  for (let local = 0; local < part.graph.size; local++) {
    const component = of[local] ?? -1;
    if (!closeCycles || (sizes[component] ?? 1) === 1) {
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
  const { graph, components } = part;
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
