/** Long work in steps: between two of them the page can draw and answer, and a signal is heard. */

/**
 * Yields the work done since the last yield, in units of some 5 ns, and never much more than `step` of it; what is sent back
 * tells whether time is up: then what only makes the result better is left out. Returns the result.
 */
export type Steps<T> = Generator<number, T, boolean | undefined>;

/** Work between two yields: some 2 ms. */
export const step = 400_000;

/** Does all of it at once, for who cannot be stopped. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
