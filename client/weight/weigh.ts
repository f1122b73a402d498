/** What the weight view shows of a model, counted step by step so that no task is long. */
import { tickRuns, type TickRun } from '../../drawing/weight/ticks.ts';
import { selectedNodes } from '../state/find-box.ts';
import type { Model } from '../../graph/model/model.ts';
import { coreOf, type Core } from '../../graph/weight/core.ts';
import { reachedIn } from '../../graph/weight/reached.ts';
import type { Weight, WeightRow } from '../../graph/weight/types.ts';
import { weightOf } from '../../graph/weight/weight.ts';
import { pause } from '../state/pause.ts';

export interface WeighedRow {
  /** Module path. */
  readonly key: string;
  readonly node: number;
  readonly row: WeightRow;
  /** Of what it brings. */
  readonly runs: readonly TickRun[];
  /** A CoreCell for each module of the core. */
  readonly cells: Uint8Array;
  /** Lower case; what a search looks through. */
  readonly text: string;
}

export interface Weighed {
  readonly weight: Weight;
  readonly core: Core;
  /** In the order of the weight. */
  readonly rows: readonly WeighedRow[];
}

const known = new WeakMap<Model, Promise<Weighed>>();

/** Made once a model. */
export function weigh(model: Model): Promise<Weighed> {
  const made = known.get(model) ?? make(model);
  known.set(model, made);
  return made;
}

async function make(model: Model): Promise<Weighed> {
  await pause();
  reachedIn(model);
  await pause();
  const weight = weightOf(model);
  await pause();
  const core = coreOf(model);
  await pause();
  const nodes = selectedNodes(
    model,
    weight.rows.map(({ path }) => path),
  );
  const nodeOf = new Map(nodes.map((node) => [model.snapshot.modules[node]?.path ?? '', node]));
  const rows = weight.rows.map((row): WeighedRow => {
    return {
      key: row.path,
      node: nodeOf.get(row.path) ?? -1,
      row,
      runs: tickRuns(row.brings),
      cells: core.cells.get(row.path) ?? new Uint8Array(core.modules.length),
      text: `${row.path}@${row.version}`.toLowerCase(),
    };
  });
  return { weight, core, rows };
}

/** The row of a path; the one that brings most where there is none of that path. */
export function rowAt({ rows }: Weighed, path: string | undefined): WeighedRow | undefined {
  return rows.find(({ key }) => key === path) ?? rows[0];
}
