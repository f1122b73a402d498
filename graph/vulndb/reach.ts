/** How far a vulnerability is known to reach into what is built. */
import { isKnown } from '../model/known.ts';
import type { Model } from '../model/model.ts';
import { joinName } from '../model/name.ts';
import type { Package, Vulnerability } from '../snapshot/types.ts';
import { goCommand, standardLibrary } from './build-list.ts';

/**
 * called: by govulncheck alone · imported: a vulnerable package is · elsewhere: on another platform · tests: by tests only ·
 * required: none is · unknown: nobody told.
 */
export type Reach = 'called' | 'imported' | 'elsewhere' | 'tests' | 'required' | 'unknown';

/**
 * By a report as it says, as far as it looked; by the database from the packages that the model knows. `node` is the module in
 * the graph, which a replacement stands for; none for the standard library.
 */
export function reachOf(model: Model, one: Vulnerability, node: number | undefined): Reach {
  if (one.by !== 'database') return one.looked === 'modules' ? 'unknown' : one.reach;
  if (one.path === goCommand) return 'required';
  if (!isKnown(model, 'packages')) return 'unknown';
  const { packages = [], elsewhere = [], untold = [] } = model.snapshot.packages ?? {};
  const module = node === undefined ? undefined : model.snapshot.modules[node];
  const name = module === undefined ? undefined : joinName(module.path, module.version);
  const isOfIt =
    one.path === standardLibrary
      ? ({ standard }: Package) => standard === true
      : (each: Package) => each.module === name;
  const named = importedAs(one, module?.path);
  const hits = packages.filter((each) => isOfIt(each) && (named?.has(each.path) ?? true));
  if (hits.some(({ test }) => test !== true)) return 'imported';
  if (elsewhere.some((use) => use.module === name && (named?.has(use.imports) ?? true))) return 'elsewhere';
  // What a package that cannot be loaded imports is not known either.
  if ((name !== undefined && untold.includes(name)) || packages.some(({ error }) => error !== undefined))
    return 'unknown';
  return hits.length > 0 ? 'tests' : 'required';
}

/** Its packages under the path by which they are imported: that of what is replaced. */
function importedAs({ path, packages }: Vulnerability, own: string | undefined): ReadonlySet<string> | undefined {
  if (packages === undefined) return undefined;
  const isBelow = (one: string): boolean => one === path || one.startsWith(`${path}/`);
  return new Set(packages.map((one) => (own !== undefined && isBelow(one) ? own + one.slice(path.length) : one)));
}
