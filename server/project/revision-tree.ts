/** The files of a commit that say what its modules are, read from git objects: no checkout, no index. */
import { withThousands } from '../../graph/thousands.ts';
import path from 'node:path';
import { Fault } from '../../graph/fault.ts';
import type { ObjectName } from '../process/arguments.ts';
import { gitCommands } from '../process/git-commands.ts';
import { gitFailed, type Git } from '../process/git.ts';
import type { Promised } from './promised.ts';
import { BlobsParser, TreeParser, type TreeEntry } from './revision-objects.ts';

/** Largest file that is read, in bytes: of a go.mod go itself reads no more (modfetch/codehost MaxGoMod). */
const fileLimit = 16 << 20;

/** Most links on the way to one file, as file systems have it. */
const mostLinks = 40;

/** Links of a partial clone that are asked for one by one, where not all can be had. */
const mostLinksApart = 200;

const names = new Set(['go.mod', 'go.sum', 'go.work', 'go.work.sum']);

/** Links and submodules may stand anywhere on the way to a file. */
function isOnTheWay({ mode }: TreeEntry): boolean {
  return mode === '120000' || mode === '160000';
}

/** True for the name of a file that go reads. */
function isRead(file: string, sources: boolean): boolean {
  if (sources && file.endsWith('.go')) return true;
  return names.has(path.posix.basename(file)) || file === 'vendor/modules.txt' || file.endsWith('/vendor/modules.txt');
}

/** A symbolic link of the commit: where it stands, and what it holds. */
export interface Link {
  readonly path: string;
  readonly target: string;
}

/**
 * What stands at a path: a file, the submodule that it is in, or something that leads out of the repository. `link`: the last
 * link on the way there; a `loop` of links leads nowhere.
 */
export type Place =
  | { readonly kind: 'file'; readonly entry: TreeEntry }
  | { readonly kind: 'submodule'; readonly path: string }
  | { readonly kind: 'outside'; readonly link?: Link }
  | { readonly kind: 'nothing'; readonly at: string; readonly link?: Link; readonly loop?: true };

/** What is read of a commit. */
export interface Reading {
  /** .go files matter as well. */
  readonly sources?: boolean;
  /** So do these. */
  readonly also?: readonly string[];
  /** Of a partial clone: where what is lacking may be had. */
  readonly promised?: Promised;
}

/** Paths are relative to the top of the repository, with `/`. */
export class RevisionTree {
  readonly #git: Git;
  readonly #entries: ReadonlyMap<string, TreeEntry>;
  readonly #texts = new Map<string, Uint8Array>();
  readonly #promised: Promised | undefined;

  private constructor(git: Git, entries: ReadonlyMap<string, TreeEntry>, promised: Promised | undefined) {
    this.#git = git;
    this.#promised = promised;
    this.#entries = entries;
  }

  /** Throws the Faults of Git.run, and 'go-failed' for objects that are not there. */
  static async of(
    git: Git,
    commit: ObjectName,
    { sources = false, also = [], promised }: Reading = {},
  ): Promise<RevisionTree> {
    const isWanted = (file: string): boolean => isRead(file, sources) || also.includes(file);
    const entries = new Map<string, TreeEntry>();
    await listTree(git, commit, promised, (entry) => {
      if (isOnTheWay(entry) || isWanted(entry.path)) entries.set(entry.path, entry);
    });
    const tree = new RevisionTree(git, entries, promised);
    const links = [...entries.values()].filter(({ mode }) => mode === '120000');
    await tree.#read(links, 'if there');
    // A go.mod may be a link to a file of any name, which only a second look finds.
    const ends = tree.#unknownEnds(links.filter(({ path: file }) => isWanted(file)));
    if (ends.size > 0) {
      await listTree(git, commit, promised, (entry) => {
        if (ends.has(entry.path)) entries.set(entry.path, entry);
      });
    }
    return tree;
  }

  #unknownEnds(links: readonly TreeEntry[]): Set<string> {
    return new Set(
      links.flatMap((one) => {
        const place = this.place(one.path);
        return place.kind === 'nothing' && place.loop !== true ? [place.at] : [];
      }),
    );
  }

  /** Follows links in the path, as long as they stay in the repository. */
  place(wanted: string): Place {
    let left = partsOf(wanted);
    let at = '';
    let link: Link | undefined;
    const by = (): { readonly link?: Link } => (link === undefined ? {} : { link });
    for (let links = 0; left.length > 0;) {
      const [part = '', ...rest] = left;
      left = rest;
      if (part === '..') {
        if (at === '') return { kind: 'outside', ...by() };
        at = parentOf(at);
        continue;
      }
      const next = at === '' ? part : `${at}/${part}`;
      const entry = this.#entries.get(next);
      if (entry?.mode === '160000') return { kind: 'submodule', path: next };
      if (entry?.mode !== '120000') {
        at = next;
        continue;
      }
      const target = Buffer.from(this.#texts.get(entry.object) ?? []).toString('utf8');
      link = { path: next, target };
      // What a partial clone lacks leads nowhere.
      if (target === '') return { kind: 'nothing', at: next };
      if (++links > mostLinks) return { kind: 'nothing', at: next, link, loop: true };
      if (target.startsWith('/')) return { kind: 'outside', link };
      left = [...partsOf(target), ...left];
    }
    const entry = this.#entries.get(at);
    return entry === undefined ? { kind: 'nothing', at, ...by() } : { kind: 'file', entry };
  }

  /** The .go files of the modules in these folders, sorted; none unless the tree was read with them. A folder with a go.mod is a module of its own. */
  sources(folders: ReadonlySet<string>): string[] {
    return [...this.#entries.keys()]
      .filter((file) => {
        const module = file.endsWith('.go')
          ? foldersOf(file).find((one) => this.#entries.has(goModIn(one)))
          : undefined;
        return module !== undefined && folders.has(module);
      })
      .sort();
  }

  /**
   * The bytes of those of `paths` that are files. Throws a Fault 'too-large' for one above 16 MB, 'go-failed' for an object
   * that is not in this clone.
   */
  async files(paths: readonly string[]): Promise<Map<string, Uint8Array>> {
    const found = paths.flatMap((file): [string, TreeEntry][] => {
      const place = this.place(file);
      return place.kind === 'file' ? [[file, place.entry]] : [];
    });
    await this.#read(found.map(([, entry]) => entry));
    return new Map(found.map(([file, { object }]) => [file, this.#texts.get(object) ?? new Uint8Array()]));
  }

  /** `if there`: a link that is lacking leads nowhere, and may not matter. `fetched`: what became of fetching them (promised.ts), where that was tried. */
  async #read(entries: readonly TreeEntry[], need: 'all' | 'if there' = 'all', fetched?: string): Promise<void> {
    const wanted = new Map<ObjectName, string>();
    for (const { object, path: file } of entries) if (!this.#texts.has(object)) wanted.set(object, file);
    if (wanted.size === 0) return;
    const parser = new BlobsParser(fileLimit, (object, bytes) => {
      const file = wanted.get(object) ?? object;
      if (need === 'if there' && typeof bytes === 'string') return;
      if (bytes === 'missing') {
        throw new Fault('go-failed', `${file} is not in this clone: git has no object ${object}.`, {
          hint: '`git fsck` says what else the clone lacks.',
        });
      }
      if (bytes === 'too large') {
        throw new Fault('too-large', `${file} has more than ${withThousands(fileLimit)} bytes, the most that is read.`);
      }
      this.#texts.set(object, bytes);
    });
    const command = gitCommands.contents([...wanted.keys()]);
    const { status, stderr } = await this.#git.run(command, (chunk) => {
      parser.push(chunk);
    });
    if (status === 0) {
      parser.end();
      return;
    }
    const lacking = entries.filter(({ object }) => !this.#texts.has(object));
    if (fetched !== undefined && need === 'if there') {
      // git stops at the first that it lacks.
      if (wanted.size > 1) for (const one of lacking.slice(0, mostLinksApart)) await this.#read([one], need, fetched);
      return;
    }
    if (this.#promised === undefined || fetched !== undefined) {
      throw (
        this.#promised?.lacks([...wanted.values()].slice(0, 3).join(', '), fetched ?? '') ?? gitFailed(command, stderr)
      );
    }
    await this.#read(
      lacking,
      need,
      await this.#promised.fetch([...new Set(lacking.map(({ object }) => object))], 'blobs'),
    );
  }
}

/** Every file, link and submodule of a commit. Throws a Fault 'go-failed' for objects that are not there. */
async function listTree(
  git: Git,
  commit: ObjectName,
  promised: Promised | undefined,
  take: (entry: TreeEntry) => void,
): Promise<void> {
  const command = gitCommands.tree(commit);
  const list = async (): Promise<string | undefined> => {
    const parser = new TreeParser(take);
    const { status, stderr } = await git.run(command, (chunk) => {
      parser.push(chunk);
    });
    if (status !== 0) return stderr;
    parser.end();
    return undefined;
  };
  const failed = await list();
  if (failed === undefined) return;
  if (promised === undefined) throw gitFailed(command, failed);
  const why = await promised.fetch([commit], 'commits');
  if ((await list()) !== undefined) throw promised.lacks('A folder of the revision', why);
}

function partsOf(file: string): string[] {
  return file.split('/').filter((part) => part !== '' && part !== '.');
}

/** Every folder that a file is in, innermost first, the top ('') last. */
function foldersOf(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return [...parts.map((_, place) => parts.slice(0, parts.length - place).join('/')), ''];
}

function goModIn(folder: string): string {
  return folder === '' ? 'go.mod' : `${folder}/go.mod`;
}

function parentOf(folder: string): string {
  return folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '';
}
