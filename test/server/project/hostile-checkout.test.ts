/**
 * A module that a stranger wrote, under the real go: nothing of it is run, nothing of it hangs, nothing in it is written.
 * (What its .git/config could run is in test/server/process/git.test.ts.)
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadFolder } from '../../../server/project/load-folder.ts';
import { findProject } from '../../../server/project/find.ts';
import { defaultLoad, type Loaded, type LoadOptions } from '../../../server/project/types.ts';
import { mainMod, world } from '../../support/modules.ts';
import { makeProxy } from '../../support/proxy.ts';
import { layOut, temporaryFolder, treeState } from '../../support/tree.ts';

let root: string;
let tree: string;
/** Written by `program` when somebody runs it. */
let marker: string;
let program: string;

beforeEach(() => {
  root = temporaryFolder();
  tree = path.join(root, 'module');
  marker = path.join(root, 'was-run');
  program = path.join(root, 'program');
  writeFileSync(program, `#!/bin/sh\necho "$0 $@" >> ${marker}\nexit 1\n`, { mode: 0o755 });
  vi.stubEnv('GOENV', 'off');
  for (const [name, value] of Object.entries(makeProxy(root, world).env)) vi.stubEnv(name, value);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const quiet = AbortSignal.timeout(600_000);

/** A go command that is still running after this has hung; the load then says so, and the test fails. */
const timeout = 120_000;

function load(options: Partial<LoadOptions> = {}): Promise<Loaded> {
  return loadFolder(tree, { ...defaultLoad, timeout, ...options }, () => undefined, quiet);
}

const simple = 'module example.com/main\n\ngo 1.21\n';

describe('a checkout runs nothing', () => {
  const programs = { 'main.go': 'package main\n\nimport _ "example.com/a"\n\nfunc main() {}\n' };

  test('by GOFLAGS of the user that name a program, an overlay or another go.mod', async () => {
    layOut(tree, {
      'go.mod': mainMod,
      'x.mod': mainMod,
      ...programs,
      'overlay.json': '{"Replace":{"go.mod":"/etc/passwd"}}',
    });
    for (const flags of [
      `-toolexec=${program}`,
      `-overlay=${tree}/overlay.json`,
      `-modfile=${tree}/x.mod`,
      `-exec=${program}`,
    ]) {
      vi.stubEnv('GOFLAGS', flags);
      const { fault } = await load({ packages: true });
      expect(fault, flags).toBeUndefined();
    }
    expect(existsSync(marker)).toBe(false);
  });

  test('by programs named go, git or gcc in it, though the PATH has a relative folder', async () => {
    layOut(tree, { 'go.mod': mainMod, ...programs });
    for (const name of ['go', 'git', 'gcc', 'cc', 'pkg-config', 'vet', 'compile']) {
      writeFileSync(path.join(tree, name), `#!/bin/sh\n${program} ${name}\n`, { mode: 0o755 });
    }
    vi.stubEnv('PATH', `.:${process.env['PATH'] ?? ''}`);
    const old = process.cwd();
    process.chdir(tree);
    try {
      expect((await load({ packages: true })).fault).toBeUndefined();
    } finally {
      process.chdir(old);
    }
    expect(existsSync(marker)).toBe(false);
  });

  test('by cgo, go:generate, tools and tests', async () => {
    layOut(tree, {
      'go.mod': 'module example.com/main\n\ngo 1.24\n\ntool example.com/main/tool\n',
      'main.go': `package main\n\n// #cgo pkg-config: --exists ${program}\n// #cgo CFLAGS: -fplugin=${program}\nimport "C"\n\n//go:generate ${program}\nfunc main() {}\n`,
      'tool/main.go': `package main\n\nimport "os/exec"\n\nfunc init() { exec.Command("${program}").Run() }\n\nfunc main() {}\n`,
      'main_test.go': `package main\n\nimport ("os/exec"; "testing")\n\nfunc TestMain(m *testing.M) { exec.Command("${program}").Run() }\n`,
    });
    vi.stubEnv('CGO_ENABLED', '1');
    expect((await load({ packages: true })).fault).toBeUndefined();
    expect(existsSync(marker)).toBe(false);
  });

  test('by a .git/config whose filters, fsmonitor, ssh, pager, diff and includes are programs', async () => {
    layOut(tree, { 'go.mod': mainMod, ...programs, '.gitattributes': '* filter=x diff=x\n' });
    const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: tree, encoding: 'utf8' });
    git('init', '-q');
    const included = path.join(root, 'included');
    writeFileSync(included, `[core]\n\tfsmonitor = ${program}\n\tpager = ${program}\n`);
    for (const key of [
      'core.fsmonitor',
      'core.sshCommand',
      'diff.external',
      'filter.x.clean',
      'filter.x.process',
      'core.pager',
      'credential.helper',
    ]) {
      git('config', key, program);
    }
    git('config', `includeIf.gitdir:${tree}/.git.path`, included);
    git('config', 'include.path', included);
    // vcs user: the default, with which go may ask git for what it stamps into a build.
    for (const vcs of ['user', 'off'] as const) expect((await load({ packages: true, vcs })).fault).toBeUndefined();
    expect(existsSync(marker)).toBe(false);
    // The test can fail: git itself does run them.
    expect(() => git('status', '--short')).not.toThrow();
    expect(existsSync(marker)).toBe(true);
  });

  test('by a toolchain line: no toolchain is fetched, and the go that is there says why', async () => {
    layOut(tree, { 'go.mod': 'module example.com/main\n\ngo 1.21\n\ntoolchain go1.99.0\n' });
    const { fault } = await load();
    expect(fault).toBeUndefined();
    layOut(tree, { 'go.mod': 'module example.com/main\n\ngo 1.99\n' });
    expect((await load()).fault?.code).toBe('go-too-new');
  });

  test('by a go.env in it: go reads that of its own GOROOT and of the user only', async () => {
    layOut(tree, {
      'go.mod': mainMod,
      'go.env': `GOFLAGS=-toolexec=${program}\nGOPROXY=https://evil.example\n`,
      ...programs,
    });
    layOut(path.join(tree, 'go'), { env: `GOFLAGS=-toolexec=${program}\n`, 'go.env': `GOPROXY=off\n` });
    expect((await load({ packages: true })).fault).toBeUndefined();
    expect(existsSync(marker)).toBe(false);
  });
});

describe('a checkout hangs nothing', () => {
  /** What never ends, or never begins, in the place of a file. */
  const endless: Readonly<Record<string, (file: string) => void>> = {
    'a FIFO': (file) => execFileSync('mkfifo', [file]),
    'a link to /dev/zero': (file) => {
      symlinkSync('/dev/zero', file);
    },
    'a link to a FIFO': (file) => {
      execFileSync('mkfifo', [path.join(root, 'fifo')]);
      symlinkSync(path.join(root, 'fifo'), file);
    },
    'a link to itself': (file) => {
      symlinkSync(path.basename(file), file);
    },
  };
  const kinds = Object.keys(endless);

  test.each(kinds)('%s as go.sum', async (kind) => {
    layOut(tree, { 'go.mod': mainMod });
    endless[kind]?.(path.join(tree, 'go.sum'));
    const before = treeNames();
    const came = await load().catch((error: unknown) => error);
    expect(came).toBeDefined();
    expect(treeNames()).toEqual(before);
  });

  test.each(kinds)('%s as go.mod', (kind) => {
    mkdirSync(tree);
    endless[kind]?.(path.join(tree, 'go.mod'));
    expect(() => findProject(tree)).toThrow(expect.objectContaining({ code: 'no-module' }));
  });

  test.each(kinds)('%s as the go.mod of a folder that replaces a module', async (kind) => {
    layOut(tree, { 'go.mod': `${simple}\nrequire example.com/r v1.0.0\n\nreplace example.com/r => ./r\n` });
    mkdirSync(path.join(tree, 'r'));
    endless[kind]?.(path.join(tree, 'r/go.mod'));
    const { snapshot, fault } = await load();
    expect(snapshot.mains[0]?.path).toBe('example.com/main');
    expect(fault?.code).not.toBe('go-timeout');
    if (kind !== 'a link to itself') expect(fault?.message).toContain('r/go.mod is no regular file');
  });

  test.each(kinds)('%s as the go.mod of a member of the workspace', async (kind) => {
    layOut(tree, { 'go.work': 'go 1.21\n\nuse (\n\t.\n\t./r\n)\n', 'go.mod': simple });
    mkdirSync(path.join(tree, 'r'));
    endless[kind]?.(path.join(tree, 'r/go.mod'));
    const { snapshot, fault } = await load();
    expect(snapshot.mains.map((main) => main.path)).toEqual(['example.com/main']);
    expect(fault?.code).not.toBe('go-timeout');
    if (kind !== 'a link to itself') expect(fault?.message).toContain('r/go.mod is no regular file');
  });

  test.each(['/dev/zero', '/dev/stdin', '/dev/tty', '/proc/self', '.', '../..', '/'])(
    'a replacement by %s',
    async (place) => {
      layOut(tree, {
        'go.mod': `${simple}\nrequire example.com/r v1.0.0\n\nreplace example.com/r => ${place === '.' ? './' : place}\n`,
      });
      const { snapshot } = await load({ timeout: 60_000 });
      expect(snapshot.mains[0]?.path).toBe('example.com/main');
    },
  );

  test.each(kinds)('%s as a source file, when packages are listed', async (kind) => {
    layOut(tree, { 'go.mod': mainMod, 'main.go': 'package main\n\nfunc main() {}\n' });
    endless[kind]?.(path.join(tree, 'other.go'));
    const { snapshot } = await load({ packages: true });
    expect(snapshot.mains[0]?.path).toBe('example.com/main');
  });

  test('loops of links between folders', async () => {
    layOut(tree, { 'go.mod': mainMod, 'a/a.go': 'package a\n', 'b/b.go': 'package b\n' });
    symlinkSync('..', path.join(tree, 'a/up'));
    symlinkSync('../a', path.join(tree, 'b/a'));
    symlinkSync('../b', path.join(tree, 'a/b'));
    symlinkSync('vendor', path.join(tree, 'vendor'));
    const { fault } = await load({ packages: true });
    expect(fault).toBeUndefined();
  });
});

test('a go.work above is obeyed only where it uses the module, and nothing in the tree is written', async () => {
  layOut(tree, { 'go.mod': simple });
  writeFileSync(path.join(root, 'go.work'), 'go 1.21\n\nuse ./other\n\nreplace example.com/a => /etc\n');
  layOut(path.join(root, 'other'), { 'go.mod': 'module example.com/other\n\ngo 1.21\n' });
  const before = treeState(tree);
  const { notes, snapshot } = await load();
  expect(snapshot.work).toBeUndefined();
  expect(notes.join('\n')).toContain('does not use this module');
  expect(treeState(tree)).toEqual(before);
});

/** Names only: what never ends cannot be read. */
function treeNames(): string {
  return execFileSync('ls', ['-lAR', '--time-style=full-iso', tree], { encoding: 'utf8' });
}
