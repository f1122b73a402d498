/** ci/base.sh: which commit HEAD is compared with, in whole clones and in shallow ones. */
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { commit, git } from '../support/repository.ts';
import { makeJob, type Job } from './job.ts';

let job: Job;

beforeEach(() => {
  job = makeJob('/no/modscope');
  // One branch goes on, the other one did long ago.
  git(job.tree, 'checkout', '-q', 'main');
  commit(job.tree, 'later', { later: '' });
  git(job.tree, 'checkout', '-q', 'change');
});

function sha(name: string): string {
  return git(job.tree, 'rev-parse', name).trim();
}

/** What it prints, or what it says where it fails. */
function base(env: Readonly<Record<string, string>>, cwd = job.tree): string {
  const { status, out, err } = job.script('base.sh', env, cwd);
  return status === 0 ? out.trim() : `${String(status)} ${err}`;
}

const noughts = '0'.repeat(40);

test('where the branches parted', () => {
  expect(base({ MODSCOPE_BASE: 'main' })).toBe(sha('main~1'));
  expect(base({ MODSCOPE_BEFORE: sha('main') })).toBe(sha('main~1'));
  expect(base({ MODSCOPE_BASE: 'main', MODSCOPE_BEFORE: sha('change') })).toBe(sha('main~1'));
});

test('the parent of HEAD where nothing is named, and for a push of a new branch', () => {
  expect(base({})).toBe(sha('HEAD~1'));
  expect(base({ MODSCOPE_BEFORE: noughts })).toBe(sha('HEAD~1'));
});

test('what GitHub merged a pull request into, not the base of an event that is older', () => {
  const old = sha('main~1');
  git(job.tree, 'checkout', '-q', 'main');
  git(job.tree, 'merge', '-q', '--no-ff', '-m', 'merge', 'change');
  const event = { MODSCOPE_BEFORE: old, GITHUB_SHA: sha('HEAD') };
  expect(base({ ...event, GITHUB_REF: 'refs/pull/7/merge' })).toBe(sha('later'));
  expect(base({ ...event, GITHUB_REF: 'refs/pull/7/merge', MODSCOPE_BASE: old })).toBe(old);
  expect(base({ ...event, GITHUB_REF: 'refs/heads/pull/7/merge' })).toBe(old);
  // The head of the branch is checked out, and not what was merged.
  expect(base({ ...event, GITHUB_REF: 'refs/pull/7/merge', GITHUB_SHA: sha('later') })).toBe(old);
});

describe('refused', () => {
  test.each([
    ['a base that is an option', { MODSCOPE_BASE: '--output=x' }, 'does not begin with a dash'],
    ['one that is not there', { MODSCOPE_BASE: 'gone' }, 'this clone does not have gone: check out with the whole'],
    ['a commit that is not there', { MODSCOPE_BASE: '1'.repeat(40) }, 'this clone does not have 1111'],
  ])('%s', (_, env, words) => {
    expect(base(env)).toMatch(/^2 modscope: /);
    expect(base(env)).toContain(words);
  });

  test('the first commit', () => {
    git(job.tree, 'checkout', '-q', 'main~1');
    expect(base({})).toContain('HEAD is the first commit');
  });

  test('histories without a common commit', () => {
    git(job.tree, 'checkout', '-q', '--orphan', 'other');
    commit(job.tree, 'alone', {});
    expect(base({ MODSCOPE_BASE: 'main' })).toContain('no commit in common');
  });
});

describe('a shallow clone', () => {
  const clone = (): string => {
    const folder = path.join(job.root, 'shallow');
    git(job.root, 'clone', '-q', '--depth=1', '--branch=change', `file://${job.tree}`, folder);
    return folder;
  };

  test('is deepened as far as it takes', () => {
    const parted = sha('main~1');
    for (let n = 0; n < 60; n++) git(job.tree, 'commit', '-q', '--allow-empty', '-m', String(n));
    git(job.tree, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    const folder = clone();
    expect(base({ MODSCOPE_BEFORE: sha('main') }, folder)).toBe(parted);
    expect(git(folder, 'status', '--porcelain')).toBe('');
    expect(git(folder, 'rev-parse', 'HEAD').trim()).toBe(sha('change'));
  });

  test('has a parent after that', () => {
    expect(base({}, clone())).toBe(sha('change~1'));
  });

  test('whose remote is gone says what to do', () => {
    const folder = clone();
    git(folder, 'remote', 'set-url', 'origin', path.join(job.root, 'gone'));
    expect(base({ MODSCOPE_BASE: 'main' }, folder)).toContain('fetch-depth: 0, GIT_DEPTH: 0');
  });
});
