/** Main modules stand alone: no cycle apart from, no group ever takes one in. */
import { NodeKind } from '../model/module-graph.ts';
import type { Part } from './part.ts';

export function isMainLocal(part: Part, local: number): boolean {
  return part.model.graph.kind[part.graph.nodes[local] ?? -1] === NodeKind.main;
}
