/** The Fault that a function throws, for tests that look at its parts. */
import { Fault } from '../../graph/fault.ts';

/** Fails when nothing, or something else, is thrown. */
export function thrown(run: () => unknown): Fault {
  try {
    run();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
