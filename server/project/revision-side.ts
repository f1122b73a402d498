/** One of the two things that a diff compares: a snapshot file, a git revision, or the folder as it stands. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { folderKey, replacedFolders, type Declared } from '../../graph/diff/declared.ts';
import { Fault } from '../../graph/fault.ts';
import type { GoModFile } from '../../graph/load/types.ts';
import type { Problem, Snapshot } from '../../graph/snapshot/types.ts';
import { readDependencyGoMod } from '../../parsers/go-mod-lax.ts';
import { Git } from '../process/git.ts';
import { modFileIn } from '../process/go-flags.ts';
import { Go } from '../process/go.ts';
import { realOr } from './by-link.ts';
import { namedFolder, realFolder } from './find.ts';
import { load } from './load.ts';
import { loadSnapshotFile } from './load-recorded.ts';
import { Promised } from './promised.ts';
import { layRevision, type RevisionGoWork } from './revision-layout.ts';
import { checkThere, findRevision, repositoryOf, type Repository, type Revision } from './revision-name.ts';
import { sumBeside } from './mod-file.ts';
import { RevisionTree } from './revision-tree.ts';
import { readText } from './read-text.ts';
import type { Loaded, LoadOptions, OnPhases } from './types.ts';

/** What is asked for. */
export type SideName =
  | { readonly kind: 'snapshot'; readonly file: string }
  | { readonly kind: 'revision'; readonly name: string }
  | { readonly kind: 'folder' };

export interface Side {
  /** For people: the name of the revision or file, or `the folder as it stands`. */
  readonly name: string;
  /** Of a revision, in full. */
  readonly commit?: string;
  readonly snapshot: Snapshot;
  /** Texts of go.mod, go.work and of the go.mod of replaced folders, by file relative to the root of the project; none for a snapshot file. */
  readonly texts: ReadonlyMap<string, string>;
  /** What was read in the place of `go.mod`, relative to the root of the project. */
  readonly modFile?: string;
  /** What the diff rests on that is not as it should be. */
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

/** What a word of the command line means: `rev:NAME` a revision, a file that is there (or `-`) a snapshot, anything else a revision. */
export function sideNamed(word: string, cwd: string): SideName {
  if (word.startsWith('rev:')) return { kind: 'revision', name: word.slice('rev:'.length) };
  if (word === '-') return { kind: 'snapshot', file: word };
  return isFile(path.resolve(cwd, word)) ? { kind: 'snapshot', file: word } : { kind: 'revision', name: word };
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** How the two sides are loaded. */
export interface Sides {
  /** Where the user stands: files of snapshots are named from there. */
  readonly cwd: string;
  /** The folder of the module, and the same at a revision. */
  readonly dir: string;
  readonly options: LoadOptions;
  readonly onPhases: OnPhases;
  readonly signal: AbortSignal;
}

/**
 * Loads both, one after the other: go's caches are warm for the second. Throws a Fault when one of them cannot be loaded as a whole, for a part
 * against a whole would tell changes that are none.
 */
export async function loadSides(base: SideName, head: SideName, by: Sides): Promise<[Side, Side]> {
  const repository = [base, head].some(({ kind }) => kind === 'revision') ? await openRepository(by) : undefined;
  return [await loadSide(base, by, repository), await loadSide(head, by, repository)];
}

interface Opened {
  readonly git: Git;
  /** Its `top` by the name that leads there from `dir`. */
  readonly where: Repository;
  /** The folder, for the side as it stands: a link that leads into the middle of a repository is resolved, so that both sides stand alike in it. */
  readonly dir: string;
  /** For the folder as it stands, so that both sides are found alike. */
  readonly gowork: LoadOptions['gowork'];
  readonly atRevision: RevisionGoWork;
  readonly notes: readonly string[];
  /** What is read in the place of go.mod, relative to the top of the repository. */
  readonly modFile?: string;
}

async function openRepository({ dir, options, signal }: Sides): Promise<Opened> {
  const named = namedFolder(dir);
  const real = realFolder(dir);
  const git = new Git(real, options.timeout, signal);
  const repository = await repositoryOf(git, real);
  const { top: realTop, prefix } = repository;
  const top = path.resolve(
    named,
    ...prefix
      .split('/')
      .filter(Boolean)
      .map(() => '..'),
  );
  const isNamed = realOr(top) === realTop;
  const where = isNamed ? { top, prefix } : repository;
  const folder = isNamed ? named : real;
  const modFile = await modFileAt(where, folder, options, signal);
  return {
    git,
    where,
    dir: folder,
    ...goworkOf(where, folder, options.gowork),
    ...(modFile === undefined ? {} : { modFile }),
  };
}

/** Throws a Fault 'usage' for one that the repository does not hold: it has no revisions. */
async function modFileAt(
  { top }: Repository,
  folder: string,
  options: LoadOptions,
  signal: AbortSignal,
): Promise<string | undefined> {
  // A go that cannot be asked is told of by the load.
  const env = await new Go(options, signal).env(folder).catch(() => undefined);
  const { modfile = modFileIn(env?.GOFLAGS ?? '') } = options;
  if (modfile === undefined) return undefined;
  const relative = path.relative(top, path.resolve(folder, modfile)).split(path.sep).join('/');
  if (!relative.startsWith('../') && !path.isAbsolute(relative)) return relative;
  throw new Fault('usage', `${modfile} is outside of the repository and has no revisions.`, {
    hint: 'Compare snapshot files: `modscope snapshot --modfile FILE -o A.json` writes one.',
  });
}

/** A go.work that is no file of the repository has no revisions: then both sides are loaded without. */
function goworkOf(
  { top }: Repository,
  folder: string,
  choice: LoadOptions['gowork'],
): Pick<Opened, 'gowork' | 'atRevision' | 'notes'> {
  const fromUser = process.env['GOWORK'] ?? '';
  const named = choice === 'auto' && fromUser !== '' && fromUser !== 'auto' ? fromUser : choice;
  if (named === 'off') return { gowork: 'off', atRevision: 'off', notes: [] };
  const file = named === 'auto' ? workAbove(folder) : path.resolve(typeof named === 'string' ? named : named.file);
  if (file === undefined) return { gowork: choice, atRevision: 'auto', notes: [] };
  const relative = path.relative(top, file).split(path.sep).join('/');
  if (!relative.startsWith('../')) {
    return { gowork: choice, atRevision: named === 'auto' ? 'auto' : { file: relative }, notes: [] };
  }
  const note = `${file} is outside of the repository and has no revisions: both sides are loaded without it (GOWORK=off).`;
  return { gowork: 'off', atRevision: 'off', notes: [note] };
}

function workAbove(start: string): string | undefined {
  for (let folder = start; ; folder = path.dirname(folder)) {
    const file = path.join(folder, 'go.work');
    if (isFile(file)) return file;
    if (path.dirname(folder) === folder) return undefined;
  }
}

async function loadSide(side: SideName, by: Sides, opened: Opened | undefined): Promise<Side> {
  switch (side.kind) {
    case 'snapshot': {
      const file = side.file === '-' ? side.file : path.resolve(by.cwd, side.file);
      const { snapshot } = await loadSnapshotFile(file, by.onPhases, by.signal);
      return {
        name: side.file === '-' ? 'standard input' : side.file,
        snapshot,
        texts: new Map(),
        problems: [],
        notes: [],
      };
    }
    case 'revision': {
      if (opened === undefined) throw new Fault('defect', 'The repository was not opened.');
      const revision = await findRevision(opened.git, side.name);
      return loadRevision(revision, by, opened);
    }
    case 'folder': {
      const options = opened === undefined ? by.options : { ...by.options, gowork: opened.gowork };
      const loaded = await load({ kind: 'folder', dir: opened?.dir ?? by.dir }, options, by.onPhases, by.signal);
      if (loaded.fault !== undefined) throw partial('the folder as it stands', loaded.fault);
      return {
        name: 'the folder as it stands',
        snapshot: loaded.snapshot,
        texts: textsOf(loaded),
        ...modFileOf(loaded),
        ...modFileOf(loaded),
        problems: [],
        notes: [...loaded.notes, ...(opened?.notes ?? [])],
      };
    }
  }
}

async function loadRevision(revision: Revision, by: Sides, opened: Opened): Promise<Side> {
  const { offline, vcs } = by.options;
  const promised = await Promised.of(opened.git, opened.where.top, !offline && vcs !== 'off');
  try {
    return await loadCommit(revision, by, opened, promised);
  } finally {
    promised?.remove();
  }
}

async function loadCommit(
  revision: Revision,
  by: Sides,
  { git: plain, where, atRevision, modFile }: Opened,
  promised: Promised | undefined,
): Promise<Side> {
  const { name, commit } = revision;
  const git = promised?.git ?? plain;
  await checkThere(git, revision, promised);
  const tree = await RevisionTree.of(git, commit, {
    sources: by.options.packages === true,
    also: modFile === undefined ? [] : [modFile, sumBeside(modFile)],
    ...(promised === undefined ? {} : { promised }),
  });
  const laid = await layRevision(tree, where, name, atRevision, modFile);
  try {
    const { gowork, modfile } = laid;
    const options = { ...by.options, gowork, ...(modfile === undefined ? {} : { modfile }) };
    const loaded = await load({ kind: 'folder', dir: laid.start }, options, by.onPhases, by.signal);
    if (loaded.fault !== undefined) throw partial(name, loaded.fault);
    return {
      name,
      commit,
      snapshot: loaded.snapshot,
      texts: textsOf(loaded),
      ...modFileOf(loaded),
      problems: laid.problems,
      notes: loaded.notes,
    };
  } catch (error) {
    throw error instanceof Fault ? shown(error, laid.top, name) : error;
  } finally {
    laid.remove();
  }
}

function partial(name: string, { code, message, hint, detail }: Fault): Fault {
  return new Fault(code, `${name} cannot be loaded whole, and a part would show changes that are none: ${message}`, {
    ...(hint === undefined ? {} : { hint }),
    ...(detail === undefined ? {} : { detail }),
  });
}

/** The scratch copy stands for the commit: `v1.2.0:go.mod`, as git names it. */
function shown(fault: Fault, top: string, name: string): Fault {
  const words = (text: string): string =>
    text.replaceAll(`${top}${path.sep}`, () => `${name}:`).replaceAll(top, () => `${name}:`);
  const message = words(fault.message);
  return new Fault(fault.code, message.includes(name) ? message : `${name}: ${message}`, {
    ...(fault.hint === undefined ? {} : { hint: words(fault.hint) }),
    ...(fault.detail === undefined ? {} : { detail: words(fault.detail) }),
    cause: fault,
  });
}

function modFileOf({ modFile, folders: [root = '.'] }: Loaded): Pick<Side, 'modFile'> {
  return modFile === undefined ? {} : { modFile: path.relative(root, modFile).split(path.sep).join('/') };
}

function textsOf({ snapshot, folders: [root = '.'], run, modFile }: Loaded): Map<string, string> {
  const texts = new Map<string, string>();
  const add = (file: string, from: string): void => {
    try {
      texts.set(file, readText(path.resolve(root, from)));
    } catch {
      // A member without a go.mod, or a file that was there a moment ago: the load has said so.
    }
  };
  if (snapshot.work !== undefined && run.gowork !== undefined) add('go.work', path.basename(run.gowork));
  for (const { dir } of snapshot.mains) add(fileIn(dir), modFile ?? fileIn(dir));
  for (const folder of replacedFolders(snapshot).keys()) add(fileIn(folder), fileIn(folder));
  return texts;
}

/** The go.mod of a folder, relative to the root of the project. */
function fileIn(folder: string): string {
  return folder === '.' ? 'go.mod' : `${folder}/go.mod`;
}

/** All that the files of a side declare. */
export function declaredOf({ snapshot, texts }: Side): Declared {
  const folders = new Map<string, GoModFile>();
  for (const folder of replacedFolders(snapshot).keys()) {
    const text = texts.get(fileIn(folder));
    const file = text === undefined ? undefined : readDependencyGoMod(text);
    if (file !== undefined) folders.set(folderKey('.', folder), file);
  }
  const { mains, work } = snapshot;
  return { mains, ...(work === undefined ? {} : { work }), folders };
}
