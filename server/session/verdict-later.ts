/** What go says of the files as they are, asked once the graph is up. */
import type { LoadOptions } from '../project/types.ts';
import { askVerdict } from '../project/verdict.ts';
import type { AskLater } from './later.ts';

/** Sources may be fetched: the packages, asked for at the same time, fetch them too. */
export function verdictLater(dir: string, options: LoadOptions): AskLater {
  return async ({ snapshot }, onPhases, signal) => ({
    beside: { verdict: await askVerdict(dir, snapshot, { ...options, packages: true }, onPhases, signal) },
  });
}
