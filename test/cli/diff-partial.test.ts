/** `modscope diff` in partial clones (git clone --filter), and in repositories that belong to somebody else. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { examine } from '../../server/doctor/doctor.ts';
import { defaultLoad } from '../../server/project/types.ts';
import { commit, git, gitEnv, makeRepository, repositoryState } from '../support/repository.ts';
import { temporaryFolder } from '../support/tree.ts';
import { layWorld } from '../support/world.ts';
import { modscope } from './run.ts';

let root: string;
let origin: string;

const goMod = (version: string): string => `module example.com/m\n\ngo 1.21\n\nrequire example.com/a ${version}\n`;

beforeEach(() => {
  root = temporaryFolder();
  const env = layWorld(root, {
    'proxy/example.com/a@v1.0.0/go.mod': 'module example.com/a\n\ngo 1.21\n',
    'proxy/example.com/a@v1.1.0/go.mod': 'module example.com/a\n\ngo 1.21\n',
  });
  for (const [name, value] of Object.entries({ ...env, ...gitEnv })) vi.stubEnv(name, value);
  origin = makeRepository(path.join(root, 'origin'));
  git(origin, 'config', 'uploadpack.allowFilter', 'true');
  commit(origin, 'v1', { 'go.mod': goMod('v1.0.0'), 'lib/go.mod': 'module example.com/m/lib\n' });
  commit(origin, 'v2', { 'go.mod': goMod('v1.1.0'), 'lib/x.go': 'package lib\n' });
});

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A clone of `origin` that has left objects there. */
function clone(filter: string): string {
  const folder = path.join(root, 'clone');
  git(root, 'clone', '-q', `--filter=${filter}`, '-b', 'main', `file://${origin}`, folder);
  return folder;
}

const lacksObjects = (folder: string): boolean =>
  git(folder, 'rev-list', '--objects', '--missing=print', 'v1').includes('\n?');

/** The user's own configuration leads an address to another one. */
function insteadOf(url: string, by: string): void {
  const file = path.join(root, 'gitconfig');
  writeFileSync(file, `[url "${by}"]\n\tinsteadOf = ${url}\n`);
  vi.stubEnv('GIT_CONFIG_GLOBAL', file);
}

describe.each(['blob:none', 'tree:0', 'blob:limit=1'])('--filter=%s', (filter) => {
  test('from a folder of this machine: the difference, and the clone stays as it is', async () => {
    const folder = clone(filter);
    expect(lacksObjects(folder)).toBe(true);
    const before = repositoryState(folder);
    const { status, out, err } = await modscope(['diff', 'v1'], { cwd: folder });
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('go.mod:5  require  example.com/a  v1.0.0 → v1.1.0');
    expect((await modscope(['diff', 'v1', 'v2', '--offline', '--vcs', 'off', '-C', folder])).status).toBe(0);
    expect(repositoryState(folder)).toEqual(before);
    expect(lacksObjects(folder)).toBe(true);
  });

  test('from another machine: fetched into a repository of ours, by the settings of the user', async () => {
    const folder = clone(filter);
    git(folder, 'config', 'remote.origin.url', 'https://git.example/r.git');
    insteadOf('https://git.example/r.git', `file://${origin}`);
    const before = repositoryState(folder);
    const { status, out, err } = await modscope(['diff', 'v1'], { cwd: folder });
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('go.mod:5  require  example.com/a  v1.0.0 → v1.1.0');
    expect(repositoryState(folder)).toEqual(before);
  });

  test.each([
    ['--offline', ['--offline'], '--offline and --vcs off let git fetch nothing'],
    ['a remote that is not there', [], 'does not appear to be a git repository'],
  ])('%s: the words, and a command that mends it', async (_, argv, words) => {
    const folder = clone(filter);
    git(folder, 'config', 'remote.origin.url', 'https://git.example/r.git');
    insteadOf('https://git.example/r.git', `file://${path.join(root, 'gone')}`);
    const { status, err } = await modscope(['diff', 'v1', ...argv], { cwd: folder });
    expect(status).toBe(3);
    expect(err).toContain('is not in this clone, which is a partial one (git clone --filter).');
    expect(err).toContain(words);
    const [, command = ''] = /`(git -C [^`]*)`/.exec(err) ?? [];
    git(folder, 'config', 'remote.origin.url', `file://${origin}`);
    execFileSync('/bin/sh', ['-c', command], { stdio: 'pipe' });
    expect((await modscope(['diff', 'v1'], { cwd: folder })).status).toBe(0);
  });
});

describe('a hostile partial clone runs nothing', () => {
  test.each([
    ['remote.origin.url', 'ext::PROGRAM'],
    ['remote.origin.url', 'ssh://-oProxyCommand=PROGRAM/x'],
    ['remote.origin.uploadpack', 'PROGRAM'],
    ['remote.origin.vcs', 'PROGRAM'],
    ['core.sshCommand', 'PROGRAM'],
    ['core.gitProxy', 'PROGRAM'],
    ['credential.helper', 'PROGRAM'],
    ['core.askPass', 'PROGRAM'],
    ['uploadpack.packObjectsHook', 'PROGRAM'],
    ['protocol.ext.allow', 'always'],
    ['url.ext::PROGRAM.insteadOf', 'https://git.example/'],
  ])('%s = %s', async (key, value) => {
    const marker = path.join(root, 'was-run');
    const program = path.join(root, 'program');
    writeFileSync(program, `#!/bin/sh\necho x >> ${marker}\nexit 1\n`);
    chmodSync(program, 0o755);
    const folder = clone('blob:none');
    // Whatever it names, the address is one that is asked; nobody answers there.
    git(folder, 'config', 'remote.origin.url', 'ssh://git@127.0.0.1:1/r.git');
    git(folder, 'config', key.replace('PROGRAM', program), value.replace('PROGRAM', program));
    const { status, err } = await modscope(['diff', 'v1'], { cwd: folder });
    expect(status).toBe(3);
    expect(err).toContain('a partial one');
    expect(existsSync(marker)).toBe(false);
  });

  test('nor does the repository that it names on this machine', async () => {
    const marker = path.join(root, 'was-run');
    const program = path.join(root, 'program');
    writeFileSync(program, `#!/bin/sh\necho x >> ${marker}\nexec "$@"\n`);
    chmodSync(program, 0o755);
    const folder = clone('blob:none');
    for (const key of ['uploadpack.packObjectsHook', 'core.fsmonitor', 'core.alternateRefsCommand'])
      git(origin, 'config', key, program);
    expect((await modscope(['diff', 'v1'], { cwd: folder })).status).toBe(0);
    expect(existsSync(marker)).toBe(false);
  });
});

describe('a repository of another owner', () => {
  test('the first line says so, and the command of git mends it', async () => {
    const config = path.join(root, 'gitconfig');
    writeFileSync(config, '');
    vi.stubEnv('GIT_CONFIG_GLOBAL', config);
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
    const { status, err } = await modscope(['diff', 'v1', 'v2'], { cwd: origin });
    expect(status).toBe(2);
    const [first = '', hint = ''] = err.split('\n');
    expect(first).toBe(`modscope: git does not trust the owner of ${origin}: the repository belongs to another user.`);
    const [, command = ''] = /`(git config [^`]*)`/.exec(hint) ?? [];
    expect(command).toBe(`git config --global --add safe.directory ${origin}`);
    const doctor = async () =>
      (await examine({ named: origin, options: defaultLoad, signal: new AbortController().signal })).found.filter(
        ({ code }) => code === 'git-owner',
      );
    expect(await doctor()).toMatchObject([{ severity: 'warn', remedy: { command } }]);
    const serve = await modscope(['serve', '--no-open', '--port', '0', '--compare', 'v1', origin], { cwd: root });
    expect(serve.err).toContain('git does not trust the owner');
    execFileSync('/bin/sh', ['-c', command], { stdio: 'pipe' });
    expect((await modscope(['diff', 'v1', 'v2'], { cwd: origin })).status).toBe(0);
    expect(await doctor()).toEqual([]);
  });
});
