/** Updates, retractions and deprecations, asked for once the graph is up. */
import type { Phase } from '../../graph/wire.ts';
import { askFacts } from '../project/facts.ts';
import type { LoadOptions } from '../project/types.ts';
import type { AskLater } from './later.ts';

/** Modules that could not be asked about are told in the phase; what is known of the others is there all the same. */
export function factsLater(dir: string, options: LoadOptions): AskLater {
  return async ({ snapshot }, onPhases, signal) => {
    let last: readonly Phase[] = [];
    const tell = (phases: readonly Phase[]): void => {
      last = phases;
      onPhases(phases);
    };
    const { facts, fault } = await askFacts(dir, options, snapshot, tell, signal);
    if (fault !== undefined) {
      onPhases(last.map((phase) => ({ ...phase, state: 'failed', fault: fault.toMessage() })));
    }
    return { facts };
  };
}
