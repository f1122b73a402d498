/** Paths that are required at more than one version, and how heavy each case is (contracts: conflicts). */
import type { Model } from '../model/model.ts';
import { NodeKind } from '../model/module-graph.ts';
import { nodeNames } from '../model/node-names.ts';
import { compareText } from '../model/name.ts';
import { compareModuleVersions } from '../version/go-version.ts';
import { declaredBelow, type DeclaredBelow } from './declared-below-selected.ts';
import { droppedByPath } from './dropped.ts';
import { gradeOf } from './grade.ts';
import { oncePerModel } from './once.ts';
import type { Conflict } from './types.ts';

/** One entry a path, sorted by path; empty when every path is required at one version. O(nodes + requirements), once a model. */
export const findConflicts = oncePerModel(conflictsOf);

function conflictsOf(model: Model): Conflict[] {
  const { graph, snapshot } = model;
  const replaced = new Set(
    snapshot.modules
      .filter((module) => module.selected === true && module.replace !== undefined)
      .map((one) => one.path),
  );
  const excluded = new Set(snapshot.mains.flatMap((main) => main.exclude.map((one) => one.path)));
  const dropped = droppedByPath(model);
  const below = grouped(declaredBelow(model), (one) => one.path);
  const requirers = requirersOf(model);
  return graph.paths.flatMap((path, p): Conflict[] => {
    const versions: number[] = [];
    for (let node = graph.firstOfPath[p] ?? 0; node < (graph.firstOfPath[p + 1] ?? 0); node++) {
      const isRequired = (graph.in.offsets[node + 1] ?? 0) > (graph.in.offsets[node] ?? 0);
      if (graph.kind[node] === NodeKind.module && isRequired) versions.push(node);
    }
    const declared = below.get(path) ?? [];
    if (versions.length < 2 && declared.length === 0) return [];
    const selected = graph.versions[graph.selected[p] ?? -1];
    const lost = dropped.get(path);
    return [
      {
        path,
        ...(selected === undefined || selected === '' ? {} : { selected }),
        grade: below.has(path) ? 'declared-below-selected' : gradeOf(model, p, versions),
        ...(replaced.has(path) ? { replaced: true } : {}),
        ...(excluded.has(path) ? { excluded: true } : {}),
        ...(lost === undefined ? {} : { dropped: lost }),
        required: withDeclared(
          path,
          versions.reverse().map((node) => ({ version: graph.versions[node] ?? '', by: requirers(node) })),
          declared,
        ),
      },
    ];
  });
}

/** go prints the roots as it repaired them (modload/buildlist.go): a lower version that go.mod says may be in no line of the graph. */
function withDeclared(path: string, required: Asked[], declared: readonly DeclaredBelow[]): Asked[] {
  const missing = grouped(
    declared.filter((one) => !required.some(({ version }) => version === one.declared)),
    (one) => one.declared,
  );
  if (missing.size === 0) return required;
  return [
    ...required,
    ...Array.from(missing, ([version, lines]) => ({ version, by: lines.map((one) => one.main) })),
  ].sort((a, b) => compareModuleVersions(path, b.version, a.version));
}

type Asked = Conflict['required'][number];

function grouped<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Gives the names of those that require a node, sorted, each once. One pass over all requirements: there may be a million. */
function requirersOf({ graph }: Model): (node: number) => string[] {
  const names = nodeNames(graph);
  const byText = Array.from(names.keys()).sort((a, b) => compareText(names[a] ?? '', names[b] ?? ''));
  // As graph.in, but each row in the order of names.
  const { offsets } = graph.in;
  const next = offsets.slice();
  const sorted = new Int32Array(graph.in.targets.length);
  for (const from of byText) {
    for (let at = graph.out.offsets[from] ?? 0; at < (graph.out.offsets[from + 1] ?? 0); at++) {
      const target = graph.out.targets[at] ?? -1;
      const place = next[target] ?? 0;
      sorted[place] = from;
      next[target] = place + 1;
    }
  }
  return (node) => {
    const by: string[] = [];
    const [start, end] = [offsets[node] ?? 0, offsets[node + 1] ?? 0];
    for (let at = start; at < end; at++) {
      if (at === start || sorted[at] !== sorted[at - 1]) by.push(names[sorted[at] ?? -1] ?? '');
    }
    return by;
  };
}
