/** git over repositories that strangers have written: no program of theirs is run, whatever their configuration says. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { gitCommands } from '../../../server/process/git-commands.ts';
import { Git } from '../../../server/process/git.ts';
import { findRevision, repositoryOf } from '../../../server/project/revision-name.ts';
import { RevisionTree } from '../../../server/project/revision-tree.ts';
import { commit, git, gitEnv, makeRepository } from '../../support/repository.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';

let folder: string;
let marker: string;
let program: string;

beforeEach(() => {
  for (const [name, value] of Object.entries(gitEnv)) vi.stubEnv(name, value);
  const root = temporaryFolder();
  folder = makeRepository(path.join(root, 'repository'));
  marker = path.join(root, 'was-run');
  program = path.join(root, 'program');
  writeFileSync(program, `#!/bin/sh\necho "$0 $@" >> ${marker}\nexit 1\n`);
  chmodSync(program, 0o755);
  commit(folder, 'v1', { 'go.mod': 'module example.com/main\n', 'lib/go.mod': 'module example.com/lib\n' });
});

afterEach(() => {
  vi.unstubAllEnvs();
});

function ours(where = folder): Git {
  return new Git(where, 10_000, new AbortController().signal);
}

/** All that modscope asks of git for one revision. */
async function askAll(where = folder): Promise<void> {
  const asker = ours(where);
  await repositoryOf(asker, where);
  const { commit: name } = await findRevision(asker, 'v1');
  await findRevision(asker, 'v0').catch(() => undefined);
  const tree = await RevisionTree.of(asker, name);
  await tree.files(['go.mod', 'lib/go.mod']);
}

/** Every key by which git-config(1) lets a repository name a program, with the program as its value. */
const keys = [
  'core.fsmonitor',
  'core.hooksPath',
  'core.sshCommand',
  'core.gitProxy',
  'core.askPass',
  'core.editor',
  'core.pager',
  'pager.rev-parse',
  'pager.ls-tree',
  'pager.cat-file',
  'pager.for-each-ref',
  'core.alternateRefsCommand',
  'credential.helper',
  'diff.external',
  'diff.x.textconv',
  'diff.x.command',
  'filter.x.clean',
  'filter.x.smudge',
  'filter.x.process',
  'merge.x.driver',
  'gpg.program',
  'gpg.ssh.program',
  'sequence.editor',
  'uploadpack.packObjectsHook',
  'remote.origin.uploadpack',
  'remote.origin.vcs',
  'submodule.lib.update',
  'trace2.eventTarget',
] as const;

describe('a hostile .git/config', () => {
  test('starts nothing while objects are there', async () => {
    for (const key of keys) git(folder, 'config', key, key === 'submodule.lib.update' ? `!${program}` : program);
    git(folder, 'config', 'alias.ls-tree', `!${program}`);
    git(folder, 'config', 'log.showSignature', 'true');
    git(folder, 'config', 'core.attributesFile', path.join(folder, 'attributes'));
    layOut(folder, { attributes: '* filter=x diff=x\n', '.git/info/attributes': '* filter=x diff=x\n' });
    for (const hook of ['post-index-change', 'reference-transaction', 'fsmonitor-watchman', 'post-checkout']) {
      writeFileSync(path.join(folder, '.git/hooks', hook), `#!/bin/sh\nexec ${program} ${hook}\n`, { mode: 0o755 });
    }
    await askAll();
    expect(existsSync(marker)).toBe(false);
  });

  /** Ways to a program that a fetch of a missing object would take (gitremote-helpers, git-config protocol.allow). */
  const transports: Readonly<Record<string, (program: string) => Readonly<Record<string, string>>>> = {
    'ext::': (file) => ({ 'remote.origin.url': `ext::${file} %S`, 'protocol.ext.allow': 'always' }),
    ssh: (file) => ({
      'remote.origin.url': 'ssh://example.invalid/x',
      'core.sshCommand': file,
      'protocol.allow': 'always',
    }),
    uploadpack: (file) => ({
      'remote.origin.url': '/',
      'remote.origin.uploadpack': file,
      'protocol.file.allow': 'always',
    }),
    vcs: (file) => ({
      'remote.origin.url': 'x',
      'remote.origin.vcs': 'ext',
      'remote.origin.command': file,
      'protocol.allow': 'always',
    }),
  };

  test.each(Object.entries(transports))('fetches no missing object over %s', async (_, settings) => {
    // A partial clone whose objects are gone.
    git(folder, 'config', 'core.repositoryFormatVersion', '1');
    git(folder, 'config', 'extensions.partialClone', 'origin');
    git(folder, 'config', 'remote.origin.promisor', 'true');
    for (const [key, value] of Object.entries(settings(program))) git(folder, 'config', key, value);
    const blob = git(folder, 'rev-parse', 'v1:lib/go.mod').trim();
    rmSync(path.join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    await expect(askAll()).rejects.toMatchObject({ code: 'go-failed' });
    expect(existsSync(marker)).toBe(false);
  });

  test('the same repository does run a program for git without our settings: the test can fail', () => {
    git(folder, 'config', 'core.repositoryFormatVersion', '1');
    git(folder, 'config', 'extensions.partialClone', 'origin');
    git(folder, 'config', 'remote.origin.promisor', 'true');
    git(folder, 'config', 'remote.origin.url', 'ssh://example.invalid/x');
    git(folder, 'config', 'core.sshCommand', program);
    const blob = git(folder, 'rev-parse', 'v1:lib/go.mod').trim();
    rmSync(path.join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    expect(() => git(folder, 'cat-file', 'blob', blob)).toThrow();
    expect(existsSync(marker)).toBe(true);
  });

  test('a folder of the checkout that is a bare repository is not asked', async () => {
    const bare = path.join(folder, 'lib/bare');
    execFileSync('git', ['clone', '-q', '--bare', folder, bare], { env: { ...process.env, ...gitEnv } });
    await expect(repositoryOf(ours(bare), bare)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('core.worktree cannot move the folder', async () => {
    git(folder, 'config', 'core.worktree', '/usr');
    await expect(repositoryOf(ours(), folder)).rejects.toMatchObject({ code: 'not-found' });
  });
});

test('a replace ref is passed over', async () => {
  const { commit: first } = await findRevision(ours(), 'v1');
  commit(folder, 'v2', { 'go.mod': 'module example.com/other\n' });
  git(folder, 'replace', first, 'v2');
  const tree = await RevisionTree.of(ours(), first);
  const text = (await tree.files(['go.mod'])).get('go.mod');
  expect(Buffer.from(text ?? []).toString()).toBe('module example.com/main\n');
});

test('what git sets for its hooks does not change which repository is meant', async () => {
  const other = makeRepository(path.join(path.dirname(folder), 'other'));
  commit(other, 'elsewhere', { 'go.mod': 'module example.com/other\n' });
  vi.stubEnv('GIT_DIR', path.join(other, '.git'));
  vi.stubEnv('GIT_WORK_TREE', other);
  vi.stubEnv('GIT_INDEX_FILE', path.join(other, '.git/index'));
  expect(await repositoryOf(ours(), folder)).toEqual({ top: folder, prefix: '' });
  await expect(findRevision(ours(), 'elsewhere')).rejects.toMatchObject({ code: 'not-found' });
});

describe('names of revisions', () => {
  test.each(['--output=x', '-h', '', 'v1\nv1', 'v1..v1', 'v1:go.mod', '^v1'])('%j is none', async (name) => {
    await expect(findRevision(ours(), name)).rejects.toMatchObject({ code: 'not-found' });
    expect(readdirSync(folder)).not.toContain('x');
  });

  test.each(['v1', 'main', 'HEAD', 'HEAD~0', 'v1^{}', '@'])('%j is one', async (name) => {
    expect((await findRevision(ours(), name)).commit).toBe(git(folder, 'rev-parse', 'v1').trim());
  });

  test('the nearest tags and branches are named', async () => {
    git(folder, 'tag', 'v1.10.0');
    git(folder, 'branch', 'release-1.10');
    await expect(findRevision(ours(), 'v1.10')).rejects.toMatchObject({ hint: 'Did you mean v1.10.0?' });
    await expect(findRevision(ours(), 'relaese-1.10')).rejects.toMatchObject({ hint: 'Did you mean release-1.10?' });
  });

  test('a shallow clone is said', async () => {
    commit(folder, 'v2', {});
    const clone = path.join(path.dirname(folder), 'clone');
    git(folder, 'clone', '-q', '--depth', '1', '--no-tags', `file://${folder}`, clone);
    await expect(findRevision(ours(clone), 'v1')).rejects.toMatchObject({
      hint: expect.stringContaining('fetch-depth: 0') as string,
    });
  });
});

test('no git on the PATH', async () => {
  vi.stubEnv('PATH', path.dirname(folder));
  await expect(ours().text(gitCommands.topLevel())).rejects.toMatchObject({
    code: 'go-missing',
    message: expect.stringContaining('no git') as string,
  });
});
