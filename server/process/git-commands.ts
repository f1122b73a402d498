/**
 * Every git command that modscope runs, a function each: what stands in it is written here, or was checked. `Git` runs nothing
 * else. A new command is a new row of `gitCommands`, and test/server/process/hostile-names.test.ts then asks for its hostile names.
 * rev-parse takes `--` for the end of revisions, so that it needs --end-of-options, which it knows from git 2.30 on.
 */
import type { ObjectName, RepositoryPath, RevisionName } from './arguments.ts';
import { Command } from './command.ts';
import type { NetworkRemote } from './git-remote.ts';
import { flag, own, withEnd, type Word } from './word.ts';

/** Only the functions of this file make one. */
class MadeGitCommand extends Command {
  /** No object of the same shape is one. */
  declare private readonly made: 'for git';

  constructor(
    verb: Word,
    flags: readonly Word[] = [],
    operands: readonly Word[] = [],
    more: { readonly divider?: '--' | '--end-of-options'; readonly input?: string } = {},
  ) {
    super('git', [verb], flags, operands, more);
  }
}

export type GitCommand = MadeGitCommand;

/** The refs of a kind, by the folder that git keeps them in. */
export type RefFolder = 'refs/heads' | 'refs/remotes' | 'refs/tags';

export const gitCommands = {
  version: (): GitCommand => new MadeGitCommand(own('--version')),

  /** The top of the working tree. */
  topLevel: (): GitCommand => new MadeGitCommand(own('rev-parse'), [own('--show-toplevel')]),

  isShallow: (): GitCommand => new MadeGitCommand(own('rev-parse'), [own('--is-shallow-repository')]),

  /** The name of the commit that a revision means. */
  commitOf: (revision: RevisionName): GitCommand =>
    new MadeGitCommand(own('rev-parse'), [own('--quiet'), own('--verify')], [withEnd(revision, '^{commit}')], {
      divider: '--end-of-options',
    }),

  /** The name of the branch that is checked out. */
  branch: (): GitCommand => new MadeGitCommand(own('symbolic-ref'), [own('--quiet'), own('--short')], [own('HEAD')]),

  /** A line a ref, as `format` (git-for-each-ref) has it. */
  refs: (
    folders: readonly RefFolder[],
    { format, sort = [], most }: { readonly format: string; readonly sort?: readonly string[]; readonly most?: number },
  ): GitCommand =>
    new MadeGitCommand(
      own('for-each-ref'),
      [
        ...(most === undefined ? [] : [flag('--count', String(most))]),
        ...sort.map((key) => flag('--sort', key)),
        flag('--format', format),
      ],
      folders.map(own<RefFolder>),
    ),

  /** The last commits that touched one of the files. */
  commitsOf: (files: readonly RepositoryPath[], most: number, format: string): GitCommand =>
    new MadeGitCommand(
      own('rev-list'),
      [flag('--max-count', String(most)), own('--encoding=UTF-8'), flag('--format', format), own('HEAD')],
      files,
    ),

  /** Fails where the commit or its tree is not there. */
  hasTree: (commit: ObjectName): GitCommand =>
    new MadeGitCommand(own('cat-file'), [own('-e')], [withEnd(commit, '^{tree}')]),

  /** Every file of a commit. */
  tree: (commit: ObjectName): GitCommand =>
    new MadeGitCommand(own('ls-tree'), [own('-r'), own('-z'), own('--full-tree')], [commit]),

  /** What the repository's own configuration says, with a newline between key and value, and a NUL behind each. Nothing is included, and nothing run. */
  configuration: (): GitCommand =>
    new MadeGitCommand(own('config'), [own('--local'), own('--no-includes'), own('--null'), own('--list')]),

  /** Makes an empty repository of the folder that it runs in, which has no configuration but the user's. */
  init: (): GitCommand => new MadeGitCommand(own('init'), [own('--quiet'), own('--bare'), own('--template=')]),

  /** Fetches objects into the repository that it runs in; of commits their trees as well. No ref is written. */
  fetchObjects: (from: NetworkRemote, objects: readonly ObjectName[], of: 'commits' | 'blobs'): GitCommand =>
    new MadeGitCommand(
      own('fetch'),
      [
        own('--quiet'),
        own('--no-tags'),
        own('--no-write-fetch-head'),
        own('--recurse-submodules=no'),
        own('--filter=blob:none'),
        ...(of === 'commits' ? [own('--depth=1')] : []),
        own('--stdin'),
      ],
      [from],
      { input: objects.map((one) => `${one}\n`).join('') },
    ),

  /** The content of objects. */
  contents: (objects: readonly ObjectName[]): GitCommand =>
    new MadeGitCommand(own('cat-file'), [own('--batch')], [], { input: objects.map((one) => `${one}\n`).join('') }),
} as const;
