/** Which go is run, how often, and what is known of it beside the snapshot. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeSnapshot } from '../../../graph/snapshot/write.ts';
import { loadFolder } from '../../../server/project/load-folder.ts';
import { defaultLoad, type Loaded, type LoadOptions } from '../../../server/project/types.ts';
import { mainMod, world } from '../../support/modules.ts';
import { makeProxy } from '../../support/proxy.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  vi.stubEnv('GOENV', 'off');
  for (const [name, value] of Object.entries(makeProxy(folder, world).env)) vi.stubEnv(name, value);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

function load(files: Readonly<Record<string, string>>, options: Partial<LoadOptions> = {}): Promise<Loaded> {
  const tree = layOut(path.join(folder, 'module'), files);
  return loadFolder(tree, { ...defaultLoad, ...options }, () => undefined, new AbortController().signal);
}

describe('a go line that is too new', () => {
  const files = { 'go.mod': 'module example.com/main\n\ngo 1.99.0\n' };

  it('is refused by a go that must be the one here', async () => {
    expect((await load(files)).fault?.code).toBe('go-too-new');
  });

  it('--toolchain auto lets go ask the proxy for that toolchain', async () => {
    const { fault } = await load(files, { toolchain: 'auto' });
    expect(fault?.detail).toContain('download go1.99.0');
    expect(fault?.detail).toContain('toolchain not available');
  });
});

it('a go that hangs is waited for once', async () => {
  const calls = path.join(folder, 'calls');
  const go = path.join(folder, 'hangs');
  writeFileSync(go, `#!/bin/sh\necho "$1" >> '${calls}'\nexec sleep 60\n`, { mode: 0o755 });
  const { fault, snapshot, run } = await load({ 'go.mod': mainMod }, { go, timeout: 300 });
  expect(fault?.code).toBe('go-timeout');
  expect(snapshot.mains[0]?.require.length).toBe(5);
  expect(readFileSync(calls, 'utf8')).toBe('env\n');
  expect(run).not.toHaveProperty('beside');
});

describe('what is known beside the snapshot', () => {
  it('is the go that ran and its settings; no snapshot holds them', async () => {
    vi.stubEnv('GOSUMDB', 'sum.golang.org');
    vi.stubEnv('GONOSUMDB', 'example.com');
    vi.stubEnv('GONOPROXY', 'private.example.net');
    vi.stubEnv('GOFLAGS', '-modcacherw');
    const { run, snapshot } = await load({ 'go.mod': mainMod });
    expect(run.beside?.go).toBe(run.go);
    expect(run.beside?.settings).toMatchObject([{ subject: 'GONOSUMDB' }]);
    expect(run.beside).not.toHaveProperty('frontier');
    expect(writeSnapshot(snapshot)).not.toContain('private.example.net');
  });

  it('--offline is ours: the settings are those of the user', async () => {
    await load({ 'go.mod': mainMod });
    const { run } = await load({ 'go.mod': mainMod }, { offline: true });
    expect(run.beside?.settings).toEqual([]);
    const both = await load({ 'go.mod': mainMod }, { offline: true, toolchain: 'auto' });
    expect(both.run.beside).not.toHaveProperty('settings');
    vi.stubEnv('GOPROXY', 'off');
    const off = await load({ 'go.mod': mainMod });
    expect(off.run.beside?.settings).toMatchObject([{ subject: 'GOPROXY' }]);
    const summed = await load({ 'go.mod': mainMod, 'go.sum': makeProxy(folder, world).sum() });
    expect(summed.run.beside?.settings).toMatchObject([]);
  });

  it('is what pruning and excludes keep out, where it is asked for', async () => {
    const { run } = await load(
      {
        'go.mod': `${mainMod}\nexclude example.com/c v1.0.0\n`,
      },
      { frontier: true },
    );
    expect(run.beside?.frontier).toEqual([]);
    expect(run.beside?.dropped).toEqual([]);
    const lower =
      'module example.com/main\n\ngo 1.16\n\nrequire example.com/a v1.0.0\n\nexclude example.com/c v1.0.0\n';
    expect((await load({ 'go.mod': lower }, { frontier: true })).run.beside?.dropped).toEqual([
      { from: 'example.com/a@v1.0.0', path: 'example.com/c', version: 'v1.0.0' },
    ]);
  });
});

describe('a go.work', () => {
  const member = (name: string): string => `module example.com/${name}\n\ngo 1.21\n`;

  it.each([
    ['the folder', 'use ./x\nuse ./y/../x\n', 'x'],
    ['the module', 'use ./x\nuse ./y\n', 'example.com/x'],
  ])('that uses %s twice is told so, on any machine', async (_, use, subject) => {
    const { snapshot, fault } = await load({
      'go.work': `go 1.21\n${use}`,
      'x/go.mod': member('x'),
      'y/go.mod': member('x'),
    });
    expect(fault?.code).toBe('bad-input');
    expect(snapshot.problems).toMatchObject([{ code: 'workspace-use-repeated', subject }]);
    expect(writeSnapshot(snapshot)).not.toContain(folder);
  });

  it('with folders inside one another is right', async () => {
    const { snapshot, fault } = await load({
      'go.work': 'go 1.21\nuse .\nuse ./x\n',
      'go.mod': member('root'),
      'x/go.mod': member('x'),
    });
    expect(fault).toBeUndefined();
    expect(snapshot.problems).toEqual([]);
  });

  it('without use is told so', async () => {
    const { fault } = await load({ 'go.work': 'go 1.21\n' });
    expect(fault?.message).toBe('The go.work in force uses no module.');
    expect((await load({ 'go.work': 'go 1.21\n', 'go.mod': member('x') })).notes).toEqual([
      expect.stringContaining('does not use this module'),
    ]);
  });
});

it('a replacement without a go.mod is told so, whether its folder is there or not', async () => {
  const files = {
    'go.mod': 'module example.com/main\n\ngo 1.21\n\nrequire example.com/r v1.0.0\n\nreplace example.com/r => ./r\n',
  };
  expect((await load(files)).fault?.message).toContain('by the folder ./r, where there is no go.mod');
  expect((await load({ ...files, 'r/r.go': 'package r\n' })).fault?.message).toContain('where there is no go.mod');
});
