/** What trials in one project stand on, made once for all of them. */
import type { Model } from '../../graph/model/model.ts';
import { Go } from '../process/go.ts';
import { declaredBy } from '../project/declared.ts';
import { namedFolder } from '../project/find.ts';
import { projectOf } from '../project/mod-file.ts';
import { isFolderProxy } from '../project/settings.ts';
import type { LoadOptions } from '../project/types.ts';
import type { Bench } from './trial.ts';

/**
 * `fetches`: sources may be fetched from the network; out of a proxy that is a folder they are taken all the same. Throws the
 * Faults of a go that cannot be asked, and of a go.mod or go.work that cannot be read.
 */
export async function benchOf(
  dir: string,
  model: Model,
  options: LoadOptions,
  fetches: boolean,
  signal: AbortSignal,
): Promise<Omit<Bench, 'mirror'>> {
  const start = namedFolder(dir);
  const go = new Go(options, signal);
  const env = await go.env(start);
  const project = projectOf(start, options, env);
  return {
    model,
    project,
    declared: await declaredBy(project, go),
    env,
    go,
    options,
    fetches: !options.offline && (fetches || isFolderProxy(env)),
    signal,
  };
}

/** The same without the network, where it may not fetch sources: commands that write fetch what they need. */
export function sparing(bench: Omit<Bench, 'mirror'>): Omit<Bench, 'mirror'> {
  if (bench.fetches || bench.options.offline) return bench;
  const options = { ...bench.options, offline: true };
  return { ...bench, options, go: new Go(options, bench.signal) };
}
