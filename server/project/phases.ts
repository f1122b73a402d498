/** The phases of a load, as the page and the terminal show them. */
import { toFault, type Fault, type FaultMessage } from '../../graph/fault.ts';
import type { Phase } from '../../graph/wire.ts';

interface Running {
  readonly name: string;
  readonly started: number;
  state: Phase['state'];
  count?: number;
  took: number;
  fault?: FaultMessage;
}

/** Milliseconds between two reports of a count: a person sees no more. */
const pace = 100;

export class Phases {
  readonly #phases: Running[] = [];
  readonly #report: (phases: readonly Phase[]) => void;
  #reported = 0;

  constructor(report: (phases: readonly Phase[]) => void) {
    this.#report = report;
  }

  /**
   * Runs a phase; `count` tells how many so far. It is done when the work resolves, failed when it throws, or when it told
   * by `lacks` what could not be had, though it gives the rest.
   */
  async run<Result>(
    name: string,
    work: (count: (n: number) => void, lacks: (fault: Fault) => void) => Promise<Result>,
  ): Promise<Result> {
    const phase: Running = { name, started: performance.now(), state: 'running', took: 0 };
    this.#phases.push(phase);
    this.#tell(true);
    const end = (state: Phase['state']): void => {
      phase.state = state;
      phase.took = Math.round(performance.now() - phase.started);
      this.#tell(true);
    };
    try {
      const result = await work(
        (n) => {
          phase.count = n;
          this.#tell(false);
        },
        (fault) => {
          phase.fault = fault.toMessage();
        },
      );
      end(phase.fault === undefined ? 'done' : 'failed');
      return result;
    } catch (error) {
      phase.fault = toFault(error).toMessage();
      end('failed');
      throw error;
    }
  }

  #tell(now: boolean): void {
    const time = performance.now();
    if (!now && time - this.#reported < pace) return;
    this.#reported = time;
    this.#report(
      this.#phases.map((phase) => ({
        name: phase.name,
        state: phase.state,
        ...(phase.count === undefined ? {} : { count: phase.count }),
        ...(phase.fault === undefined ? {} : { fault: phase.fault }),
        took: phase.state === 'running' ? Math.round(time - phase.started) : phase.took,
      })),
    );
  }
}
