/** Worlds for `go get`: what a proxy lists of each module, with retracted versions and with packages or without. */
import type { VersionList } from '../../graph/get/types.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import { compareVersions, isPrerelease, isPseudo } from '../../graph/version/semver.ts';
import type { ModDraft } from './draft.ts';
import { addToProxy } from './proxy-folder.ts';
import type { Random } from './random.ts';
import type { Universe } from './universe.ts';

export type Module = Universe['modules'][number];

/** Which sources the modules hold: none, or packages that import those of what the module requires. */
export type Sources = 'none' | 'packages';

/** The same modules, the latest version of some of which retracts others, or itself. */
export function withRetractions(random: Random, modules: readonly Module[]): Module[] {
  return modules.map((module) => {
    const own = modules.filter(({ path }) => path === module.path);
    if (latestOf(own.map(({ version }) => version)) !== module.version || !random.chance(35)) return module;
    const bad = random.pick(own)?.version ?? '';
    return bad.endsWith('+incompatible') || module.version.endsWith('+incompatible')
      ? module
      : { ...module, mod: `${module.mod}retract ${bad}\n` };
  });
}

/** Path → what `go list -m -versions` tells of it. */
export function listsOf(modules: readonly Module[]): Map<string, VersionList> {
  const lists = new Map<string, VersionList>();
  for (const path of new Set(modules.map((module) => module.path))) {
    const own = modules.filter((module) => module.path === path);
    lists.set(path, { versions: own.map(({ version }) => version).filter((version) => !isPseudo(version)) });
  }
  return lists;
}

/** The highest release, else the highest of all: what @latest is before anything is retracted. Those of v2 and above without a go.mod do not count beside others that have one. */
function latestOf(all: readonly string[]): string | undefined {
  const tagged = all.filter((version) => !isPseudo(version)).sort(compareVersions);
  const own = tagged.filter((version) => !version.endsWith('+incompatible'));
  const versions = own.length > 0 ? own : tagged;
  return versions.findLast((version) => !isPrerelease(version)) ?? versions.at(-1);
}

/** Lays the modules as a proxy. With packages each has one at its root, which imports those of some that it requires. */
export function layProxy(folder: string, modules: readonly Module[], sources: Sources, random: Random): void {
  for (const module of modules) {
    const required = [...module.mod.matchAll(/^require (\S+) \S+/gm)].flatMap(([, path = '']) => path);
    const imports = sources === 'none' ? [] : required.filter((path) => path !== module.path && random.chance(60));
    const files = [
      { name: 'go.mod', text: module.mod },
      ...(sources === 'none' ? [] : [{ name: 'p.go', text: sourceOf(imports) }]),
    ];
    const { path, version, mod } = module;
    addToProxy(folder, { path, version, mod, files });
  }
}

function sourceOf(imports: readonly string[]): string {
  return `package p\n\n${imports.map((path) => `import _ ${JSON.stringify(path)}\n`).join('')}`;
}

/** The draft of what a go.mod says, in the place of `of`. */
export function draftOf(text: string, of: ModDraft): ModDraft {
  const { main } = readGoMod(text);
  const { toolchain: _, go: __, ...rest } = of;
  return {
    ...rest,
    ...(main.go === undefined ? {} : { go: main.go }),
    ...(main.toolchain === undefined ? {} : { toolchain: main.toolchain }),
    require: main.require,
    exclude: main.exclude.map(({ path, version = '' }) => ({ path, version })),
  };
}
