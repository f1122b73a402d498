/** Why a module is there, and why at this version: every requirement on it, who won, what holds it where it is. */
import { Fault } from '../fault.ts';
import type { Model } from '../model/model.ts';
import { compareText, splitName } from '../model/name.ts';
import { nodeName, NodeKind } from '../model/module-graph.ts';
import { nearest } from '../nearest.ts';
import { compareModuleVersions } from '../version/go-version.ts';
import { scopeGraph } from '../view/scope.ts';
import { allPaths } from '../walk/all-paths.ts';
import { reach } from '../walk/reach.ts';
import { shortestPath } from '../walk/shortest.ts';

/** Ways that are listed; more are said to exist. */
const pathBound = 20;

interface Asker {
  readonly version: string;
  /** `path@version`, a bare path for a main module; sorted. */
  readonly by: readonly string[];
}

export interface Why {
  /** As it was asked for: a module path, or `path@version`. */
  readonly target: string;
  readonly path: string;
  /** The version asked about, where one was named. */
  readonly version?: string;
  /** Version in the build list; absent for a main module, and when nothing of the path is selected. */
  readonly selected?: string;
  readonly main: boolean;
  readonly direct: boolean;
  /** One shortest way from a main module over selected versions (over all versions, for one that is not selected); [] when there is none. */
  readonly shortest: readonly string[];
  readonly paths: readonly (readonly string[])[];
  /** There are more ways than `paths` lists (at most 20). */
  readonly morePaths: boolean;
  /** Newest version first. */
  readonly requiredBy: readonly Asker[];
  /** Who asks for the selected version or more, superseded versions too: while they do, it cannot be lower. */
  readonly heldBy: readonly string[];
  /** The next lower versions that someone asks for, newest first, and what would have to ask for less to get there. */
  readonly lower: readonly { readonly version: string; readonly change: readonly string[] }[];
  /** No selected version requires it: these superseded ones do. */
  readonly keptBy: readonly string[];
  /** Modules that would leave the build list with it, itself not among them. */
  readonly dominates: readonly string[];
}

/**
 * Why `target` (a module path, or path@version) is in the graph. Ways and `dominates` follow the requirements among
 * selected versions, or all versions for a target that is not selected. Throws a Fault 'not-found' with the nearest
 * names when the graph does not hold it.
 */
export function why(model: Model, target: string): Why {
  const { graph } = model;
  const { path, version } = splitName(target);
  const p = graph.paths.indexOf(path);
  const node = nodeOf(model, p, version);
  if (p === -1 || node === -1) throw notFound(model, path, version, p);
  const selectedNode = graph.selected[p] ?? -1;
  const isSelected = node === selectedNode;
  const scope = scopeGraph(model, isSelected ? 'selected' : 'all');
  const mains = model.mains.map((main) => scope.localOf[main] ?? -1).filter((local) => local !== -1);
  const local = scope.localOf[node] ?? -1;
  const name = (one: number): string => nodeName(graph, scope.nodes[one] ?? -1);
  const ways = allPaths(scope, mains, local, pathBound);
  const requiredBy = askers(model, p);
  const shortest = shortestPath(scope, mains, local);
  const selected = graph.versions[selectedNode] ?? '';
  return {
    target,
    path,
    ...(version === '' ? {} : { version }),
    ...(selected === '' ? {} : { selected }),
    main: graph.kind[node] === NodeKind.main,
    direct: model.direct[node] === 1,
    shortest: shortest.map(name),
    paths: ways.paths.map((way) => way.map(name)),
    morePaths: ways.more,
    requiredBy,
    heldBy: holders(path, requiredBy, selected),
    lower: lowerSteps(path, requiredBy, selected),
    keptBy: isSelected && shortest.length === 0 ? namesOf(requiredBy) : [],
    dominates: leavingWith(scope, mains, local).map(name),
  };
}

/** Who requires which version of a path, newest version first. */
function askers({ graph }: Model, path: number): Asker[] {
  const found: Asker[] = [];
  for (let node = (graph.firstOfPath[path + 1] ?? 0) - 1; node >= (graph.firstOfPath[path] ?? 0); node--) {
    const by = [...graph.in.targets.subarray(graph.in.offsets[node], graph.in.offsets[node + 1])].map((one) =>
      nodeName(graph, one),
    );
    const version = graph.versions[node] ?? '';
    if (by.length > 0 && version !== '') found.push({ version, by: [...new Set(by)].sort(compareText) });
  }
  return found;
}

/** The node of a version; without one the selected node, else the newest. */
function nodeOf({ graph }: Model, path: number, version: string): number {
  if (path === -1) return -1;
  const first = graph.firstOfPath[path] ?? 0;
  const end = graph.firstOfPath[path + 1] ?? 0;
  if (version === '') return graph.selected[path] === -1 ? end - 1 : (graph.selected[path] ?? -1);
  const place = graph.versions.slice(first, end).indexOf(version);
  return place === -1 ? -1 : first + place;
}

function notFound({ graph }: Model, path: string, version: string, p: number): Fault {
  if (p !== -1) {
    const known = graph.versions.slice(graph.firstOfPath[p], graph.firstOfPath[p + 1]).filter((one) => one !== '');
    return new Fault('not-found', `${path} is in the graph, but not at ${version}.`, {
      hint: `It is there at ${known.reverse().slice(0, 12).join(', ')}.`,
    });
  }
  const near = nearest(path, graph.paths, 3);
  return new Fault('not-found', `${path} is not in the module graph.`, {
    hint: near.length === 0 ? '`modscope list` prints what is.' : `Did you mean ${near.join(', ')}?`,
  });
}

/** Everyone in the graph counts: minimal version selection hears superseded versions too (cmd/go/internal/mvs). */
function holders(path: string, requiredBy: readonly Asker[], selected: string): string[] {
  if (selected === '') return [];
  return namesOf(requiredBy.filter((asker) => compareModuleVersions(path, asker.version, selected) >= 0));
}

/** At most three steps down. */
function lowerSteps(path: string, requiredBy: readonly Asker[], selected: string): Why['lower'] {
  if (selected === '') return [];
  const below = requiredBy.filter((asker) => compareModuleVersions(path, asker.version, selected) < 0);
  return below.slice(0, 3).map(({ version }) => ({
    version,
    change: namesOf(requiredBy.filter((asker) => compareModuleVersions(path, asker.version, version) > 0)),
  }));
}

function namesOf(askersOf: readonly Asker[]): string[] {
  return [...new Set(askersOf.flatMap((asker) => asker.by))].sort(compareText);
}

/** Local numbers that only ways through `local` lead to. */
function leavingWith(scope: ReturnType<typeof scopeGraph>, mains: readonly number[], local: number): number[] {
  if (mains.includes(local)) return [];
  const before = reach(scope, mains);
  const offsets = scope.out.offsets;
  // What can be reached without entering `local`: walk with its incoming requirements cut.
  const cut = new Uint8Array(scope.size);
  const queue = [...mains];
  for (const start of queue) cut[start] = 1;
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at++) {
      const target = scope.out.targets[at] ?? -1;
      if (target === local || cut[target] === 1) continue;
      cut[target] = 1;
      queue.push(target);
    }
  }
  return [...before.keys()].filter((one) => one !== local && before[one] === 1 && cut[one] !== 1);
}
