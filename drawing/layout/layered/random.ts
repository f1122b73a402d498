/** Numbers that look like chance and are the same each time, for a layout must be. */

/** Gives numbers from 0 up to, not including, 1: a linear congruential generator (Knuth, MMIX's high bits cut to 32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
