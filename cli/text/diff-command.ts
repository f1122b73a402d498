/** The command that opens a comparison again, for whoever reads of it elsewhere. */
import { posix } from 'node:path';
import type { InputOptions } from '../input-options.ts';

/** A side as a command can name it. */
export interface NamedSide {
  /** Of a snapshot file, as it was named; of the folder as it stands nothing. */
  readonly file?: string;
  /** Of a revision, in full. */
  readonly commit?: string;
}

export interface Opened {
  /** undefined: it cannot be named, as standard input cannot. */
  readonly base: NamedSide | undefined;
  readonly head: NamedSide | undefined;
  /** The folder of the module from where the command is given, with `/`; '' for that place itself. */
  readonly folder: string;
  readonly options: Pick<InputOptions, 'goos' | 'goarch' | 'tags' | 'gowork' | 'packages'>;
}

export interface Commands {
  /** Writes a page with the picture; both sides are read, nothing is checked out. */
  readonly write?: string;
  /** Opens the explorer on it; `commit` has to be checked out for that, where there is one. */
  readonly open?: string;
  readonly commit?: string;
}

/** No shell sees more in them than letters: what somebody pastes must be nothing else than what it reads as. */
const harmless = /^[\w./:@+,=][\w./:@+,=-]*$/;

/** Characters of a commit that are shown: enough for the largest repositories. */
const shownCommit = 12;

/**
 * Commits are named by their hash, which does not move as a branch does. None where a word would have to be
 * quoted, and none that names a folder of one machine.
 */
export function openingCommands({ base, head, folder, options }: Opened): Commands {
  if (base === undefined || head === undefined) return {};
  const from = commitOf(base);
  const to = commitOf(head);
  const isHere = head.commit === undefined && head.file === undefined;
  const first = base.file ?? (from === undefined ? undefined : `rev:${from}`);
  const second = isHere ? [] : [head.file ?? `rev:${to ?? ''}`];
  const { goos, goarch, tags, gowork, packages } = options;
  const alike = [
    ...(folder === '' ? [] : ['-C', folder]),
    ...(goos === undefined ? [] : ['--goos', goos]),
    ...(goarch === undefined ? [] : ['--goarch', goarch]),
    ...(tags === undefined ? [] : ['--tags', tags]),
    ...(gowork === undefined ? [] : ['--gowork', gowork]),
  ];
  const more = packages === true ? ['--packages'] : [];
  const write =
    first === undefined
      ? undefined
      : joined('diff', first, ...second, ...alike, ...more, '--format', 'html', '-o', 'modscope-diff.html');
  // The page compares a revision with the folder as it stands.
  const open = from === undefined || head.file !== undefined ? undefined : joined('--compare', from, ...alike);
  return {
    ...(write === undefined ? {} : { write }),
    ...(open === undefined ? {} : { open }),
    ...(to === undefined ? {} : { commit: to }),
  };
}

function commitOf({ commit }: NamedSide): string | undefined {
  return commit?.slice(0, shownCommit);
}

function joined(...words: string[]): string | undefined {
  const flags = /^(?:-[Co]|--[a-z-]+)$/;
  return words.every((word) => flags.test(word) || (harmless.test(word) && !posix.isAbsolute(word)))
    ? `modscope ${words.join(' ')}`
    : undefined;
}
