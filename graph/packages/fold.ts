/** From the entries of `go list -deps -test` to logical packages: variants and test mains folded into what they are of. */
import { compareText, joinName } from '../model/name.ts';
import type { Package } from '../snapshot/types.ts';
import type { ListedPackage } from './listed.ts';

/** Imported by generated test mains, and by nothing that a user could write (cmd/go/internal/load/test.go). */
const testDeps = 'testing/internal/testdeps';

/** What one package came to, while its entries are read. */
interface Draft {
  readonly first: ListedPackage;
  readonly imports: Set<string>;
  readonly tests: Set<string>;
  root: boolean;
  error?: string;
}

/**
 * Packages with their test variants folded in, sorted by import path. A variant `p [q.test]` is `p` compiled anew for a
 * test: it may stand alone, when only the test leads to it. `p_test [p.test]` is the external test of `p`: what it imports
 * counts as imports of p's tests. Of the standard library those stay that others import, without their own imports: the rest
 * differs from one version of go to the next, which a snapshot does not tell. `words` takes the machine out of go's words.
 */
export function foldPackages(entries: readonly ListedPackage[], words: (text: string) => string): Package[] {
  const drafts = new Map<string, Draft>();
  for (const entry of entries) {
    if (entry.imports.includes(testDeps)) continue;
    const path = plainPath(entry.path);
    if (entry.forTest !== undefined && path === `${entry.forTest}_test`) continue;
    const draft = drafts.get(path) ?? {
      first: entry,
      imports: new Set<string>(),
      tests: new Set<string>(),
      root: false,
    };
    drafts.set(path, draft);
    // The variant of a package for its own tests lists what the tests import among its imports.
    if (entry.forTest !== path) for (const one of entry.imports) draft.imports.add(plainPath(one));
    if (entry.depOnly !== true && entry.forTest === undefined && entry.standard !== true) draft.root = true;
    if (draft.root) for (const one of entry.testImports) draft.tests.add(one);
    if (entry.error !== undefined) draft.error ??= words(entry.error.text);
  }
  const built = builtBy(drafts);
  const wanted = importedBy(drafts);
  return Array.from(drafts)
    .filter(([path, { first }]) => first.standard !== true || wanted.has(path))
    .map(([path, draft]) => packageOf(path, draft, built.has(path)))
    .sort((a, b) => compareText(a.path, b.path));
}

/** Import paths that packages outside of the standard library import, and their tests. */
function importedBy(drafts: ReadonlyMap<string, Draft>): Set<string> {
  const others = [...drafts.values()].filter(({ first }) => first.standard !== true);
  return new Set(others.flatMap(({ imports, tests }) => [...imports, ...tests]));
}

/** Without the brackets of a variant. A folder may have a space in its name, which go lists as it is. */
function plainPath(path: string): string {
  const space = path.endsWith('.test]') ? path.lastIndexOf(' [') : -1;
  return space === -1 ? path : path.slice(0, space);
}

/** Import paths that a build of the roots reaches, without their tests and past no package of the standard library. */
function builtBy(drafts: ReadonlyMap<string, Draft>): Set<string> {
  const built = new Set<string>();
  const open = Array.from(drafts).flatMap(([path, draft]) => (draft.root ? [path] : []));
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (built.has(path)) continue;
    built.add(path);
    const draft = drafts.get(path);
    if (draft?.first.standard !== true) open.push(...(draft?.imports ?? []));
  }
  return built;
}

function packageOf(path: string, { first, imports, tests, root, error }: Draft, built: boolean): Package {
  const ofTests = [...tests].filter((one) => !imports.has(one) && one !== path);
  return {
    path,
    ...(first.module === undefined ? {} : { module: joinName(first.module.path, first.module.version) }),
    ...(first.standard === true ? { standard: true } : {}),
    ...(root ? { root: true } : {}),
    ...(built ? {} : { test: true }),
    ...(first.standard === true || imports.size === 0 ? {} : { imports: [...imports].sort(compareText) }),
    ...(ofTests.length === 0 ? {} : { testImports: ofTests.sort(compareText) }),
    ...(error === undefined ? {} : { error }),
  };
}
