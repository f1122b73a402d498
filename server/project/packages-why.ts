/** What becomes of the modules that this build does not see: used elsewhere, or not to be told. */
import { existsSync } from 'node:fs';
import { toFault, Fault } from '../../graph/fault.ts';
import { joinName } from '../../graph/model/name.ts';
import type { ListedPackage } from '../../graph/packages/listed.ts';
import type { Elsewhere, ModuleVersion, Package, Snapshot } from '../../graph/snapshot/types.ts';
import { isToolchainPath } from '../../graph/version/go-version.ts';
import { isModuleName } from '../../graph/module/names.ts';
import { parseModWhy } from '../../parsers/mod-why.ts';
import { goCommands } from '../process/go-commands.ts';
import { findElsewhere } from './elsewhere.ts';
import { sourceFolder } from './mod-cache.ts';
import { packageFolder } from './package-folder.ts';
import { runOn, type Asking } from './packages-go.ts';
import { isVendored } from './vendored.ts';
import { vendoredWhy } from './vendored-why.ts';

export interface Unseen {
  readonly elsewhere: readonly Elsewhere[];
  /** Of these go could not tell; names, sorted. */
  readonly untold: readonly string[];
  /** Why it could not. */
  readonly fault?: Fault;
}

/** Names of modules in a sentence. */
const mostNamed = 3;

/**
 * Asks `go mod why`. It says that nothing needs a module, too, when it could not get the sources of what needs it
 * (cmd/go/internal/modcmd/why.go silences errors of packages): then nothing is claimed of those without a use. `lost`:
 * names of modules of which the listing lacked the sources already. Throws a Fault 'cancelled' or 'defect' only.
 */
export async function askWhy(
  asking: Asking,
  { modules, mains }: Pick<Snapshot, 'modules' | 'mains'>,
  packages: readonly Package[],
  listed: readonly ListedPackage[],
  lost: readonly string[],
): Promise<Unseen> {
  const { project, env, scratch } = asking;
  const seen = new Set(packages.map((one) => one.module));
  const selected = modules.filter((one) => one.selected === true && !isToolchainPath(one.path));
  const unseen = selected.filter(({ path, version }) => version !== undefined && !seen.has(joinName(path, version)));
  if (unseen.length === 0) return { elsewhere: [], untold: [] };
  const refused = unseen.filter(({ path }) => !isModuleName(path));
  const folders = new Map(listed.map((one) => [one.path, one.dir]));
  const place = { root: project.root, cache: env.GOMODCACHE, mains, selected };
  const copy = scratch.copy('why');
  const notHad = new Set<string>();
  const search = {
    unseen: unseen.filter((one) => !refused.includes(one)),
    mains,
    packages,
    // A vendor folder has no tests: the module cache may.
    foldersOf: (importPath: string): string[] =>
      [folders.get(importPath), packageFolder(place, importPath)].filter((one) => one !== undefined),
  };
  let elsewhere: readonly Elsewhere[] = [];
  let fault: Fault | undefined;
  try {
    elsewhere = await findElsewhere({
      ...search,
      why: async (paths, build) => {
        const chunks: Uint8Array[] = [];
        const command = goCommands.modWhy(copy, paths.filter(isModuleName), { vendor: build });
        const words = await runOn(asking, copy, 'mod', command, (chunk) => {
          chunks.push(chunk);
        });
        for (const name of notDownloaded(words, env.GOMODCACHE)) notHad.add(name);
        return parseModWhy(Buffer.concat(chunks).toString('utf8'));
      },
    });
  } catch (error) {
    fault = toFault(error);
    if (fault.code === 'cancelled' || fault.code === 'defect') throw fault;
  }
  if (notHad.size > 0) fault = withoutSources([...notHad]);
  if (fault !== undefined && isVendored(project.root)) {
    const chains = vendoredWhy(project.root, listed);
    elsewhere = await findElsewhere({ ...search, why: () => Promise.resolve(chains) });
  }
  if (fault === undefined && refused.length > 0) fault = notAsked(refused);
  if (fault === undefined && lost.length === 0) return { elsewhere, untold: [] };
  return { elsewhere, untold: untoldOf(unseen, elsewhere), ...(fault === undefined ? {} : { fault }) };
}

function untoldOf(unseen: readonly ModuleVersion[], elsewhere: readonly Elsewhere[]): string[] {
  const told = new Set(elsewhere.map((one) => one.module));
  return unseen.map(({ path, version }) => joinName(path, version)).filter((name) => !told.has(name));
}

/** Go says what it downloads, and not that it could not: then the folder is not there. */
function notDownloaded(words: string, cache: string): string[] {
  return Array.from(words.matchAll(/^go: downloading (\S+) (v\S+)$/gm))
    .filter(([, module = '', version = '']) => !existsSync(sourceFolder(cache, module, version) ?? ''))
    .map(([, module, version]) => joinName(module ?? '', version));
}

function notAsked(modules: readonly ModuleVersion[]): Fault {
  return new Fault(
    'bad-input',
    `go did not look up the uses of ${someOf(modules.map(({ path }) => path))}: that is no name of a module.`,
  );
}

function withoutSources(names: readonly string[]): Fault {
  return new Fault(
    'go-failed',
    `Sources could not be had of ${someOf(names)}: which modules are used on other platforms only is not known.`,
    { hint: 'Try again with a network; `go mod download` gets all of them.' },
  );
}

function someOf(names: readonly string[]): string {
  const named = [...names].sort().slice(0, mostNamed).join(', ');
  return names.length > mostNamed ? `${named} and ${String(names.length - mostNamed)} more` : named;
}
