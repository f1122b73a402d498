/** Uses that this platform does not see: `go mod why -m` names them, and a file with a constraint explains them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compareText, joinName } from '../../graph/model/name.ts';
import type { ListedPackage } from '../../graph/packages/listed.ts';
import type { Elsewhere, Package } from '../../graph/snapshot/types.ts';
import { readGoFile } from '../../parsers/go-file.ts';
import { parseModWhy } from '../../parsers/mod-why.ts';

/** Modules asked about in one command: the list of arguments has a limit. */
const batch = 500;
/** Largest file whose imports are read, in bytes; go reads heads of files only, which are small. */
const fileLimit = 4 << 20;

/** The file of a package that imports something, and what keeps it out of this build. */
export interface Use {
  readonly file: string;
  readonly constraint: string;
}

export interface Search {
  /** Names of the modules that this build does not see. */
  readonly unseen: readonly { readonly path: string; readonly version?: string }[];
  readonly packages: readonly Package[];
  readonly listed: readonly ListedPackage[];
  /** Folder of a main module's package that go did not list: no file of it is built here. undefined for others. */
  readonly folderOfMain: (importPath: string) => string | undefined;
  /** Runs `go mod why -m` with these module paths. */
  readonly why: (modules: readonly string[]) => Promise<string>;
}

/**
 * For each module that this build does not see and `go mod why -m` does: the first step of its chain that this build does
 * not take, the file that takes it, and why that file is not built here. A chain through the tests of a dependency
 * (`p.test`) is told as such. Sorted by module. Throws what `why` throws.
 */
export async function findElsewhere({ unseen, packages, listed, folderOfMain, why }: Search): Promise<Elsewhere[]> {
  const known = new Map(packages.map((one) => [one.path, one]));
  const folders = new Map(listed.map((one) => [one.path, one.dir]));
  const found: Elsewhere[] = [];
  for (let at = 0; at < unseen.length; at += batch) {
    const asked = unseen.slice(at, at + batch);
    const chains = parseModWhy(await why(asked.map((one) => one.path)));
    for (const { path: module, version } of asked) {
      const chain = chains.get(module);
      if (chain === undefined) continue;
      const step = firstUntaken(chain, known);
      const folder = folders.get(step.from) ?? folderOfMain(step.from);
      const use = folder === undefined ? undefined : useIn(folder, step.to, step.test);
      const constraint = step.test ? 'a test of a dependency' : (use?.constraint ?? '');
      found.push({
        module: joinName(module, version),
        imports: step.to,
        package: step.from,
        file: use?.file ?? '',
        constraint,
      });
    }
  }
  return found.sort((a, b) => compareText(a.module, b.module));
}

interface Step {
  readonly from: string;
  readonly to: string;
  /** Taken by the tests of a dependency. */
  readonly test: boolean;
}

/** The first step that the packages of this build do not take; a chain may begin with a package that is not built at all. */
function firstUntaken(chain: readonly string[], known: ReadonlyMap<string, Package>): Step {
  const last: Step = { from: chain.at(-2) ?? '', to: chain.at(-1) ?? '', test: false };
  for (let i = 0; i + 1 < chain.length; i++) {
    const from = chain[i] ?? '';
    const to = chain[i + 1] ?? '';
    const one = known.get(from);
    // `p p.test q`: what p's tests import stands after their name.
    if (to === `${from}.test`) {
      const next = chain[i + 2] ?? '';
      if (one?.testImports?.includes(next) !== true) return { from, to: next, test: one?.root !== true };
      i++;
    } else if (one?.imports?.includes(to) !== true && from !== to) return { from, to, test: false };
  }
  return last;
}

/** The file in a folder that imports a package: one that something keeps out of the build, where there is one. */
function useIn(folder: string, imports: string, test: boolean): Use | undefined {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.go') && (test || !name.startsWith('_')));
  } catch {
    return undefined;
  }
  const uses = names.sort(compareText).flatMap((name): Use[] => {
    const file = readHead(path.join(folder, name));
    if (file === undefined) return [];
    const read = readGoFile(name, file);
    if (!read.imports.includes(imports)) return [];
    return [{ file: name, constraint: read.constraint === '' && read.imports.includes('C') ? 'cgo' : read.constraint }];
  });
  return uses.find((use) => use.constraint !== '') ?? uses[0];
}

function readHead(file: string): string | undefined {
  try {
    const bytes = readFileSync(file);
    return bytes.length > fileLimit ? undefined : bytes.toString('utf8');
  } catch {
    return undefined;
  }
}
