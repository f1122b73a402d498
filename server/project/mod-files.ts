/** A source of go.mod texts for what-if, which remembers what it read and where that came from. */
import { statSync } from 'node:fs';
import type { GoModFile, LoadInput } from '../../graph/load/types.ts';
import { compareText, joinName } from '../../graph/model/name.ts';
import type { MainModule, ModuleRef } from '../../graph/snapshot/types.ts';
import { goModFileOf, goModFinder } from './mod-cache.ts';

/** Where the go.mod files of an answer came from. */
export interface Sources {
  /** How many were in the module cache. */
  readonly cache: number;
  /** `path@version` of those that go fetched for this answer, sorted. */
  readonly fetched: readonly string[];
  /** Folders that a replace line names, as it names them, sorted. */
  readonly folders: readonly string[];
}

interface Read {
  readonly file: GoModFile | undefined;
  readonly from: 'cache' | 'fetched' | 'folder';
}

/** Milliseconds by which the clock of a file system may be behind. */
const behind = 20;

export class ModFiles {
  readonly #root: string;
  readonly #cache: string;
  readonly #find: LoadInput['goMod'];
  readonly #read = new Map<string, Read>();
  /** When go was first asked to fetch, in milliseconds. */
  #fetching = Infinity;

  /** `root`: folder of the project; `cache`: GOMODCACHE. */
  constructor(root: string, cache: string) {
    this.#root = root;
    this.#cache = cache;
    this.#find = goModFinder(root, cache);
  }

  /** The look-up for graph/load: each file is read once. */
  readonly goMod: LoadInput['goMod'] = (actual, of) => {
    const key =
      actual.version === undefined ? `${of?.dir ?? ''} ${actual.path}` : joinName(actual.path, actual.version);
    const known = this.#read.get(key);
    if (known !== undefined) return known.file;
    const file = this.#find(actual, of);
    this.#read.set(key, { file, from: file === undefined ? 'cache' : this.#originOf(actual, of) });
    return file;
  };

  /** To be called before go fetches: files that come into the cache from now on were fetched. */
  beforeFetch(): void {
    this.#fetching = Math.min(this.#fetching, Date.now() - behind);
  }

  /** Looks again for what was not there: go may have fetched it. */
  lookAgain(): void {
    for (const [key, { file }] of this.#read) if (file === undefined) this.#read.delete(key);
  }

  sources(): Sources {
    const keys = (from: Read['from']): string[] =>
      [...this.#read].filter(([, one]) => one.file !== undefined && one.from === from).map(([key]) => key);
    const folders = keys('folder').map((key) => key.slice(key.indexOf(' ') + 1));
    return {
      cache: keys('cache').length,
      fetched: keys('fetched').sort(compareText),
      folders: [...new Set(folders)].sort(compareText),
    };
  }

  #originOf(actual: ModuleRef, of: MainModule | undefined): Read['from'] {
    if (actual.version === undefined) return 'folder';
    if (this.#fetching === Infinity) return 'cache';
    const file = goModFileOf(this.#root, this.#cache, actual, of);
    const stats = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false });
    return (stats?.mtimeMs ?? 0) >= this.#fetching ? 'fetched' : 'cache';
  }
}
