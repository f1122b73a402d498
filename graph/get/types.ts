/** What `go get` needs to know, and what it makes of a go.mod. */
import type { LoadInput, Version } from '../load/types.ts';
import type { MainModule, ModuleRef } from '../snapshot/types.ts';

/** One argument of go get: `path@query`. */
export interface Query {
  readonly path: string;
  /** A version, `none`, `upgrade`, `patch`, `latest`, `<v1.2.3`, `v1`, `v1.2`, or what only a repository knows: a branch, a commit. */
  readonly query: string;
}

/** The versions of a module, as its proxy lists them; empty for one that has none. */
export interface VersionList {
  /** Tagged versions, retracted ones among them, in any order; never pseudo-versions. */
  readonly versions: readonly string[];
  /** What the proxy calls latest, where no version is tagged: a pseudo-version. */
  readonly latest?: string;
}

export interface GetInput {
  /** The module whose go.mod is edited. */
  readonly main: MainModule;
  /** As for a load: go.mod files of module versions, and of folders of replacements. */
  readonly goMod: LoadInput['goMod'];
  /** undefined: not known. */
  readonly versions: (path: string) => VersionList | undefined;
  /** When a version was published, RFC 3339; '' where nobody says. undefined: not known. */
  readonly time: (module: Version) => string | undefined;
  /** What only go and the network tell: the version that a branch or a commit comes to. undefined: not known. */
  readonly asked: (query: Query) => string | undefined;
  /** The version of the go that runs, as a go line has it: `1.26.1`. */
  readonly go: string;
}

/** What was not known: with it at hand, ask again. One of the lists is not empty. */
export interface Lack {
  /** go.mod files, after replacement. */
  readonly goMods: readonly ModuleRef[];
  /** Paths of modules of which the versions are needed. */
  readonly lists: readonly string[];
  readonly times: readonly Version[];
  /** For `asked`. */
  readonly queries: readonly Query[];
}

export type GetResult =
  | {
      readonly state: 'done';
      /** What go.mod declares then: its require lines with `// indirect` as go writes them, its go line and its toolchain line. */
      readonly main: MainModule;
      /** Path → version ('' for the main module), without go and toolchain. */
      readonly buildList: ReadonlyMap<string, string>;
      /** What each query came to; `none` for a module that is to go. */
      readonly resolved: readonly Version[];
    }
  /** go's words, a line each, without its `go: `. */
  | { readonly state: 'refused'; readonly words: readonly string[] }
  | { readonly state: 'lacking'; readonly lack: Lack };

/** Ends the work where something is not known. */
export class Lacking extends Error {
  override readonly name = 'Lacking';
  readonly lack: Lack;

  constructor(lack: Partial<Lack>) {
    super('not known');
    this.lack = { goMods: [], lists: [], times: [], queries: [], ...lack };
  }
}

/** Ends the work where go refuses. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly words: readonly string[];

  constructor(...words: readonly string[]) {
    super(words.join('\n'));
    this.words = words;
  }
}

/** What go calls the version of a module that is not selected at all. */
export const none = 'none';
