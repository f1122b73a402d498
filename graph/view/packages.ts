/** What stands inside a module that is opened: the packages of it that are built or tested, and which of them imports which. */
import type { Model } from '../model/model.ts';
import { nodeNames } from '../model/node-names.ts';
import type { Package, Snapshot } from '../snapshot/types.ts';
import type { Draft } from './draft.ts';
import { fewestSteps, type Part } from './part.ts';
import type { Box, Inside, Line } from './types.ts';

const known = new WeakMap<Snapshot, ReadonlyMap<string, readonly Package[]>>();

/** The packages of each module, by its name (nodeName); sorted by import path. Empty where packages were not asked for. */
function byModule(snapshot: Snapshot): ReadonlyMap<string, readonly Package[]> {
  const found = known.get(snapshot);
  if (found !== undefined) return found;
  const modules = new Map<string, Package[]>();
  for (const one of snapshot.packages?.packages ?? []) {
    if (one.module === undefined) continue;
    const list = modules.get(one.module);
    if (list === undefined) modules.set(one.module, [one]);
    else list.push(one);
  }
  known.set(snapshot, modules);
  return modules;
}

/** Packages of the module version that a node is, sorted by import path; none where they are not known, or none is imported. */
export function packagesOfNode({ snapshot, graph }: Model, node: number): readonly Package[] {
  return byModule(snapshot).get(nodeNames(graph)[node] ?? '') ?? [];
}

/** What of an import path stands below that of its module: `.` for its root. */
export function belowModule(module: string, importPath: string): string {
  if (importPath === module) return '.';
  return importPath.startsWith(`${module}/`) ? importPath.slice(module.length + 1) : importPath;
}

/** The box id of a package. */
function packageId(path: string): string {
  return `package:${path}`;
}

/** Each package as a box, each import among them as a line; undefined for a module without known packages. */
export function openModule(model: Model, node: number, steps: number): Inside | undefined {
  const packages = packagesOfNode(model, node);
  if (packages.length === 0) return undefined;
  const boxes = packages.map(({ path }): Box => ({
    id: packageId(path),
    kind: 'package',
    nodes: [node],
    steps,
    package: path,
  }));
  const places = new Map(packages.map(({ path }, place) => [path, place]));
  const lines = packages.flatMap(({ path, imports = [] }, from) =>
    [...new Set(imports)].flatMap((imported): Line[] => {
      const to = places.get(imported);
      return to === undefined || imported === path ? [] : [{ from, to, requirements: 1, kind: 'import' }];
    }),
  );
  return { boxes, lines };
}

/**
 * The modules that are opened to their packages where the level is packages: nearest to a main module first, as long as boxes and
 * packages together stay within `limit` (0: no limit). A module of one package stays a box.
 */
export function modulesToOpen(part: Part, drafts: readonly Draft[], limit: number): ReadonlySet<string> {
  const counted = drafts
    .filter(({ kind }) => kind === 'module')
    .map((draft) => ({
      id: draft.id,
      steps: fewestSteps(part, draft.locals),
      packages: packagesOfNode(part.model, part.graph.nodes[draft.locals[0] ?? -1] ?? -1).length,
    }))
    // A box around one package would say its name twice, and nothing else.
    .filter(({ packages }) => packages > 1)
    .sort((a, b) => far(a.steps) - far(b.steps) || (a.id < b.id ? -1 : 1));
  const open = new Set<string>();
  let boxes = drafts.length;
  for (const { id, packages } of counted) {
    if (limit !== 0 && boxes + packages - 1 > limit) continue;
    boxes += packages - 1;
    open.add(id);
  }
  return open;
}

/** What has no way in comes last. */
function far(steps: number): number {
  return steps === -1 ? Infinity : steps;
}
