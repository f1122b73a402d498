/** All the page knows of where its data comes from. Two of these exist: a live server, and data inside the page. */
import type { Asked } from '../../drawing/formats/asked.ts';
import type { Cause } from '../../graph/diff/types.ts';
import type { Diagnosis } from '../../graph/diagnosis/types.ts';
import type { Versions } from '../../graph/published/types.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import type { WhatIfEvent, WordedEdit } from '../../graph/what-if/stages.ts';
import type { Revisions, ServerEvent } from '../../graph/wire.ts';

interface ComparedSide {
  readonly name: string;
  readonly commit?: string;
  readonly snapshot: Snapshot;
}

/** Two sides and which lines of go.mod lead from one to the other. */
export interface Compared {
  readonly base: ComparedSide;
  readonly head: ComparedSide;
  readonly causes: readonly Cause[];
  readonly unknown?: string;
  readonly notes: readonly string[];
}

export interface WhatIfQuestion {
  readonly edits: readonly WordedEdit[];
  /** go may download what a proof needs. */
  readonly prove: boolean;
}

export interface Backend {
  /** A live backend can refresh and cancel; data in the page cannot. */
  readonly live: boolean;
  /** The newest snapshot, checked. Throws a Fault when there is none or it is not one. */
  snapshot(signal: AbortSignal): Promise<Snapshot>;
  /** Calls the listener with the state as it is, then on every change; returns the way to stop. */
  watch(listener: (event: ServerEvent | { readonly type: 'offline' }) => void): () => void;
  /** Load again. Resolves when the server has taken the request. */
  refresh(): Promise<void>;
  /** Stop the load that runs. */
  cancel(): Promise<void>;
  /** A file made by the server, for formats that the page cannot write. Data in the page has no server. */
  readonly picture?: (asked: Asked) => Promise<Blob>;
  /** What is wrong with go, the module and the machine. Data in the page has no server to ask. */
  readonly doctor?: (signal: AbortSignal) => Promise<Diagnosis>;
  /**
   * What edits would change: tells each line of the answer as it comes, and resolves after the last one. Data in the page has no server, and a
   * server that shows a recording throws a Fault.
   */
  readonly whatIf?: (
    question: WhatIfQuestion,
    signal: AbortSignal,
    tell: (event: WhatIfEvent) => void,
  ) => Promise<void>;
  /** What can be compared with. Data in the page has no revisions, and neither has a server that shows a recording: it throws a Fault. */
  readonly revisions?: (signal: AbortSignal) => Promise<Revisions>;
  /** Compares a revision with the folder as it stands. Throws the server's Fault. */
  readonly diff?: (base: string, signal: AbortSignal) => Promise<Compared>;
  /**
   * The versions of a module: what is published of each, and how it stands in the graph on show. Data in the page has no server to
   * ask, and a server that shows a recording throws a Fault; so it does for a module that is neither in the graph nor known to go.
   */
  readonly versions?: (module: string, signal: AbortSignal) => Promise<Versions>;
}
