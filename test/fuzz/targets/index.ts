/** All that is attacked. */
import type { Target } from '../target.ts';
import { editJson } from './edit-json.ts';
import { jsonStreams } from './json-streams.ts';
import { modFiles } from './mod-files.ts';
import { modGraph } from './mod-graph.ts';
import { query } from './query.ts';
import { snapshots } from './snapshot.ts';
import { wordsOfGo } from './words-of-go.ts';

export const targets: readonly Target[] = [
  modGraph,
  ...jsonStreams,
  ...editJson,
  ...modFiles,
  ...wordsOfGo,
  query,
  snapshots,
];

/** How many of all inputs a target is given, at least one. */
export function runsOf(target: Target, all: number, among: readonly Target[]): number {
  const shares = among.reduce((sum, { share }) => sum + share, 0);
  return Math.max(1, Math.round((all * target.share) / shares));
}
