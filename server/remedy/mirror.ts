/** A tree of our own that stands for the user's, for commands that write: folders are real, Go files are links, what go may write is copied, of what is embedded the names are there. */
import { withThousands } from '../../graph/thousands.ts';
import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  existsSync,
} from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Replace } from '../../graph/snapshot/types.ts';
import { realOr } from '../project/by-link.ts';
import type { Declared } from '../project/declared.ts';
import type { Project } from '../project/find.ts';
import { irregularSource } from '../project/irregular-source.ts';
import { newFolder, type OwnFolder } from '../project/own-folder.ts';
import { readText } from '../project/read-text.ts';
import { embedPatterns, namedBy } from './embedded.ts';

/** Files and folders of the largest tree that is mirrored: kubernetes has some 20,000. */
const most = 60_000;

/** What go writes; everything else of a tree it only reads. */
const written = /^(?:go\.mod|go\.sum|go\.work|go\.work\.sum|modules\.txt)$/;

/** What go reads of a package, in any language that it builds (go/build/build.go, matchFile and goodOSArchFile). */
const read = /\.(?:go|c|cc|cpp|cxx|m|mm|h|hh|hpp|hxx|f|F|for|f90|s|S|sx|swig|swigcxx|syso)$/;

/** Bytes of the largest Go file in which `//go:embed` is looked for. */
const largest = 4 << 20;

/** Said where a tree cannot be mirrored: nothing is tried then. */
export class CannotMirror extends Error {
  override readonly name = 'CannotMirror';
}

export class Mirror {
  /** Folder of go.mod or go.work in the mirror. */
  readonly root: string;
  /** GOWORK for commands there. */
  readonly gowork: string;
  readonly #base: string;
  readonly #project: Project;
  readonly #own: OwnFolder;
  /** What go may write, as it was: file in the mirror → its text. */
  #copied = new Map<string, string>();
  #count = 0;
  /** Folder of a package of the user's → what its files embed. */
  #embeds = new Map<string, Set<string>>();
  /** Folders that stand for modules. */
  #replaced: ReadonlySet<string> = new Set();

  private constructor(project: Project) {
    this.#own = newFolder('A copy of what go may write is laid there.');
    this.#base = this.#own.folder;
    this.#project = project;
    this.root = this.at(project.root);
    this.gowork = project.work === undefined ? 'off' : this.at(project.gowork);
  }

  /**
   * Mirrors the folders of all main modules, and links what their replace lines name outside of them. Throws CannotMirror
   * for a tree that is too large, one that cannot be read, one whose go.mod is another file (--modfile), and a go.work that names folders by absolute paths.
   */
  static async of(
    project: Project,
    { mains, work }: Pick<Declared, 'mains' | 'work'>,
    signal: AbortSignal,
  ): Promise<Mirror> {
    // What is typed edits go.mod, and that is not the file that was read.
    if (project.modFile !== undefined) throw new CannotMirror('another file stands in the place of go.mod');
    // Go would follow such a line back into the user's own tree, and write there.
    if (project.work?.use.some((use) => path.isAbsolute(use)) === true)
      throw new CannotMirror('go.work names a folder by an absolute path');
    const waiting = irregularSource(project, mains);
    if (waiting !== undefined) throw new CannotMirror(waiting);
    const mirror = new Mirror(project);
    const replaced = [
      ...foldersOf(project.root, work?.replace ?? []),
      ...mains.flatMap((main) => foldersOf(path.resolve(project.root, main.dir), main.replace)),
    ];
    try {
      const folders = [...new Set([project.root, ...project.members.map(({ folder }) => folder)])].filter(isDirectory);
      // Before any link is made: a member that lies behind a link must be a folder of the mirror's own.
      for (const folder of folders) mkdirSync(mirror.at(folder), { recursive: true });
      mirror.#replaced = new Set(replaced);
      for (const folder of folders) await mirror.#fill(folder, signal);
      mirror.#linkReplacements(project.root, work?.replace ?? []);
      for (const main of mains) mirror.#linkReplacements(path.resolve(project.root, main.dir), main.replace);
      mirror.#check();
      await mirror.#embed(signal);
      return mirror;
    } catch (error) {
      mirror.remove();
      if (error instanceof CannotMirror || signal.aborted) throw error;
      throw new CannotMirror(error instanceof Error ? error.message : String(error));
    }
  }

  /** Where a folder or file of the user's stands in the mirror. */
  at(file: string): string {
    return path.join(this.#base, 'tree', path.resolve(file).replace(/^(?:[A-Za-z]:)?[\\/]+/, ''));
  }

  /** Copies of the go.mod and go.sum of a member, as they are now, beside the tree; the path of the go.mod. */
  copyOf(folder: string): string {
    const copies = path.join(this.#base, 'copies');
    rmSync(copies, { recursive: true, force: true });
    mkdirSync(copies);
    for (const name of ['go.mod', 'go.sum']) {
      const file = path.join(this.at(folder), name);
      if (existsSync(file)) writeFileSync(path.join(copies, name), readText(file));
    }
    return path.join(copies, 'go.mod');
  }

  /** Undoes what commands wrote. */
  async reset(signal: AbortSignal): Promise<void> {
    for (const file of this.#now().keys()) if (!this.#copied.has(file)) rmSync(file, { force: true });
    const vendor = path.join(this.#project.root, 'vendor');
    const listed = path.join(this.at(vendor), 'modules.txt');
    const same = !existsSync(vendor)
      ? !existsSync(this.at(vendor))
      : existsSync(listed) && readText(listed) === this.#copied.get(listed);
    if (!same) {
      rmSync(this.at(vendor), { recursive: true, force: true });
      this.#count = 0;
      if (existsSync(vendor)) {
        await this.#fill(vendor, signal);
        await this.#embed(signal);
      }
    }
    for (const [file, text] of this.#copied) writeFileSync(file, text);
  }

  /** Lines that are new and gone in each file that go wrote, named from the root of the project. */
  written(): { readonly file: string; readonly added: number; readonly removed: number }[] {
    const now = this.#now();
    const files = [...new Set([...this.#copied.keys(), ...now.keys()])].sort();
    return files.flatMap((file) => {
      const [old, text] = [this.#copied.get(file) ?? '', now.get(file) ?? ''];
      if (old === text) return [];
      const name = path.relative(this.root, file).split(path.sep).join('/');
      return [{ file: name, added: moreLines(text, old), removed: moreLines(old, text) }];
    });
  }

  remove(): void {
    this.#own.remove();
  }

  /** The files of main modules that go writes, as they are now. */
  #now(): Map<string, string> {
    const { root, members, work, gowork } = this.#project;
    const files = [
      ...[root, ...members.map(({ folder }) => folder)].flatMap((folder) =>
        ['go.mod', 'go.sum'].map((name) => path.join(folder, name)),
      ),
      ...(work === undefined ? [] : [gowork, `${gowork}.sum`]),
      path.join(root, 'vendor', 'modules.txt'),
    ].map((file) => this.at(file));
    return new Map([...new Set(files)].filter((file) => existsSync(file)).map((file) => [file, readText(file)]));
  }

  /** A folder of the user's, breadth first; a link to a folder stays one unless the mirror has a folder there. */
  async #fill(from: string, signal: AbortSignal): Promise<void> {
    const open = [from];
    for (const folder of open.values()) {
      signal.throwIfAborted();
      const here = this.at(folder);
      mkdirSync(here, { recursive: true });
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const file = path.join(folder, entry.name);
        const target = path.join(here, entry.name);
        const linked = entry.isSymbolicLink();
        const isFolder = entry.isDirectory() || (linked && isDirectory(file));
        if (isFolder && (!linked || isRealFolder(target) || file === path.join(this.#project.root, 'vendor'))) {
          // Go passes over these too (cmd/go/internal/search), and .git is none of its business here.
          if (/^[._]|^node_modules$/.test(entry.name) && !isRealFolder(target)) continue;
          open.push(file);
        } else if (written.test(entry.name)) this.#copy(file, target);
        else if ((isFolder || read.test(entry.name)) && !there(target)) {
          // Into a vendor folder go copies regular files alone (cmd/go/internal/modcmd/vendor.go, copyDir).
          if (!isFolder && !linked && this.#standsForModule(folder)) copyFileSync(file, target);
          else symlinkSync(realOr(file), target);
          if (!isFolder && entry.name.endsWith('.go')) this.#note(folder, file);
        }
        await this.#counted();
      }
    }
  }

  async #counted(): Promise<void> {
    if (++this.#count > most) throw new CannotMirror(`more than ${withThousands(most)} files`);
    if (this.#count % 500 === 0) await setImmediate();
  }

  /** What a Go file embeds. */
  #note(folder: string, file: string): void {
    const status = statSync(file, { throwIfNoEntry: false });
    if (status?.isFile() !== true || status.size > largest) return;
    const bytes = readFileSync(file);
    if (!bytes.includes('//go:embed')) return;
    const patterns = this.#embeds.get(folder) ?? new Set();
    for (const pattern of embedPatterns(bytes.toString('utf8'))) patterns.add(pattern);
    this.#embeds.set(folder, patterns);
  }

  /** Empty files of the names that are embedded: go embeds regular files alone, and reads none of them here. */
  async #embed(signal: AbortSignal): Promise<void> {
    for (const [folder, patterns] of this.#embeds) {
      signal.throwIfAborted();
      for (const pattern of patterns) {
        for (const { file, kind } of namedBy(folder, pattern)) {
          this.#show(file, kind);
          await this.#counted();
        }
      }
    }
    this.#embeds.clear();
  }

  #show(file: string, kind: 'file' | 'link'): void {
    const target = this.at(file);
    let parent = path.dirname(target);
    while (!there(parent)) parent = path.dirname(parent);
    // A replaced folder is read where it is: nothing is to be made behind that link.
    if (realpathSync(parent) !== parent) return;
    mkdirSync(path.dirname(target), { recursive: true });
    const old = lstatSync(target, { throwIfNoEntry: false });
    if (kind === 'link') {
      if (old === undefined) symlinkSync(realOr(file), target);
    } else if (old === undefined) writeFileSync(target, '');
    else if (old.isSymbolicLink()) {
      rmSync(target);
      copyFileSync(file, target);
    }
  }

  #standsForModule(folder: string): boolean {
    for (let at = folder; ; at = path.dirname(at)) {
      if (this.#replaced.has(at)) return true;
      if (at === this.#project.root || at === path.dirname(at)) return false;
    }
  }

  #copy(source: string, target: string): void {
    if (!statSync(source).isFile()) return;
    const text = readText(source);
    writeFileSync(target, text);
    const name = path.basename(target);
    const folder = path.dirname(source);
    const isMain = folder === this.#project.root || this.#project.members.some((one) => one.folder === folder);
    if (isMain || (name === 'modules.txt' && folder === path.join(this.#project.root, 'vendor')))
      this.#copied.set(target, text);
  }

  /** What a relative replace line names outside of what is mirrored is read where it is. */
  #linkReplacements(folder: string, lines: readonly Replace[]): void {
    for (const { new: by } of lines) {
      if (by.version !== undefined || path.isAbsolute(by.path)) continue;
      const source = path.resolve(folder, by.path);
      const target = this.at(source);
      if (there(target) || !existsSync(source)) continue;
      mkdirSync(path.dirname(target), { recursive: true });
      symlinkSync(realOr(source), target);
    }
  }

  /** No folder that go writes may lead out of the mirror by a link. */
  #check(): void {
    for (const folder of [this.#project.root, ...this.#project.members.map((member) => member.folder)]) {
      const here = this.at(folder);
      if (!there(here)) continue;
      if (realpathSync(here) !== here) throw new CannotMirror('a folder of a module is a link');
      for (const name of ['go.mod', 'go.sum']) {
        const file = path.join(here, name);
        if (there(file) && lstatSync(file).isSymbolicLink()) throw new CannotMirror(`${name} is a link`);
      }
    }
  }
}

/** What replace lines name as folders. */
function foldersOf(folder: string, lines: readonly Replace[]): string[] {
  return lines.flatMap(({ new: by }) => (by.version === undefined ? [path.resolve(folder, by.path)] : []));
}

/** How many lines of `a` are not in `b`, each counted as often as it is there. */
function moreLines(a: string, b: string): number {
  const left = new Map<string, number>();
  for (const line of b.split('\n')) left.set(line, (left.get(line) ?? 0) + 1);
  let more = 0;
  for (const line of a.split('\n')) {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    else if (line.trim() !== '') more++;
  }
  return more;
}

function there(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

function isRealFolder(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isDirectory(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}
