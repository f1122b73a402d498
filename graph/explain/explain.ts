/** What a user may name to `why`, and the answer to each: a module, a go line, a package, a replacement, or what is not there. */
import { Fault } from '../fault.ts';
import type { Model } from '../model/model.ts';
import { splitName } from '../model/name.ts';
import type { Package } from '../snapshot/types.ts';
import { isToolchainPath } from '../version/go-version.ts';
import { absenceOf, type Absence } from './absent.ts';
import { replacing, type Replacing } from './declared.ts';
import { whyGo, type WhyGo } from './go-lines.ts';
import { isStandard } from './standard.ts';
import { why, type Why } from './why.ts';

/** An import path, and the modules of the graph that may hold the package. */
export interface PackagePlace {
  readonly package: string;
  /** `listed`: go found it in `modules`; `ambiguous`: in all of them, and it refuses to choose; `prefix`: their paths fit, the longest first, and nobody looked. */
  readonly by: 'listed' | 'ambiguous' | 'prefix';
  readonly modules: readonly string[];
  /** Packages were listed, and this is not among them: nothing that is built or tested here imports it. */
  readonly notListed?: true;
}

export type Explanation =
  /** `ambiguous`: packages that the module and another one hold, where packages were listed. */
  | { readonly kind: 'module'; readonly why: Why; readonly ambiguous: readonly PackagePlace[] }
  | { readonly kind: 'go'; readonly go: WhyGo }
  | { readonly kind: 'standard'; readonly package: string }
  /** `why` is that of the module, where the graph has one. */
  | { readonly kind: 'package'; readonly place: PackagePlace; readonly whys: readonly Why[] }
  /** What is read in place of a module. */
  | {
      readonly kind: 'replacement';
      readonly target: string;
      readonly lines: readonly Replacing[];
      readonly whys: readonly Why[];
    }
  /** Not in the graph, and the files say why. */
  | { readonly kind: 'absent'; readonly absence: Absence };

/**
 * The answer for a module path, `path@version`, `go`, `toolchain` or an import path. Throws a Fault 'not-found', with the
 * nearest names, for what nothing is known of.
 */
export function explain(model: Model, target: string): Explanation {
  const { path, version } = splitName(target);
  if (isToolchainPath(path)) {
    const go = whyGo(model, target, path === 'go' ? 'go' : 'toolchain', version);
    if (go !== undefined) return { kind: 'go', go };
  }
  const found = orMissing(() => why(model, target));
  if (!(found instanceof Fault)) return { kind: 'module', why: found, ambiguous: ambiguousIn(model, path) };
  const inGraph = model.graph.paths.includes(path);
  const absence = absenceOf(model, target, path, version, inGraph);
  if (absence !== undefined) return { kind: 'absent', absence };
  if (inGraph) throw found;
  return replacementOf(model, target, path, version) ?? packageOf(model, path) ?? standardOf(path) ?? fail(found);
}

function orMissing(find: () => Why): Why | Fault {
  try {
    return find();
  } catch (error) {
    if (error instanceof Fault && error.code === 'not-found') return error;
    throw error;
  }
}

function fail(fault: Fault): never {
  throw fault;
}

/** The module that a fork or a folder stands in for. */
function replacementOf(model: Model, target: string, path: string, version: string): Explanation | undefined {
  const lines = replacing(model).filter(
    ({ new: by }) => by.path === path && (version === '' || by.version === version),
  );
  if (lines.length === 0) return undefined;
  const olds = [...new Set(lines.map(({ old }) => old.path))].filter((old) => model.graph.paths.includes(old));
  return { kind: 'replacement', target, lines, whys: olds.map((old) => why(model, old)) };
}

function packageOf(model: Model, path: string): Explanation | undefined {
  const place = listedPlace(model, path) ?? prefixPlace(model, path);
  if (place === undefined) return undefined;
  const modules = place.by === 'prefix' ? place.modules.slice(0, 1) : place.modules;
  return { kind: 'package', place, whys: modules.map((module) => why(model, module)) };
}

function listedPlace({ snapshot: { packages }, graph }: Model, path: string): PackagePlace | undefined {
  const one = packages?.packages.find((each) => each.path === path);
  if (one === undefined) return undefined;
  const several = modulesOf(one).filter((module) => graph.paths.includes(module));
  if (several.length > 1) return { package: path, by: 'ambiguous', modules: several };
  if (one.standard === true || one.module === undefined) return undefined;
  return { package: path, by: 'listed', modules: [splitName(one.module).path] };
}

/** Packages that go found in the module and in another one. */
function ambiguousIn({ snapshot: { packages } }: Model, path: string): PackagePlace[] {
  return (packages?.packages ?? []).flatMap((one) => {
    const modules = modulesOf(one);
    return modules.includes(path) ? [{ package: one.path, by: 'ambiguous' as const, modules }] : [];
  });
}

/** The modules that go names where a package is in several: cmd/go/internal/modload, AmbiguousImportError, a line a module. */
function modulesOf({ error = '' }: Package): string[] {
  if (!/ambiguous import: found package \S+ in multiple modules:/.test(error)) return [];
  return Array.from(error.matchAll(/^\s+(\S+)(?: v\S+)? \(/gm), ([, module = '']) => module);
}

/** Every selected module whose path the import path begins with. `m/v2` beside `m` is another module, and no package. */
function prefixPlace({ snapshot: { packages }, graph }: Model, path: string): PackagePlace | undefined {
  const modules = graph.paths
    .filter((one, number) => graph.selected[number] !== -1 && path.startsWith(`${one}/`))
    .sort((a, b) => b.length - a.length);
  const [longest] = modules;
  if (longest === undefined || /^v\d+$/.test(path.slice(longest.length + 1))) return undefined;
  return { package: path, by: 'prefix', modules, ...(packages === undefined ? {} : { notListed: true }) };
}

function standardOf(path: string): Explanation | undefined {
  return isStandard(path) ? { kind: 'standard', package: path } : undefined;
}
