/** What a policy says, and what breaks it: the shapes that `check` reads and prints. */
import type { Remedy } from '../remedy/types.ts';
import type { Severity } from '../findings/types.ts';
import type { Needs } from '../model/known.ts';
import type { Scope } from '../view/types.ts';

/** The lightest severity of a finding that is a breach; `off`: none is. */
export type Threshold = Severity | 'off';

/** A query that no module may match. */
export interface Forbidden {
  readonly query: string;
  readonly reason: string;
  /** What to do instead, in the words of who wrote the policy. */
  readonly remedy?: string;
  readonly scope: Scope;
  /** Line of the file, from 1. */
  readonly line: number;
}

/** An exception: what matches is not held against `forbid`, or with `findings` not against these findings. */
export interface Allowed {
  readonly query: string;
  readonly reason: string;
  /** Finding codes. */
  readonly findings?: readonly string[];
  readonly line: number;
}

/** The most that a count (counts.ts) may be. */
export interface Limit {
  readonly word: string;
  readonly most: number;
  readonly line: number;
}

export interface Policy {
  readonly forbid: readonly Forbidden[];
  readonly allow: readonly Allowed[];
  readonly limits: readonly Limit[];
  /** A snapshot file, as the policy names it: from the folder of the policy. */
  readonly baseline?: string;
  readonly findings?: Threshold;
}

/** A line of a go.mod or go.work that brings what a breach is about. */
export interface CauseLine {
  /** Path of the main module; absent for go.work. */
  readonly main?: string;
  /** Relative to the root of the project: `go.mod`, `api/go.mod`, `go.work`. */
  readonly file: string;
  readonly kind: 'require' | 'replace';
  readonly path: string;
  /** What is required, or what stands for it: a version, `path@version`, a folder. */
  readonly to: string;
}

export type BreachKind = 'forbid' | 'limit' | 'finding';

export interface Breach {
  readonly kind: BreachKind;
  /** The query that is forbidden, the count that is limited, or the code of the finding. */
  readonly rule: string;
  readonly severity: Severity;
  /** `path@version`, a path, a file, or the count that is limited. */
  readonly subject: string;
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** In the words of who wrote the policy. */
  readonly reason?: string;
  /** Line of the policy that is broken; absent where no line says it. */
  readonly line?: number;
  /** A shortest way from a main module to the subject, `path@version` each; [] where there is none. */
  readonly path: readonly string[];
  /** Every line that leads to the subject, the subject's own first: all of them must change for it to go. */
  readonly cause: readonly CauseLine[];
  readonly remedy: Remedy;
}

/** A rule that could not be judged, for what it asks for is not known; of kind `finding` a question that go did not answer. */
export interface Unjudged {
  readonly kind: BreachKind | 'allow';
  readonly rule: string;
  /** Absent where no line of the policy says it. */
  readonly line?: number;
  readonly needs: readonly Needs[];
  /** In go's words, or ours; without it what `needs` lacks is the reason. */
  readonly why?: string;
}

export interface Verdict {
  /** Those of `forbid`, then limits, then findings, each in their order. */
  readonly breaches: readonly Breach[];
  readonly unjudged: readonly Unjudged[];
  /** Findings from this severity on were judged. */
  readonly findings: Threshold;
  /** Findings that the baseline has already. */
  readonly known: number;
  /** How many matches and findings `allow` took out. */
  readonly allowed: number;
  /** Lines of `allow` that nothing needs any more. */
  readonly idle: readonly Allowed[];
  /** What the baseline could not be held against. */
  readonly notes: readonly string[];
}
