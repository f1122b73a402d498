/** Facts with the real go, from a module proxy in a folder. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ModuleFact } from '../../../graph/snapshot/types.ts';
import type { Phase } from '../../../graph/wire.ts';
import { askFacts, type AskedFacts } from '../../../server/project/facts.ts';
import { loadFolder } from '../../../server/project/load-folder.ts';
import { defaultLoad, type LoadOptions } from '../../../server/project/types.ts';
import { factsLater } from '../../../server/session/facts-later.ts';
import { fakeGo } from '../../support/fake-go.ts';
import { makeProxy, type ProxyModule } from '../../support/proxy.ts';
import { layOut, temporaryFolder, treeState } from '../../support/tree.ts';

const old: readonly ProxyModule[] = [
  { path: 'example.com/retracted', version: 'v1.0.0', mod: 'go 1.21\n' },
  { path: 'example.com/retracted', version: 'v1.1.0', mod: 'go 1.21\n' },
  { path: 'example.com/retracted', version: 'v1.2.0', mod: 'go 1.21\nretract [v1.0.0, v1.1.0] // It panics.\n' },
  { path: 'example.com/all', version: 'v1.0.0', mod: 'go 1.21\nretract v1.0.0\n' },
  { path: 'example.com/deprecated', version: 'v1.0.0', mod: 'go 1.21\n' },
  { path: 'example.com/deprecated', version: 'v1.1.0', mod: 'go 1.21\n', deprecated: 'Use example.com/new.' },
  { path: 'example.com/new', version: 'v1.0.0', mod: 'go 1.21\n' },
  { path: 'example.com/new', version: 'v1.1.0-rc.1', mod: 'go 1.21\n' },
  { path: 'example.com/new', version: 'v1.2.0', mod: 'go 1.21\n' },
  { path: 'example.com/new/v2', version: 'v2.0.0', mod: 'go 1.21\n' },
  { path: 'example.com/latest', version: 'v1.0.0', mod: 'go 1.21\nretract v0.9.0\n' },
];

const names = ['retracted', 'all', 'deprecated', 'new', 'latest'];
const goMod = `module example.com/main

go 1.21

require (
${names.map((name) => `\texample.com/${name} v1.0.0\n`).join('')})

exclude example.com/new v1.2.0
`;

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(path.join(folder, 'tmp'));
  vi.stubEnv('TMPDIR', path.join(folder, 'tmp'));
  vi.stubEnv('GOENV', 'off');
  const proxy = makeProxy(folder, old);
  for (const [name, value] of Object.entries(proxy.env)) vi.stubEnv(name, value);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

interface Asked extends AskedFacts {
  readonly phases: readonly Phase[];
}

/** Loads and asks; holds that nothing of the tree changes and nothing of ours is left. */
async function ask(files: Readonly<Record<string, string>>, options: Partial<LoadOptions> = {}): Promise<Asked> {
  const tree = layOut(path.join(folder, 'module'), files);
  const before = treeState(tree);
  const { signal } = new AbortController();
  const { snapshot } = await loadFolder(tree, defaultLoad, () => undefined, signal);
  let phases: readonly Phase[] = [];
  try {
    const asked = await askFacts(tree, { ...defaultLoad, ...options }, snapshot, (now) => (phases = now), signal);
    return { ...asked, phases };
  } finally {
    expect(treeState(tree)).toEqual(before);
    expect(readdirSync(path.join(folder, 'tmp'))).toEqual([]);
  }
}

const of = (facts: readonly ModuleFact[], name: string): ModuleFact | undefined =>
  facts.find((fact) => fact.path === `example.com/${name}`);

describe('askFacts', () => {
  it('tells time, retraction with its reason, deprecation and update of what is selected, as go does', async () => {
    const { facts, fault, phases } = await ask({ 'go.mod': goMod });
    const at = { version: 'v1.0.0', time: '2024-01-01T00:00:00Z' };
    expect(fault).toBeUndefined();
    expect(phases).toMatchObject([{ name: 'updates', state: 'done', count: 6 }]);
    expect(facts).toEqual([
      // No version is left that is not retracted: go names no update.
      { path: 'example.com/all', ...at, retracted: ['retracted by module author'] },
      { path: 'example.com/deprecated', ...at, deprecated: 'Use example.com/new.', update: 'v1.1.0' },
      { path: 'example.com/latest', ...at },
      // v1.2.0 is excluded, the other is a pre-release; a new major is another module.
      { path: 'example.com/new', ...at },
      { path: 'example.com/retracted', ...at, retracted: ['It panics.'], update: 'v1.2.0' },
    ]);
  });

  it('says nothing bad of what a replace line stands for', async () => {
    const { facts, fault } = await ask({
      'go.mod': `${goMod}replace example.com/retracted => ./fork\n`,
      'fork/go.mod': 'module example.com/retracted\n\ngo 1.21\n',
    });
    expect(fault).toBeUndefined();
    expect(of(facts, 'retracted')?.retracted).toBeUndefined();
  });

  it('in a workspace as well', async () => {
    const { facts } = await ask({
      'go.work': 'go 1.21\n\nuse (\n\t./a\n\t./b\n)\n',
      'a/go.mod': 'module example.com/a\n\ngo 1.21\n\nrequire example.com/retracted v1.0.0\n',
      'b/go.mod': 'module example.com/b\n\ngo 1.21\n\nrequire example.com/retracted v1.1.0\n',
    });
    expect(facts).toMatchObject([{ version: 'v1.1.0', retracted: ['It panics.'] }]);
  });

  it('what the proxy refuses to tell of one module leaves the others alone', async () => {
    const files = path.join(folder, 'proxy/example.com/retracted/@v');
    const refuse = (): void => {
      writeFileSync(path.join(files, 'v1.2.0.info'), 'no JSON');
    };
    const tree = layOut(path.join(folder, 'module'), { 'go.mod': goMod });
    const { signal } = new AbortController();
    const { snapshot } = await loadFolder(tree, defaultLoad, () => undefined, signal);
    rmSync(path.join(folder, 'cache'), { recursive: true });
    refuse();
    let phases: readonly Phase[] = [];
    const part = await factsLater(tree, defaultLoad)(
      { snapshot, run: { source: '', readAt: 0, took: 0, crossCheck: 'same' }, folders: [], notes: [] },
      (now) => (phases = now),
      signal,
    );
    expect(of(part.facts ?? [], 'deprecated')?.update).toBe('v1.1.0');
    expect(phases[0]?.state).toBe('failed');
    expect(phases[0]?.fault?.message).toContain('1 of 5 modules');
    expect(phases[0]?.fault?.detail).toMatch(/^example\.com\/retracted: /);
  });

  it.each([
    ['--offline', { offline: true }],
    ['GOPROXY=off', {}],
  ])('%s: go would say nothing, which must not pass for good news', async (name, options) => {
    const tree = layOut(path.join(folder, 'module'), { 'go.mod': goMod });
    const { signal } = new AbortController();
    const { snapshot } = await loadFolder(tree, defaultLoad, () => undefined, signal);
    if (name === 'GOPROXY=off') vi.stubEnv('GOPROXY', 'off');
    const asked = askFacts(tree, { ...defaultLoad, ...options }, snapshot, () => undefined, signal);
    await expect(asked).rejects.toThrow('need the network');
  });

  it('rejects when nothing can be told', async () => {
    for (const name of names) {
      for (const version of ['v1.0.0', 'v1.1.0', 'v1.2.0']) {
        const file = path.join(folder, 'proxy/example.com', name, '@v', `${version}.info`);
        if (existsSync(file)) writeFileSync(file, 'no JSON');
      }
    }
    await expect(ask({ 'go.mod': goMod })).rejects.toThrow('of any module');

    const go = fakeGo(folder, 'echo "go: it is broken" >&2; exit 1');
    await expect(ask({ 'go.mod': goMod }, { go })).rejects.toMatchObject({ detail: 'go: it is broken' });
  });

  it('ends when it is cancelled', async () => {
    const tree = layOut(path.join(folder, 'module'), { 'go.mod': goMod });
    const controller = new AbortController();
    const { snapshot } = await loadFolder(tree, defaultLoad, () => undefined, controller.signal);
    const go = fakeGo(folder, 'sleep 60');
    const asked = askFacts(tree, { ...defaultLoad, go }, snapshot, () => undefined, controller.signal);
    setTimeout(() => {
      controller.abort();
    }, 100);
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(path.join(folder, 'tmp'))).toEqual([]);
  });
});
