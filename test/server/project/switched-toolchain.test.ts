/** Toolchains that go and toolchain lines lead to, with the real go over a proxy in a folder. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GoVerdict } from '../../../graph/model/verdict.ts';
import { load } from '../../../server/project/load.ts';
import { toolchainOf } from '../../../server/project/switched-toolchain.ts';
import { defaultLoad, type Loaded, type LoadOptions } from '../../../server/project/types.ts';
import { makeProxy } from '../../support/proxy.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';

it.each([
  [{ go: '1.21' }, undefined],
  [{}, undefined],
  [{ go: '1.26.8' }, undefined],
  [{ go: '1.27' }, 'go1.27.0'],
  [{ go: '1.27rc1' }, 'go1.27rc1'],
  [{ go: '1.27.3' }, 'go1.27.3'],
  [{ go: '1.21', toolchain: 'go1.99.7' }, 'go1.99.7'],
  [{ toolchain: 'go1.99.7-custom' }, 'go1.99.7-custom'],
  [{ go: '1.21', toolchain: 'go1.21.3' }, undefined],
  [{ go: '1.21', toolchain: 'default' }, undefined],
  [{ go: '1.99.9', toolchain: 'go1.99.7' }, 'go1.99.9'],
  [{ go: '1.99', toolchain: 'go1.99.0' }, 'go1.99.0'],
] as const)('%j leads go 1.26.8 to %s', (lines, name) => {
  expect(toolchainOf(lines, '1.26.8')).toBe(name);
});

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  vi.stubEnv('GOENV', 'off');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const platform = execFileSync('go', ['env', 'GOOS', 'GOARCH'], { encoding: 'utf8' }).trim().split('\n').join('-');

interface World {
  readonly lines: string;
  readonly GOTOOLCHAIN: string;
  /** Toolchains that the proxy has. */
  readonly served?: readonly string[];
  readonly offline?: true;
}

function loaded({ lines, GOTOOLCHAIN, served = [], offline }: World, work?: string): Promise<Loaded> {
  const toolchains = served.map((name) => ({ path: 'golang.org/toolchain', version: `v0.0.1-${name}.${platform}` }));
  for (const [name, value] of Object.entries(makeProxy(folder, toolchains).env)) vi.stubEnv(name, value);
  vi.stubEnv('GOTOOLCHAIN', GOTOOLCHAIN);
  const tree = layOut(path.join(folder, 'tree'), {
    'go.mod': `module example.com/m\n\n${lines}`,
    'm.go': 'package m\n',
    ...(work === undefined ? {} : { 'go.work': work }),
  });
  const wanted: LoadOptions = { ...defaultLoad, verdict: true, offline: offline === true };
  return load({ kind: 'folder', dir: tree }, wanted, () => undefined, new AbortController().signal);
}

function told(verdict: GoVerdict | undefined): string {
  const { graph, build, noCommand } = verdict ?? {};
  const words = [graph, build].map((answer) =>
    answer?.state === 'refused'
      ? answer.refusals.map(({ code, subject, text }) => `${code} ${subject}: ${text}`).join('; ')
      : (answer?.state ?? ''),
  );
  return `${words.join(' | ')}${noCommand === true ? ' | no command' : ''}`.replaceAll(platform.replace('-', '/'), 'X');
}

const newer = 'go 1.21\n\ntoolchain go1.99.7\n';
const gone = (name: string, file = 'go.mod'): string =>
  `go-too-new ${file}: download ${name} for X: toolchain not available`;
const both = (words: string): string => `${words} | ${words} | no command`;

describe('what go says of a toolchain that is not here', () => {
  it.each<[string, World, string]>([
    ['nowhere to be had', { lines: newer, GOTOOLCHAIN: 'auto' }, both(gone('go1.99.7'))],
    ['that a proxy has', { lines: newer, GOTOOLCHAIN: 'auto', served: ['go1.99.7'] }, 'accepted | accepted'],
    ['that is not looked for', { lines: newer, GOTOOLCHAIN: 'local' }, 'accepted | accepted'],
    [
      'of the PATH alone',
      { lines: newer, GOTOOLCHAIN: 'path', served: ['go1.99.7'] },
      both('go-too-new go.mod: cannot find "go1.99.7" in PATH'),
    ],
    [
      'that the go at hand stands for',
      { lines: newer, GOTOOLCHAIN: 'local+path' },
      both('go-too-new go.mod: cannot find "go1.99.7" in PATH'),
    ],
    ['with --offline', { lines: newer, GOTOOLCHAIN: 'auto', offline: true }, 'not asked | not asked | no command'],
    ['of a go line', { lines: 'go 1.99\n', GOTOOLCHAIN: 'auto' }, both(gone('go1.99.0'))],
    [
      'and is the setting itself',
      { lines: 'go 1.21\n', GOTOOLCHAIN: 'go1.99.7' },
      both('toolchain-refused GOTOOLCHAIN: download go1.99.7 for X: toolchain not available'),
    ],
    [
      'is the setting, and a proxy has it',
      { lines: 'go 1.21\n', GOTOOLCHAIN: 'go1.99.7', served: ['go1.99.7'] },
      'accepted | accepted',
    ],
  ])('%s', async (_, world, words) => {
    const { run } = await loaded(world);
    expect(told(run.beside?.verdict)).toBe(words);
  });

  it('of a go.work, whose lines alone count', async () => {
    const work = 'go 1.21\n\ntoolchain go1.99.7\n\nuse .\n';
    const { run } = await loaded({ lines: 'go 1.21\n', GOTOOLCHAIN: 'auto' }, work);
    expect(told(run.beside?.verdict)).toBe(both(gone('go1.99.7', 'go.work')));
  });
});

it('whose graph is on show is said where the user’s go looks for another', async () => {
  const words = 'go typed here looks for go1.99.7, which go.mod names; what is shown comes from go ';
  expect((await loaded({ lines: newer, GOTOOLCHAIN: 'auto' })).notes).toEqual([expect.stringContaining(words)]);
  expect((await loaded({ lines: newer, GOTOOLCHAIN: 'local' })).notes).toEqual([]);
  expect((await loaded({ lines: 'go 1.21\n', GOTOOLCHAIN: 'auto' })).notes).toEqual([]);
});
