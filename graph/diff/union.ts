/** Two build lists as one graph, so that what changed can be drawn on one layout. */
import { NodeKind } from '../model/module-graph.ts';
import type { Model } from '../model/model.ts';
import { compareText, joinName } from '../model/name.ts';
import { openOnce, openSnapshot } from '../snapshot/open.ts';
import type { ModuleVersion, Snapshot } from '../snapshot/types.ts';
import type { Changed, Diff } from './types.ts';

/** What became of a module path of the union; none for one that stayed as it was. */
export type PathChange =
  { readonly kind: 'added' } | { readonly kind: 'removed' } | ({ readonly kind: 'changed' } & Changed);

export interface Union {
  /** One module a path: as it is in head, or was in base where head has it no more. Only build lists; requirements by path. */
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
  const { mains, format, work } = head;
  const union: Snapshot = { format, ...(work === undefined ? {} : { work }), mains, modules, problems: [] };
  const changes = new Map<string, PathChange>([
    ...diff.added.map(({ path }) => [path, { kind: 'added' }] as const),
    ...diff.removed.map(({ path }) => [path, { kind: 'removed' }] as const),
    ...diff.changed.map((one) => [one.path, { kind: 'changed', ...one }] as const),
  ]);
  return {
    model: openSnapshot(union, { changes: new Map(Array.from(changes, ([path, { kind }]) => [path, kind])) }),
    changes,
    gained: new Set([...after.lines].filter((key) => !before.lines.has(key))),
    lost: new Set([...before.lines].filter((key) => !after.lines.has(key))),
  };
}

interface BuildList {
  readonly modules: ReadonlyMap<string, ModuleVersion>;
  readonly lines: ReadonlySet<string>;
}

/** Modules of the build list by path, and which path asks for which. */
function buildList({ graph, snapshot }: Model): BuildList {
  const modules = new Map<string, ModuleVersion>();
  const lines = new Set<string>();
  for (const node of graph.selected) {
    const module = snapshot.modules[node];
    if (module === undefined || graph.kind[node] === NodeKind.toolchain) continue;
    modules.set(module.path, module);
    for (let at = graph.out.offsets[node] ?? 0; at < (graph.out.offsets[node + 1] ?? 0); at++) {
      const target = graph.out.targets[at] ?? 0;
      const path = graph.paths[graph.pathOf[target] ?? 0] ?? '';
      if (graph.kind[target] !== NodeKind.toolchain && path !== module.path) lines.add(lineKey(module.path, path));
    }
  }
  return { modules, lines };
}

/**
 * Nodes of the union that a picture of the difference shows: what changed, and for each of these the fewest steps that lead
 * to it from a main module. Node → 1.
 */
export function changedWithWays({ model, changes }: Union): Uint8Array {
  const { graph, mains } = model;
  const parent = new Int32Array(graph.size).fill(-1);
  const met = new Uint8Array(graph.size);
  const queue = [...mains];
  for (const main of mains) met[main] = 1;
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at] ?? 0;
    for (let edge = graph.out.offsets[node] ?? 0; edge < (graph.out.offsets[node + 1] ?? 0); edge++) {
      const target = graph.out.targets[edge] ?? 0;
      if (met[target] === 1) continue;
      met[target] = 1;
      parent[target] = node;
      queue.push(target);
    }
  }
  const shown = new Uint8Array(graph.size);
  for (const main of mains) shown[main] = 1;
  graph.paths.forEach((path, p) => {
    if (!changes.has(path)) return;
    for (let node = graph.selected[p] ?? -1; node !== -1 && shown[node] !== 1; node = parent[node] ?? -1)
      shown[node] = 1;
  });
  return shown;
}

function push(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
