/** Checks of go.mod, of the folders that replace lines name, and of the vendor folder. */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { goMod, patient } from './examined.ts';

describe('go.mod', () => {
  it('is not there', async () => {
    const { look, folder, type } = patient({ 'x/y': '' });
    const { found, notRun } = await look({ dir: 'x', machine: { cwd: '/' } });
    expect(found).toMatchObject([
      {
        code: 'no-module',
        severity: 'error',
        remedy: { command: `cd ${path.join(folder, 'x')} && go mod init example.com/name` },
      },
    ]);
    expect(found[0]?.what).toContain(`There is no go.mod in ${path.join(folder, 'x')}`);
    expect(notRun.find(({ why }) => why === 'there is no go.mod')?.codes).toEqual(
      expect.arrayContaining(['go-too-new', 'vendor-out-of-step', 'go-refuses']),
    );
    type(found[0]!.remedy!.command!);
    expect((await look({ dir: 'x' })).found).toEqual([]);
  });

  it('cannot be read: the line is named, and what needs it is not run', async () => {
    const { look } = patient({ 'go.mod': 'module example.com/m\n\nrequire x y z\n' });
    const { found, notRun } = await look();
    expect(found).toMatchObject([{ code: 'file-unreadable', severity: 'error' }]);
    expect(found[0]?.what).toContain('go.mod:3');
    expect(notRun.map(({ why }) => why)).toContain('go.mod or go.work cannot be read');
  });

  it.each([
    ['a go.work that cannot be read', { 'go.work': 'go 1.21\nuse (\n', 'go.mod': goMod('example.com/m') }, '/go.work:'],
    [
      'the go.mod of one member',
      { 'go.work': 'go 1.21\nuse ./a\nuse ./b\n', 'a/go.mod': goMod('example.com/a'), 'b/go.mod': 'modul x\n' },
      'b/go.mod:1',
    ],
  ])('%s', async (_, files, words) => {
    const [only] = await patient(files).told('file-unreadable');
    expect(only?.what).toContain(words);
  });

  it('a GOWORK that names no file is taken back', async () => {
    const { told } = patient({ 'go.mod': goMod('example.com/m') }, { GOWORK: '/nowhere/go.work' });
    expect(await told('file-unreadable')).toMatchObject([{ remedy: { command: 'unset GOWORK' } }]);
    vi.stubEnv('GOWORK', 'off');
    expect(await told('file-unreadable')).toEqual([]);
  });

  it('a GOWORK that is no absolute path is one cause, and told once', async () => {
    const { look } = patient(
      { 'go.mod': goMod('example.com/m'), 'go.work': 'go 1.21\nuse .\n' },
      { GOWORK: 'go.work' },
    );
    const { found } = await look();
    expect(found.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        code: 'file-unreadable',
        what: expect.stringContaining('not an absolute path') as string,
        remedy: { command: 'unset GOWORK' },
      },
    ]);
  });
});

describe('a tool line', () => {
  it('whose package no module provides is a warning, for builds go through, and can be taken out', async () => {
    const { told, type } = patient({
      'go.mod': goMod('example.com/m', 'go 1.24\n\ntool example.com/gone/cmd/x\n'),
      'main.go': 'package main\n\nfunc main() {}\n',
    });
    const [only] = await told('package-missing');
    expect(only).toMatchObject({
      severity: 'warn',
      why: '`go list tool` refuses it, and so does `go tool`; a build goes through.',
    });
    type(only!.remedy!.command!);
    expect(await told('package-missing')).toEqual([]);
  });
});

describe('a replace line', () => {
  const files = {
    'go.mod': goMod(
      'example.com/m',
      'go 1.21\n\nrequire example.com/a v1.0.0\n\nreplace (\n\texample.com/a => ../a\n\texample.com/b v1.0.0 => ./empty\n\texample.com/c => ./c\n\texample.com/d => example.com/e v1.0.0\n)\n',
    ),
    'c/go.mod': goMod('example.com/c'),
    'empty/x': '',
  };

  it('that names no module: an error where the module is required', async () => {
    const one = patient(files);
    const [first, second, ...more] = await one.told('replace-folder-missing');
    expect(first).toMatchObject({
      severity: 'error',
      what: 'go.mod replaces example.com/a by ../a, and there is no such folder.',
    });
    expect(second).toMatchObject({
      severity: 'warn',
      what: 'go.mod replaces example.com/b@v1.0.0 by ./empty, where there is no go.mod.',
    });
    expect(more).toEqual([]);
    // Nothing imports it: without the line go would need its sum, and go mod tidy takes it out. That comes first.
    expect(first!.remedy).toMatchObject({
      words: expect.stringMatching(/^This removes example\.com\/a@v1\.0\.0\. /) as string,
      command: 'go mod edit -dropreplace=example.com/a && go mod tidy',
    });
    one.type(first!.remedy!.command!);
    const [last] = await one.told('replace-folder-missing');
    one.type(last!.remedy!.command!);
    expect(await one.told('replace-folder-missing')).toEqual([]);
  });

  it('that go never looks at is no error: go.work overrides it, or no selected version is replaced by it', async () => {
    const overridden = patient({
      'go.work': 'go 1.21\n\nuse ./a\n\nreplace example.com/y => ./y\n',
      'a/go.mod': goMod(
        'example.com/wa',
        'go 1.21\n\nrequire example.com/y v1.0.0\n\nreplace example.com/y v1.0.0 => ../gone\n',
      ),
      'y/go.mod': goMod('example.com/y'),
    });
    const [first, ...more] = await overridden.told('replace-folder-missing');
    expect(first).toMatchObject({ severity: 'warn', why: expect.stringContaining('go loads the module') as string });
    expect(more).toEqual([]);
    const unselected = patient({
      'go.mod': goMod(
        'example.com/m',
        'go 1.21\n\nrequire example.com/y v1.1.0\n\nreplace (\n\texample.com/y v1.1.0 => ./y\n\texample.com/y v1.0.0 => ./gone\n)\n',
      ),
      'y/go.mod': goMod('example.com/y'),
    });
    expect((await unselected.told('replace-folder-missing')).map(({ severity }) => severity)).toEqual(['warn']);
  });

  it('of a go.work, and of a member, from its own folder', async () => {
    const one = patient({
      'go.work': 'go 1.21\nuse ./a\nreplace example.com/z => ./z\n',
      'a/go.mod': goMod('example.com/wa', 'go 1.21\n\nreplace example.com/y => ../y\n'),
    });
    const told = await one.told('replace-folder-missing');
    expect(told.map(({ what }) => what)).toEqual([
      'go.work replaces example.com/z by ./z, and there is no such folder.',
      'a/go.mod replaces example.com/y by ../y, and there is no such folder.',
    ]);
    for (const { remedy } of told) one.type(remedy!.command!);
    expect(await one.told('replace-folder-missing')).toEqual([]);
  });
});

describe('a vendor folder', () => {
  const files = {
    'go.mod': goMod('example.com/m', 'go 1.21\n\nrequire example.com/dep v1.0.0\n\nreplace example.com/dep => ./dep\n'),
    'm.go': 'package m\n\nimport _ "example.com/dep"\n',
    'dep/go.mod': goMod('example.com/dep'),
    'dep/dep.go': 'package dep\n',
  };

  it('fits, then go.mod changes, then the command mends it', async () => {
    const one = patient(files);
    const file = path.join(one.folder, 'go.mod');
    execFileSync('go', ['mod', 'vendor'], { cwd: one.folder, stdio: 'pipe' });
    expect((await one.look()).found).toEqual([]);
    writeFileSync(file, files['go.mod'].replace('v1.0.0', 'v1.1.0'));
    // Where the user's flags turn the folder down, go builds; a build elsewhere does not.
    vi.stubEnv('GOFLAGS', '-mod=mod');
    const [only] = await one.told('vendor-out-of-step');
    expect(only).toMatchObject({ severity: 'warn', remedy: { command: 'go mod vendor' } });
    vi.stubEnv('GOFLAGS', '');
    expect((await one.told('vendor-out-of-step')).map(({ severity }) => severity)).toEqual(['error']);
    vi.stubEnv('GOFLAGS', '-mod=mod');
    expect(only?.what).toMatch(
      /^The vendor folder does not fit go\.mod: example\.com\/dep@v1\.1\.0: is explicitly required .* \(and 1 more\)\.$/,
    );
    vi.stubEnv('GOFLAGS', '');
    one.type(only!.remedy!.command!);
    expect(await one.told('vendor-out-of-step')).toEqual([]);
  });

  it('of a workspace', async () => {
    const one = patient({
      'go.work': 'go 1.22\nuse ./m\n',
      ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`m/${name}`, text])),
    });
    execFileSync('go', ['work', 'vendor'], { cwd: one.folder, stdio: 'pipe' });
    expect(await one.told('vendor-out-of-step')).toEqual([]);
    writeFileSync(path.join(one.folder, 'm/go.mod'), files['go.mod'].replace('v1.0.0', 'v1.1.0'));
    const [only] = await one.told('vendor-out-of-step', { dir: 'm' });
    expect(only?.what).toContain('does not fit go.work');
    one.type(only!.remedy!.command!, 'm');
    expect(await one.told('vendor-out-of-step')).toEqual([]);
  });

  it('without modules.txt is one to go all the same', async () => {
    const one = patient({ ...files, 'vendor/modules.txt': '# x\n' });
    rmSync(path.join(one.folder, 'vendor/modules.txt'));
    expect(() => execFileSync('go', ['list', './...'], { cwd: one.folder, stdio: 'pipe' })).toThrow();
    const [only] = await one.told('vendor-out-of-step');
    one.type(only!.remedy!.command!);
    expect(await one.told('vendor-out-of-step')).toEqual([]);
  });
});

it.each(['go.sum', 'vendor/modules.txt'])('%s that is a folder', async (name) => {
  const one = patient({ 'go.mod': goMod('example.com/m'), [`${name}/x`]: '' });
  const [only] = await one.told('file-unreadable');
  expect(only).toMatchObject({ severity: 'error', what: `${name} is a folder, not a file.` });
});
