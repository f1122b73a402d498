/** Two build lists as one graph, so that what changed can be drawn on one layout. */
import { NodeKind } from '../model/module-graph.ts';
import type { Model } from '../model/model.ts';
import { compareText, joinName } from '../model/name.ts';
import { openOnce, openSnapshot } from '../snapshot/open.ts';
import type { MainModule, ModuleVersion, Snapshot } from '../snapshot/types.ts';
import type { Changed, Diff } from './types.ts';

/** What became of a module path of the union; none for one that stayed as it was. */
export type PathChange =
  { readonly kind: 'added' } | { readonly kind: 'removed' } | ({ readonly kind: 'changed' } & Changed);

export interface Union {
  /**
   * One module a path: as it is in head, or was in base where head has it no more: its version, replacement and go line, direct or not,
   * what go.mod says of it, facts from the network. Only build lists; requirements by path, those of both sides.
   */
  readonly model: Model;
  readonly changes: ReadonlyMap<string, PathChange>;
  /** Requirements between paths of the union that only head has, and only base: keys of lineKey. */
  readonly gained: ReadonlySet<string>;
  readonly lost: ReadonlySet<string>;
}

/** Names a requirement from one path to another; a path holds no space. */
export function lineKey(from: string, to: string): string {
  return `${from} ${to}`;
}

/** The union of two snapshots whose difference is `diff`. Throws a Fault 'bad-input' for a snapshot that contradicts itself. */
export function unionOf(base: Snapshot, head: Snapshot, diff: Pick<Diff, 'added' | 'removed' | 'changed'>): Union {
  const [before, after] = [buildList(openOnce(base)), buildList(openOnce(head))];
  const all = new Map([...before.modules, ...after.modules]);
  const lines = new Set([...before.lines, ...after.lines]);
  const requires = new Map<string, string[]>();
  for (const key of lines) {
    const [from = '', to = ''] = key.split(' ');
    const target = all.get(to);
    if (target !== undefined) push(requires, from, joinName(target.path, target.version));
  }
  const modules = [...all.values()]
    .sort((a, b) => compareText(a.path, b.path))
    .map((module): ModuleVersion => {
      const { requires: _, ...rest } = module;
      const names = requires.get(module.path);
      return { ...rest, selected: true, ...(names === undefined ? {} : { requires: names.sort(compareText) }) };
    });
  const { format, work } = head;
  const union: Snapshot = {
    format,
    ...(work === undefined ? {} : { work }),
    mains: mainsOf(base.mains, head.mains, (path) => !after.modules.has(path)),
    modules,
    problems: [],
    // Absent where nobody looked.
    ...((base.facts ?? head.facts) && { facts: known(base.facts, head.facts) }),
    ...((base.vulnerabilities ?? head.vulnerabilities) && {
      vulnerabilities: known(base.vulnerabilities, head.vulnerabilities),
    }),
  };
  const changes = new Map<string, PathChange>([
    ...diff.added.map(({ path }) => [path, { kind: 'added' }] as const),
    ...diff.removed.map(({ path }) => [path, { kind: 'removed' }] as const),
    ...diff.changed.map((one) => [one.path, { kind: 'changed', ...one }] as const),
  ]);
  const model = openSnapshot(union, { changes: new Map(Array.from(changes, ([path, { kind }]) => [path, kind])) });
  return {
    // Where a side has no go.mod, its list of modules says what is direct: so each side is asked, not the lines of both.
    model: {
      ...model,
      direct: Uint8Array.from(modules, ({ path }) =>
        Number((after.direct.get(path) ?? before.direct.get(path)) === true),
      ),
    },
    changes,
    gained: new Set([...after.lines].filter((key) => !before.lines.has(key))),
    lost: new Set([...before.lines].filter((key) => !after.lines.has(key))),
  };
}

/**
 * The main modules of both sides, as the union has them: of head's, the lines of base that head has no more are there, too, as the union has
 * their requirements; of paths that only base has (`isGone`), base's alone. Those that head has no more come last, with no lines but these.
 */
function mainsOf(
  base: readonly MainModule[],
  head: readonly MainModule[],
  isGone: (path: string) => boolean,
): MainModule[] {
  const before = new Map(base.map((main) => [main.path, main]));
  const after = new Set(head.map(({ path }) => path));
  const both = head.map((main): MainModule => {
    const old = before.get(main.path);
    if (old === undefined) return main;
    const required = new Set(main.require.filter(({ path }) => !isGone(path)).map(({ path }) => path));
    return {
      ...main,
      require: [
        ...main.require.filter(({ path }) => required.has(path)),
        ...old.require.filter(({ path }) => !required.has(path)),
      ],
      replace: [
        ...main.replace.filter((line) => !isGone(line.old.path)),
        ...old.replace.filter((line) => isGone(line.old.path)),
      ],
      exclude: [...main.exclude.filter(({ path }) => !isGone(path)), ...old.exclude.filter(({ path }) => isGone(path))],
    };
  });
  const gone = base
    .filter(({ path }) => !after.has(path) && isGone(path))
    .map((main): MainModule => ({
      ...main,
      require: main.require.filter(({ path }) => isGone(path)),
      replace: main.replace.filter((line) => isGone(line.old.path)),
      exclude: main.exclude.filter(({ path }) => isGone(path)),
    }));
  return [...both, ...gone];
}

/** What is known of versions, whichever side knows it: it is true of a version on both. */
function known<T extends { readonly path: string; readonly version: string }>(
  base: readonly T[] = [],
  head: readonly T[] = [],
): readonly T[] {
  const told = new Set(head.map(({ path, version }) => joinName(path, version)));
  return [...base.filter(({ path, version }) => !told.has(joinName(path, version))), ...head];
}

interface BuildList {
  readonly modules: ReadonlyMap<string, ModuleVersion>;
  readonly lines: ReadonlySet<string>;
  readonly direct: ReadonlyMap<string, boolean>;
}

/** Modules of the build list by path, which path asks for which, and which of them a main module requires directly. */
function buildList({ graph, snapshot, direct: isDirect }: Model): BuildList {
  const modules = new Map<string, ModuleVersion>();
  const direct = new Map<string, boolean>();
  const lines = new Set<string>();
  for (const node of graph.selected) {
    const module = snapshot.modules[node];
    if (module === undefined || graph.kind[node] === NodeKind.toolchain) continue;
    modules.set(module.path, module);
    direct.set(module.path, isDirect[node] === 1);
    for (let at = graph.out.offsets[node] ?? 0; at < (graph.out.offsets[node + 1] ?? 0); at++) {
      const target = graph.out.targets[at] ?? 0;
      const path = graph.paths[graph.pathOf[target] ?? 0] ?? '';
      if (graph.kind[target] !== NodeKind.toolchain && path !== module.path) lines.add(lineKey(module.path, path));
    }
  }
  return { modules, lines, direct };
}

/**
 * Nodes of the union that a picture of the difference shows: what changed, and for each of these the fewest steps that lead
 * to it from a main module: of what was removed as they were in base, of all else as they are in head. Node → 1.
 */
export function changedWithWays(union: Union): Uint8Array {
  const { model, changes, gained, lost } = union;
  const { graph, mains } = model;
  const [before, after] = [parents(model, gained), parents(model, lost)];
  const shown = new Uint8Array(graph.size);
  for (const main of mains) shown[main] = 1;
  graph.paths.forEach((path, p) => {
    const change = changes.get(path);
    if (change === undefined) return;
    const parent = change.kind === 'removed' ? before : after;
    // Not until what is shown already: the steps of the other side may have shown it.
    for (let node = graph.selected[p] ?? -1; node !== -1; node = parent[node] ?? -1) shown[node] = 1;
  });
  return shown;
}

/** Node → the one before it on the fewest steps from a main module over the lines that are not in `without`, -1 at the start and where none lead. */
function parents({ graph, mains }: Model, without: ReadonlySet<string>): Int32Array {
  const pathOf = (node: number): string => graph.paths[graph.pathOf[node] ?? -1] ?? '';
  const parent = new Int32Array(graph.size).fill(-1);
  const met = new Uint8Array(graph.size);
  const queue = [...mains];
  for (const main of mains) met[main] = 1;
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at] ?? 0;
    for (let edge = graph.out.offsets[node] ?? 0; edge < (graph.out.offsets[node + 1] ?? 0); edge++) {
      const target = graph.out.targets[edge] ?? 0;
      if (met[target] === 1 || without.has(lineKey(pathOf(node), pathOf(target)))) continue;
      met[target] = 1;
      parent[target] = node;
      queue.push(target);
    }
  }
  return parent;
}

function push(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
