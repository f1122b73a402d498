/** One piece of work at a time, however many ask for it. */

interface Turn {
  readonly abort: AbortController;
  /** Never rejects. */
  readonly ended: Promise<void>;
  /** Milliseconds, by the clock of `now`. */
  readonly begun: number;
}

/** Milliseconds within which two wishes are one: many pages, or a double click. */
const sameMoment = 500;

export class Turns {
  readonly #work: (signal: AbortSignal) => Promise<void>;
  readonly #now: () => number;
  #turn: Turn | undefined;
  #again = false;

  /** `work` must not reject: it has its own way to tell a failure. `now` tells milliseconds. */
  constructor(work: (signal: AbortSignal) => Promise<void>, now = (): number => performance.now()) {
    this.#work = work;
    this.#now = now;
  }

  /**
   * Begins a turn, or joins the one that has just begun; where one has been on for longer, or was aborted, one more
   * follows it, however many ask. Resolves when that turn has ended.
   */
  join(): Promise<void> {
    const on = this.#turn;
    if (on !== undefined && (on.abort.signal.aborted || this.#now() - on.begun > sameMoment)) return this.after();
    this.#turn ??= this.#begin();
    return this.#turn.ended;
  }

  /** Begins a turn; if one is on, exactly one more follows it, however often this is called. Resolves when that ended. */
  async after(): Promise<void> {
    const on = this.#turn;
    if (on === undefined) {
      await this.join();
      return;
    }
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
    return { abort, ended, begun: this.#now() };
  }
}
