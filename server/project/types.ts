/** What can be loaded, and what a load gives. */
import type { Fault } from '../../graph/fault.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import type { Phase, Run } from '../../graph/wire.ts';
import type { GoOptions } from '../process/go.ts';
import type { GoWorkChoice } from './find.ts';

export type Source =
  | { readonly kind: 'folder'; readonly dir: string }
  | { readonly kind: 'snapshot'; readonly file: string }
  | { readonly kind: 'sample'; readonly name: string }
  /** Recorded output; '-' is standard input. */
  | { readonly kind: 'recorded'; readonly graph: string; readonly list?: string; readonly mod?: string };

export type LoadOptions = GoOptions & {
  readonly gowork: GoWorkChoice;
  /** Read in the place of go.mod, absolute; without it what GOFLAGS says counts. */
  readonly modfile?: string;
  /** List packages as well: what is imported, on which platform, and whether go.mod is tidy. */
  readonly packages?: true;
  /** Ask go, read-only, whether it takes the files as they are: Run.beside.verdict. Folders only. */
  readonly verdict?: true;
  /** Ask the network for updates, retractions and deprecations once the graph is there. Folders only. */
  readonly facts?: true;
  /** Ask the Go vulnerability database, or what is kept of it where the network is forbidden; `facts` asks it as well. Folders only. */
  readonly database?: true;
  /** A report of govulncheck, which stands in the place of the database; '-' is standard input. */
  readonly vulnerabilities?: string;
  /** Look in the module cache for what the graph leaves out: Run.beside.frontier. */
  readonly frontier?: true;
};

export const defaultLoad: LoadOptions = {
  go: 'go',
  offline: false,
  toolchain: 'local',
  vcs: 'user',
  timeout: 300_000,
  gowork: 'auto',
};

export interface Loaded {
  readonly snapshot: Snapshot;
  readonly run: Run;
  /** Set when go failed and the snapshot shows what is known all the same. */
  readonly fault?: Fault;
  /** Folders whose go.mod, go.sum and go.work the load read: what is to be watched. Empty for a recording. */
  readonly folders: readonly string[];
  /** fingerprint() of these folders as the load began: a file that changed while it ran is seen by watchProject. */
  readonly seen?: readonly string[];
  /** Names of files in these folders that decide as go.mod does: of -modfile, and its go.sum. */
  readonly names?: readonly string[];
  /** What was read in the place of the root's go.mod, absolute. */
  readonly modFile?: string;
  /** Said to the user beside the result. */
  readonly notes: readonly string[];
}

export type OnPhases = (phases: readonly Phase[]) => void;
