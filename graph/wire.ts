/** What the server tells the page beside the snapshot: events and health. Types only; both sides import these. */
import type { Diff } from './diff/types.ts';
import type { FaultMessage } from './fault.ts';
import type { Beside } from './model/beside.ts';
import type { Snapshot } from './snapshot/types.ts';

/** How the last load was made. Not in the snapshot: two machines give the same snapshot. */
export interface Run {
  /** As `go env GOVERSION` says, without `go`: 1.26.8. Absent for a sample, a snapshot file or recorded output. */
  readonly go?: string;
  readonly goos?: string;
  readonly goarch?: string;
  /** What is on show: the path of the folder as the user named it, `sample kubectl`, or the name of a file. */
  readonly source: string;
  /** `off`, or the go.work in force relative to the module; absent when no go was run. */
  readonly gowork?: string;
  /** Milliseconds since the epoch when the load ended. */
  readonly readAt: number;
  /** Milliseconds the load took. */
  readonly took: number;
  /** Build list compared with go list -m: same, differs, or not compared (no list). */
  readonly crossCheck: 'same' | 'differs' | 'none';
  readonly beside?: Beside;
  /** What the user should know of the load; absent where there is nothing to say. */
  readonly notes?: readonly string[];
}

/** Progress of one step of a load. */
export interface Phase {
  /** `go.mod`, `go mod graph`, `go list -m`, `read`. */
  readonly name: string;
  readonly state: 'running' | 'done' | 'failed';
  /** How many so far (versions, modules); absent where nothing is counted. */
  readonly count?: number;
  /** Where the total is known. */
  readonly total?: number;
  /** Milliseconds since the phase began. */
  readonly took: number;
  /** Why it failed, where that ended nothing else. */
  readonly fault?: FaultMessage;
}

/** Sent as server-sent events named by `type`. */
export type ServerEvent =
  | { readonly type: 'loading'; readonly phases: readonly Phase[] }
  | {
      readonly type: 'ready';
      readonly etag: string;
      readonly run: Run;
      /** What is asked for in the background once the graph is up: packages, facts. Absent when nothing is, or was cancelled. */
      readonly later?: readonly Phase[];
    }
  | {
      readonly type: 'failed';
      readonly fault: FaultMessage;
      /** The etag of what can still be shown. */ readonly etag?: string;
      readonly run?: Run;
    }
  | { readonly type: 'cancelled' };

/** `GET /api/health`. `state` is the newest event. */
export interface Health {
  readonly ok: true;
  readonly version: string;
  readonly state: ServerEvent;
}

/** A revision of the repository that can be compared with. */
export interface RevisionRow {
  readonly kind: 'branch' | 'tag' | 'commit';
  /** What POST /api/diff takes: the name of a ref, or the commit itself. */
  readonly name: string;
  /** Object name, in full. */
  readonly commit: string;
  /** Seconds since the epoch: when the commit, or the tag, was made. */
  readonly time?: number;
  /** First line of a commit's message. */
  readonly subject?: string;
}

/** `GET /api/revisions`: branches, tags, then commits that touched a go.mod or go.work on show, each newest first. */
export interface Revisions {
  /** The branch that is checked out. */
  readonly branch?: string;
  readonly rows: readonly RevisionRow[];
  /** There are more of one kind or another: any can be typed. */
  readonly more: boolean;
}

/** `POST /api/diff` `{"base": REVISION}`: what `modscope diff REVISION --json` prints, and both sides whole. */
export interface DiffAnswer extends Diff {
  readonly base: { readonly name: string; readonly commit?: string };
  readonly head: { readonly name: string; readonly commit?: string };
  /** Why `follows` of causes are not told, or not all. */
  readonly unknown?: string;
  /** What the diff rests on that is not as it should be. */
  readonly notes: readonly string[];
  readonly snapshots: { readonly base: Snapshot; readonly head: Snapshot };
}
