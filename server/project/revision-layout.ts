/** Lays the files of a commit that say what its modules are into a scratch folder, where go can load them. */
import { withThousands } from '../../graph/thousands.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../../graph/fault.ts';
import type { MainModule, Problem, Replace, Workspace } from '../../graph/snapshot/types.ts';
import { readGoMod } from '../../parsers/go-mod-text.ts';
import { readGoWork } from '../../parsers/go-work-text.ts';
import type { GoWorkChoice } from './find.ts';
import { below } from './inside.ts';
import { sumBeside } from './mod-file.ts';
import { noRoom } from './no-room.ts';
import { newFolder } from './own-folder.ts';
import { readRegularFile } from './regular-file.ts';
import type { Repository } from './revision-name.ts';
import type { Link, RevisionTree } from './revision-tree.ts';

/** Which go.work counts at a revision: `file` is relative to the top of the repository. */
export type RevisionGoWork = 'auto' | 'off' | { readonly file: string };

export interface Laid {
  /** The folder that stands for the user's. */
  readonly start: string;
  /** What stands for the top of the repository. */
  readonly top: string;
  readonly gowork: GoWorkChoice;
  /** The file that is read in the place of go.mod, where one was named. */
  readonly modfile?: string;
  /** Folders that the commit does not hold, and files that are links out of the repository. */
  readonly problems: readonly Problem[];
  remove(): void;
}

/** Folders above the scratch copy of the top, so that `../../x` in a go.mod stays in a folder of ours. */
const mostUps = 64;

/** .go files of one revision: kubernetes has 17,000, of 130 MB. They are held in memory while they are written. */
const mostSources = 50_000;
const mostSourceBytes = 256 << 20;
const sourcesAtOnce = 1000;

/**
 * Lays out what the module or workspace of the folder needs: go.mod, go.sum, go.work, go.work.sum, vendor/modules.txt, and the
 * go.mod of folders that use lines and replace lines name; and their .go files, where the tree was read with them. A folder outside of the repository, or in a submodule, is as it stands
 * now, and a problem says so; `modFile`, relative to the top, is read in the place of go.mod; a replaced one that is not there counts as a module without requirements. Throws a Fault:
 * 'no-module' where the commit has none in that folder, 'bad-input' for a go.work that is not there, 'write-failed'.
 */
export async function layRevision(
  tree: RevisionTree,
  { top, prefix }: Repository,
  name: string,
  gowork: RevisionGoWork,
  modFile?: string,
): Promise<Laid> {
  const found = await new Finding(tree, name, modFile).find(prefix, gowork);
  const { files, elsewhere, unread, workFile } = found;
  const { folder, remove } = newFolder(use);
  try {
    const ups = Math.min(mostUps, Math.max(0, ...elsewhere.map(({ at }) => upsOf(at))));
    const copy = path.join(folder, ...Array.from({ length: ups }, () => 'above'), 'tree');
    for (const [file, bytes] of files) {
      // A tree is a stranger's: git itself writes no file with such a name.
      const target = below(copy, file);
      if (target !== undefined) put(target, bytes);
    }
    for (const one of elsewhere) layElsewhere(one, top, copy, folder);
    const start = path.join(copy, prefix);
    mkdirSync(start, { recursive: true });
    return {
      start,
      top: copy,
      gowork: workFile === undefined ? 'off' : { file: path.join(copy, workFile) },
      ...(modFile === undefined ? {} : { modfile: path.join(copy, modFile) }),
      problems: [
        ...elsewhere.map((one) => problemOf(one, top)),
        ...unread.map(({ file, words }) => ({ code: 'load-error', subject: file, text: words })),
      ],
      remove,
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** A folder whose go.mod the commit does not hold. */
interface Elsewhere {
  /** As it is written, relative to the top: `../other`, `libs/sub`, `/home/me/x`. */
  readonly at: string;
  /** The module path that it replaces; absent for a use line. */
  readonly replaces?: string;
  /** The submodule that it is in. */
  readonly submodule?: string;
}

class Finding {
  readonly #tree: RevisionTree;
  readonly #name: string;
  readonly #modFile: string | undefined;
  readonly files = new Map<string, Uint8Array>();
  readonly elsewhere: Elsewhere[] = [];
  /** Files such as go.sum that are links out of the repository. */
  readonly unread: { readonly file: string; readonly words: string }[] = [];
  workFile: string | undefined;

  constructor(tree: RevisionTree, name: string, modFile: string | undefined) {
    this.#tree = tree;
    this.#name = name;
    this.#modFile = modFile;
  }

  async find(prefix: string, gowork: RevisionGoWork): Promise<this> {
    const above = foldersAbove(prefix);
    const submodule = this.#tree.place(prefix);
    if (submodule.kind === 'submodule') {
      throw new Fault(
        'no-module',
        `At ${this.#name} ${prefix} is in the submodule ${submodule.path}, whose files another repository holds.`,
        {
          hint: `Start there: \`modscope diff -C ${submodule.path}\`.`,
        },
      );
    }
    const module = above.find((folder) => this.#isModFile(join(folder, 'go.mod')));
    this.workFile = this.#workFile(above, gowork);
    if (module === undefined && this.workFile === undefined) {
      throw new Fault(
        'no-module',
        `At ${this.#name} there is no go.mod in ${prefix === '' ? 'the repository’s top folder' : `${prefix} or a folder above it`}, and no go.work.`,
        {
          hint: this.#linkInVain(above) ?? 'Name the folder of a module that was there: `modscope diff -C DIR`.',
        },
      );
    }
    const roots = new Set<string>(module === undefined ? [] : [module]);
    let work: Workspace | undefined;
    if (this.workFile !== undefined) {
      const folder = parentOf(this.workFile);
      await this.#take([this.workFile, `${this.workFile}.sum`, join(folder, 'vendor/modules.txt')]);
      const text = this.#text(this.workFile);
      work = read(() => readGoWork(text ?? '', 'go.work'));
      for (const use of work?.use ?? []) this.#addFolder(join(folder, use), undefined, roots);
    }
    const mains = [...roots];
    await this.#takeModFile();
    await this.#take(
      mains.flatMap((root) => ['go.mod', 'go.sum', 'vendor/modules.txt'].map((file) => join(root, file))),
    );
    const replaced = new Set<string>();
    const addAll = (folder: string, lines: readonly Replace[]): void => {
      for (const { old, new: by } of lines) {
        if (by.version === undefined)
          this.#addFolder(path.isAbsolute(by.path) ? by.path : join(folder, by.path), old.path, replaced);
      }
    };
    if (work !== undefined && this.workFile !== undefined) addAll(parentOf(this.workFile), work.replace);
    for (const root of mains) addAll(root, this.#main(root)?.replace ?? []);
    await this.#take([...replaced].map((folder) => join(folder, 'go.mod')));
    await this.#takeSources(this.#tree.sources(new Set([...mains, ...replaced])));
    return this;
  }

  #workFile(above: readonly string[], gowork: RevisionGoWork): string | undefined {
    if (gowork === 'off') return undefined;
    if (gowork === 'auto') return above.map((folder) => join(folder, 'go.work')).find((file) => this.#isModFile(file));
    if (this.#isFile(gowork.file)) return gowork.file;
    throw new Fault('bad-input', `${this.#name} has no file ${gowork.file}, which GOWORK or --gowork names.`);
  }

  #isFile(file: string): boolean {
    return this.#tree.place(file).kind === 'file';
  }

  /** The same of a go.mod or go.work. Throws a Fault 'bad-input' for a link out of the repository: which text it had then nobody knows. */
  #isModFile(file: string): boolean {
    const place = this.#tree.place(file);
    if (place.kind === 'outside' && place.link !== undefined) {
      throw new Fault('bad-input', `At ${this.#name} ${wordsOf(file, place.link)}, out of the repository.`, {
        hint: 'What stood there at that time is in no commit: compare snapshot files, which `modscope snapshot -o FILE` writes.',
      });
    }
    return place.kind === 'file';
  }

  /** Why a go.mod or go.work that is a link counts for nothing: go passes over what leads nowhere, too. */
  #linkInVain(above: readonly string[]): string | undefined {
    for (const file of above.flatMap((folder) => [join(folder, 'go.mod'), join(folder, 'go.work')])) {
      const place = this.#tree.place(file);
      if (place.kind !== 'nothing' || place.link === undefined) continue;
      const why = place.loop === true ? 'and the links form a loop' : 'which that commit does not hold';
      return `${wordsOf(file, place.link)}, ${why}.`;
    }
    return undefined;
  }

  /** To `inside`, where the commit has its files; else to those elsewhere. A folder without a go.mod is for go to refuse. */
  #addFolder(folder: string, replaces: string | undefined, inside: Set<string>): void {
    const place = folder.startsWith('/') ? { kind: 'outside' as const } : this.#tree.place(join(folder, 'go.mod'));
    if (place.kind === 'file') {
      inside.add(folder);
      return;
    }
    if (place.kind === 'nothing' || this.elsewhere.some(({ at }) => at === folder)) return;
    this.elsewhere.push({
      at: folder,
      ...(replaces === undefined ? {} : { replaces }),
      ...(place.kind === 'submodule' ? { submodule: place.path } : {}),
    });
  }

  /** With its go.sum. Throws a Fault 'bad-input' where the commit has none. */
  async #takeModFile(): Promise<void> {
    if (this.#modFile === undefined) return;
    if (!this.#isModFile(this.#modFile)) {
      throw new Fault('bad-input', `${this.#name} has no file ${this.#modFile}, which --modfile or GOFLAGS names.`);
    }
    await this.#take([this.#modFile, sumBeside(this.#modFile)]);
  }

  #main(root: string): MainModule | undefined {
    const text = this.#text(this.#modFile ?? join(root, 'go.mod'));
    return text === undefined ? undefined : read(() => readGoMod(text).main);
  }

  #text(file: string): string | undefined {
    const bytes = this.files.get(file);
    return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
  }

  async #takeSources(files: readonly string[]): Promise<void> {
    if (files.length > mostSources) {
      throw tooLarge(this.#name, `${withThousands(files.length)} .go files, and ${withThousands(mostSources)}`);
    }
    let bytes = 0;
    for (let from = 0; from < files.length; from += sourcesAtOnce) {
      const some = files.slice(from, from + sourcesAtOnce);
      await this.#take(some);
      for (const file of some) bytes += this.files.get(file)?.length ?? 0;
      if (bytes > mostSourceBytes) {
        throw tooLarge(this.#name, `more than ${String(mostSourceBytes >> 20)} MB of .go files, and that`);
      }
    }
  }

  async #take(files: readonly string[]): Promise<void> {
    for (const file of files) {
      const place = this.#tree.place(file);
      if (place.kind === 'outside' && place.link !== undefined) {
        this.unread.push({
          file,
          words: `At ${this.#name} ${wordsOf(file, place.link)}, out of the repository: it is not read.`,
        });
      }
    }
    for (const [file, bytes] of await this.#tree.files(files)) this.files.set(file, bytes);
  }
}

/** `go.mod is a link to vendor.mod`; where that is a link again, the last one is named too. */
function wordsOf(file: string, { path: last, target }: Link): string {
  return last === file ? `${file} is a link to ${target}` : `${file} leads over the link ${last} to ${target}`;
}

function tooLarge(name: string, what: string): Fault {
  return new Fault('too-large', `${name} has ${what} is the most that is laid out.`, {
    hint: 'Compare without --packages, or compare snapshots that were written with it.',
  });
}

/** What cannot be read is for the load to tell. */
function read<Result>(reader: () => Result): Result | undefined {
  try {
    return reader();
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

/** A folder elsewhere as it stands now, at the same place from the copy. */
function layElsewhere({ at, replaces }: Elsewhere, top: string, copy: string, folder: string): void {
  const target = path.resolve(copy, at);
  // An absolute one is the same from everywhere; go reads it where it is.
  if (path.isAbsolute(at) || !target.startsWith(`${folder}${path.sep}`)) return;
  const source = path.resolve(top, at);
  for (const name of ['go.mod', 'go.sum']) {
    const bytes = bytesOf(path.join(source, name));
    if (bytes !== undefined) put(path.join(target, name), bytes);
    else if (name === 'go.mod' && replaces !== undefined) {
      put(path.join(target, name), Buffer.from(`module ${JSON.stringify(replaces)}\n`));
    }
  }
}

function problemOf({ at, replaces, submodule }: Elsewhere, top: string): Problem {
  const what = replaces === undefined ? `go.work uses ${at}` : `${replaces} is replaced by ${at}`;
  const where = submodule === undefined ? 'outside of the repository' : `in the submodule ${submodule}`;
  const state =
    bytesOf(path.join(path.resolve(top, at), 'go.mod')) === undefined
      ? 'it is not there, so what it requires is not known'
      : 'its go.mod counts as it stands now';
  return { code: 'load-error', subject: replaces ?? at, text: `${what}, ${where}: ${state}.` };
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return readRegularFile(file, 16 << 20);
  } catch {
    return undefined;
  }
}

const use = 'The go.mod files of a revision are laid there.';

function put(file: string, content: Uint8Array): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  } catch (cause) {
    throw noRoom(use, cause);
  }
}

/** The folder and those above it, up to the top (''), innermost first. */
function foldersAbove(prefix: string): string[] {
  const folders = [''];
  for (const part of prefix.split('/').filter((one) => one !== '')) folders.unshift(join(folders[0] ?? '', part));
  return folders;
}

/** Normal form, with `..` at its start only where it leads above the top; '' for the top. */
function join(folder: string, name: string): string {
  const joined = path.posix.normalize(`${folder === '' ? '.' : folder}/${name}`).replace(/\/$/, '');
  return joined === '.' ? '' : joined;
}

function parentOf(file: string): string {
  const folder = path.posix.dirname(file);
  return folder === '.' ? '' : folder;
}

function upsOf(at: string): number {
  return at.split('/').filter((part) => part === '..').length;
}
