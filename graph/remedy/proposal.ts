/** What could mend a finding: proposed by the function of its code, and a command for the user only once it was tried. */
import type { Step } from './steps.ts';
import { commandOf } from './steps.ts';
import type { Changes, FileEdit } from './types.ts';

export interface Proposal {
  /** Said of it once it is known to mend: what it does, and what that is good for. */
  readonly words: string;
  readonly steps: readonly [Step, ...Step[]];
  /** The module path that `words` speak of: what becomes of it is not told again. */
  readonly says?: string;
  /** The module path that has to stay in the build list for it to be a remedy. */
  readonly keeps?: string;
  /** Said in place of the remedy's words where it was tried and does not mend, go's reason after it. */
  readonly refused?: string;
  /** One of hundreds: the loader alone tries it, and go is not run for each. */
  readonly byLoad?: true;
  /** The lines of a member's replace, of which builds of that member alone (GOWORK=off) may depend. */
  readonly aloneToo?: true;
}

/** What came of trying one. */
export type Outcome =
  | {
      readonly state: 'mends';
      /** As it is typed; what go asked for on top (`go mod tidy`, `go mod vendor`) is in it. */
      readonly command: string;
      readonly edits: readonly FileEdit[];
      readonly changes: Changes;
    }
  /** Tried, and no remedy. `why`: what is worse for it, in words that follow a colon; absent where it only mends nothing. */
  | { readonly state: 'fails'; readonly why?: string }
  /** Could not be tried; `network`: it was tried without the network, and lacked what only that brings. */
  | { readonly state: 'untold'; readonly network?: true };

/** By keyOf. */
export type Outcomes = Readonly<Record<string, Outcome>>;

/** The same for the same advice on the same thing, whatever else is found. */
export function keyOf(about: { readonly code: string; readonly subject: string }, proposal: Proposal): string {
  return JSON.stringify([about.code, about.subject, commandOf(proposal.steps)]);
}
