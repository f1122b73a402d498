/** Checks of the go command and of its settings. */
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { goMod, patient } from './examined.ts';

const files = { 'go.mod': goMod('example.com/m') };

function script(file: string, text: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  return file;
}

const version = (words: string): string =>
  `case "$1" in version) echo "go version ${words} linux/amd64";; *) exit 1;; esac`;

describe('a go that cannot be asked', () => {
  it('is missing: everything else is looked at, and where go usually is is told', async () => {
    const { folder, look } = patient(files);
    const usual = script(path.join(folder, 'usual', 'go'), '');
    vi.stubEnv('PATH', path.join(folder, 'empty'));
    const { found, notRun, about } = await look({ machine: { usualGo: ['/nowhere/go', usual] } });
    const [first] = found;
    expect(first).toMatchObject({
      code: 'go-missing',
      severity: 'error',
      remedy: { command: `export PATH="$PATH:${path.join(folder, 'usual')}"` },
    });
    expect(first?.what).toContain('There is no go on the PATH.');
    expect(found.map(({ code }) => code)).toEqual(['go-missing', 'git-missing']);
    expect(notRun.find(({ why }) => why === 'go cannot be asked')?.codes).toContain('proxy-settings');
    expect(about).toEqual({ root: folder, gowork: 'off' });
  });

  it('has no command where go is nowhere else', async () => {
    const { told } = patient(files);
    vi.stubEnv('PATH', '/nowhere');
    expect((await told('go-missing', { machine: { usualGo: [] } }))[0]).not.toHaveProperty('remedy.command');
  });

  it('is not executable', async () => {
    const { folder, told } = patient(files);
    const go = script(path.join(folder, 'bin', 'go'), '');
    chmodSync(go, 0o644);
    expect(await told('go-not-executable', { options: { go } })).toMatchObject([
      { severity: 'error', remedy: { command: `chmod +x ${go}` } },
    ]);
  });

  it.each([
    ['is too old', 'go-too-old', `echo '{"GOVERSION":"go1.16.3"}'`, 'needs go 1.18'],
    ['is another program', 'go-output-invalid', 'echo hello', 'does not answer like a go command'],
    ['fails, and says why', 'go-failed', 'echo "go: out of order" >&2; exit 1', 'out of order'],
    ['hangs', 'go-failed', 'exec sleep 60', 'did not end within 0.3 seconds'],
  ])('%s', async (name, code, text, words) => {
    const { folder, told } = patient(files);
    const go = script(path.join(folder, 'bin', 'go'), text);
    const [only, ...more] = await told(code, { options: { go, timeout: name === 'hangs' ? 300 : 60_000 } });
    expect(only?.severity).toBe('error');
    expect(only?.what).toContain(words);
    expect(more).toEqual([]);
  });

  it('answers: nothing is told', async () => {
    const { found, about, notRun } = await patient(files).look();
    expect(found).toEqual([]);
    expect(about.version).toMatch(/^1\.\d+/);
    expect(path.isAbsolute(about.go ?? '')).toBe(true);
    expect(notRun).toEqual([{ codes: ['no-network'], why: 'GOPROXY begins with no proxy in the network' }]);
  });
});

describe('several go commands', () => {
  function onPath(own: string, other: string) {
    const one = patient(files);
    const [a, b] = ['a', 'b'].map((name) => path.join(one.folder, name));
    script(path.join(a!, 'go'), version(own));
    script(path.join(b!, 'go'), version(other));
    vi.stubEnv('PATH', [a, b, '/usr/bin', '/bin'].join(':'));
    return { ...one, a: path.join(a!, 'go'), b: path.join(b!, 'go') };
  }

  it('of two versions, and the newer one is named', async () => {
    const { told, a, b } = onPath('go1.21.0', 'go1.22.1');
    const [only] = await told('go-several');
    expect(only).toMatchObject({ severity: 'warn', remedy: { command: `modscope --go ${b}` } });
    expect(only?.what).toContain(`${a} (1.21.0), ${b} (1.22.1). modscope runs ${a}.`);
  });

  it('of one version are good to know', async () => {
    const { told } = onPath('go1.21.0', 'go1.21.0');
    const [only] = await told('go-several');
    expect(only?.severity).toBe('info');
    expect(only).not.toHaveProperty('remedy.command');
  });

  it('links to one go are one; a folder that is not absolute is passed over', async () => {
    const { folder, told, a } = onPath('go1.21.0', 'go1.22.1');
    mkdirSync(path.join(folder, 'link'));
    symlinkSync(a, path.join(folder, 'link', 'go'));
    vi.stubEnv('PATH', [path.dirname(a), path.join(folder, 'link'), '.', 'b', '/bin'].join(':'));
    expect(await told('go-several')).toEqual([]);
  });
});

describe('GOROOT', () => {
  it('that is not there', async () => {
    const { told, look } = patient(files, { GOROOT: '/nowhere/go' });
    expect(await told('goroot-mismatch')).toMatchObject([
      { severity: 'error', what: 'go: cannot find GOROOT directory: /nowhere/go', remedy: { command: 'unset GOROOT' } },
    ]);
    expect((await look()).found.map(({ code }) => code)).not.toContain('go-failed');
  });

  it('that is no Go, and one of another version', async () => {
    const { folder, told } = patient({ ...files, 'other/VERSION': 'go1.2.3\ntime 2020\n', 'none/x': '' });
    vi.stubEnv('GOROOT', path.join(folder, 'none'));
    expect((await told('goroot-mismatch'))[0]?.what).toMatch(/none, which holds no Go; the go that runs is go1\./);
    vi.stubEnv('GOROOT', path.join(folder, 'other'));
    expect((await told('goroot-mismatch'))[0]?.what).toMatch(/other, which holds go1\.2\.3; the go that runs is go1\./);
  });

  it('its own, also where it is said', async () => {
    const { told } = patient(files);
    expect(await told('goroot-mismatch')).toEqual([]);
  });
});

describe('go and toolchain lines', () => {
  it('a go line that is too new', async () => {
    const { look } = patient({ 'go.mod': goMod('example.com/m', 'go 1.99\n\ntoolchain go1.99.1\n') });
    const { found } = await look();
    expect(found).toMatchObject([
      {
        code: 'go-too-new',
        severity: 'error',
        remedy: { words: expect.stringContaining('--toolchain auto') as string },
      },
    ]);
    expect(found[0]?.what).toMatch(/^go\.mod says `go 1\.99`; this go is 1\./);
    expect(found[0]?.why).toContain('GOTOOLCHAIN=local');
  });

  it('says what go says of a toolchain that it looks for and that is nowhere, where GOTOOLCHAIN lets it', async () => {
    const { told } = patient({ 'go.mod': goMod('example.com/m', 'go 1.99\n') }, { GOTOOLCHAIN: 'auto' });
    expect((await told('go-too-new')).map(({ what }) => what)).toEqual([
      expect.stringContaining('toolchain not available'),
    ]);
  });

  it('a toolchain line that is', async () => {
    const { told } = patient({ 'go.mod': goMod('example.com/m', 'go 1.21\n\ntoolchain go1.99.1\n') });
    expect(await told('toolchain-mismatch')).toMatchObject([{ severity: 'warn' }]);
  });

  it('older ones are fine', async () => {
    const { look } = patient({ 'go.mod': goMod('example.com/m', 'go 1.21\n\ntoolchain go1.21.3\n') });
    expect((await look()).found).toEqual([]);
  });
});

describe('settings', () => {
  it('GO111MODULE=off', async () => {
    const { told } = patient(files, { GO111MODULE: 'off' });
    expect(await told('modules-off')).toMatchObject([{ severity: 'error', remedy: { command: 'unset GO111MODULE' } }]);
    vi.stubEnv('GO111MODULE', 'auto');
    expect(await told('modules-off')).toEqual([]);
  });

  it('GOFLAGS that change the graph, and the others stay', async () => {
    const { told } = patient(files, { GOFLAGS: '-mod=mod -modcacherw -modfile=/x/go.mod -toolexec=/x/run' });
    const [only] = await told('goflags');
    expect(only).toMatchObject({ severity: 'warn', remedy: { command: "export GOFLAGS='-modcacherw'" } });
    for (const flag of ['-mod=mod', '-modfile=/x/go.mod', '-toolexec=/x/run']) expect(only?.what).toContain(flag);
    expect(only?.what).not.toContain('modcacherw');
    vi.stubEnv('GOFLAGS', '-overlay=x.json');
    expect((await told('goflags'))[0]?.remedy?.command).toBe('unset GOFLAGS');
    vi.stubEnv('GOFLAGS', '-modcacherw -tags=x');
    expect(await told('goflags')).toEqual([]);
  });

  it('those of `go env -w` are taken back there', async () => {
    const { folder, told } = patient({ ...files, goenv: 'GOFLAGS=-mod=mod\n' });
    vi.stubEnv('GOFLAGS', '');
    vi.stubEnv('GOENV', path.join(folder, 'goenv'));
    expect((await told('goflags'))[0]?.remedy?.command).toBe('go env -u GOFLAGS');
  });

  it('proxy and checksum database, with what mends them', async () => {
    const { told } = patient(files, {
      GOPROXY: 'direct,https://proxy.example',
      GOSUMDB: 'sum.golang.org',
      GONOPROXY: 'corp.example,x.example/*',
      GONOSUMDB: 'corp.example',
    });
    expect((await told('proxy-settings')).map(({ remedy }) => remedy?.command)).toEqual([
      "export GONOSUMDB='corp.example,x.example/*'",
      "export GOPROXY='direct'",
    ]);
    vi.stubEnv('GONOSUMDB', 'corp.example,x.example/*');
    vi.stubEnv('GOPROXY', 'https://proxy.golang.org,direct');
    expect(await told('proxy-settings', { options: { offline: true } })).toEqual([]);
  });

  it('GOPROXY=off where go.sum lacks what go.mod requires; a replaced module is not looked for', async () => {
    const required = 'go 1.21\n\nrequire example.com/a v1.1.0\n';
    const { told } = patient({ 'go.mod': goMod('example.com/m', required) }, { GOPROXY: 'off' });
    expect(await told('proxy-settings')).toMatchObject([{ remedy: { command: 'unset GOPROXY' } }]);
    const replaced = `${required}\nreplace example.com/a => ./a\n`;
    const other = patient({ 'go.mod': goMod('example.com/m', replaced), 'a/go.mod': goMod('example.com/a') });
    vi.stubEnv('GOPROXY', 'off');
    expect(await other.told('proxy-settings')).toEqual([]);
  });
});
