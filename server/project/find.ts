/** Finds the module or workspace that a folder stands in. */
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../../graph/fault.ts';
import { readGoWork } from '../../parsers/go-work-text.ts';

export interface Project {
  /** Folder of go.mod, or of go.work; symbolic links resolved. */
  readonly root: string;
  /** The go.work in force, or `off`. */
  readonly gowork: string;
  /** Folders of the main modules, absolute, in the order of go.work. */
  readonly members: readonly string[];
  /** Said to the user: why a go.work that was found is not used. */
  readonly note?: string;
}

export type GoWorkChoice = 'auto' | 'off' | { readonly file: string };

/**
 * The module or workspace of `folder`, looked for upwards as go does (modload/init.go, findModuleRoot and
 * findWorkspaceFile). auto obeys the GOWORK of the environment. A module that the go.work in force does not use is
 * loaded by itself, and `note` says so. Throws a Fault: 'not-found' when the folder is not there, 'no-module' when there
 * is no go.mod.
 */
export function findProject(folder: string, choice: GoWorkChoice = 'auto'): Project {
  const start = realFolder(folder);
  const module = upwards(start, 'go.mod');
  const work = workFile(start, choice);
  if (work === undefined) return single(module, start);
  const root = path.dirname(work);
  const members = membersOf(work);
  // A go.mod above the go.work is not the module that the folder is in: go would not look at it either.
  const nearest = module !== undefined && isWithin(root, path.dirname(module)) ? path.dirname(module) : undefined;
  if (nearest === undefined || members.includes(nearest)) return { root, gowork: work, members };
  const shown = path.relative(start, work) || 'go.work';
  return {
    ...single(module, start),
    note: `${shown} does not use this module: it is loaded by itself (GOWORK=off). \`go work use .\` would add it.`,
  };
}

function single(module: string | undefined, start: string): Project {
  if (module === undefined) {
    throw new Fault('no-module', `There is no go.mod in ${start} or any folder above it.`, {
      hint: 'Name a folder of a module: `modscope DIR`. To look at a recorded one: `modscope --sample kubectl`. To begin a module: `go mod init example.com/name`.',
    });
  }
  const root = path.dirname(module);
  return { root, gowork: 'off', members: [root] };
}

function realFolder(folder: string): string {
  try {
    const real = realpathSync(folder);
    if (statSync(real).isDirectory()) return real;
    if (path.basename(real) === 'go.mod' || path.basename(real) === 'go.work') return path.dirname(real);
  } catch {
    // Said below, in the user's own words for the folder.
  }
  throw new Fault('not-found', `There is no folder ${folder}.`, {
    hint: 'Name the folder of a Go module: `modscope DIR`.',
  });
}

function isWithin(folder: string, inner: string): boolean {
  const way = path.relative(folder, inner);
  return way === '' || (!way.startsWith(`..${path.sep}`) && way !== '..' && !path.isAbsolute(way));
}

function upwards(start: string, name: string): string | undefined {
  for (let folder = start; ; folder = path.dirname(folder)) {
    const file = path.join(folder, name);
    if (existsSync(file) && statSync(file).isFile()) return file;
    if (path.dirname(folder) === folder) return undefined;
  }
}

function workFile(start: string, choice: GoWorkChoice): string | undefined {
  if (choice === 'off') return undefined;
  const named = choice === 'auto' ? process.env['GOWORK'] : choice.file;
  if (choice === 'auto' && (named === undefined || named === '' || named === 'auto')) return upwards(start, 'go.work');
  if (named === undefined || named === 'off') return undefined;
  if (!existsSync(named)) throw new Fault('not-found', `There is no ${named}, which GOWORK or --gowork names.`);
  return realpathSync(named);
}

/** Folders that a go.work uses, absolute, links resolved where they exist. */
export function membersOf(work: string): string[] {
  const root = path.dirname(work);
  return readGoWork(readFileSync(work, 'utf8'), path.basename(work)).use.map((folder) => {
    const absolute = path.resolve(root, folder);
    return existsSync(absolute) ? realpathSync(absolute) : absolute;
  });
}
