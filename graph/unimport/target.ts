/** What the code is to stop importing: a module, a package, or a pattern; which imports that is, and of which modules. */
import { Fault } from '../fault.ts';
import { refusedImportPath } from '../module/path.ts';
import { nearest } from '../nearest.ts';
import { ownerOf } from '../packages/lost.ts';
import type { ModuleVersion } from '../snapshot/types.ts';
import { isToolchainPath } from '../version/go-version.ts';

export interface Target {
  /** As it was given. */
  readonly name: string;
  readonly kind: 'module' | 'package' | 'pattern';
  /** Module paths of the build list, sorted: those whose packages it names. */
  readonly modules: readonly string[];
  /** Whether an import of this path is one that goes. Never one of a main module or of the standard library. */
  readonly holds: (importPath: string) => boolean;
}

/**
 * `name` is a module path (all packages of that module), the import path of a package, or a pattern with `...` as go has them
 * (go help packages). An import belongs to the module with the longest path that it begins with. `buildList`: main modules among it; `imported`: what packages and tool lines of the main modules name. Throws a Fault: 'usage' for what is
 * no path and for a main module; 'not-found', with the nearest names, for what is neither in the build list nor imported, and for a package of the standard library.
 */
export function targetOf(name: string, buildList: readonly ModuleVersion[], imported: Iterable<string>): Target {
  if (refusedImportPath(name.replaceAll('...', 'x')) !== undefined || name.includes('@')) {
    throw new Fault('usage', `--unimport ${name}: that is no module path, package path or pattern.`, {
      hint: name.includes('@')
        ? 'Leave the version out: code imports a package at no version.'
        : 'It is written --unimport github.com/x/y, or with packages below: github.com/x/y/....',
    });
  }
  const selected = buildList.filter(({ path }) => !isToolchainPath(path));
  const owners = new Owners(selected);
  const all = new Set(imported);
  const paths = [...all].filter((path) => owners.of(path) !== undefined);
  if (name.includes('...')) return pattern(name, selected, owners, paths);
  const module = selected.find(({ path }) => path === name);
  if (module !== undefined) {
    if (module.version === undefined) throw ofMain(name);
    return { name, kind: 'module', modules: [name], holds: (path) => owners.of(path) === name };
  }
  const owner = owners.of(name);
  if (ownerOf(name, selected) === undefined && all.has(name) && isStandard(name)) throw ofStandard(name);
  if (owner === undefined || !paths.includes(name)) throw notThere(name, selected, paths);
  return { name, kind: 'package', modules: [owner], holds: (path) => path === name };
}

/** All of them at once: what any of them names. `name` is their names, separated by commas. Throws nothing for one or more. */
export function togetherOf(targets: readonly Target[]): Target {
  const [first, ...others] = targets;
  if (first !== undefined && others.length === 0) return first;
  return {
    name: targets.map(({ name }) => name).join(', '),
    kind: 'pattern',
    modules: [...new Set(targets.flatMap(({ modules }) => modules))].sort(),
    holds: (path) => targets.some(({ holds }) => holds(path)),
  };
}

/** Of the modules of the target: what is imported and not meant by it. Module path → import paths. */
export function stillOf(
  { modules, holds }: Target,
  imported: readonly string[],
  selected: readonly ModuleVersion[],
): ReadonlyMap<string, readonly string[]> {
  const still = new Map<string, string[]>();
  for (const one of new Set(imported)) {
    if (holds(one)) continue;
    const owner = ownerOf(one, selected)?.path ?? '';
    if (modules.includes(owner)) still.set(owner, [...(still.get(owner) ?? []), one]);
  }
  return still;
}

function pattern(name: string, selected: readonly ModuleVersion[], owners: Owners, paths: readonly string[]): Target {
  const matches = matcher(name);
  const holds = (path: string): boolean => matches(path) && owners.of(path) !== undefined;
  const named = selected.filter(({ path, version }) => version !== undefined && matches(path)).map(({ path }) => path);
  const modules = [...new Set([...named, ...paths.filter(holds).flatMap((path) => owners.of(path) ?? [])])].sort();
  if (modules.length === 0) throw notThere(name, selected, paths);
  return { name, kind: 'pattern', modules, holds };
}

/** cmd/internal/pkgpattern MatchSimplePattern: `...` is any text, and `/...` at the end nothing as well. */
function matcher(name: string): (path: string) => boolean {
  const quoted = name.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  const any = String.raw`\.\.\.`;
  const end = String.raw`\/` + any;
  const text = quoted.endsWith(end) ? `${quoted.slice(0, -end.length)}(?:${end})?` : quoted;
  const expression = new RegExp(`^${text.replaceAll(any, '.*')}$`, 's');
  return (path) => expression.test(path);
}

/** Which module an import belongs to. */
class Owners {
  readonly #selected: readonly ModuleVersion[];
  readonly #known = new Map<string, string | undefined>();

  constructor(selected: readonly ModuleVersion[]) {
    this.#selected = selected;
  }

  /** The module's path; undefined for what is a main module's, or no module's. */
  of(importPath: string): string | undefined {
    if (!this.#known.has(importPath)) {
      const owner = ownerOf(importPath, this.#selected);
      this.#known.set(importPath, owner?.version === undefined ? undefined : owner.path);
    }
    return this.#known.get(importPath);
  }
}

function ofMain(name: string): Fault {
  return new Fault('usage', `--unimport ${name}: that is a main module.`, {
    hint: 'Name a module that it requires.',
  });
}

/** The first element of a path of the standard library has no dot (go help importpath). */
function isStandard(importPath: string): boolean {
  return !/^[^/]*\./.test(importPath);
}

function ofStandard(name: string): Fault {
  return new Fault('not-found', `${name} is a package of the standard library, which is no dependency.`, {
    hint: 'It comes with go: without it no module leaves, and no line of go.mod.',
  });
}

function notThere(name: string, selected: readonly ModuleVersion[], paths: readonly string[]): Fault {
  const names = [...selected.flatMap(({ path, version }) => (version === undefined ? [] : [path])), ...paths];
  const near = nearest(name.replace(/\/?\.\.\.$/, ''), [...new Set(names)], 3);
  const owner = ownerOf(name, selected);
  const message = name.includes('...')
    ? `No module in the build list and no import of the main module matches ${name}.`
    : owner?.version === undefined
      ? `${name} is not in the build list, and nothing of the main module imports it.`
      : `Nothing of the main module imports ${name}.`;
  const none =
    owner === undefined && isStandard(name)
      ? 'Packages of the standard library are no dependencies: nothing leaves without them.'
      : 'Nothing has a similar name.';
  return new Fault('not-found', message, {
    hint: near.length === 0 ? none : `Did you mean ${near.join(', ')}?`,
  });
}
