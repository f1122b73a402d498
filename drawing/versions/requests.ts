/** Which versions of a path are requested, and by which modules: what a picture of versions is of. */
import { findConflicts } from '../../graph/findings/index.ts';
import { row } from '../../graph/model/adjacency.ts';
import type { Model } from '../../graph/model/model.ts';
import { NodeKind } from '../../graph/model/module-graph.ts';
import { compareText } from '../../graph/model/name.ts';
import { nodeNames, nodeNumbers } from '../../graph/model/node-names.ts';

export interface Requirer {
  /** `path@version`, or the bare path of a main module. */
  readonly name: string;
  readonly path: string;
  readonly version: string;
  /** Of the build list, or a main module: else a superseded version. */
  readonly selected: boolean;
}

export interface VersionColumn {
  readonly version: string;
  /** Those of the build list first, then by name; each once. */
  readonly requirers: readonly Requirer[];
}

/** All requests for one path. */
export interface Requests {
  readonly path: string;
  /** Oldest version first. The selected one is among them, also where nothing requests it. */
  readonly columns: readonly VersionColumn[];
  /** Versions that are requested. */
  readonly versions: number;
  /** Pairs of a requirer and a version. */
  readonly requests: number;
  /** Of those, how many come from superseded versions. */
  readonly superseded: number;
  /** '' where no version is: a main module has that path, or none is selected. */
  readonly selected: string;
  readonly isMain: boolean;
}

/** Of a path of the model's graph, by the number of the path. The versions are those that `modscope conflicts` counts. */
export function requestsOf(model: Model, pathNumber: number): Requests {
  const { graph } = model;
  const path = graph.paths[pathNumber] ?? '';
  const known = findConflicts(model).find((one) => one.path === path);
  const required = known === undefined ? singleOrNone(model, pathNumber) : [...known.required].reverse();
  const node = graph.selected[pathNumber] ?? -1;
  const selected = graph.versions[node] ?? '';
  const columns = required.map(({ version, by }) => ({
    version,
    requirers: by.map((name) => requirerOf(model, name)).sort(builtFirst),
  }));
  const requests = columns.reduce((sum, { requirers }) => sum + requirers.length, 0);
  const superseded = columns.reduce((sum, one) => sum + one.requirers.filter((each) => !each.selected).length, 0);
  const isThere = selected === '' || columns.some(({ version }) => version === selected);
  return {
    path,
    // What is selected and not requested is newer than all that is: minimal version selection never takes less.
    columns: isThere ? columns : [...columns, { version: selected, requirers: [] }],
    versions: columns.length,
    requests,
    superseded,
    selected,
    isMain: graph.kind[node] === NodeKind.main,
  };
}

/** A path that one version of is requested, or none. */
function singleOrNone({ graph }: Model, pathNumber: number): { version: string; by: string[] }[] {
  const names = nodeNames(graph);
  const found: { version: string; by: string[] }[] = [];
  for (let node = graph.firstOfPath[pathNumber] ?? 0; node < (graph.firstOfPath[pathNumber + 1] ?? 0); node++) {
    const by = [...new Set(Array.from(row(graph.in, node), (one) => names[one] ?? ''))].sort(compareText);
    if (graph.kind[node] === NodeKind.module && by.length > 0) found.push({ version: graph.versions[node] ?? '', by });
  }
  return found;
}

function requirerOf({ graph }: Model, name: string): Requirer {
  const node = nodeNumbers(graph).get(name) ?? -1;
  const path = graph.pathOf[node] ?? -1;
  return {
    name,
    path: graph.paths[path] ?? name,
    version: graph.versions[node] ?? '',
    selected: graph.selected[path] === node,
  };
}

/** Main modules, then the build list, then superseded versions; by name. */
function builtFirst(a: Requirer, b: Requirer): number {
  const rank = (one: Requirer): number => (one.version === '' ? 0 : one.selected ? 1 : 2);
  return rank(a) - rank(b) || compareText(a.name, b.name);
}

/** Numbers of the paths that are requested at more than one version: most versions first, then most requests, then by path. */
export function mostVersions(model: Model): number[] {
  const numbers = new Map(model.graph.paths.map((path, number) => [path, number]));
  return findConflicts(model)
    .map(({ path, required }) => ({
      number: numbers.get(path) ?? -1,
      versions: required.length,
      requests: required.reduce((sum, { by }) => sum + by.length, 0),
    }))
    .filter(({ versions }) => versions > 1)
    .sort((a, b) => b.versions - a.versions || b.requests - a.requests || a.number - b.number)
    .map(({ number }) => number);
}
