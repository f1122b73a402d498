/** What `modscope doctor` tells: what is wrong with go, the module and the machine, and what mends it. */

import type { Remedy } from '../remedy/types.ts';

/** error: go or modscope cannot work so · warn: it works, and not as it seems · info: good to know. */
export type Weight = 'error' | 'warn' | 'info';

/** Every field is text for a person; `code` for programs. */
export interface Complaint {
  /** Kebab-case; docs/doctor.md has them all. */
  readonly code: string;
  readonly severity: Weight;
  /** What was found, in a sentence. */
  readonly what: string;
  /** Why it matters. */
  readonly why: string;
  readonly remedy?: Remedy;
}

/** Codes that were not looked for, and why. */
export interface NotLooked {
  readonly codes: readonly string[];
  readonly why: string;
}

/** `GET /api/doctor`, and `modscope doctor --json`. */
export interface Diagnosis {
  /** What was looked at: absent where it is not known. */
  readonly about: {
    /** The go that is run, absolute. */
    readonly go?: string;
    /** As `go env GOVERSION` says, without `go`. */
    readonly version?: string;
    /** Folder of go.mod, or of the go.work in force. */
    readonly root?: string;
    /** `off`, or the go.work in force. */
    readonly gowork?: string;
  };
  /** Heaviest first. */
  readonly found: readonly Complaint[];
  /** How many codes were looked for. */
  readonly checks: number;
  readonly notRun: readonly NotLooked[];
  /** How many have words alone because their command could not be tried without the network; absent for none. */
  readonly untried?: number;
}
