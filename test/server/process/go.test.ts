/** The environment that go gets, and how its failures are told. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findProgram } from '../../../server/process/find-program.ts';
import { absoluteFile } from '../../../server/process/arguments.ts';
import { goCommands } from '../../../server/process/go-commands.ts';
import { readGoEnv } from '../../../server/process/go-env.ts';
import { flagsAsTyped, ownFlags, setAside } from '../../../server/process/go-flags.ts';
import { Go, type GoOptions } from '../../../server/process/go.ts';
import { defaultLoad } from '../../../server/project/types.ts';
import { fakeGo } from '../../support/fake-go.ts';
import { temporaryFolder } from '../../support/tree.ts';

const never = new AbortController().signal;

afterEach(() => {
  vi.unstubAllEnvs();
});

/** The variables and arguments that a go would see. */
async function seen(options: Partial<GoOptions>): Promise<Map<string, string>> {
  const folder = temporaryFolder();
  const file = fakeGo(folder, 'env; echo "args=$*"; echo "cwd=$(pwd -P)"');
  const text = await new Go({ ...defaultLoad, ...options, go: file }, never).text(folder, goCommands.version());
  return new Map(text.split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

describe('the environment of go', () => {
  it('keeps the user’s word on where modules come from, and takes away what changes the graph', async () => {
    vi.stubEnv('GOPROXY', 'https://proxy.example.com');
    vi.stubEnv('GOPRIVATE', 'corp.example.com');
    vi.stubEnv('GONOSUMDB', 'corp.example.com');
    vi.stubEnv('GO111MODULE', 'off');
    vi.stubEnv('GOTOOLCHAIN', 'go1.99.0');
    const env = await seen({});
    expect(env.get('GOPROXY')).toBe('https://proxy.example.com');
    expect(env.get('GOPRIVATE')).toBe('corp.example.com');
    expect(env.get('GONOSUMDB')).toBe('corp.example.com');
    expect(env.get('GO111MODULE')).toBe('on');
    expect(env.get('GOTOOLCHAIN')).toBe('local');
    expect(env.get('PWD')).toBe(env.get('cwd'));
  });

  it('is offline for the checksum database and for hosts of private modules too', async () => {
    vi.stubEnv('GOPRIVATE', 'corp.example');
    const env = await seen({ offline: true });
    expect(['GOPROXY', 'GOSUMDB', 'GONOPROXY'].map((name) => env.get(name))).toEqual(['off', 'off', 'none']);
    vi.unstubAllEnvs();
  });

  it('obeys --toolchain, --vcs, --goos and --goarch', async () => {
    const env = await seen({ toolchain: 'auto', vcs: 'off', goos: 'plan9', goarch: 'arm' });
    expect(['GOTOOLCHAIN', 'GOVCS', 'GOOS', 'GOARCH'].map((name) => env.get(name))).toEqual([
      'auto',
      '*:off',
      'plan9',
      'arm',
    ]);
  });
});

describe('GOFLAGS', () => {
  it.each([
    ['', '-mod=mod'],
    ['-mod=vendor -modfile=other.mod -overlay=o.json -toolexec=/bin/evil', '-mod=mod'],
    ['-tags=a,b --modcacherw -buildvcs=false', '-mod=mod -tags=a,b --modcacherw'],
    [`'-tags=a b' "-toolexec=evil -tags=x"`, '-mod=mod "-tags=a b"'],
    ['-tagsy -modcacherwx', '-mod=mod'],
    ['-modcacherw=false -modcacherw=perhaps', '-mod=mod -modcacherw=false'],
  ])('%j becomes %j', (user, ours) => {
    expect(ownFlags(user, 'mod')).toBe(ours);
  });

  it.each([
    ['-race -tags=a', '-race -tags=a -mod=readonly'],
    [`-mod=mod -modfile=x.mod -toolexec=/bin/evil '-ldflags=-s -w'`, '"-ldflags=-s -w" -mod=readonly'],
    ['-export -compiled -json -f={{.Stale}} -u -versions -x -e', '-e -mod=readonly'],
    ['-overlay=o.json', '-overlay=/where/o.json -mod=readonly'],
  ])('%j, asked as the user would, is %j', (user, typed) => {
    expect(flagsAsTyped(user, 'harmless', 'readonly', '/where')).toBe(typed);
  });

  it('takes --tags in the place of the user’s', () => {
    expect(ownFlags('-tags=theirs', 'readonly', 'ours')).toBe('-mod=readonly -tags=ours');
  });
});

describe('of GOFLAGS is told, since go would look at other files,', () => {
  it.each([
    ['-modfile=other.mod --overlay=o.json', ['--overlay=o.json']],
    [`'-overlay=my other.json' -tags=a`, ['-overlay=my other.json']],
    ['-modfiles=x -overlayed -mod=mod', []],
    ['', []],
  ])('in %j %j', (user, flags) => {
    expect(setAside(user)).toEqual(
      flags.map((flag) => `GOFLAGS has ${flag}, which is set aside: the files of the folder itself are shown.`),
    );
  });
});

describe('which go', () => {
  it('is the first executable file on the PATH, never one in a relative folder', () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'a/go'), { recursive: true });
    mkdirSync(path.join(folder, 'b'));
    mkdirSync(path.join(folder, 'c'));
    writeFileSync(path.join(folder, 'b/go'), '', { mode: 0o644 });
    const file = fakeGo(path.join(folder, 'c'), '');
    const PATH = ['.', '', ...['a', 'b', 'c'].map((name) => path.join(folder, name))].join(path.delimiter);
    expect(findProgram('go', { PATH })).toBe(file);
    expect(() => findProgram('go', { PATH: path.join(folder, 'b') })).toThrow(
      expect.objectContaining({ code: 'go-not-executable' }),
    );
    expect(() => findProgram('go', { PATH: '.' })).toThrow(expect.objectContaining({ code: 'go-missing' }));
    expect(() => findProgram(path.join(folder, 'none'))).toThrow(expect.objectContaining({ code: 'go-missing' }));
  });

  it('must be one, and new enough', () => {
    const env = (GOVERSION: string): string => JSON.stringify({ GOVERSION });
    expect(readGoEnv(env('go1.18'), 'go').GOVERSION).toBe('go1.18');
    expect(readGoEnv(env('devel go1.27-abc'), 'go').GOFLAGS).toBe('');
    expect(() => readGoEnv(env('go1.17.13'), 'go')).toThrow(expect.objectContaining({ code: 'go-too-old' }));
    for (const text of ['hello', '[]', '{}', 'null', '{"GOVERSION":1}']) {
      expect(() => readGoEnv(text, 'go')).toThrow(expect.objectContaining({ code: 'go-output-invalid' }));
    }
  });
});

describe('a go that fails', () => {
  it('is told in its own words', async () => {
    const folder = temporaryFolder();
    const go = new Go({ ...defaultLoad, go: fakeGo(folder, 'echo "go: something new" >&2; exit 1') }, never);
    await expect(
      go.text(folder, goCommands.modGraph({ modfile: absoluteFile('/scratch/go.mod') })),
    ).rejects.toMatchObject({
      code: 'go-failed',
      detail: 'go: something new',
      message: expect.not.stringContaining('modfile') as string,
    });
  });

  it('is told when a signal ended it', async () => {
    const folder = temporaryFolder();
    const go = new Go({ ...defaultLoad, go: fakeGo(folder, 'kill -9 $$') }, never);
    await expect(go.text(folder, goCommands.modGraph({}))).rejects.toMatchObject({ code: 'go-killed' });
  });

  it('is ended when it prints without end', async () => {
    const folder = temporaryFolder();
    const go = new Go({ ...defaultLoad, go: fakeGo(folder, 'exec yes') }, never);
    await expect(go.text(folder, goCommands.modEditJson())).rejects.toMatchObject({ code: 'go-output-flood' });
  });
});
