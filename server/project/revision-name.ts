/** A git revision as a user names it, looked up in the repository of a folder. */
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../../graph/fault.ts';
import { typed } from '../../graph/remedy/typed.ts';
import { nearest } from '../../graph/nearest.ts';
import { isObjectName, isRevisionName, type ObjectName } from '../process/arguments.ts';
import { gitCommands } from '../process/git-commands.ts';
import { Git, gitFailed } from '../process/git.ts';
import type { Promised } from './promised.ts';
import { realFolder } from './find.ts';

/** Milliseconds for what git knows at once. */
const timeout = 30_000;

/** Where a folder stands in its repository. */
export interface Repository {
  /** Absolute, links resolved. */
  readonly top: string;
  /** The folder relative to `top`, with `/`; '' for `top` itself. */
  readonly prefix: string;
}

export interface Revision {
  /** As the user named it. */
  readonly name: string;
  /** Object name of the commit, in full. */
  readonly commit: ObjectName;
}

/** The repository that `folder` (links resolved) is in. Throws a Fault 'not-found' with git's words where there is none. */
export async function repositoryOf(git: Git, folder: string): Promise<Repository> {
  const lines: Uint8Array[] = [];
  const { status, stderr } = await git.run(gitCommands.topLevel(), (chunk) => lines.push(chunk));
  if (status !== 0) {
    const distrusted = distrustedFolder(stderr);
    if (distrusted !== undefined) {
      throw new Fault(
        'not-found',
        `git does not trust the owner of ${distrusted}: the repository belongs to another user.`,
        {
          hint: `If you trust what is in it: \`${trustCommand(distrusted)}\`.`,
          detail: stderr.trim(),
        },
      );
    }
    throw new Fault('not-found', `${folder} is not in the working tree of a git repository.`, {
      hint: 'A revision is read from git; two snapshot files can be compared anywhere: `modscope diff A.json B.json`.',
      detail: stderr.trim(),
    });
  }
  const top = realpathSync(Buffer.concat(lines).toString('utf8').replace(/\n$/, ''));
  const prefix = path.relative(top, folder).split(path.sep).join('/');
  // core.worktree may name any folder.
  if (prefix === '..' || prefix.startsWith('../')) {
    throw new Fault('not-found', `${folder} is not in ${top}, which git calls its working tree.`, {
      hint: 'core.worktree in .git/config names it.',
    });
  }
  return { top, prefix };
}

/** The repository that git says belongs to somebody else (setup.c, ensure_valid_ownership: CVE-2022-24765); undefined where it says something else. */
export function distrustedFolder(words: string): string | undefined {
  return /detected dubious ownership in repository at '(.*)'$/m.exec(words)?.[1];
}

/** As git itself names it. */
export function trustCommand(folder: string): string {
  return typed('git', 'config', '--global', '--add', 'safe.directory', folder);
}

/** Throws a Fault 'not-found' with the nearest tags and branches for a name that git does not know as a commit. */
export async function findRevision(git: Git, name: string): Promise<Revision> {
  const commit = isRevisionName(name) ? await git.ask(gitCommands.commitOf(name)) : undefined;
  if (commit === undefined || !isObjectName(commit)) throw await unknown(git, name);
  return { name, commit };
}

/** Throws the Faults of both for a folder as a user names it. */
export async function checkRevisionName(folder: string, name: string, signal: AbortSignal): Promise<void> {
  const dir = realFolder(folder);
  const git = new Git(dir, timeout, signal);
  await repositoryOf(git, dir);
  await findRevision(git, name);
}

async function unknown(git: Git, name: string): Promise<Fault> {
  const hints: string[] = [];
  if (name.includes('..')) {
    hints.push(
      'Two revisions are two words: `modscope diff BASE HEAD`; `git merge-base BASE HEAD` prints where they parted.',
    );
  } else if (name === 'HEAD') {
    hints.push('There is no commit yet.');
  } else {
    const near = nearest(name, await refNames(git), 3);
    if (near.length > 0) hints.push(`Did you mean ${near.join(', ')}?`);
    else hints.push('`git tag` and `git branch --all` list what there is.');
    if (/[/\\]|\.json$/.test(name)) hints.push('If a snapshot file is meant: there is none of that name.');
  }
  if ((await git.ask(gitCommands.isShallow())) === 'true') {
    hints.push(
      'This is a shallow clone, which lacks most commits and tags: `git fetch --unshallow --tags` gets them (in GitHub Actions: fetch-depth: 0).',
    );
  }
  return new Fault('not-found', `There is no revision ${name}.`, { hint: hints.join('\n') });
}

/** Tags and branches by the names that a user types, the remotes' too. */
async function refNames(git: Git): Promise<string[]> {
  const text = await git.ask(
    gitCommands.refs(['refs/tags', 'refs/heads', 'refs/remotes'], { format: '%(refname:strip=2)' }),
  );
  return [...new Set((text ?? '').split('\n').filter((name) => name !== ''))];
}

/** Sees that the files of a commit are there, in a clone that may be shallow or partial. Throws a Fault 'go-failed' when they are not, and cannot be had. */
export async function checkThere(git: Git, { name, commit }: Revision, promised?: Promised): Promise<void> {
  const command = gitCommands.hasTree(commit);
  const { status, stderr } = await git.run(command, () => undefined);
  if (status === 0) return;
  const { code, message, detail } = gitFailed(command, stderr);
  if (promised === undefined) {
    throw new Fault(code, `The files of ${name} are not in this clone: ${message}`, {
      hint: '`git fsck` says what else it lacks.',
      ...(detail === undefined ? {} : { detail }),
    });
  }
  const why = await promised.fetch([commit], 'commits');
  const again = await git.run(command, () => undefined);
  if (again.status !== 0) throw promised.lacks(`The tree of ${name}`, why);
}
