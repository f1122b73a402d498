/** Throw-away git repositories for tests, without a word of the machine's own configuration. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { layOut, treeState } from './tree-state.ts';

/** For git in a test: what modscope runs inherits it too, when it is laid over the environment. */
export const gitEnv = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'x',
  GIT_AUTHOR_EMAIL: 'x@example.com',
  GIT_AUTHOR_DATE: '2024-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'x',
  GIT_COMMITTER_EMAIL: 'x@example.com',
  GIT_COMMITTER_DATE: '2024-01-01T00:00:00Z',
} as const;

/** What `git ARGS` prints in `folder`. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, {
    cwd: folder,
    env: { ...process.env, ...gitEnv },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** A repository in `folder`, on a branch main, without a commit. */
export function makeRepository(folder: string): string {
  layOut(folder, { '.gitkeep': '' });
  git(folder, 'init', '-q', '-b', 'main');
  return folder;
}

/** Writes the files, commits all that is there, and tags the commit. */
export function commit(folder: string, tag: string, files: Readonly<Record<string, string>>): void {
  layOut(folder, files);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '--allow-empty', '-m', tag);
  git(folder, 'tag', tag);
}

/**
 * Everything in the tree and in .git with its times, the index, refs, stash and status. Equal before and after: nothing was touched. git is
 * asked last, for `git status` itself may write the index.
 */
export function repositoryState(folder: string): string[] {
  const files = treeState(folder);
  const index = readFileSync(path.join(folder, '.git/index')).toString('base64');
  const asked = [
    ['for-each-ref'],
    ['stash', 'list'],
    ['reflog'],
    ['--no-optional-locks', 'status', '--porcelain=v2', '--branch', '--ignored'],
  ].map((args) => git(folder, ...args));
  return [...files, index, ...asked];
}
