/** Makes the graph select what is asked for, and keeps the rest as near as it can (modload/edit.go, editRequirements and extendGraph). */
import { pruningOf } from '../load/go-lines.ts';
import { minimalRequirements } from '../load/minimal.ts';
import type { MvsGraph } from '../load/mvs-graph.ts';
import type { Pruning, Version } from '../load/types.ts';
import { compareText, joinName } from '../model/name.ts';
import { compareModuleVersions } from '../version/go-version.ts';
import type { Allowed } from './allowed.ts';
import { Disqualified } from './disqualified.ts';
import { breadthFirst, toPruned, type Graphs, type Requirements } from './requirements.ts';
import { none, Refused } from './types.ts';

/** What is asked for leads to what is not. */
export interface Conflict {
  /** From a module that is asked for to the one that cannot be. */
  readonly path: readonly Version[];
  /** Why the last of them cannot be read; else `asked` is above what is asked for of its path. */
  readonly fault?: string;
  /** The version that is asked for of the last one's path. */
  readonly asked?: Version;
}

const nameOf = ({ path, version }: Version): string => joinName(path, version);

/**
 * The requirements after an edit in which each of `must` (path → version, or 'none') is selected as it says. Other roots
 * (in an unpruned module: all of the build list) are stepped down where they lead to more, and raised where they must be.
 * Returns the same object where nothing changes, and the conflicts where that cannot be. Throws Refused and Lacking.
 */
export function editRequirements(
  before: Requirements,
  must: ReadonlyMap<string, string>,
  graphs: Graphs,
  allowed: Allowed,
): Requirements | readonly Conflict[] {
  const { pruning } = before;
  const original = graphs.whole(before);
  const chosen = new Map<string, string>();
  const start = pruning === 'pruned' ? before.roots : original.buildList();
  for (const { path, version } of start) if (path !== graphs.main.path) chosen.set(path, version);
  for (const [path, version] of must) chosen.set(path, version);
  const rejected = new Set<string>();
  let roots: Version[];
  let graph: MvsGraph;
  for (;;) {
    roots = sorted([...chosen].flatMap(([path, version]) => (version === none ? [] : [{ path, version }])));
    const extended = extendGraph(pruning, roots, chosen, graphs);
    graph = extended.graph;
    const fault = graphs.faultIn(graph);
    if (fault?.tooNew === true) throw new Refused(fault.words);
    const round = new Round(graph, extended.roots, must, graphs);
    const conflicts: Conflict[] = [];
    let changed = false;
    for (const root of roots) {
      const conflict = round.conflictOf(root);
      if (conflict === undefined) continue;
      if (must.get(root.path) === root.version) {
        conflicts.push(conflict);
        continue;
      }
      if (round.risesAnyway(root, rejected)) continue;
      const was = original.selected(root.path);
      if (conflict.fault !== undefined && was === root.version) {
        conflicts.push(conflict);
        continue;
      }
      chosen.set(root.path, round.stepDown(root, was, rejected, pruning, allowed));
      changed = true;
    }
    if (conflicts.length > 0) return conflicts;
    if (changed) continue;
    for (const [path, version] of chosen) {
      const selected = graph.selected(path);
      if (must.has(path) || selected === version) continue;
      chosen.set(path, selected);
      changed = true;
    }
    if (!changed) break;
  }
  if (pruning === 'unpruned') roots = explicitRoots(before, must, roots, graph, graphs);
  if (sameVersions(roots, before.roots)) return before;
  const direct = new Set(roots.map(({ path }) => path).filter((path) => before.direct.has(path)));
  const edited: Requirements = { pruning, roots, direct };
  const go = roots.find(({ path }) => path === 'go')?.version;
  return pruning === 'unpruned' && pruningOf(go) === 'pruned' ? toPruned(edited, graphs) : edited;
}

/** The graph with the requirements of each selected root, pruned out or not; and how the requirements of each root are read. */
function extendGraph(
  pruning: Pruning,
  roots: readonly Version[],
  chosen: ReadonlyMap<string, string>,
  graphs: Graphs,
): { readonly graph: MvsGraph; readonly roots: ReadonlyMap<string, Pruning> } {
  const raised = new Map<string, Version>();
  let graph = graphs.read(roots, pruning);
  for (let more = pruning === 'pruned'; more;) {
    const count = raised.size;
    for (const path of chosen.keys()) {
      const module = { path, version: graph.selected(path) };
      if (module.version === none || graph.requiredBy(module) !== undefined) continue;
      raised.set(nameOf(module), module);
    }
    more = raised.size > count;
    if (more) graph = graphs.read(roots, pruning, new Set(raised.keys()));
  }
  const readAs = new Map<string, Pruning>();
  for (const root of [...roots, ...raised.values()]) {
    const own = graph.requiredBy(root) === undefined ? undefined : graphs.summaries.known(root)?.pruning;
    readAs.set(nameOf(root), pruning === 'pruned' && own === 'unpruned' ? 'unpruned' : pruning);
  }
  return { graph, roots: readAs };
}

/** One look at an extended graph: which roots lead to what may not be there. */
class Round {
  readonly #graph: MvsGraph;
  readonly #roots: ReadonlyMap<string, Pruning>;
  readonly #must: ReadonlyMap<string, string>;
  readonly #graphs: Graphs;
  readonly #disqualified: Disqualified;

  constructor(graph: MvsGraph, roots: ReadonlyMap<string, Pruning>, must: ReadonlyMap<string, string>, graphs: Graphs) {
    this.#graph = graph;
    this.#roots = roots;
    this.#must = must;
    this.#graphs = graphs;
    this.#disqualified = new Disqualified(roots);
    for (const module of breadthFirst(graph, graphs.main)) this.#look(module);
  }

  /** Why a root cannot stay as it is; undefined where it can. */
  conflictOf(root: Version): Conflict | undefined {
    const { path, fault } = this.#disqualified.path(root, this.#pruningOf(root));
    const last = path.at(-1);
    if (last === undefined) return undefined;
    if (fault !== undefined) return { path, fault };
    return { path, asked: { path: last.path, version: this.#must.get(last.path) ?? none } };
  }

  /** True where another version of it is selected, which may be there: it takes that one in the end. */
  risesAnyway(root: Version, rejected: ReadonlySet<string>): boolean {
    const version = this.#graph.selected(root.path);
    if (version === root.version) return false;
    const up = { path: root.path, version };
    return !this.#disqualified.is(up, this.#pruningOf(root)) && !rejected.has(nameOf(up));
  }

  /**
   * The next lower version of a root that was not rejected, or 'none'; where it was raised, the version that it had (`was`)
   * is one of them. What is passed over is rejected.
   */
  stepDown(root: Version, was: string, rejected: Set<string>, pruning: Pruning, allowed: Allowed): string {
    const { path } = root;
    rejected.add(nameOf(root));
    const isRaised = compareModuleVersions(path, root.version, was) > 0;
    const own = this.#graph.requiredBy(root) === undefined ? undefined : this.#graphs.summaries.known(root)?.pruning;
    const seen = pruning === 'pruned' ? (own ?? pruning) : pruning;
    for (let version = root.version; ;) {
      version = allowed.previous(path, version);
      if (isRaised && compareModuleVersions(path, version, was) < 0) version = was;
      const lower = { path, version };
      if (rejected.has(nameOf(lower))) {
        // What it had was rejected before: go would look at it for ever.
        if (version === was && isRaised) throw new Refused(`${path}: no version of it can stay`);
        continue;
      }
      if (!this.#disqualified.is(lower, seen)) return version;
      rejected.add(nameOf(lower));
    }
  }

  #pruningOf(root: Version): Pruning {
    return this.#roots.get(nameOf(root)) ?? 'pruned';
  }

  #isTooHigh({ path, version }: Version): boolean {
    const most = this.#must.get(path);
    return most !== undefined && compareModuleVersions(path, version, most) > 0;
  }

  #look(module: Version): void {
    if (this.#isTooHigh(module)) {
      this.#disqualified.disqualify(module, 'pruned', { because: module });
      return;
    }
    const fault = this.#graphs.faultOf(this.#graph, module);
    if (fault !== undefined) {
      this.#disqualified.disqualify(module, 'pruned', { fault: fault.words });
      return;
    }
    const required = this.#graph.requiredBy(module);
    // The main module is edited, and cannot be at fault.
    if (required === undefined || module.version === '') return;
    const tooHigh = required.find((one) => this.#isTooHigh(one));
    if (tooHigh !== undefined) {
      this.#disqualified.disqualify(module, 'pruned', { because: tooHigh });
      return;
    }
    for (const one of required) if (!this.#disqualified.require(module, one)) break;
  }
}

/** An unpruned go.mod lists what was named, what stays listed, and what these do not bring (mvs/mvs.go, Req). */
function explicitRoots(
  before: Requirements,
  must: ReadonlyMap<string, string>,
  roots: readonly Version[],
  graph: MvsGraph,
  { main }: Graphs,
): Version[] {
  const named = [...must].flatMap(([path, version]) => (version === none ? [] : [path]));
  const highest = new Map(before.roots.map(({ path, version }) => [path, version]));
  const stay = roots.filter(({ path, version }) => {
    const was = highest.get(path);
    return was !== undefined && (was === version || before.direct.has(path));
  });
  const keep = graph.buildList().filter(({ path }) => path !== main.path);
  return minimalRequirements(graph, [...named, ...stay.map(({ path }) => path)], keep);
}

/** cmd/go/internal/gover ModSort. */
function sorted(versions: readonly Version[]): Version[] {
  return [...versions].sort(
    (a, b) => compareText(a.path, b.path) || compareModuleVersions(a.path, a.version, b.version),
  );
}

function sameVersions(a: readonly Version[], b: readonly Version[]): boolean {
  return a.length === b.length && a.every((one, n) => one.path === b[n]?.path && one.version === b[n].version);
}
