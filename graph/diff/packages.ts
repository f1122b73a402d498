/** Which packages of other modules are imported that were not, and the other way round. */
import { compareText } from '../model/name.ts';
import type { Packages, Snapshot } from '../snapshot/types.ts';
import type { PackageChanges, PackageEntry } from './types.ts';

/**
 * Packages of dependencies by import path, each list sorted; one that was imported by tests only and now is by a build
 * stands in both. The standard library and packages of main modules are not told: nobody chose to depend on them.
 */
export function diffPackages(base: Snapshot, head: Snapshot): PackageChanges | undefined {
  if (base.packages === undefined || head.packages === undefined) return undefined;
  const [before, after] = [entries(base, base.packages), entries(head, head.packages)];
  return { added: missing(after, before), removed: missing(before, after) };
}

/** Without the packages of a side where the other has none: half a comparison would tell changes that are none. */
export function withoutLonePackages(base: Snapshot, head: Snapshot): [Snapshot, Snapshot] {
  if ((base.packages === undefined) === (head.packages === undefined)) return [base, head];
  const [{ packages: _base, ...before }, { packages: _head, ...after }] = [base, head];
  return [before, after];
}

/** By import path and whether only tests import it. */
function entries({ mains }: Snapshot, { packages }: Packages): Map<string, PackageEntry> {
  const own = new Set(mains.map(({ path }) => path));
  const found = new Map<string, PackageEntry>();
  for (const { path, module, test } of packages) {
    if (module === undefined || own.has(module)) continue;
    found.set(`${path}${test === true ? ' test' : ''}`, { path, module, ...(test === true ? { test } : {}) });
  }
  return found;
}

function missing(from: ReadonlyMap<string, PackageEntry>, known: ReadonlyMap<string, PackageEntry>): PackageEntry[] {
  return [...from]
    .filter(([key]) => !known.has(key))
    .map(([, entry]) => entry)
    .sort((a, b) => compareText(a.path, b.path));
}
