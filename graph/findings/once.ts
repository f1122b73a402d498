/** What is computed of a model is computed once: a model never changes. */
import type { Model } from '../model/model.ts';

/** The same list for the same model, each time a copy, which its reader may sort. */
export function oncePerModel<T>(compute: (model: Model) => readonly T[]): (model: Model) => T[] {
  const known = new WeakMap<Model, readonly T[]>();
  return (model) => {
    const list = known.get(model) ?? compute(model);
    known.set(model, list);
    return [...list];
  };
}
