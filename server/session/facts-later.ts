/** Updates, retractions and deprecations, asked for once the graph is up. */
import { askFacts } from '../project/facts.ts';
import type { LoadOptions } from '../project/types.ts';
import { inPart } from './in-part.ts';
import type { AskLater } from './later.ts';

/** Modules that could not be asked about are told in the phase; what is known of the others is there all the same. */
export function factsLater(dir: string, options: LoadOptions): AskLater {
  return inPart(async ({ snapshot }, onPhases, signal) => {
    const { facts, fault } = await askFacts(dir, options, snapshot, onPhases, signal);
    return { part: { facts }, fault };
  });
}
