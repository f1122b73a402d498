/** What the main modules require, all together. */
import type { Model } from '../../../graph/model/model.ts';
import { requirementsOf, type Neighbour } from '../../../graph/explain/neighbours.ts';

/** Each module that a go.mod of ours names, once, other main modules left out; by node. */
export function requiredByMains(model: Model): Neighbour[] {
  const seen = new Map<number, Neighbour>();
  for (const main of model.mains) {
    for (const each of requirementsOf(model, 'selected', main))
      if (!model.mains.includes(each.node)) seen.set(each.node, each);
  }
  return [...seen.values()].sort((a, b) => a.node - b.node);
}
