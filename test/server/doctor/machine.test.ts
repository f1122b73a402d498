/** Checks of disks, links, WSL and git. */
import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { tinyDisk } from '../../support/tiny-disk.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';
import { goMod, patient } from './examined.ts';

const files = { 'go.mod': goMod('example.com/m') };

describe.each([
  ['the module cache', 'cache', 'GOMODCACHE'],
  ['the folder for temporary files', 'temporary', 'TMPDIR'],
])('%s', (_, code, variable) => {
  it('on a disk that is full, nearly full, and read-only; looking writes nothing there', async ({ skip }) => {
    const disk = tinyDisk(4096);
    if (disk === undefined) return skip();
    const one = patient(files);
    vi.stubEnv(variable, disk.folder);
    expect(await one.told(`${code}-full`)).toMatchObject([{ severity: 'warn' }]);
    expect((await one.told(`${code}-full`))[0]?.what).toMatch(/nearly full: \d MB are left\.$/);
    disk.fill();
    const before = readdirSync(disk.folder);
    expect(await one.told(`${code}-full`)).toMatchObject([{ severity: 'error' }]);
    expect((await one.told(`${code}-full`))[0]?.what).toContain('is full: 0 MB are left');
    expect(readdirSync(disk.folder)).toEqual(before);
    disk.readOnly(true);
    const [only] = await one.told(`${code}-not-writable`);
    expect(only).toMatchObject({ severity: 'error' });
    expect(only?.what).toContain(`${disk.folder} (read-only file system)`);
  });

  it('with room is fine, also before it is made', async () => {
    const one = patient(files);
    const roomy = path.join(temporaryFolder(), 'not', 'there');
    vi.stubEnv('GOMODCACHE', roomy);
    const { found } = await one.look();
    expect(found).toEqual([]);
  });
});

it('a folder for temporary files that is not there, which nobody makes', async () => {
  const { told } = patient(files);
  vi.stubEnv('TMPDIR', '/no/such/folder');
  const [only] = await told('temporary-not-writable');
  expect(only).toMatchObject({ severity: 'error', remedy: { command: 'export TMPDIR=DIR' } });
  expect(only?.what).toBe('The folder for temporary files is not there: /no/such/folder.');
});

it('a module cache that is a file, or below one', async () => {
  const one = patient(files);
  const file = path.join(one.folder, 'go.mod');
  vi.stubEnv('GOMODCACHE', path.join(file, 'cache'));
  const [only] = await one.told('cache-not-writable');
  expect(only?.what).toBe(
    `The module cache cannot be written: ${file}/cache, which would be made in ${file} (it is no folder).`,
  );
});

it('no module cache at all', async () => {
  const { told } = patient(files, { GOMODCACHE: '', GOPATH: '', HOME: '' });
  const [only] = await told('cache-not-writable');
  expect(only).toMatchObject({ severity: 'error', remedy: { command: 'go env -w GOMODCACHE=DIR' } });
  expect(only?.what).toContain('HOME, GOPATH and GOMODCACHE are all empty');
});

it('a module cache without the permission', async ({ skip }) => {
  // Nothing is refused to root.
  if (process.getuid?.() === 0) return skip();
  const one = patient(files);
  mkdirSync(one.cache);
  chmodSync(one.cache, 0o555);
  expect(await one.told('cache-not-writable')).toMatchObject([
    { severity: 'error', remedy: { command: `chmod u+w ${one.cache}` } },
  ]);
});

describe('links', () => {
  it('a folder that was named by one is good to know', async () => {
    const one = patient({ 'real/go.mod': files['go.mod'] });
    symlinkSync('real', path.join(one.folder, 'link'));
    const [only] = await one.told('folder-by-link', { dir: 'link' });
    expect(only).toMatchObject({ severity: 'info', remedy: { command: `cd ${one.folder}/real` } });
    expect(only?.what).toBe(`${one.folder}/link is a link, or below one: it is ${one.folder}/real.`);
    expect(await one.told('folder-by-link', { dir: 'real' })).toEqual([]);
  });

  it('it is a warning where go finds another go.work, or another replacement, by its name', async () => {
    const one = patient({
      'deep/real/go.mod': goMod('example.com/m', 'go 1.21\n\nreplace example.com/z => ../z\n'),
      'deep/z/go.mod': goMod('example.com/z'),
      'z/go.mod': goMod('example.com/z'),
      'go.work': 'go 1.21\nuse ./link\n',
    });
    symlinkSync('deep/real', path.join(one.folder, 'link'));
    writeFileSync(path.join(one.folder, 'deep', 'go.work'), 'go 1.21\nuse ./real\n');
    const [only] = await one.told('folder-by-link', { dir: 'link' });
    expect(only?.severity).toBe('warn');
    expect(only?.what).toContain(
      `GOWORK is ${one.folder}/go.work by the link and ${one.folder}/deep/go.work by the folder`,
    );
    expect(only?.what).toContain('the replacement ../z of example.com/z is another folder');
  });

  it('folders with Go files inside the module; links to files, to nothing, to folders without Go, in circles', async () => {
    const one = patient({ ...files, 'm.go': 'package m\n', 'docs/x.md': '' });
    const elsewhere = layOut(temporaryFolder(), { 'x.go': 'package x\n' });
    for (const [name, target] of [
      ['api', elsewhere],
      ['file.go', 'm.go'],
      ['gone', 'nowhere'],
      ['words', 'docs'],
      ['circle', 'circle'],
    ] as const) {
      symlinkSync(target, path.join(one.folder, name));
    }
    symlinkSync('..', path.join(one.folder, 'docs', 'up'));
    const [only, ...more] = await one.told('linked-folder');
    expect(more).toEqual([]);
    expect(only?.what).toBe(`2 folders of the module are links: api (to ${elsewhere}), docs/up (to ${one.folder}).`);
    expect(await patient(files).told('linked-folder')).toEqual([]);
  });
});

describe('WSL', () => {
  const release = '5.15.153.1-microsoft-standard-WSL2';

  function mounts(point: string, kind = '9p', options = 'rw,aname=drvfs;path=C:\\;uid=1000'): string {
    const file = path.join(temporaryFolder(), 'mountinfo');
    writeFileSync(
      file,
      `20 1 8:1 / / rw - ext4 /dev/sda1 rw\n80 20 0:50 / ${point.replaceAll(' ', '\\040')} rw,noatime - ${kind} C:\\134 ${options}\n`,
    );
    return file;
  }

  it('a module and a cache on the disk of Windows', async () => {
    const one = patient(files);
    const machine = { platform: 'linux', release, mounts: mounts(path.dirname(one.folder)) } as const;
    const told = await one.told('wsl-path', { machine });
    expect(told.map(({ what }) => what)).toEqual([
      `${one.folder} is on a disk of Windows, and modscope runs in its Linux (WSL).`,
      `The module cache, ${one.cache}, is on a disk of Windows, and go runs in its Linux (WSL).`,
    ]);
    expect(told.map(({ remedy }) => remedy?.command)).toEqual([
      `cp -r ${one.folder} ~/`,
      'export GOMODCACHE="$HOME/go/pkg/mod"',
    ]);
    const first = { ...machine, mounts: mounts(one.folder, 'drvfs', 'rw') };
    expect(await one.told('wsl-path', { machine: first })).toHaveLength(1);
  });

  it('a module on a disk of Linux, and a Linux that is not WSL', async () => {
    const one = patient(files);
    const linux = { platform: 'linux', release, mounts: mounts('/mnt/c') } as const;
    expect(await one.told('wsl-path', { machine: linux })).toEqual([]);
    const other = { platform: 'linux', release: '6.1.0-13-amd64', mounts: mounts(one.folder) } as const;
    expect(await one.told('wsl-path', { machine: other })).toEqual([]);
  });

  it('what is mounted cannot be known: the others go on', async () => {
    const one = patient(files);
    const { notRun } = await one.look({ machine: { platform: 'linux', release, mounts: '/nowhere' } });
    expect(notRun.flatMap(({ codes }) => codes)).toContain('wsl-path');
  });
});

describe('git', () => {
  function gitSays(words: string | undefined) {
    const one = patient(files);
    const bin = path.join(one.folder, 'bin');
    mkdirSync(bin);
    if (words !== undefined) writeFileSync(path.join(bin, 'git'), `#!/bin/sh\necho '${words}'\n`, { mode: 0o755 });
    vi.stubEnv('PATH', bin);
    return one;
  }

  it.each([
    'git version 2.35.1',
    'git version 1.8.3.1',
    'git version 2.30.2 (Apple Git-154)',
    'git version 2.35.1.windows.2',
  ])('old: %s', async (words) => {
    const [only] = await gitSays(words).told('git-old');
    expect(only?.severity).toBe('warn');
    expect(only?.what).toMatch(/older than 2\.35\.2\.$/);
  });

  it.each([
    'git version 2.35.2',
    'git version 2.39.5 (Apple Git-154)',
    'git version 2.40',
    'git version 3.0.0',
    'git version 2.45.1.windows.1',
  ])('new enough: %s', async (words) => {
    const { found } = await gitSays(words).look();
    expect(found.map(({ code }) => code)).toEqual(['go-missing']);
  });

  it('missing, and one that does not say its version', async () => {
    expect(await gitSays(undefined).told('git-missing')).toMatchObject([{ severity: 'warn' }]);
    const { notRun } = await gitSays('hello').look();
    expect(notRun.find(({ codes }) => codes.includes('git-old'))?.why).toBe('git does not say its version');
  });
});
