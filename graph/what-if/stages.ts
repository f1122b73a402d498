/** What `POST /api/what-if` streams: the answer to one question, firmer with each line. Types only; server and page import these. */
import type { Cause } from '../diff/types.ts';
import type { FaultMessage } from '../fault.ts';
import type { SnapshotDelta } from '../snapshot/delta.ts';
import type { Snapshot } from '../snapshot/types.ts';
import type { GoModChange } from '../unimport/lines.ts';
import type { Kept } from '../unimport/outcome.ts';
import type { Phase } from '../wire.ts';

/** The kinds of edits that a page can ask about: what-if's flags on the command line, by name. */
export const editKinds = ['unimport', 'drop', 'set', 'get', 'replace', 'exclude', 'go'] as const;
export type EditKind = (typeof editKinds)[number];

/** One edit in words: `value` is written as behind its flag (`M`, `M@V`, `A=B@V`, `1.22`). */
export interface WordedEdit {
  readonly kind: EditKind;
  readonly value: string;
  /** The main module whose go.mod it is for, or whose code stops: its path or folder; `go.work` for that file. */
  readonly in?: string;
}

/** Why go did not prove an answer. */
export interface NotProven {
  /** go's words, or ours. */
  readonly words: string;
  /** Only what go may not fetch without being told to is lacking: asked again with `prove`, it may. */
  readonly lacks: boolean;
}

/** One answer: what it rests on, and the two graphs. */
export interface WhatIfStage {
  /** `load`: by go.mod files; `requirements`, `imports`: the estimates of unimport; `go`: what go made on a copy. */
  readonly by: 'load' | 'requirements' | 'imports' | 'go';
  /** A firmer answer is being worked on. */
  readonly more: boolean;
  readonly base: Snapshot;
  readonly head: Snapshot;
  readonly causes: readonly Cause[];
  /** Lines of go.mod and go.work that go, come or change (linesBetween). */
  readonly lines: readonly GoModChange[];
  /** Of unimport: modules that stay although the code stops importing them, with what keeps them. */
  readonly kept: readonly Kept[];
  /** Of unimport: packages of the main modules that import it, and in how many files. */
  readonly uses?: { readonly packages: readonly string[]; readonly files: number; readonly tools: readonly string[] };
  readonly notProven?: NotProven;
  /** Said to the user beside it. */
  readonly notes: readonly string[];
  /** As they are typed in the folder of go.mod or go.work, a line each; of unimport those that follow the change of the code. */
  readonly commands: readonly string[];
  /** What `git apply` takes in the folder of go.mod or go.work, where go made the texts on copies and they are others. */
  readonly patch?: string;
  /** The same question on the command line, where it can be asked there. */
  readonly ask?: string;
}

/** An answer as it is sent to one that holds snapshots: what differs from one of these. */
export interface StageOver extends Omit<WhatIfStage, 'base' | 'head'> {
  /** Names the base: the same text for the same snapshot. */
  readonly digest: string;
  /** Absent: the reader holds it, by the digest. */
  readonly base?: Snapshot;
  readonly head: SnapshotDelta;
}

/** A line of the stream. The last one is an answer with `more` false, or a fault; of a question without edits there may be none. */
export type WhatIfEvent =
  | { readonly type: 'phases'; readonly phases: readonly Phase[] }
  | { readonly type: 'answer'; readonly answer: WhatIfStage }
  | { readonly type: 'fault'; readonly fault: FaultMessage };
