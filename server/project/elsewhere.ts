/** Uses that this build does not see: `go mod why -m` names them, and a file explains each. */
import { compareText, joinName } from '../../graph/model/name.ts';
import { firstTestOfDependency, firstUntaken, type Step } from '../../graph/packages/why-chain.ts';
import { constraints } from '../../graph/packages/constraints.ts';
import type { Elsewhere, MainModule, Package } from '../../graph/snapshot/types.ts';
import type { WhyChains } from '../../parsers/mod-why.ts';
import { findUse } from './file-of-use.ts';

/** Modules asked about in one command: the list of arguments has a limit. */
const batch = 500;

export interface Search {
  /** Modules that this build does not see. */
  readonly unseen: readonly { readonly path: string; readonly version?: string }[];
  readonly mains: readonly MainModule[];
  readonly packages: readonly Package[];
  /** Folders where the files of a package may be; the first that has the file counts. */
  readonly foldersOf: (importPath: string) => readonly string[];
  /** Asks `go mod why -m` of these module paths; `build`: with -vendor, which looks at no test of a dependency. */
  readonly why: (modules: readonly string[], build: boolean) => Promise<WhyChains>;
}

/**
 * For each module that this build does not see and `go mod why -m` does: the first import of its chain that this build does
 * not take, the file that makes it, and why that file is not built here. Where a chain leads through the tests of a
 * dependency, and no other does, that test is told; for a tool of go.mod its line. Sorted by module. Throws what `why` throws.
 */
export async function findElsewhere(search: Search): Promise<Elsewhere[]> {
  const { unseen, packages, mains, why } = search;
  const known = new Map(packages.map((one) => [one.path, one]));
  const tools = new Set(mains.flatMap((main) => main.tool));
  const found: Elsewhere[] = [];
  for (let at = 0; at < unseen.length; at += batch) {
    const asked = unseen.slice(at, at + batch);
    const chains = await why(pathsOf(asked), false);
    const doubtful = asked.filter(({ path }) => firstTestOfDependency(chains.get(path) ?? [], known, tools));
    const builds: WhyChains = doubtful.length === 0 ? new Map() : await why(pathsOf(doubtful), true);
    for (const { path, version } of asked) {
      const chain = builds.get(path) ?? chains.get(path);
      if (chain === undefined) continue;
      const test = firstTestOfDependency(chain, known, tools);
      const module = joinName(path, version);
      if (test !== undefined) {
        found.push({ module, ...useOf(test, search), constraint: constraints.test });
      } else if (tools.has(chain[0] ?? '')) found.push({ module, ...toolUse(chain, mains) });
      else found.push({ module, ...useOf(firstUntaken(chain, known), search) });
    }
  }
  return found.sort((a, b) => compareText(a.module, b.module));
}

type Use = Omit<Elsewhere, 'module'>;

function pathsOf(modules: Search['unseen']): string[] {
  return modules.map(({ path }) => path);
}

function toolUse([tool = '']: readonly string[], mains: readonly MainModule[]): Use {
  const main = mains.find((one) => one.tool.includes(tool));
  return { imports: tool, package: main?.path ?? '', file: 'go.mod', constraint: constraints.tool };
}

function useOf(step: Step, { foldersOf }: Search): Use {
  const use = foldersOf(step.from)
    .map((folder) => findUse(folder, step))
    .find((one) => one !== undefined);
  return { imports: step.to, package: step.from, file: use?.file ?? '', constraint: use?.constraint ?? '' };
}
