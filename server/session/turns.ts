/** One piece of work at a time, however many ask for it. */

interface Turn {
  readonly abort: AbortController;
  /** Never rejects. */
  readonly ended: Promise<void>;
}

export class Turns {
  readonly #work: (signal: AbortSignal) => Promise<void>;
  #turn: Turn | undefined;
  #again = false;

  /** `work` must not reject: it has its own way to tell a failure. */
  constructor(work: (signal: AbortSignal) => Promise<void>) {
    this.#work = work;
  }

  /** Begins a turn, or joins the one that is on. Resolves when it has ended. */
  join(): Promise<void> {
    this.#turn ??= this.#begin();
    return this.#turn.ended;
  }

  /** Begins a turn; if one is on, exactly one more follows it, however often this is called. Resolves when that ended. */
  async after(): Promise<void> {
    const on = this.#turn;
    if (on === undefined) return this.join();
    this.#again = true;
    await on.ended;
    await this.#turn?.ended;
  }

  /** Aborts the turn that is on and drops the one that would follow. Resolves when nothing is on. */
  async cancel(): Promise<void> {
    this.#again = false;
    this.#turn?.abort.abort();
    await this.#turn?.ended;
  }

  #begin(): Turn {
    const abort = new AbortController();
    // Begins a moment later, when #turn is set: whoever asks from within the work joins it.
    const ended = Promise.resolve()
      .then(() => this.#work(abort.signal))
      .then(() => {
        this.#turn = undefined;
        if (!this.#again) return;
        this.#again = false;
        this.#turn = this.#begin();
      });
    return { abort, ended };
  }
}
