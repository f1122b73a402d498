/** Why a module is there, and why at this version: every requirement on it, who won, what holds it where it is. */
import type { Model } from '../model/model.ts';
import { nodeName, NodeKind, type Digraph } from '../model/module-graph.ts';
import { aloneIn } from '../view/alone.ts';
import { mainLocals, stepsIn } from '../view/step-graph.ts';
import { allPaths } from '../walk/all-paths.ts';
import { dominators } from '../walk/dominators.ts';
import { shortestPath } from '../walk/shortest.ts';
import { askers, holders, lowerSteps, namesOf, type Asker, type LowerStep } from './askers.ts';
import { droppedByPath, type DroppedVersion } from '../findings/dropped.ts';
import { findReplacement } from '../load/replacement.ts';
import type { ModuleRef } from '../snapshot/types.ts';
import { excludedIn, fileOf, listedIn, type Excluding, type Listed } from './declared.ts';
import { leavingWith } from './leaving.ts';
import { holdingLines, type Holding } from './lower.ts';
import { findTarget } from './target.ts';

/** Ways that are listed; more are said to exist. */
const pathBound = 20;

export interface Replaced {
  readonly by: ModuleRef;
  readonly file: string;
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
  /** Require lines of main modules on the path; absent where there are none. */
  readonly declared?: readonly Listed[];
  /** Exclude lines on the path; absent where there are none. */
  readonly excluded?: readonly Excluding[];
  /** Requirements on excluded versions, which go drops, newest first; absent where none is known. */
  readonly dropped?: readonly DroppedVersion[];
  /** What is read in place of the selected version, and the file whose replace line says so. */
  readonly replaced?: Replaced;
  /** The shortest path from a main module over selected versions (over all versions, for one that is not selected); [] when there is none. */
  readonly shortest: readonly string[];
  /** Ways that repeat nothing, shortest first; the first of them is `shortest`. */
  readonly paths: readonly (readonly string[])[];
  /** There are more ways than `paths` lists (at most 20). */
  readonly morePaths: boolean;
  /** What every such way goes through, nearest the main module first; the target and main modules aside. */
  readonly through: readonly string[];
  /** Newest version first. */
  readonly requiredBy: readonly Asker[];
  /** Who asks for the selected version or more, superseded versions too: while they do, it cannot be lower. */
  readonly heldBy: readonly string[];
  /**
   * The next lower versions that someone asks for, newest first, at most three: who asks for more, and which lines of
   * go.mod lead there.
   */
  readonly lower: readonly LowerStep[];
  /** Which lines of go.mod would have to go for no version of it to be left; absent for a main module, and when none is selected. */
  readonly lose?: Holding;
  /** Selected, but cannot be reached over selected versions: who asks for it, superseded or kept so itself. */
  readonly keptBy: readonly string[];
  /**
   * Modules that would leave the build list if nothing required the path at any version, itself not among them. A main module's
   * `// indirect` lines count as requirements here: for what stopping to use the module would save, read `alone`.
   */
  readonly dominates: readonly string[];
  /** Modules that it alone brings, by requirements: no other direct requirement leads to them. [] for what is not selected. */
  readonly alone: readonly string[];
}

/**
 * Why `target` (a module path, or path@version) is in the graph. Ways follow the requirements among selected versions,
 * or those of all versions for a target that is not selected, such as a go or toolchain line. Throws a Fault
 * 'not-found' with the nearest names when the graph does not hold it.
 */
export function why(model: Model, target: string): Why {
  const { graph } = model;
  const { path, version, pathNumber, node } = findTarget(model, target);
  const selectedNode = graph.selected[pathNumber] ?? -1;
  const selected = graph.versions[selectedNode] ?? '';
  const requiredBy = askers(model, pathNumber);
  const ways = waysTo(model, node);
  return {
    target,
    path,
    ...(version === '' ? {} : { version }),
    ...(selected === '' ? {} : { selected }),
    main: graph.kind[node] === NodeKind.main,
    direct: model.direct[node] === 1,
    ...saidOf(model, path, selected),
    ...ways,
    requiredBy,
    heldBy: holders(path, requiredBy, selected),
    lower: lowerSteps(model, pathNumber, requiredBy, selected),
    ...(selected === '' ? {} : { lose: holdingLines(model, pathNumber, undefined) }),
    keptBy: node === selectedNode && ways.shortest.length === 0 ? namesOf(requiredBy) : [],
    dominates: graph.kind[node] === NodeKind.toolchain ? [] : names(model, leavingWith(model, pathNumber)),
    alone:
      graph.kind[node] === NodeKind.module && node === selectedNode ? names(model, aloneIn(model).brings(node)) : [],
  };
}

/** What files of the main modules say of the path. */
function saidOf(
  model: Model,
  path: string,
  selected: string,
): Pick<Why, 'declared' | 'excluded' | 'dropped' | 'replaced'> {
  const declared = listedIn(model, path);
  const excluded = excludedIn(model, path);
  const dropped = excluded.length === 0 ? [] : (droppedByPath(model).get(path) ?? []);
  const replaced = selected === '' ? undefined : replacementOf(model, path, selected);
  return {
    ...(declared.length === 0 ? {} : { declared }),
    ...(excluded.length === 0 ? {} : { excluded }),
    ...(dropped.length === 0 ? {} : { dropped }),
    ...(replaced === undefined ? {} : { replaced }),
  };
}

/** undefined where nothing replaces the version. */
function replacementOf({ snapshot }: Model, path: string, version: string): Replaced | undefined {
  const { mains, work } = snapshot;
  const { actual, of } = findReplacement({ mains, ...(work === undefined ? {} : { work }) }, { path, version });
  if (actual.path === path && actual.version === version) return undefined;
  return { by: actual, file: of === undefined ? 'go.work' : fileOf(of) };
}

/** A graph to go along, with the node of each of its numbers and back. */
interface Ground {
  readonly lines: Digraph;
  /** Requirement → 1 where it names less than what it ends at; absent where each ends at what it names. */
  readonly lower?: Uint8Array;
  /** Numbers of the main modules. */
  readonly mains: readonly number[];
  readonly nodeOf: (local: number) => number;
  readonly localOf: (node: number) => number;
}

/** go and toolchain lines stand in no scope: ways to them follow the graph as go prints it. */
function groundFor(model: Model, node: number): Ground {
  const { graph } = model;
  if (graph.kind[node] === NodeKind.toolchain)
    return { lines: graph, mains: model.mains, nodeOf: (n) => n, localOf: (n) => n };
  const selected = graph.selected[graph.pathOf[node] ?? -1] === node;
  const { graph: steps } = stepsIn(model, selected ? 'selected' : 'all');
  return {
    lines: steps,
    lower: steps.lower,
    mains: mainLocals(model, steps),
    nodeOf: (n) => steps.nodes[n] ?? -1,
    localOf: (n) => steps.localOf[n] ?? -1,
  };
}

function waysTo(model: Model, node: number): Pick<Why, 'shortest' | 'paths' | 'morePaths' | 'through'> {
  const { lines, mains, lower, nodeOf, localOf } = groundFor(model, node);
  const to = localOf(node);
  const named = (way: readonly number[]): string[] => names(model, way.map(nodeOf));
  const { paths, more } = allPaths(lines, mains, to, pathBound);
  const dominator = dominators(lines, mains);
  const through: number[] = [];
  for (let at = dominator[to] ?? -1; at !== -1 && at !== lines.size; at = dominator[at] ?? -1) through.unshift(at);
  const shortest = shortestPath(lines, mains, to, lower);
  const isShortest = (path: readonly number[]): boolean => path.join() === shortest.join();
  const others = paths.filter((path) => !isShortest(path));
  return {
    shortest: named(shortest),
    paths: (shortest.length === 0 ? [] : [shortest, ...others]).slice(0, pathBound).map(named),
    morePaths: more || others.length >= pathBound,
    through: named(through.filter((one) => !mains.includes(one))),
  };
}

function names({ graph }: Model, nodes: readonly number[]): string[] {
  return nodes.map((node) => nodeName(graph, node));
}
