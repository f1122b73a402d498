/** What trials in one project stand on, made once for all of them. */
import type { Model } from '../../graph/model/model.ts';
import { Go } from '../process/go.ts';
import { declaredBy } from '../project/declared.ts';
import { namedFolder } from '../project/find.ts';
import { projectOf } from '../project/mod-file.ts';
import type { LoadOptions } from '../project/types.ts';
import type { Bench } from './trial.ts';

/** Throws the Faults of a go that cannot be asked, and of a go.mod or go.work that cannot be read. */
export async function benchOf(
  dir: string,
  model: Model,
  options: LoadOptions,
  signal: AbortSignal,
): Promise<Omit<Bench, 'mirror'>> {
  const start = namedFolder(dir);
  const go = new Go(options, signal);
  const env = await go.env(start);
  const project = projectOf(start, options, env);
  return { model, project, declared: await declaredBy(project, go), env, go, options, signal };
}
