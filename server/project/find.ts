/** Finds the module or workspace that a folder stands in. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Fault } from '../../graph/fault.ts';
import { typed } from '../../graph/remedy/typed.ts';
import type { Workspace } from '../../graph/snapshot/types.ts';
import { readGoWork } from '../../parsers/go-work-text.ts';
import { realOr } from './by-link.ts';
import { readText } from './read-text.ts';

/** A main module's folder. */
export interface Member {
  /** Absolute, as go.work names it (links in it are not resolved). */
  readonly folder: string;
  /** Relative to the root, with `/`; `.` for the root. */
  readonly dir: string;
}

export interface Project {
  /** Folder of go.mod, or of go.work, absolute, by the name that leads there from `start`: links in it are kept, as go keeps them. */
  readonly root: string;
  /** The go.work in force, absolute, or `off`. */
  readonly gowork: string;
  /** What that go.work says; absent when it is off. */
  readonly work?: Workspace;
  /** Folders of the main modules, in the order of go.work. */
  readonly members: readonly Member[];
  /** What is read in the place of the root's go.mod (mod-file.ts), absolute. */
  readonly modFile?: string;
  /** The go.work in force that does not use this module, absolute: modscope leaves it out, and go typed here does not. */
  readonly elsewhere?: string;
  /** Said to the user: why a go.work that was found is not used. */
  readonly note?: string;
  /** Said to the user: the go.work that was found in a folder above belongs to somebody else. */
  readonly foreign?: string;
}

/** All that is said to the user of which project this is. */
export function notesOf({ note, foreign }: Project): string[] {
  return [foreign, note].filter((one) => one !== undefined);
}

export type GoWorkChoice = 'auto' | 'off' | { readonly file: string };

/**
 * The module or workspace of `start` (see namedFolder), looked for upwards as go does (modload/init.go, findModuleRoot and
 * FindGoWork). `goSays` is what `go env GOWORK` answers there; without it auto obeys the environment and looks itself.
 * A module that the go.work in force does not use is loaded by itself, and `note` says so. Throws a Fault: 'no-module'
 * when there is no go.mod, 'bad-input' for a go.work that cannot be read.
 */
export function findProject(start: string, choice: GoWorkChoice = 'auto', goSays?: string): Project {
  const module = upwards(start, 'go.mod');
  const gowork = workFile(start, choice, goSays);
  if (gowork === undefined) return single(module, start);
  const root = path.dirname(gowork);
  const foreign = choice === 'auto' ? foreignWork(gowork, start) : undefined;
  const said = foreign === undefined ? {} : { foreign };
  const work = readGoWork(readText(gowork), path.basename(gowork));
  const members = work.use.map((use) => memberOf(root, use));
  // A go.mod in a folder above that of go.work is not the module one stands in: there is none.
  const own = module === undefined || isInside(path.dirname(module), root, start) ? undefined : path.dirname(module);
  if (own === undefined || members.some(({ folder }) => realOr(folder) === realOr(own))) {
    return { root, gowork, work, members, ...said };
  }
  return {
    ...single(module, start),
    ...said,
    elsewhere: gowork,
    note: `${path.relative(own, gowork)} does not use this module: it is loaded by itself (GOWORK=off), and go commands that you type here are not.`,
  };
}

/**
 * A go.work in a folder above counts for everybody below it (modload/init.go, FindGoWork), so that whoever may write there
 * chooses what is loaded: the words where that is another user, and GOWORK does not name it. Windows tells no owner.
 */
function foreignWork(gowork: string, start: string): string | undefined {
  const own = process.getuid?.();
  if (own === undefined || path.dirname(gowork) === start || !isWithin(path.dirname(gowork), start)) return undefined;
  if (!['', 'auto'].includes(process.env['GOWORK'] ?? '')) return undefined;
  const owner = statSync(gowork, { throwIfNoEntry: false })?.uid ?? own;
  if (owner === own) return undefined;
  return `${gowork} belongs to another user (uid ${String(owner)}) and decides what is loaded below it: \`--gowork off\` leaves it out.`;
}

/**
 * The folder that a user names, absolute, by its name: go typed in a shell counts folders upwards from there (os.Getwd
 * believes PWD), so `replace … => ../x` and a go.work above are those beside the link. A go.mod or go.work stands for its
 * folder. Throws a Fault 'not-found'.
 */
export function namedFolder(name: string): string {
  try {
    const folder = path.resolve(name);
    if (statSync(folder).isDirectory()) return folder;
    if (path.basename(folder) === 'go.mod' || path.basename(folder) === 'go.work') return path.dirname(folder);
  } catch {
    // Said below, in the user's own words for the folder.
  }
  throw new Fault('not-found', `There is no folder ${name}.`, {
    hint: 'Name the folder of a Go module: `modscope DIR`.',
  });
}

/** The same with links resolved: where git finds it. */
export function realFolder(name: string): string {
  return realpathSync(namedFolder(name));
}

function single(module: string | undefined, start: string): Project {
  if (module === undefined) {
    throw new Fault('no-module', `There is no go.mod in ${start} or any folder above it, and no go.work.`, {
      hint:
        behindLink(start) ??
        'Name a folder of a module: `modscope DIR`. To look at a recorded one: `modscope --sample`. To begin a module: `go mod init example.com/name`.',
    });
  }
  const root = path.dirname(module);
  return { root, gowork: 'off', members: [{ folder: root, dir: '.' }] };
}

/** Where a link leads, when there is a module: go does not look for one there, either. */
function behindLink(start: string): string | undefined {
  const real = realOr(start);
  const module = real === start ? undefined : upwards(real, 'go.mod');
  if (module === undefined) return undefined;
  return `${start} is a link, or below one: it is ${real}, where ${module} is found. go looks above the link, by its name: \`${typed('modscope', '-C', real)}\` looks there.`;
}

/** A folder of go.work as a main module. */
export function memberOf(root: string, use: string): Member {
  const folder = path.resolve(root, use);
  return { folder, dir: path.relative(root, folder).split(path.sep).join('/') || '.' };
}

/** True when `inner` is below `outer`, and `start` at or below `inner`. */
function isInside(outer: string, inner: string, start: string): boolean {
  return inner !== outer && isWithin(outer, inner) && isWithin(inner, start);
}

function isWithin(folder: string, inner: string): boolean {
  const way = path.relative(folder, inner);
  return way === '' || (!way.startsWith(`..${path.sep}`) && way !== '..' && !path.isAbsolute(way));
}

function upwards(start: string, name: string): string | undefined {
  for (let folder = start; ; folder = path.dirname(folder)) {
    const file = path.join(folder, name);
    // Go passes over a go.mod in the system's folder for temporary files itself (modload/init.go): anybody can put it there.
    if (isFile(file)) return realOr(folder) === realOr(os.tmpdir()) && name === 'go.mod' ? undefined : file;
    if (path.dirname(folder) === folder) return undefined;
  }
}

function workFile(start: string, choice: GoWorkChoice, goSays: string | undefined): string | undefined {
  if (choice === 'off') return undefined;
  const named = choice === 'auto' ? (goSays ?? process.env['GOWORK'] ?? '') : choice.file;
  if (choice === 'auto' && named === 'off') return undefined;
  if (choice === 'auto' && (named === '' || named === 'auto')) {
    return goSays === undefined ? upwards(start, 'go.work') : undefined;
  }
  // modload/init.go, FindGoWork: go refuses it before it looks for the file.
  if (choice === 'auto' && !path.isAbsolute(named)) throw relativeWork(named);
  if (!isFile(named)) {
    const what = existsSync(named) ? `${named} is no file` : `There is no file ${named}`;
    throw new Fault('bad-input', `${what}, which GOWORK or --gowork names.`);
  }
  return path.resolve(start, named);
}

function relativeWork(named: string): Fault {
  return new Fault('bad-input', `GOWORK is ${named}, which is not an absolute path: go refuses it.`, {
    hint: 'Give GOWORK the whole path of the file, or unset it: go then looks for a go.work here and in the folders above.',
  });
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
