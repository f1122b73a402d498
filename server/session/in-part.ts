/** What is asked for later and may be had in part: the part is shown, and its last phase says what is lacking. */
import type { Fault } from '../../graph/fault.ts';
import type { Phase } from '../../graph/wire.ts';
import type { Loaded, OnPhases } from '../project/types.ts';
import type { AskLater, Part } from './later.ts';

/** `fault`: why it is not the whole. */
export interface InPart {
  readonly part: Part;
  readonly fault?: Fault | undefined;
}

/** `ask` rejects with a Fault where there is nothing at all, and 'cancelled' when the signal fired. */
export function inPart(ask: (loaded: Loaded, onPhases: OnPhases, signal: AbortSignal) => Promise<InPart>): AskLater {
  return async (loaded, onPhases, signal) => {
    let last: readonly Phase[] = [];
    const tell = (phases: readonly Phase[]): void => {
      last = phases;
      onPhases(phases);
    };
    const { part, fault } = await ask(loaded, tell, signal);
    if (fault !== undefined) {
      onPhases(last.map((phase) => ({ ...phase, state: 'failed', fault: fault.toMessage() })));
    }
    return part;
  };
}
