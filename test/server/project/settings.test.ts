import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isFolderProxy, missingSumsOf, settingsOf } from '../../../server/project/settings.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';

const usual = { GOPROXY: 'https://proxy.golang.org,direct', GOSUMDB: 'sum.golang.org', GONOPROXY: '', GONOSUMDB: '' };
const said = (more: Partial<typeof usual>, missing: readonly string[] = []): string[] =>
  settingsOf({ ...usual, ...more }, missing).map(({ subject, text }) => `${subject}: ${text}`);

it.each([
  ['file:///proxy', '', true],
  ['file:///one,file:///two|off', '', true],
  ['file:///proxy', 'none', true],
  ['file:///proxy', 'corp.example', false],
  ['file:///proxy,direct', '', false],
  ['https://example.com,file:///proxy', '', false],
  ['off', '', false],
  ['', '', false],
])('GOPROXY=%s and GONOPROXY=%s: a folder alone is %s', (GOPROXY, GONOPROXY, expected) => {
  expect(isFolderProxy({ GOPROXY, GONOPROXY })).toBe(expected);
});

describe('settingsOf', () => {
  it.each([
    ['the defaults', {}],
    ['a mirror of public modules', { GOPROXY: 'https://goproxy.cn,direct' }],
    [
      'a proxy of one’s own, and private modules named',
      { GOPROXY: 'https://go.corp.example', GONOSUMDB: 'corp.example', GONOPROXY: 'corp.example' },
    ],
    ['a proxy of one’s own without a database', { GOPROXY: 'https://go.corp.example', GOSUMDB: 'off' }],
    [
      'a database of one’s own',
      { GOPROXY: 'https://go.corp.example', GOSUMDB: 'sum.corp.example+abc https://sum.corp.example' },
    ],
    ['no proxy at all', { GOPROXY: 'direct' }],
    ['off, and every sum there', { GOPROXY: 'off' }],
    ['unchecked, yet from the proxy', { GONOSUMDB: 'corp.example' }],
    ['a pattern that a shorter one covers', { GONOPROXY: 'corp.example/team/x', GONOSUMDB: '*.example/team,other' }],
    ['private modules from the proxy after all', { GONOPROXY: 'none', GONOSUMDB: 'corp.example' }],
  ])('finds nothing in %s', (_, env) => {
    expect(said(env)).toEqual([]);
  });

  it('a proxy of one’s own with the public database, and nothing exempt', () => {
    const [only, ...rest] = said({ GOPROXY: 'https://me:secret@go.corp.example/mod|direct' });
    expect(only).toMatch(/^GONOSUMDB: GOPROXY names a proxy of your own/);
    expect(rest).toEqual([]);
    expect(only).not.toMatch(/secret|corp\.example/);
    expect(said({ GOPROXY: 'file:///srv/proxy', GOSUMDB: 'sum.golang.org https://mirror.example' })).toHaveLength(1);
  });

  it('fetched past the proxy, yet looked up in the public database', () => {
    expect(said({ GONOPROXY: 'corp.example,b.example/x', GONOSUMDB: 'b.example' })).toEqual([
      expect.stringMatching(/^GONOSUMDB: GONOPROXY has corp\.example, which GONOSUMDB lacks/),
    ]);
    expect(said({ GONOPROXY: 'corp.example', GONOSUMDB: 'corp.example/team' })).toHaveLength(1);
  });

  it('entries that are never asked', () => {
    expect(said({ GOPROXY: 'direct,https://proxy.golang.org' })).toEqual([
      expect.stringContaining('entries after `direct`'),
    ]);
    expect(said({ GOPROXY: 'off|https://proxy.golang.org' }, [])).toHaveLength(1);
  });

  it('no network, and sums that only the network can tell', () => {
    const missing = ['a@v1.0.0', 'b@v1.0.0', 'c@v1.0.0', 'd@v1.0.0'];
    expect(said({ GOPROXY: 'off' }, missing)).toEqual([
      expect.stringMatching(/^GOPROXY: GOPROXY=off, .*: a@v1\.0\.0, b@v1\.0\.0, c@v1\.0\.0 and 1 more\./),
    ]);
    expect(said({}, missing)).toEqual([]);
  });
});

describe('missingSumsOf', () => {
  const modules = [
    { path: 'm', selected: true as const, requires: ['a@v1.0.0'] },
    { path: 'a', version: 'v1.0.0', requires: ['b@v1.0.0'] },
    { path: 'b', version: 'v1.0.0' },
    { path: 'c', version: 'v1.0.0', requires: ['b@v1.0.0'], replace: { path: './c' } },
  ];
  const snapshot = { format: 1 as const, mains: [], modules, problems: [] };

  it('names versions whose go.mod was read and has no hash', () => {
    const root = temporaryFolder();
    const project = { root, gowork: 'off', members: [{ folder: root, dir: '.' }] };
    expect(missingSumsOf(project, snapshot)).toEqual(['a@v1.0.0']);
    layOut(root, { 'go.sum': 'a v1.0.0 h1:zip=\n' });
    expect(missingSumsOf(project, snapshot)).toEqual(['a@v1.0.0']);
    layOut(root, { 'go.sum': 'a v1.0.0/go.mod h1:mod=\n' });
    expect(missingSumsOf(project, snapshot)).toEqual([]);
  });

  it('looks in go.work.sum and the go.sum of every member', () => {
    const root = layOut(temporaryFolder(), { 'x/go.sum': '', 'y/go.sum': 'a v1.0.0/go.mod h1:mod=\n' });
    const members = ['x', 'y'].map((dir) => ({ folder: path.join(root, dir), dir }));
    const work = { use: ['./x', './y'], replace: [] };
    expect(missingSumsOf({ root, gowork: path.join(root, 'go.work'), work, members }, snapshot)).toEqual([]);
  });
});
