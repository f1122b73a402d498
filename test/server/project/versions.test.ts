/** The versions of a module with the real go, from a module proxy in a folder. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { versionsSchema } from '../../../graph/published/schema.ts';
import type { Versions } from '../../../graph/published/types.ts';
import type { Phase } from '../../../graph/wire.ts';
import { defaultLoad, type LoadOptions } from '../../../server/project/types.ts';
import { askVersions } from '../../../server/project/versions.ts';
import { declaredModel } from '../../graph/lines.ts';
import { fakeGo } from '../../support/fake-go.ts';
import { makeProxy, type ProxyModule } from '../../support/proxy.ts';
import { temporaryFolder } from '../../support/tree.ts';

const a = 'example.com/a';
const modules: readonly ProxyModule[] = [
  { path: a, version: 'v1.0.0', mod: 'go 1.20\n', time: '2023-01-01T00:00:00Z' },
  { path: a, version: 'v1.1.0', mod: 'go 1.21\n', time: '2023-06-01T00:00:00Z' },
  { path: a, version: 'v1.2.0-rc.1', mod: 'go 1.22\n', time: '2023-07-01T00:00:00Z' },
  {
    path: a,
    version: 'v1.2.0',
    mod: 'go 1.22\nretract [v1.0.0, v1.1.0] // It \u001b[31mpanics.\n',
    deprecated: 'Use example.com/z.',
    time: '2023-08-01T00:00:00Z',
  },
  { path: `${a}/v2`, version: 'v2.0.0', mod: 'go 1.22\n' },
  { path: `${a}/v3`, version: 'v3.0.0', mod: 'go 1.22\n' },
  { path: `${a}/v3`, version: 'v3.1.0', mod: 'go 1.22\nretract v3.1.0\n' },
  { path: 'example.com/all', version: 'v1.0.0', mod: 'go 1.21\nretract v1.0.0\n' },
  { path: 'example.com/bare', version: 'v1.0.0', mod: '' },
];

const model = declaredModel(
  `example.com/m ${a}@v1.1.0
  example.com/m example.com/bare@v1.0.0
  example.com/m example.com/gone@v1.0.0
  example.com/m local@v0.0.0
  example.com/bare@v1.0.0 ${a}@v1.0.1-0.20230101000000-abcdefabcdef`,
  { 'example.com/m': 'go 1.21\nrequire example.com/a v1.1.0\n' },
);

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(path.join(folder, 'tmp'));
  vi.stubEnv('TMPDIR', path.join(folder, 'tmp'));
  vi.stubEnv('XDG_CACHE_HOME', path.join(folder, 'kept'));
  vi.stubEnv('GOENV', 'off');
  for (const [name, value] of Object.entries(makeProxy(folder, modules).env)) vi.stubEnv(name, value);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

interface Told extends Versions {
  readonly phases: readonly Phase[];
}

/** Asks; holds that nothing of ours is left, and that the schema takes the answer. */
async function ask(module: string, options: Partial<LoadOptions> = {}, limit = 50, graph = true): Promise<Told> {
  let phases: readonly Phase[] = [];
  try {
    const answer = await askVersions(
      folder,
      { module, limit, model: graph ? model : undefined },
      { ...defaultLoad, ...options },
      (now) => (phases = now),
      new AbortController().signal,
    );
    expect(v.parse(versionsSchema, answer)).toEqual(answer);
    return { ...answer, phases };
  } finally {
    expect(readdirSync(path.join(folder, 'tmp'))).toEqual([]);
  }
}

const names = ({ versions }: Versions): string[] => versions.map(({ version }) => version);
const keptFile = (): string => {
  const kept = path.join(folder, 'kept/modscope/versions');
  return path.join(kept, readdirSync(kept)[0]!);
};

describe('askVersions', () => {
  it('tells time, go line, retraction with its reason, deprecation and other majors, as go does', async () => {
    const told = await ask(a);
    expect(told).toMatchObject({
      module: a,
      selected: 'v1.1.0',
      deprecated: 'Use example.com/z.',
      listed: 4,
      more: 0,
      from: 'go',
      // The proxy has no such commit: said, and the rest is there.
      notes: [expect.stringMatching(/^go could not read all of 5 versions: .*abcdefabcdef/) as string],
    });
    const rationale = ['It \u001b[31mpanics.'];
    expect(told.versions).toMatchObject([
      { version: 'v1.2.0', time: '2023-08-01T00:00:00Z', goLine: '1.22', requiredBy: [] },
      { version: 'v1.2.0-rc.1', time: '2023-07-01T00:00:00Z', goLine: '1.22', prerelease: true },
      { version: 'v1.1.0', goLine: '1.21', retracted: rationale, selected: true, requiredBy: ['example.com/m'] },
      { version: 'v1.0.1-0.20230101000000-abcdefabcdef', pseudo: true, unlisted: true },
      { version: 'v1.0.0', goLine: '1.20', retracted: rationale },
    ]);
    expect(told.versions[0]?.retracted).toBeUndefined();
    // v3.1.0 takes itself back: @latest is v3.0.0.
    expect(told.majors.map(({ path: one, version }) => [one, version])).toEqual([
      [`${a}/v2`, 'v2.0.0'],
      [`${a}/v3`, 'v3.0.0'],
    ]);
    expect(told.phases).toMatchObject([{ name: 'versions', state: 'done', count: 5 }]);
  });

  it('of a major version, of one without a go line, and of one whose versions are all taken back', async () => {
    expect((await ask(`${a}/v2`)).majors.map(({ path: one }) => one)).toEqual([a, `${a}/v3`]);
    expect((await ask('example.com/bare')).versions[0]?.goLine).toBeUndefined();
    expect((await ask('example.com/all')).versions).toMatchObject([
      { version: 'v1.0.0', retracted: ['retracted by module author'] },
    ]);
  });

  it('asks about no more than is shown', async () => {
    const told = await ask(a, {}, 1);
    expect(names(told)).toEqual(['v1.2.0', 'v1.1.0', 'v1.0.1-0.20230101000000-abcdefabcdef']);
    expect([told.listed, told.more]).toEqual([4, 2]);
    const kept = JSON.parse(readFileSync(keptFile(), 'utf8')) as { published: { details: { version: string }[] } };
    expect(kept.published.details.map(({ version }) => version)).not.toContain('v1.0.0');
  });

  it('answers for what is not in the graph, and without one', async () => {
    expect((await ask('example.com/all')).selected).toBeUndefined();
    expect(names(await ask(a, {}, 50, false))).toEqual(['v1.2.0', 'v1.2.0-rc.1', 'v1.1.0', 'v1.0.0']);
  });

  it('a version that the proxy has no .info of is listed, without a time', async () => {
    rmSync(path.join(folder, 'proxy', a, '@v/v1.2.0-rc.1.info'));
    const told = await ask(a);
    expect(told.versions.find(({ version }) => version === 'v1.2.0-rc.1')).toEqual({
      version: 'v1.2.0-rc.1',
      requiredBy: [],
      prerelease: true,
    });
    expect(told.notes).toHaveLength(1);
  });

  it.each([
    [
      'what go does not find, with the nearest',
      'example.com/aa',
      /^example\.com\/aa is not in the module graph, and is no module that go finds\.$/,
      /Did you mean example\.com\/a/,
    ],
    [
      'what may be a package',
      'example.com/bare/p',
      /no module that go finds/,
      /a package of example\.com\/bare: `modscope versions example\.com\/bare`/,
    ],
    ['what is no path', 'exampl', /is no path of one: missing dot in first path element\.$/, /Did you mean/],
    ['go', 'go', /line of go\.mod/, /modscope why go/],
    ['a long word', 'x'.repeat(5000), /^x{300}…/, undefined],
  ])('refuses %s', async (_, module, message, hint) => {
    await expect(ask(module)).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringMatching(message) as string,
      hint: hint === undefined ? undefined : (expect.stringMatching(hint) as string),
    });
  });

  it('a module of the graph that is gone, or has a path that nobody can fetch, has the versions of the graph', async () => {
    const gone = await ask('example.com/gone');
    expect([gone.from, names(gone), gone.listed]).toEqual(['graph', ['v1.0.0'], undefined]);
    expect(gone.notes).toEqual([expect.stringContaining('go could not list the versions of example.com/gone: ')]);
    const local = await ask('local');
    expect([local.from, names(local), local.notes]).toEqual([
      'graph',
      ['v0.0.0'],
      ['go can look up no versions of local: missing dot in first path element.'],
    ]);
    expect(await ask('example.com/m')).toMatchObject({ main: true, versions: [], from: 'graph' });
  });

  it('passwords in the address of a proxy are in no words', async () => {
    vi.stubEnv('GOPROXY', 'http://user:secret@127.0.0.1:9');
    const told = await ask(a);
    expect(told.notes.join()).toContain('127.0.0.1:9');
    expect(told.notes.join()).not.toMatch(/secret|user/);
  });
});

describe('what is kept', () => {
  it.each([
    ['--offline', { offline: true }, {}],
    ['GOPROXY=off', {}, { GOPROXY: 'off' }],
    ['a network that is down', {}, { GOPROXY: 'http://127.0.0.1:9' }],
  ])('is shown with %s, and how old it is', async (_, options, env) => {
    const before = await ask(a);
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    const told = await ask(a, options);
    const { phases: _phases, notes, from, ...rest } = told;
    const { phases: _before, notes: _notes, from: _from, ...was } = before;
    expect(rest).toEqual(was);
    expect([from, notes]).toEqual([
      'kept',
      [expect.stringMatching(/ This is what go said on \d{4}-\d\d-\d\d, today\.$/)],
    ]);
  });

  it('stays from a run that asked for more, but for what may have changed', async () => {
    await ask(a);
    await ask(a, {}, 1);
    const told = await ask(a, { offline: true });
    const oldest = told.versions.at(-1);
    expect(oldest).toMatchObject({ version: 'v1.0.0', time: '2023-01-01T00:00:00Z', goLine: '1.20' });
    expect(oldest?.retracted).toBeUndefined();
  });

  it.each([
    ['no JSON', () => '{'],
    ['another shape', () => '{"format":1,"module":"example.com/a","at":"2024-01-01T00:00:00Z","published":{}}'],
    ['no time', (text: string) => text.replace(/"at":"[^"]*"/, '"at":"yesterday"')],
    ['another module', (text: string) => text.replaceAll('"module":"example.com/a"', '"module":"example.com/b"')],
    ['another format', (text: string) => text.replace('"format":1', '"format":2')],
  ])('is passed over where it is %s', async (_, damage) => {
    await ask(a);
    const text = readFileSync(keptFile(), 'utf8');
    expect(damage(text)).not.toBe(text);
    writeFileSync(keptFile(), damage(text));
    const told = await ask(a, { offline: true });
    expect([told.from, told.listed, names(told)]).toEqual([
      'graph',
      undefined,
      ['v1.1.0', 'v1.0.1-0.20230101000000-abcdefabcdef'],
    ]);
    // What the module cache has of it.
    expect(told.versions[0]).toMatchObject({ time: '2023-06-01T00:00:00Z', goLine: '1.21' });
  });

  it('nothing kept and nothing in the graph: said, with the nearest', async () => {
    await expect(ask('example.com/al', { offline: true })).rejects.toMatchObject({
      code: 'go-failed',
      message: '--offline keeps go off the network. No versions of example.com/al are kept from an earlier run.',
      hint: expect.stringContaining('Did you mean') as string,
    });
  });
});

describe('go', () => {
  const private_ = { GOPRIVATE: 'example.com', GOPROXY: 'https://proxy.example,direct' };

  it('is asked with --offline for nothing but the module cache, private or not', async () => {
    for (const [name, value] of Object.entries(private_)) vi.stubEnv(name, value);
    const log = path.join(folder, 'log');
    const go = fakeGo(folder, `echo "$GOPROXY $GONOPROXY $GOSUMDB $*" >> '${log}'; echo '{}'`);
    await ask(a, { go, offline: true }).catch(() => undefined);
    expect(readFileSync(log, 'utf8')).toMatch(/^off none off list -m -e -json -- \S+( \S+)?\n$/);
  });

  it('asks proxies alone about other majors, and the user settings about the rest', async () => {
    const log = path.join(folder, 'log');
    const go = fakeGo(folder, `echo "$GOPROXY|$*" >> '${log}'; echo '{"Path":"${a}","Version":"v1.0.0"}'`);
    vi.stubEnv('GOPROXY', 'https://one.example|https://two.example,direct,https://three.example');
    // The environment that a fake go tells of has a GOPROXY of its own.
    const text = readFileSync(go, 'utf8').replace('"GOPROXY":"direct"', `"GOPROXY":"${process.env['GOPROXY'] ?? ''}"`);
    writeFileSync(go, text, { mode: 0o755 });
    await ask(a, { go });
    const lines = readFileSync(log, 'utf8').trim().split('\n');
    const majors = lines.filter((line) => line.includes('/v2@latest'));
    expect(majors).toHaveLength(1);
    expect(majors[0]).toMatch(/^https:\/\/one\.example\|https:\/\/two\.example\|list/);
    for (const line of lines.filter((one) => !majors.includes(one))) expect(line).toContain(',direct,https://three');
  });

  it('is stopped when nobody waits', async () => {
    const go = fakeGo(folder, 'sleep 60');
    const controller = new AbortController();
    const asked = askVersions(
      folder,
      { module: a, limit: 50, model },
      { ...defaultLoad, go },
      () => {
        controller.abort();
      },
      controller.signal,
    );
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(path.join(folder, 'tmp'))).toEqual([]);
  });

  it('fails with its own words, and is missing as always', async () => {
    const go = fakeGo(folder, 'echo "go: it is broken" >&2; exit 1');
    expect((await ask(a, { go })).notes).toEqual([expect.stringContaining('it is broken')]);
    await expect(ask(a, { go: '/no/such/go' })).rejects.toMatchObject({ code: 'go-missing' });
  });

  it('is run away from the folder, where no go.mod and no go.work counts', async () => {
    const log = path.join(folder, 'log');
    const go = fakeGo(
      folder,
      `echo "$(pwd)|$GOWORK|$(ls | wc -l)" >> '${log}'; echo '{"Path":"${a}","Version":"v1.0.0"}'`,
    );
    await ask(a, { go });
    const lines = readFileSync(log, 'utf8').trim().split('\n');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line.startsWith(path.join(folder, 'tmp/')) && line.endsWith('|off|0')).toBe(true);
  });
});
