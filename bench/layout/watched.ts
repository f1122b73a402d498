/** A signal that never fires, and notes how long an engine works without a look at it. */
import type { CancelSignal } from '../../drawing/layout/types.ts';

export class Watched implements CancelSignal {
  readonly reason = undefined;
  /** The most CPU between two looks so far, in seconds: what the machine does for others meanwhile is not counted. */
  longest = 0;
  #last = process.cpuUsage().user;

  get aborted(): boolean {
    this.look();
    return false;
  }

  look(): void {
    const now = process.cpuUsage().user;
    this.longest = Math.max(this.longest, (now - this.#last) / 1e6);
    this.#last = now;
  }

  addEventListener(): void {
    // It never fires.
  }

  removeEventListener(): void {
    // Nobody was told of.
  }
}
