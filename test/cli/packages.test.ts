/** Packages on the command line and in serve; the real go over a proxy in a folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Interrupted } from '../../cli/io.ts';
import type { ModuleRow } from '../../cli/module-rows.ts';
import type { Finding } from '../../graph/findings/types.ts';
import type { Packages, Snapshot } from '../../graph/snapshot/types.ts';
import type { Health } from '../../graph/wire.ts';
import { packageMain, packageProxy } from '../support/package-world.ts';
import { layOut, temporaryFolder } from '../support/tree.ts';
import { modscope } from './run.ts';

let folder: string;
let tree: string;

beforeEach(() => {
  folder = temporaryFolder();
  for (const [name, value] of Object.entries(packageProxy(folder))) vi.stubEnv(name, value);
  tree = layOut(path.join(folder, 'module'), packageMain);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const json = (text: string): unknown => JSON.parse(text);
const at = (...argv: string[]) => modscope(argv, { cwd: tree });
const pathsOf = (text: string): string[] =>
  (json(text) as ModuleRow[]).map((row) => row.path.replace('example.com/', ''));

describe('--packages', () => {
  test('list tells how each is imported; without it nothing is claimed', async () => {
    const text = await at('list', '--packages');
    expect(text.status).toBe(0);
    expect(text.out).toMatch(/^example\.com\/win +v1\.0\.0 +direct, imported elsewhere$/m);
    expect(text.out).toMatch(/^example\.com\/testonly +v1\.0\.0 +direct, tests only$/m);
    expect(text.out).toMatch(/^example\.com\/unused +v1\.0\.0 +direct, not imported$/m);
    expect(text.out).toMatch(/^example\.com\/lib +v1\.0\.0 +direct$/m);
    const rows = json((await at('list', '--packages', '--json')).out) as ModuleRow[];
    expect(rows.find((row) => row.path === 'example.com/lib')?.imported).toBe('imported');
    expect(rows.find((row) => row.main === true)).not.toHaveProperty('imported');
    const without = json((await at('list', '--json')).out) as ModuleRow[];
    expect(without.some((row) => row.imported !== undefined)).toBe(false);
  });

  test('a query that needs them lists them by itself', async () => {
    expect(pathsOf((await at('query', 'is:test', '--json')).out)).toEqual(['testonly']);
    expect(pathsOf((await at('query', 'is:unused', '--json')).out)).toEqual(['unused']);
    expect(pathsOf((await at('query', 'is:imported', '--json')).out)).toEqual(['deep', 'lib']);
    expect(pathsOf((await at('query', 'is:elsewhere', '--json')).out)).toEqual([
      'Caps',
      'deptest',
      'tagged',
      'tool',
      'toollib',
      'win',
    ]);
    const picture = await at('export', '--format', 'json', '--query', 'is:unused');
    expect([picture.status, picture.out.includes('example.com/unused')]).toEqual([0, true]);
  });

  test('why shows the chain of imports, or the file that keeps it away', async () => {
    const lib = await at('why', 'example.com/deep', '--packages');
    expect(lib.out).toContain(
      'Imported (linux/amd64):\n  example.com/main/inner\n  └ example.com/lib\n    └ example.com/deep\n',
    );
    const tests = await at('why', 'example.com/testonly', '--packages');
    expect(tests.out).toContain(
      'Imported by tests only (linux/amd64):\n  example.com/main/inner\n  └ example.com/testonly\nOther chains of imports:\n  example.com/main/inner → example.com/testonly/inner\n',
    );
    const win = await at('why', 'example.com/win', '--packages');
    expect(win.out).toContain('Not imported on linux/amd64, but by example.com/lib, in lib_windows.go (_windows).\n');
    const inner = await at('why', 'example.com/testonly/inner', '--packages');
    expect(inner.out).toContain(
      'example.com/testonly/inner is a package of example.com/testonly.\n\nImported by tests only (linux/amd64):\n  example.com/main/inner\n  └ example.com/testonly/inner\n',
    );
    const unused = await at('why', 'example.com/unused', '--packages', '--json');
    expect(json(unused.out)).toMatchObject({ imports: { state: 'unused', platform: 'linux/amd64' } });
    expect((await at('why', 'example.com/lib')).out).not.toContain('mported');
  });

  test('findings count them as looked for, and name what go mod tidy would drop', async () => {
    const { out } = await at('findings', '--packages', '--json');
    const found = (json(out) as Finding[]).map(({ code, subject }) => `${code} ${subject}`);
    expect(found).toContain('listed-not-imported example.com/unused@v1.0.0');
    expect(found).toContain('not-tidy example.com/unused');
    expect(found).not.toContain('listed-not-imported example.com/win@v1.0.0');
    expect(found).not.toContain('not-tidy example.com/testonly');
    expect((await at('findings')).out).toMatch(/not run: without [^)]*packages/);
    expect((await at('findings', '--packages')).out).not.toMatch(/not run: without [^)]*(?:packages|tidy)/);
  });

  test('a snapshot keeps them, for --check too, and answers for them without go', async () => {
    const file = path.join(folder, 'snapshot.json');
    expect((await at('snapshot', '--packages', '-o', file)).status).toBe(0);
    expect((await at('snapshot', '--check', file)).status).toBe(0);
    expect(pathsOf((await at('query', 'is:test', '--json', '--snapshot', file)).out)).toEqual(['testonly']);
    writeFileSync(path.join(tree, 'more.go'), 'package main\nimport _ "example.com/unused"\n');
    expect((await at('snapshot', '--check', file)).status).toBe(1);
  });

  test('of a recording is refused, and a word that needs them says what is missing', async () => {
    expect(await at('list', '--packages', '--sample', 'cobra')).toMatchObject({ status: 2, out: '' });
    const asked = await at('query', 'is:unused', '--sample', 'cobra');
    expect([asked.status, asked.err]).toEqual([2, expect.stringContaining('needs packages')]);
  });

  test('a module whose graph go cannot load keeps its exit status', async () => {
    const ran = await modscope(['list', '--packages', '--offline'], { cwd: tree });
    expect([ran.status, ran.err]).toEqual([3, expect.stringContaining('module cache')]);
  });
});

test('serve lists them in the background, and hands them on', async () => {
  const pageFolder = path.join(folder, 'page');
  mkdirSync(pageFolder);
  writeFileSync(path.join(pageFolder, 'index.html'), '<!doctype html>');
  const controller = new AbortController();
  let url = '';
  const running = modscope(['serve', '--no-open', '--port', '0'], {
    cwd: tree,
    pageFolder,
    signal: controller.signal,
    onOut: (out) => (url = out.trim()),
  });
  await vi.waitUntil(() => url !== '', { timeout: 120_000 });
  const { origin, searchParams } = new URL(url);
  const headers = { Authorization: `Bearer ${searchParams.get('token') ?? ''}` };
  const ask = (name: string): Promise<Response> => fetch(`${origin}/api/${name}`, { headers });
  const early = await ask('packages');
  expect([early.status, early.headers.get('retry-after')]).toEqual([503, '1']);
  await vi.waitUntil(async () => (await ask('packages')).ok, { timeout: 60_000, interval: 50 });
  const packages = (await (await ask('packages')).json()) as Packages;
  expect(packages.platform.goos).toBe('linux');
  expect(packages.elsewhere.map(({ module }) => module)).toContain('example.com/win@v1.0.0');
  const answer = await ask('snapshot');
  expect(((await answer.json()) as Snapshot).packages).toEqual(packages);
  const { state } = (await (await ask('health')).json()) as Health;
  expect(state).toMatchObject({
    type: 'ready',
    etag: answer.headers.get('etag'),
    later: expect.arrayContaining([expect.objectContaining({ name: 'go list packages', state: 'done' })]) as unknown,
  });
  controller.abort(new Interrupted('SIGTERM'));
  expect((await running).status).toBe(143);
});
