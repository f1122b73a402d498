/** Which lines of go.mod hold a module above a version: what must change for it to be selected lower, or not at all. */
import { row } from '../model/adjacency.ts';
import type { Model } from '../model/model.ts';
import { nodeName, NodeKind, type ModuleGraph } from '../model/module-graph.ts';
import { joinName } from '../model/name.ts';
import type { MainModule } from '../snapshot/types.ts';
import { defaultGoModVersion, pruningOf } from '../load/go-lines.ts';
import { compareModuleVersions } from '../version/go-version.ts';

/** A require line of a main module's go.mod. */
export interface MainLine {
  readonly main: string;
  readonly path: string;
  readonly version: string;
  readonly indirect?: true;
  /** A shortest way by which it asks for too much, the main module first, the version that is too high last. */
  readonly way: readonly string[];
}

/**
 * Why the graph alone does not prove that changing the lines is enough. `workspace`: with lower versions selected, go
 * loads go.mod files that it did not load before. `not-declared`: no go.mod was read. `not-consistent`: go.mod asks for
 * less than is selected, so that go loads other lines than it has (`go mod tidy` writes them).
 */
export type Unproved = 'workspace' | 'not-declared' | 'not-consistent';

export interface Holding {
  /**
   * All of them must go, or ask for versions that ask for less; when none is left, the module is lower. Where it is not
   * known from which go line on a module is pruned, a line may be named that need not change. Every line, not the first few.
   */
  readonly lines: readonly MainLine[];
  readonly unproved?: Unproved;
}

/**
 * The lines that lead to a version of the path (by its number) above `version`, or to any where that is undefined.
 *
 * Minimal version selection takes the highest version that any loaded go.mod names, and what is loaded is the union of
 * what each line of go.mod loads (modload/buildlist.go, readModGraph): a line of a pruned go.mod loads what it names and
 * the requirements of that, all below it only where that is unpruned; a line of an unpruned one all below it. So the
 * lines that lead there are exactly those that must change, and without them nothing new is loaded: their removal is
 * enough. That rests on go.mod being consistent and alone: else `unproved` says what it lacks. O(requirements) each.
 */
export function holdingLines(model: Model, path: number, version: string | undefined): Holding {
  const { graph, snapshot } = model;
  const steps = stepsTo(graph, targetsOf(graph, path, version));
  const unproved = unprovedOf(model);
  const lines = snapshot.mains.flatMap((main, place) => linesOf(model, main, model.mains[place] ?? -1, steps));
  return { lines, ...(unproved === undefined ? {} : { unproved }) };
}

/** Node → the next node on a shortest way to a target; itself for a target, -1 where no way leads to one. */
type Steps = Int32Array;

function targetsOf(graph: ModuleGraph, path: number, version: string | undefined): number[] {
  const name = graph.paths[path] ?? '';
  const targets: number[] = [];
  for (let node = graph.firstOfPath[path] ?? 0; node < (graph.firstOfPath[path + 1] ?? 0); node++) {
    const own = graph.versions[node] ?? '';
    if (own === '') continue;
    if (version === undefined || compareModuleVersions(name, own, version) > 0) targets.push(node);
  }
  return targets;
}

/** Breadth first against the requirements. A way through a main module is a way of that main module's own lines. */
function stepsTo(graph: ModuleGraph, targets: readonly number[]): Steps {
  const steps = new Int32Array(graph.size).fill(-1);
  const queue = [...targets];
  for (const node of targets) steps[node] = node;
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head] ?? -1;
    if (graph.kind[node] === NodeKind.main) continue;
    for (const asker of row(graph.in, node)) {
      if (steps[asker] !== -1) continue;
      steps[asker] = node;
      queue.push(asker);
    }
  }
  return steps;
}

function linesOf(model: Model, main: MainModule, node: number, steps: Steps): MainLine[] {
  const { graph } = model;
  if (node === -1) return [];
  const pruned = pruningOf(main.go ?? defaultGoModVersion) === 'pruned';
  const declared = new Map(main.require.map((line) => [line.path, line]));
  return [...new Set(row(graph.out, node))].flatMap((root): MainLine[] => {
    if (graph.kind[root] !== NodeKind.module || !leads(model, root, pruned, steps)) return [];
    const path = graph.paths[graph.pathOf[root] ?? -1] ?? '';
    const line = declared.get(path);
    return [
      {
        main: main.path,
        path,
        version: line?.version ?? graph.versions[root] ?? '',
        ...(line?.indirect === true ? { indirect: true } : {}),
        way: [main.path, ...wayFrom(graph, root, pruned && isPruned(model, root), steps)],
      },
    ];
  });
}

/** True when what a requirement of a main module loads names a target. */
function leads(model: Model, root: number, pruned: boolean, steps: Steps): boolean {
  if (steps[root] === -1) return false;
  if (!pruned || !isPruned(model, root)) return true;
  return steps[root] === root || row(model.graph.out, root).some((next) => steps[next] === next);
}

/** True for a module that is known to be pruned: one with a go line of 1.21 or more has a requirement on it. */
function isPruned({ graph, snapshot }: Model, node: number): boolean {
  const go = snapshot.modules[node]?.go;
  if (go !== undefined) return pruningOf(go) === 'pruned';
  return row(graph.out, node).some((next) => graph.kind[next] === NodeKind.toolchain);
}

function wayFrom(graph: ModuleGraph, root: number, short: boolean, steps: Steps): string[] {
  const way = [root];
  if (short && steps[root] !== root) {
    const target = row(graph.out, root).find((next) => steps[next] === next);
    if (target !== undefined) way.push(target);
  } else {
    for (let at = root; steps[at] !== at && (steps[at] ?? -1) !== -1;) {
      at = steps[at] ?? -1;
      way.push(at);
    }
  }
  return way.map((node) => nodeName(graph, node));
}

function unprovedOf({ graph, snapshot, mains }: Model): Unproved | undefined {
  if (snapshot.work !== undefined || snapshot.mains.length !== 1) return 'workspace';
  const [main] = snapshot.mains;
  const node = mains[0] ?? -1;
  if (main === undefined || node === -1) return 'not-declared';
  const excluded = new Set(main.exclude.map((one) => joinName(one.path, one.version)));
  const declared = new Set(
    main.require.map((one) => joinName(one.path, one.version)).filter((one) => !excluded.has(one)),
  );
  const printed = new Set(
    [...row(graph.out, node)]
      .filter((root) => graph.kind[root] === NodeKind.module)
      .map((root) => nodeName(graph, root)),
  );
  if (declared.size === printed.size && [...declared].every((name) => printed.has(name))) return undefined;
  return main.require.length === 0 && main.go === undefined ? 'not-declared' : 'not-consistent';
}
