/** Said by a check that cannot look. */

/** Why a check could not look, in words that follow `not run:`. */
export class NotRun extends Error {
  override readonly name = 'NotRun';
}
