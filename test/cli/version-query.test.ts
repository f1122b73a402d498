/** Require lines that name what go looks up: a branch, a commit, `latest`, a range, `v1`. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Finding } from '../../graph/findings/types.ts';
import { layOut, temporaryFolder } from '../support/tree.ts';
import { layWorld } from '../support/world.ts';
import { modscope } from './run.ts';

let root: string;
let m: string;

beforeEach(() => {
  root = temporaryFolder();
  const env = layWorld(root, {
    'proxy/example.com/a@v1.0.0/go.mod': 'module example.com/a\n\ngo 1.21\n',
    'proxy/example.com/a@v1.1.0/go.mod': 'module example.com/a\n\ngo 1.21\n\nrequire example.com/b v1.1.0\n',
    'proxy/example.com/b@v1.1.0/go.mod': 'module example.com/b\n\ngo 1.21\n',
    'm/m.go': 'package m\n',
  });
  const info = JSON.stringify({ Version: 'v1.1.0', Time: '2024-01-01T00:00:00Z' });
  for (const name of ['master', 'deadbeef1234'])
    writeFileSync(path.join(root, '.proxy/example.com/a/@v', `${name}.info`), info);
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  m = path.join(root, 'm');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

function asking(version: string): void {
  layOut(m, { 'go.mod': `module example.com/m\n\ngo 1.21\n\nrequire example.com/a ${version}\n` });
}

const at = (...argv: string[]): ReturnType<typeof modscope> => modscope(argv, { cwd: m });

async function told(): Promise<Finding[]> {
  const all: unknown = JSON.parse((await at('findings', '--json')).out);
  return (all as Finding[]).filter(({ code }) => code === 'version-query');
}

describe.each([
  ['master', 'v1.1.0'],
  ['deadbeef1234', 'v1.1.0'],
  ['latest', 'v1.1.0'],
  ['upgrade', 'v1.1.0'],
  ['v1', 'v1.1.0'],
  ['v1.0', 'v1.0.0'],
  ['>=v1.0.0', 'v1.0.0'],
  ['<v1.1.0', 'v1.0.0'],
])('require example.com/a %s', (query, version) => {
  test('is shown as go resolves it, with a finding whose command makes it a version', async () => {
    asking(query);
    const graph = execFileSync('go', ['mod', 'graph'], { cwd: m, encoding: 'utf8' });
    expect(graph).toContain(`example.com/m example.com/a@${version}\n`);
    const { status, out, err } = await at('list');
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(new RegExp(`^example\\.com/a +${version.replaceAll('.', '\\.')} +direct$`, 'm'));
    const found = await told();
    expect(found).toMatchObject([{ severity: 'warn', subject: `example.com/a@${version}` }]);
    expect(found[0]?.evidence).toContain(`requires example.com/a ${query}, which is no version`);
    expect(readFileSync(path.join(m, 'go.mod'), 'utf8')).toContain(`example.com/a ${query}\n`);
    const command = found[0]?.remedy.command ?? '';
    expect(command).toMatch(/^go (?:get|mod edit) /);
    execFileSync('/bin/sh', ['-c', command], { cwd: m, stdio: 'pipe' });
    expect(await told()).toEqual([]);
    expect((await at('list')).out).toContain(version);
  });
});

test('no finding says that it is declared below what is selected', async () => {
  asking('v1');
  const all: unknown = JSON.parse((await at('findings', '--json')).out);
  expect((all as Finding[]).map(({ code }) => code)).not.toContain('declared-below-selected');
  expect((await at('why', 'example.com/a')).out).toContain(
    'example.com/a v1.1.0 is selected; go.mod requires it directly.',
  );
});

test.each(['patch', '1.0.0', 'nowhere'])('%s, which go refuses: the line, and go’s own words', async (query) => {
  asking(query);
  expect(() => execFileSync('go', ['mod', 'graph'], { cwd: m, stdio: 'pipe' })).toThrow();
  const { status, err } = await at('list');
  expect(status).toBe(4);
  expect(err).toContain(`modscope: go.mod:5: "${query}" is not a version such as v1.2.3`);
  expect(err).toContain(query === 'patch' ? 'no existing version is required' : 'invalid');
  expect(err).not.toContain('modscope-');
});

test('without a network it is not known what the branch is: the line, and go’s own words', async () => {
  asking('latest');
  const { status, err } = await at('list', '--offline');
  expect(status).toBe(4);
  expect(err).toContain('go.mod:5: "latest" is not a version');
});

test('a replacement by a branch is shown as go resolves it', async () => {
  layOut(m, {
    'go.mod':
      'module example.com/m\n\ngo 1.21\n\nrequire example.com/a v1.0.0\n\nreplace example.com/a => example.com/a master\n',
  });
  const { status, out } = await at('list');
  expect([status, out]).toEqual([0, expect.stringContaining('replaced by example.com/a v1.1.0')]);
});

test('in a workspace, where a build takes it, the command goes to the member', async () => {
  asking('master');
  layOut(root, { 'go.work': 'go 1.21\n\nuse ./m\n' });
  const [only] = await told();
  expect(only?.evidence).not.toContain('fails');
  expect(only?.remedy.command).toBe(`cd ${root} && go -C m get example.com/a@master`);
});

test('what-if needs versions, and says which finding has them', async () => {
  asking('master');
  const { status, err } = await at('what-if', '--drop', 'example.com/a');
  expect(status).toBe(4);
  expect(err).toContain('the finding version-query says which one go takes today');
});
