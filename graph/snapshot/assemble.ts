/** From the records of one load to a snapshot: the same records give the same snapshot, in whatever order they came. */
import { findReplacement } from '../load/replacement.ts';
import { buildGraph, type NamedNode } from '../model/build.ts';
import type { ModuleGraph } from '../model/module-graph.ts';
import { compareText, joinName, splitName } from '../model/name.ts';
import { compareModules } from '../model/order.ts';
import { isToolchainPath } from '../version/go-version.ts';
import type { EdgeList, ListedModule, Records } from './records.ts';
import type { ModuleRef, ModuleVersion, Problem, Snapshot } from './types.ts';

/**
 * The snapshot of what one load brought. Selection is computed from the graph (build.ts); what `go list -m` said of a
 * module is joined by path, for it lists selected versions only. Without a graph, the list and the declarations of the
 * main modules are all there is, and are shown as they are.
 */
export function assemble(records: Records): Snapshot {
  const edges = records.edges ?? declaredEdges(records);
  const listed = new Map((records.listed ?? []).map((module) => [module.path, module]));
  const order = sortedNames(edges, records);
  const place = new Map<string, number>();
  order.forEach(({ name }, i) => place.set(name, i));
  const placeOf = Int32Array.from(edges.names, (name) => place.get(name) ?? -1);
  const graph = buildGraph(
    order,
    edges.from.map((name) => placeOf[name] ?? -1),
    edges.to.map((name) => placeOf[name] ?? -1),
  );
  const names = order.map(({ name }) => name);
  return {
    format: 1,
    ...(records.work === undefined ? {} : { work: records.work }),
    mains: records.mains.length > 0 ? records.mains : undeclaredMains(order),
    modules: order.map((node, n) => moduleVersion(graph, names, node, n, listed, records)),
    problems: sortedProblems(records.problems ?? []),
  };
}

function moduleVersion(
  graph: ModuleGraph,
  names: readonly string[],
  node: NamedNode,
  n: number,
  listed: ReadonlyMap<string, ListedModule>,
  records: Records,
): ModuleVersion {
  const selected = graph.selected[graph.pathOf[n] ?? -1] === n;
  const known = selected ? listed.get(node.path) : undefined;
  const replace =
    known?.replace ?? (selected && records.listed === undefined ? declaredReplacement(records, node) : undefined);
  const requires: string[] = [];
  for (let at = graph.out.offsets[n] ?? 0; at < (graph.out.offsets[n + 1] ?? 0); at++) {
    requires.push(names[graph.out.targets[at] ?? -1] ?? '');
  }
  return {
    path: node.path,
    ...(node.version === undefined ? {} : { version: node.version }),
    ...(selected ? { selected: true } : {}),
    ...(known?.indirect === true ? { indirect: true } : {}),
    ...(known?.goVersion === undefined ? {} : { go: known.goVersion }),
    ...(replace === undefined ? {} : { replace }),
    ...(requires.length === 0 ? {} : { requires }),
  };
}

/** What go.work or a go.mod replaces a version by, where `go list -m` did not say. */
function declaredReplacement(records: Records, { path, version }: NamedNode): ModuleRef | undefined {
  if (version === undefined) return undefined;
  const module = { path, version };
  const { actual } = findReplacement(records, module);
  // A line may replace a version by itself: go names it as a replacement all the same.
  return actual === module ? undefined : actual;
}

/** A node with the name it came with: a million of them are not put together anew. */
interface KnownNode extends NamedNode {
  readonly name: string;
}

/** Every node once, in order: those of the graph, the main modules, and those that only the list knows. */
function sortedNames(edges: EdgeList, records: Records): KnownNode[] {
  const names = new Set(edges.names);
  for (const main of records.mains) names.add(main.path);
  if (records.edges === undefined) {
    for (const { path, version } of records.listed ?? []) names.add(joinName(path, version));
  }
  return Array.from(names, (name) => {
    const { path, version } = splitName(name);
    return version === '' ? { name, path } : { name, path, version };
  }).sort(compareModules);
}

/** What go.mod alone says: each main module with the requirements it declares. */
function declaredEdges(records: Records): EdgeList {
  const numbers = new Map<string, number>();
  const number = (name: string): number => {
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  };
  const from: number[] = [];
  const to: number[] = [];
  for (const main of records.mains) {
    for (const { path, version } of main.require) {
      from.push(number(main.path));
      to.push(number(joinName(path, version)));
    }
  }
  return { names: [...numbers.keys()], from: Int32Array.from(from), to: Int32Array.from(to) };
}

/** Recorded `go mod graph` text without a go.mod: the main modules are the names without a version. */
function undeclaredMains(order: readonly NamedNode[]): Snapshot['mains'] {
  return order
    .filter((node) => node.version === undefined && !isToolchainPath(node.path))
    .map(({ path }) => ({ path, dir: '.', require: [], replace: [], exclude: [], retract: [], tool: [], ignore: [] }));
}

function sortedProblems(problems: readonly Problem[]): Problem[] {
  const key = (problem: Problem): string => JSON.stringify([problem.code, problem.subject, problem.text]);
  const once = new Map(problems.map((problem) => [key(problem), problem]));
  return [...once.entries()].sort(([a], [b]) => compareText(a, b)).map(([, problem]) => problem);
}
