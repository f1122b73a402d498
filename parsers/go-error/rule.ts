/** What a rule about go's words is: a pattern, and what it means for the user. */
import type { FaultCode } from '../../graph/fault.ts';

/** What is told of a failure: its kind, what failed on what, and what can be done. */
export interface Meaning {
  readonly code: FaultCode;
  readonly message: string;
  readonly hint: string;
}

export interface Rule {
  /** Matched against all that go wrote to stderr. */
  readonly pattern: RegExp;
  readonly meaning: (groups: Readonly<Record<string, string | undefined>>) => Meaning;
}

/**
 * A module that go names before what went wrong with it. It begins where a word does, or in brackets, and its path has no @: else a text
 * full of @ takes time that grows with the cube of its length.
 */
export const moduleName = String.raw`(?<module>(?<![^\s:(])[^\s:@(]+@[^\s:)]+)\)?`;
