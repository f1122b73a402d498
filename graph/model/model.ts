/** A snapshot opened for computing: the graph in typed arrays beside the records it came from. */
import type { Snapshot } from '../snapshot/types.ts';
import type { Beside } from './beside.ts';
import type { ModuleGraph } from './module-graph.ts';

export interface Model {
  readonly snapshot: Snapshot;
  readonly beside: Beside;
  readonly graph: ModuleGraph;
  /** Nodes of the main modules, in the order of snapshot.mains. */
  readonly mains: readonly number[];
  /** Node → 1 where a main module requires it (its path, for a selected version) without `// indirect`. */
  readonly direct: Uint8Array;
}
