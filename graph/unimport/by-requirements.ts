/** The estimate by requirements: which modules no other direct requirement and no tool leads to. */
import { joinName } from '../model/name.ts';
import type { Model } from '../model/model.ts';
import { leavingWithout } from '../view/alone.ts';
import type { Entry } from '../diff/types.ts';
import type { MainModule, ModuleVersion, Snapshot } from '../snapshot/types.ts';
import { isToolchainPath } from '../version/go-version.ts';
import { linesBetween } from './lines.ts';
import { keptOf, type Outcome, type Still } from './outcome.ts';
import type { Target } from './target.ts';

/**
 * What leaves the build list, and with it go.mod, when these main modules (by path) import nothing more of what `target` names, as
 * far as requirements tell. A module of which packages are imported `still` stays, and with it all that it requires. Exact
 * versions are not computed: `changed` is empty. The rule is that of *alone brings* (graph/view/alone.ts). O(requirements).
 */
export function byRequirements(model: Model, target: Target, still: Still, mains: ReadonlySet<string>): Outcome {
  const { removed, after } = leavingOf(model, target, still, mains);
  const names = new Set(removed.map(({ path, version }) => joinName(path, version)));
  return {
    removed,
    added: [],
    changed: [],
    lines: linesBetween({ mains: model.snapshot.mains }, { mains: after }),
    kept: keptOf(target.modules, still, model.snapshot, names),
  };
}

/**
 * The snapshot that such an estimate leaves: without the modules that leave, in any version, and without superseded versions that
 * nothing leads to then. Packages and facts are left out, which are of the code as it is. O(requirements).
 */
export function snapshotWithout(model: Model, target: Target, still: Still, mains: ReadonlySet<string>): Snapshot {
  const { removed, after } = leavingOf(model, target, still, mains);
  const { packages: _packages, facts: _facts, vulnerabilities: _vulnerabilities, ...snapshot } = model.snapshot;
  const gone = new Set(removed.map(({ path }) => path));
  const declared = new Map(after.map((main) => [main.path, main]));
  const kept = snapshot.modules
    .filter(({ path }) => !gone.has(path))
    .map((module) => {
      const main = module.version === undefined ? declared.get(module.path) : undefined;
      return main === undefined ? withoutPaths(module, gone) : asDeclared(module, main);
    });
  const direct = new Set(
    after.flatMap(({ require }) => require.filter(({ indirect }) => indirect !== true).map(({ path }) => path)),
  );
  const marked = kept.map((module): ModuleVersion => {
    if (module.selected !== true || module.version === undefined) return module;
    const { indirect: _indirect, ...rest } = module;
    return direct.has(module.path) ? rest : { ...rest, indirect: true };
  });
  return { ...snapshot, mains: after, modules: reached(marked) };
}

/** The build list's modules, and of the superseded versions those that something leads to. */
function reached(modules: readonly ModuleVersion[]): ModuleVersion[] {
  const byName = new Map(modules.map((module) => [joinName(module.path, module.version), module]));
  const seen = new Set<ModuleVersion>();
  const open = modules.filter(({ selected, version }) => selected === true || version === undefined);
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    for (const name of one.requires ?? []) {
      const next = byName.get(name);
      if (next !== undefined) open.push(next);
    }
  }
  return modules.filter((module) => seen.has(module));
}

function withoutPaths(module: ModuleVersion, gone: ReadonlySet<string>): ModuleVersion {
  const { requires } = module;
  if (requires?.some((name) => gone.has(pathOfName(name))) !== true) return module;
  return { ...module, requires: requires.filter((name) => !gone.has(pathOfName(name))) };
}

/** What a main module requires then: the lines that it has left. */
function asDeclared(module: ModuleVersion, { require }: MainModule): ModuleVersion {
  const paths = new Set(require.map(({ path }) => path));
  const stays = (name: string): boolean => paths.has(pathOfName(name)) || isToolchainPath(pathOfName(name));
  return module.requires === undefined ? module : { ...module, requires: module.requires.filter(stays) };
}

function pathOfName(name: string): string {
  const at = name.indexOf('@');
  return at === -1 ? name : name.slice(0, at);
}

function leavingOf(
  model: Model,
  target: Target,
  still: Still,
  mains: ReadonlySet<string>,
): { readonly removed: readonly Entry[]; readonly after: readonly MainModule[] } {
  const { graph, snapshot } = model;
  const stopped = target.modules.filter((path) => !still.has(path));
  const removed = leavingWithout(model, new Set(stopped), mains).map((node) => ({
    path: graph.paths[graph.pathOf[node] ?? -1] ?? '',
    version: graph.versions[node] ?? '',
  }));
  const gone = new Set(removed.map(({ path }) => path));
  const after = snapshot.mains.map((main) =>
    mains.has(main.path) ? without(main, target, gone, stopped) : pruned(main, gone),
  );
  return { removed, after };
}

function pruned(main: MainModule, gone: ReadonlySet<string>): MainModule {
  return { ...main, require: main.require.filter(({ path }) => !gone.has(path)) };
}

/** The lines that are left; what only others need any more is `// indirect`. */
function without(
  main: MainModule,
  { holds }: Pick<Target, 'holds'>,
  gone: ReadonlySet<string>,
  stopped: readonly string[],
): MainModule {
  const { require, tool, ...rest } = pruned(main, gone);
  return {
    ...rest,
    require: require.map((line) => (stopped.includes(line.path) ? { ...line, indirect: true } : line)),
    tool: tool.filter((path) => !holds(path)),
  };
}
