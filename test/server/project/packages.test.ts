/** Packages with the real go, from a module proxy in a folder. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nodeName } from '../../../graph/model/module-graph.ts';
import { importStates } from '../../../graph/packages/states.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import type { Packages, Snapshot } from '../../../graph/snapshot/types.ts';
import type { Phase } from '../../../graph/wire.ts';
import { load } from '../../../server/project/load.ts';
import { defaultLoad, type Loaded, type LoadOptions } from '../../../server/project/types.ts';
import { goModOf, packageMain as main, packageProxy, type Files } from '../../support/package-world.ts';
import { layOut, temporaryFolder, treeState } from '../../support/tree.ts';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(path.join(folder, 'tmp'));
  const env = { ...packageProxy(folder), TMPDIR: path.join(folder, 'tmp') };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

interface Told {
  readonly loaded: Loaded;
  readonly packages: Packages;
  /** Name without `example.com/` and version → state. */
  readonly states: Readonly<Record<string, string>>;
  readonly phases: readonly Phase[];
}

/** Loads with packages; holds that nothing of the tree changes and nothing of ours is left. */
async function told(files: Files | string, options: Partial<LoadOptions> = {}): Promise<Told> {
  const tree = typeof files === 'string' ? files : layOut(path.join(folder, 'module'), files);
  const before = treeState(tree);
  let phases: readonly Phase[] = [];
  const loaded = await load(
    { kind: 'folder', dir: tree },
    { ...defaultLoad, packages: true, ...options },
    (now) => (phases = now),
    new AbortController().signal,
  );
  expect(treeState(tree)).toEqual(before);
  expect(readdirSync(path.join(folder, 'tmp'))).toEqual([]);
  const { packages } = loaded.snapshot;
  if (packages === undefined)
    throw new Error(`no packages: ${loaded.fault?.message ?? ''} ${loaded.fault?.detail ?? ''}`);
  return { loaded, packages, states: statesOf(loaded.snapshot), phases };
}

function statesOf(snapshot: Snapshot): Record<string, string> {
  const model = openSnapshot(snapshot);
  const states: Record<string, string> = {};
  for (const [node, state] of importStates(model) ?? [])
    states[nodeName(model.graph, node).replace(/^example\.com\/|@v1\.0\.0$/g, '')] = state;
  return states;
}

/** Takes the sources of a module out of the proxy. */
function withoutZip(module: string): void {
  rmSync(path.join(folder, 'proxy', module, '@v/v1.0.0.zip'));
}

describe('states', () => {
  it('tells what is built, tested, used elsewhere, and not at all', async () => {
    const { states, packages, phases, loaded } = await told(main);
    expect(states).toEqual({
      lib: 'imported',
      deep: 'imported',
      testonly: 'test',
      win: 'elsewhere',
      Caps: 'elsewhere',
      deptest: 'elsewhere',
      tagged: 'elsewhere',
      tool: 'elsewhere',
      toollib: 'elsewhere',
      unused: 'unused',
    });
    expect(packages.elsewhere).toEqual([
      // Tests of what windows alone builds: named by the test, for no platform of the main module builds it.
      {
        module: 'example.com/Caps@v1.0.0',
        imports: 'example.com/Caps',
        package: 'example.com/win/inner',
        file: 'inner_windows_test.go',
        constraint: 'a test of a dependency',
      },
      {
        module: 'example.com/deptest@v1.0.0',
        imports: 'example.com/deptest',
        package: 'example.com/lib',
        file: 'lib_test.go',
        constraint: 'a test of a dependency',
      },
      {
        module: 'example.com/tagged@v1.0.0',
        imports: 'example.com/tagged',
        package: 'example.com/main/inner',
        file: 'tagged_test.go',
        constraint: 'integration',
      },
      ...['tool', 'toollib'].map((name) => ({
        module: `example.com/${name}@v1.0.0`,
        imports: 'example.com/tool/cmd/tool',
        package: 'example.com/main',
        file: 'go.mod',
        constraint: 'a tool of go.mod',
      })),
      {
        module: 'example.com/win@v1.0.0',
        imports: 'example.com/win',
        package: 'example.com/lib',
        file: 'lib_windows.go',
        constraint: '_windows',
      },
    ]);
    expect(packages.platform).toEqual({ goos: 'linux', goarch: 'amd64', tags: [], cgo: false });
    expect(packages.untold).toBeUndefined();
    expect(loaded.fault).toBeUndefined();
    expect(phases.map(({ name, state }) => `${name} ${state}`)).toContain('go list packages done');
    expect(phases.find(({ name }) => name === 'go list packages')?.count).toBeGreaterThan(10);
  });

  it('folds the variants of tests into the package itself', async () => {
    const { packages } = await told(main);
    const own = packages.packages.filter((one) => one.standard !== true);
    expect(own.find(({ path: name }) => name === 'example.com/main/inner')).toEqual({
      path: 'example.com/main/inner',
      module: 'example.com/main',
      root: true,
      imports: ['example.com/lib'],
      testImports: ['example.com/testonly', 'example.com/testonly/inner'],
    });
    expect(own.map(({ path: name, test }) => `${name}${test === true ? ' test' : ''}`)).toEqual([
      'example.com/deep',
      'example.com/lib',
      'example.com/main',
      'example.com/main/inner',
      'example.com/testonly test',
      'example.com/testonly/inner test',
    ]);
    // What the standard library imports itself is not told.
    expect(packages.packages.filter((one) => one.standard === true)).toEqual([{ path: 'fmt', standard: true }]);
  });

  it('holds for the platform and the tags that were asked for', async () => {
    const windows = await told(main, { goos: 'windows', goarch: 'arm64', tags: 'integration,other' });
    expect(windows.packages.platform).toEqual({
      goos: 'windows',
      goarch: 'arm64',
      tags: ['integration', 'other'],
      cgo: false,
    });
    expect(windows.states).toMatchObject({ win: 'imported', tagged: 'test', unused: 'unused' });

    vi.stubEnv('GOFLAGS', `-modcacherw '-tags=other integration'`);
    const flags = await told(main);
    expect(flags.packages.platform.tags).toEqual(['integration', 'other']);
    expect(flags.states).toMatchObject({ win: 'elsewhere', tagged: 'test' });
  });

  it('knows a package of the main module that is not built here', async () => {
    const { packages, states } = await told({
      ...main,
      'win/win_windows.go': 'package win\nimport _ "example.com/unused"\n',
    });
    expect(states['unused']).toBe('elsewhere');
    expect(packages.elsewhere).toContainEqual({
      module: 'example.com/unused@v1.0.0',
      imports: 'example.com/unused',
      package: 'example.com/main/win',
      file: 'win_windows.go',
      constraint: '_windows',
    });
  });

  it('finds the file in the folder that replaces a module', async () => {
    const { packages, states } = await told({
      ...main,
      'go.mod': `${main['go.mod'] ?? ''}\nreplace example.com/win => ./fork\n`,
      'fork/go.mod': 'module example.com/win\n\ngo 1.24\n\nrequire example.com/unused v1.0.0\n',
      'fork/win_windows.go': 'package win\nimport _ "example.com/unused"\n',
      'fork/win_windows_test.go': 'package win\nimport _ "example.com/Caps"\n',
    });
    expect(states).toMatchObject({ win: 'elsewhere', unused: 'elsewhere' });
    expect(packages.elsewhere.find(({ module }) => module === 'example.com/Caps@v1.0.0')).toMatchObject({
      package: 'example.com/win',
      file: 'win_windows_test.go',
    });
  });

  it('of a workspace: every member, with the folders of each', async () => {
    const { states, packages } = await told({
      'go.work': 'go 1.24\n\nuse (\n\t./a\n\t./b\n)\n',
      'a/go.mod': goModOf('example.com/a', ['lib', 'unused']),
      'a/a.go': 'package a\nimport _ "example.com/lib"\n',
      'b/go.mod': goModOf('example.com/b', ['testonly']),
      'b/b_test.go': 'package b\nimport (\n_ "example.com/testonly"\n_ "example.com/a"\n)\n',
      'b/b_windows.go': 'package b\nimport _ "example.com/unused"\n',
    });
    expect(states).toMatchObject({ lib: 'imported', deep: 'imported', testonly: 'test', unused: 'elsewhere' });
    expect(packages.elsewhere.find(({ module }) => module === 'example.com/unused@v1.0.0')).toMatchObject({
      package: 'example.com/b',
      file: 'b_windows.go',
    });
    expect(packages.packages.filter((one) => one.root === true).map((one) => one.path)).toEqual([
      'example.com/a',
      'example.com/b',
    ]);
  });
});

describe('what go cannot load', () => {
  it('claims nothing of modules whose users it could not get', async () => {
    withoutZip('example.com/win');
    const { states, packages, loaded, phases } = await told(main);
    expect(states).toMatchObject({ lib: 'imported', testonly: 'test', deptest: 'elsewhere' });
    const why = phases.find(({ name }) => name === 'go mod why');
    expect(why).toMatchObject({ state: 'failed', fault: { code: 'go-failed' } });
    expect(packages.untold).toEqual(['example.com/Caps@v1.0.0', 'example.com/unused@v1.0.0', 'example.com/win@v1.0.0']);
    expect(Object.keys(states)).not.toContain('unused');
    expect(loaded.notes.join('\n')).toContain('example.com/win@v1.0.0');
  });

  it('shows a package that it could not get as one of its module, in go’s words', async () => {
    withoutZip('example.com/lib');
    const { states, packages, loaded } = await told(main);
    expect(packages.packages.find((one) => one.path === 'example.com/lib')).toMatchObject({
      module: 'example.com/lib@v1.0.0',
    });
    expect(states).toMatchObject({ lib: 'imported', testonly: 'test' });
    expect(packages.untold).toContain('example.com/deep@v1.0.0');
    const [problem] = loaded.snapshot.problems;
    expect(problem).toMatchObject({ code: 'source-missing', subject: 'example.com/lib' });
    expect(problem?.text).not.toContain(folder);
  });

  it('a package that is nowhere is a problem, and takes nothing from the others', async () => {
    const { states, packages, loaded } = await told({
      ...main,
      'gone.go': 'package main\nimport _ "example.com/nowhere/x"\nimport _ "example.com/unused/gone"\n',
    });
    expect(states['unused']).toBe('unused');
    expect(states['lib']).toBe('imported');
    expect(packages.untold).toBeUndefined();
    expect(loaded.snapshot.problems.map(({ subject }) => subject)).toEqual([
      'example.com/nowhere/x',
      'example.com/unused/gone',
    ]);
  });

  it('a cycle of imports, and one through a test, in go’s words', async () => {
    const { packages } = await told({
      'go.mod': goModOf('example.com/main', []),
      'a/a.go': 'package a\nimport _ "example.com/main/b"\n',
      'b/b.go': 'package b\nimport _ "example.com/main/a"\n',
      'c/c_test.go': 'package c\nimport _ "example.com/main/d"\n',
      'c/c.go': 'package c\n',
      'd/d.go': 'package d\nimport _ "example.com/main/c"\n',
    });
    const errors = packages.packages.flatMap(({ path: name, error }) =>
      error === undefined ? [] : [`${name}: ${error}`],
    );
    expect(errors.join('\n')).toContain('import cycle not allowed');
    expect(errors.join('\n')).toMatch(/main\/c: .*import cycle not allowed in test/);
  });

  it('works from a vendor folder without a network or a module cache', async () => {
    const tree = layOut(path.join(folder, 'module'), main);
    execFileSync('go', ['mod', 'tidy'], { cwd: tree, stdio: 'pipe' });
    execFileSync('go', ['mod', 'vendor'], { cwd: tree, stdio: 'pipe' });
    vi.stubEnv('GOMODCACHE', path.join(folder, 'empty'));
    const { states, packages, loaded } = await told(tree, { offline: true });
    expect(loaded.fault?.code).toBe('go-failed');
    expect(states).toEqual({
      lib: 'imported',
      deep: 'imported',
      testonly: 'test',
      win: 'elsewhere',
      tagged: 'elsewhere',
    });
    expect(packages.elsewhere.map(({ package: by, file, constraint }) => `${by} ${file} ${constraint}`)).toEqual([
      'example.com/main/inner tagged_test.go integration',
      'example.com/lib lib_windows.go _windows',
    ]);
    expect(packages.packages.find((one) => one.path === 'example.com/lib')?.module).toBe('example.com/lib@v1.0.0');
  });

  it('passes over a vendor folder that does not fit go.mod, and says so', async () => {
    const tree = layOut(path.join(folder, 'module'), main);
    layOut(tree, {
      'vendor/modules.txt': '# example.com/lib v0.9.0\n## explicit; go 1.24\nexample.com/lib\n',
      'vendor/example.com/lib/lib.go': 'package lib\n',
    });
    const { states, loaded } = await told(tree);
    expect(states).toMatchObject({ lib: 'imported', unused: 'unused' });
    const [problem] = loaded.snapshot.problems;
    expect(problem).toMatchObject({ code: 'vendor-out-of-step', subject: 'vendor' });
    expect(problem?.text).toContain('inconsistent vendoring');
    expect(problem?.text).not.toContain(folder);
  });

  it('passes over a vendor folder without packages, as a module zip brings it, and says so', async () => {
    const tree = layOut(path.join(folder, 'module'), main);
    execFileSync('go', ['mod', 'tidy'], { cwd: tree, stdio: 'pipe' });
    const before = (await told(tree)).states;
    execFileSync('go', ['mod', 'vendor'], { cwd: tree, stdio: 'pipe' });
    for (const name of readdirSync(path.join(tree, 'vendor')))
      if (name !== 'modules.txt') rmSync(path.join(tree, 'vendor', name), { recursive: true });
    const { states, loaded } = await told(tree);
    expect(states).toEqual(before);
    expect(loaded.snapshot.problems).toEqual([
      { code: 'load-error', subject: 'vendor', text: 'vendor holds modules.txt and no package, and is ignored.' },
    ]);
  });

  it('ends when it is cancelled, and leaves nothing', async () => {
    const tree = layOut(path.join(folder, 'module'), main);
    const controller = new AbortController();
    const asked = load(
      { kind: 'folder', dir: tree },
      { ...defaultLoad, packages: true },
      (phases) => {
        if (phases.some(({ name }) => name === 'go list packages')) controller.abort();
      },
      controller.signal,
    );
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(path.join(folder, 'tmp'))).toEqual([]);
  });
});
