/** Who requires which version of a path, who holds the selected one, and who would have to require less. */
import { row } from '../model/adjacency.ts';
import type { Model } from '../model/model.ts';
import { nodeName } from '../model/module-graph.ts';
import { compareText } from '../model/name.ts';
import { holdingLines, type Holding } from './lower.ts';
import { compareModuleVersions } from '../version/go-version.ts';

export interface Asker {
  readonly version: string;
  /** Main modules (a bare path) first, for theirs is the go.mod that can be edited; then `path@version`, each sorted. */
  readonly by: readonly string[];
}

/** A lower version, and who asks for more than it: all of them would have to require less. */
export interface LowerStep extends Holding {
  readonly version: string;
  readonly change: readonly string[];
}

/** Steps down that are listed. */
const mostSteps = 3;

/** Who requires which version of a path (by its number), newest version first. */
export function askers({ graph }: Model, path: number): Asker[] {
  const found: Asker[] = [];
  for (let node = (graph.firstOfPath[path + 1] ?? 0) - 1; node >= (graph.firstOfPath[path] ?? 0); node--) {
    const by = Array.from(row(graph.in, node), (one) => nodeName(graph, one));
    const version = graph.versions[node] ?? '';
    if (by.length > 0 && version !== '') found.push({ version, by: inOrder(by) });
  }
  return found;
}

/**
 * Who asks for the selected version or more. Everyone in the graph counts: minimal version selection hears superseded
 * versions too (cmd/go/internal/mvs). [] where nothing is selected.
 */
export function holders(path: string, requiredBy: readonly Asker[], selected: string): string[] {
  if (selected === '') return [];
  return namesOf(requiredBy.filter((asker) => compareModuleVersions(path, asker.version, selected) >= 0));
}

/** The next lower versions of a path (by its number) that someone asks for, at most three, newest first. [] where nothing is selected. */
export function lowerSteps(
  model: Model,
  pathNumber: number,
  requiredBy: readonly Asker[],
  selected: string,
): LowerStep[] {
  if (selected === '') return [];
  const path = model.graph.paths[pathNumber] ?? '';
  return requiredBy
    .filter((asker) => compareModuleVersions(path, asker.version, selected) < 0)
    .slice(0, mostSteps)
    .map(({ version }) => ({
      version,
      change: namesOf(requiredBy.filter((asker) => compareModuleVersions(path, asker.version, version) > 0)),
      ...holdingLines(model, pathNumber, version),
    }));
}

/** All who are named, each once: main modules first, each sorted. */
export function namesOf(askersOf: readonly Asker[]): string[] {
  return inOrder(askersOf.flatMap((asker) => asker.by));
}

function inOrder(names: readonly string[]): string[] {
  const isMain = (name: string): number => Number(!name.includes('@'));
  return [...new Set(names)].sort((a, b) => isMain(b) - isMain(a) || compareText(a, b));
}
