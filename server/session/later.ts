/** What is asked for in the background once the graph is up: each adds its part to the snapshot. */
import { type Fault, toFault } from '../../graph/fault.ts';
import type { Beside } from '../../graph/model/beside.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import type { Phase, Run } from '../../graph/wire.ts';
import type { Loaded, OnPhases } from '../project/types.ts';

/** The part of a snapshot that one of them brings, its problems on top of those that are there; and what is known beside it. */
export type Part = Partial<Pick<Snapshot, 'packages' | 'facts' | 'vulnerabilities' | 'problems'>> & {
  readonly beside?: Beside;
};

/** Asks for a part. Tells its phases as it goes; rejects with a Fault, 'cancelled' when the signal fired. */
export type AskLater = (loaded: Loaded, onPhases: OnPhases, signal: AbortSignal) => Promise<Part>;

/** What is asked for when all of these have ended: it adds to what is known beside the snapshot. */
export interface AskLast {
  /** Of its phase. */
  readonly name: string;
  /** Rejects with a Fault, 'cancelled' when the signal fired. */
  readonly ask: (loaded: Loaded, onPhases: OnPhases, signal: AbortSignal) => Promise<Beside>;
}

/** The snapshot with a part added. */
export function withPart(snapshot: Snapshot, { problems = [], beside: _, ...part }: Part): Snapshot {
  return { ...snapshot, ...part, problems: [...snapshot.problems, ...problems] };
}

/** The run with what a part knows beside the snapshot. */
export function runWithPart(run: Run, { beside }: Part): Run {
  return beside === undefined ? run : { ...run, beside: { ...run.beside, ...beside } };
}

export interface LaterPorts {
  readonly onPhases: OnPhases;
  readonly onPart: (part: Part) => void;
}

/**
 * Asks all of them side by side. One that fails leaves the others alone: its last phase says why. Resolves when all have
 * ended, at once when the signal fires and they give up; never rejects.
 */
export async function askLater(
  asks: readonly AskLater[],
  loaded: Loaded,
  { onPhases, onPart }: LaterPorts,
  signal: AbortSignal,
): Promise<void> {
  const phases: (readonly Phase[])[] = asks.map(() => []);
  const tell = (place: number, own: readonly Phase[]): void => {
    if (signal.aborted) return;
    phases[place] = own;
    onPhases(phases.flat());
  };
  const one = async (ask: AskLater, place: number): Promise<void> => {
    try {
      const part = await ask(
        loaded,
        (own) => {
          tell(place, own);
        },
        signal,
      );
      if (!signal.aborted) onPart(part);
    } catch (error) {
      tell(place, withFault(phases[place] ?? [], toFault(error)));
    }
  };
  await Promise.all(asks.map(one));
}

function withFault(phases: readonly Phase[], fault: Fault): Phase[] {
  const last = phases.at(-1) ?? { name: 'background', state: 'failed', took: 0 };
  return [...phases.slice(0, -1), { ...last, state: 'failed', fault: fault.toMessage() }];
}
