/** Which requirements came and which went: by numbers of nodes, for a graph may have a million of them and few that changed. */
import type { Model } from '../model/model.ts';
import { NodeKind, type ModuleGraph } from '../model/module-graph.ts';
import { compareText } from '../model/name.ts';
import { nodeNames, nodeNumbers } from '../model/node-names.ts';
import type { Diff, RequirementLine } from './types.ts';

/** Each once, sorted by their text; what go and toolchain lines require is no requirement of a module. O(requirements). */
export function diffRequirements(base: Model, head: Model): Diff['requirements'] {
  return { added: onlyIn(head.graph, base.graph), removed: onlyIn(base.graph, head.graph) };
}

function onlyIn(graph: ModuleGraph, other: ModuleGraph): RequirementLine[] {
  const [names, numbers] = [nodeNames(graph), nodeNumbers(other)];
  const there = Int32Array.from(names, (name) => numbers.get(name) ?? -1);
  // Node of this graph → the last node, plus one, that was seen to require it, there or here before.
  const seen = new Int32Array(graph.size);
  const back = new Int32Array(other.size).fill(-1);
  for (let node = 0; node < graph.size; node++) {
    const twin = there[node] ?? -1;
    if (twin !== -1) back[twin] = node;
  }
  const found: { readonly from: string; readonly to: string[] }[] = [];
  for (let node = 0; node < graph.size; node++) {
    const twin = there[node] ?? -1;
    if (twin !== -1) mark(other, twin, back, seen, node + 1);
    const to: string[] = [];
    for (let at = graph.out.offsets[node] ?? 0; at < (graph.out.offsets[node + 1] ?? 0); at++) {
      const target = graph.out.targets[at] ?? -1;
      if (seen[target] === node + 1 || graph.kind[target] === NodeKind.toolchain) continue;
      seen[target] = node + 1;
      to.push(names[target] ?? '');
    }
    if (to.length > 0) found.push({ from: names[node] ?? '', to: to.sort(compareText) });
  }
  found.sort((a, b) => compareText(a.from, b.from));
  return found.flatMap(({ from, to }) => to.map((one) => ({ from, to: one })));
}

/** Sets `by` for what a node of one graph requires, at its numbers in the other graph. */
function mark({ out }: ModuleGraph, node: number, numbers: Int32Array, seen: Int32Array, by: number): void {
  for (let at = out.offsets[node] ?? 0; at < (out.offsets[node + 1] ?? 0); at++) {
    const target = numbers[out.targets[at] ?? -1] ?? -1;
    if (target !== -1) seen[target] = by;
  }
}
