/** Worlds of recorded modules: those of go's own test data, and of this machine's module cache where there is one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import files from 'node:path';
import { joinName } from '../../graph/model/name.ts';
import { compareGoVersions } from '../../graph/version/go-version.ts';
import { readDependencyGoMod } from '../../parsers/go-mod-lax.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import type { ModDraft, Ref } from './draft.ts';
import { unescaped } from './go-testdata.ts';
import type { Random } from './random.ts';
import { goLine, type Universe } from './universe.ts';

export type Recorded = readonly (Ref & { readonly mod: string })[];

/** The .mod files of a module cache's download folder. */
export function cachedModules(download: string): Recorded {
  if (!existsSync(download)) return [];
  return readdirSync(download, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mod') && files.basename(files.dirname(name)) === '@v')
    .sort()
    .map((name) => ({
      path: unescaped(files.dirname(files.dirname(name)).replaceAll(files.sep, '/')),
      version: unescaped(files.basename(name, '.mod')),
      mod: readFileSync(files.join(download, name), 'utf8'),
    }));
}

/**
 * Those that a go.mod may require, with a go line up to `go`, whose every requirement, and theirs, is there and can be
 * read: with the others go would refuse most edits.
 */
export function wholeModules(modules: Recorded, go: string): Recorded {
  const read = new Map<string, readonly string[]>();
  for (const module of modules) {
    const file = readDependencyGoMod(module.mod);
    if (file?.path !== module.path || /^(golang\.org\/)?(go|toolchain)$/.test(module.path)) continue;
    if (compareGoVersions(file.go ?? '1.16', go) > 0 || !mayBeRequired(module)) continue;
    read.set(
      joinName(module.path, module.version),
      file.require.map((one) => joinName(one.path, one.version)),
    );
  }
  for (let before = -1; before !== read.size;) {
    before = read.size;
    for (const [name, require] of read) if (!require.every((one) => read.has(one))) read.delete(name);
  }
  return modules.filter((module) => read.has(joinName(module.path, module.version)));
}

function mayBeRequired({ path: name, version }: Ref): boolean {
  try {
    return readGoMod(`module main.test/main\nrequire ${name} ${version}\n`).main.require.length === 1;
  } catch {
    return false;
  }
}

/** Main modules with the requirements of a recorded one, or with a few recorded ones as requirements. */
export function recordedUniverse(random: Random, modules: Recorded): Universe {
  const dirs = random.chance(25) ? ['m0', 'm1'] : ['.'];
  const mains = dirs.map((dir) => mainByChance(random, modules, dir));
  const folders = mains
    .flatMap((main) => main.require.slice(0, 2))
    .map((ref, i) => {
      const other = random.pick(modules.filter((module) => module.path === ref.path));
      return { dir: `near/${i}`, path: ref.path, mod: other?.mod ?? '' };
    });
  const work = { go: '1.24', replace: [] };
  return { modules, folders, start: mains.length === 1 ? { mains } : { mains, work } };
}

function mainByChance(random: Random, modules: Recorded, dir: string): ModDraft {
  const require = new Map<string, Ref>();
  const like = random.chance(50) ? readDependencyGoMod(random.pick(modules)?.mod ?? '') : undefined;
  for (const { path: name, version } of like?.require ?? []) require.set(name, { path: name, version });
  for (let count = 2 + random.below(6); count > 0; count--) {
    const ref = random.pick(modules);
    if (ref !== undefined) require.set(ref.path, { path: ref.path, version: ref.version });
  }
  const go = goLine(random);
  const path = dir === '.' ? 'main.test/main' : `main.test/${dir}`;
  return { path, dir, ...(go === undefined ? {} : { go }), require: [...require.values()], replace: [], exclude: [] };
}
