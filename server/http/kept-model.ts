/** The model of what a session keeps: opened when it is first asked for, and there as long as that is kept. */
import type { Model } from '../../graph/model/model.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import { readSnapshot } from '../../graph/snapshot/read.ts';
import type { Kept } from '../session/kept.ts';

const models = new WeakMap<Kept, Model>();

/** The same model for the same snapshot, whichever route asks. */
export function modelOf(kept: Kept): Model {
  const known = models.get(kept);
  if (known !== undefined) return known;
  const model = openSnapshot(readSnapshot(kept.bytes.toString('utf8')), kept.run.beside);
  models.set(kept, model);
  return model;
}
