/** Packages, listed once the graph is up. */
import { askPackages } from '../project/packages.ts';
import type { LoadOptions } from '../project/types.ts';
import type { AskLater } from './later.ts';

/** What could not be told besides, uses on other platforms or whether go.mod is tidy, failed as a phase that says so. */
export function packagesLater(dir: string, options: LoadOptions): AskLater {
  return async ({ snapshot }, onPhases, signal) => {
    const { packages, problems } = await askPackages(dir, snapshot, options, onPhases, signal);
    return { packages, problems };
  };
}
