/** What a remedy is: words, and beside them a command that was tried, never one that was not (contracts 37). */
import type { Removal, TextEdit } from '../what-if/edits.ts';

/** What else of the build list, and of the user's files, is another once the command has run. */
export interface Changes {
  /** `path@version` that come into the build list, sorted. */
  readonly added: readonly string[];
  /** `path@version` that leave it, sorted. */
  readonly removed: readonly string[];
  readonly raised: readonly Moved[];
  readonly lowered: readonly Moved[];
  /** Lines of go.mod, go.work and vendor/modules.txt: how many are new in each file that is another, and how many gone. */
  readonly files: readonly { readonly file: string; readonly added: number; readonly removed: number }[];
  /** The loader alone tried it, by what go.mod files require: `go get` may add modules that packages need. */
  readonly atLeast?: true;
}

export interface Moved {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** An edit, and the file it is made in as it is named from the root of the project: `go.mod`, `go.work`, `app/go.mod`. */
export type FileEdit = (TextEdit | Removal) & { readonly file: string };

export interface Remedy {
  /** Sentences without a command; '' where nothing can be advised. What would be lowered or removed stands first. */
  readonly words: string;
  /** The same as lines of go.mod or go.work, where that is what it changes. */
  readonly edits?: readonly FileEdit[];
  /** As it is typed in a shell, in the folder of go.mod or go.work. Never there without `tried`. */
  readonly command?: string;
  /** `here`: by the loader, or by go on a copy. `in tests`: a command of the machine, run by the test of its code. */
  readonly tried?: 'here' | 'in tests';
  /** Of one that was tried here. */
  readonly changes?: Changes;
  /** What the page shows instead of a command of modscope that would show the same. */
  readonly view?: View;
}

/** `why`: the panel of a module path. `query`: what it matches. */
export type View = { readonly why: string } | { readonly query: string };
