/** Works through steps (layered/steps.ts) with breaths between, in which the page draws and answers, and a signal is heard. */
import type { Steps } from './layered/steps.ts';
import { timeIsUp } from './stop.ts';
import { after } from './timer.ts';
import type { CancelSignal } from './types.ts';

/** Work between two breaths: some 7 ms. */
const breath = 1_200_000;

export class Pace {
  /** Whether time is up: what only makes a layout better is left out from now on. */
  late = false;
  readonly #signal: CancelSignal;
  #work = 0;

  constructor(signal: CancelSignal) {
    this.#signal = signal;
  }

  /** The result of the steps. Rejects with the signal's reason at the first breath after it fired, unless that was `TimeIsUp`. */
  async run<T>(steps: Steps<T>): Promise<T> {
    for (let next = steps.next(this.late); ; next = steps.next(this.late)) {
      if (next.done === true) return next.value;
      this.#work += next.value;
      if (this.#work >= breath) await this.breathe();
    }
  }

  async breathe(): Promise<void> {
    this.#work = 0;
    this.late = timeIsUp(this.#signal);
    if (this.late) return;
    await new Promise<void>((resolve) => {
      after(0, resolve);
    });
    this.late = timeIsUp(this.#signal);
  }
}
