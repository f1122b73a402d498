/** The vulnerability database, as a folder and served, sound and broken: what is told of a build list, and never an all-clear. */
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toFault } from '../../../graph/fault.ts';
import type { Snapshot } from '../../../graph/snapshot/types.ts';
import type { Phase } from '../../../graph/wire.ts';
import { defaultLoad, type LoadOptions } from '../../../server/project/types.ts';
import { askVulnerabilities } from '../../../server/vulndb/ask.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';
import { files, ids, inFolder, serve, type Served } from './database.ts';

let folder: string;
let tree: string;
const running: Served[] = [];

beforeEach(() => {
  folder = temporaryFolder();
  tree = layOut(path.join(folder, 'module'), { 'go.mod': 'module example.com/main\n\ngo 1.21\n' });
  vi.stubEnv('GOENV', 'off');
  vi.stubEnv('GOPROXY', '');
  vi.stubEnv('XDG_CACHE_HOME', path.join(folder, 'cache'));
  for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy', 'NO_PROXY', 'no_proxy'])
    vi.stubEnv(name, '');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(running.splice(0).map((one) => one.close()));
});

async function served(plain = false): Promise<Served> {
  const one = await serve(plain);
  running.push(one);
  vi.stubEnv('GOVULNDB', one.address);
  return one;
}

const snapshot: Snapshot = {
  format: 1,
  mains: [
    { path: 'example.com/main', dir: '.', require: [], replace: [], exclude: [], retract: [], tool: [], ignore: [] },
  ],
  problems: [],
  modules: [
    { path: 'example.com/main', selected: true },
    { path: 'example.com/a', version: 'v1.1.0', selected: true },
    { path: 'example.com/quiet', version: 'v1.1.0', selected: true },
  ],
};

async function ask(options: Partial<LoadOptions> = {}, of = snapshot, signal = new AbortController().signal) {
  let phases: readonly Phase[] = [];
  const { vulnerabilities, fault } = await askVulnerabilities(
    tree,
    { ...defaultLoad, ...options },
    of,
    (now) => (phases = now),
    signal,
  );
  return { found: vulnerabilities?.map(({ id, path: module }) => `${module} ${id}`), vulnerabilities, fault, phases };
}

const faultOf = async (options: Partial<LoadOptions> = {}) => {
  const error: unknown = await ask(options).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeDefined();
  return toFault(error);
};

const both = [`example.com/a ${ids[0]}`, `stdlib ${ids[2]}`];

describe('a folder', () => {
  it('is read also with --offline; entries of modules that are not built are not', async () => {
    vi.stubEnv('GOVULNDB', inFolder(path.join(folder, 'db')));
    const { found, vulnerabilities, phases } = await ask({ offline: true });
    expect(found).toEqual(both);
    expect(vulnerabilities?.[0]).toMatchObject({ version: 'v1.1.0', fixed: 'v1.2.0', packages: ['example.com/a'] });
    expect(phases).toMatchObject([{ name: 'vulnerabilities', state: 'done', count: 2 }]);
  });

  it.each([
    ['nothing', {}, /cannot be read/],
    ['broken JSON', { 'index/modules.json': '[{"path": ' }, /index\/modules\.json: it is not JSON/],
    ['another shape', { 'index/modules.json': '{"path": 1}' }, /index\/modules\.json/],
    ['a hostile id', { 'index/modules.json': '[{"path":"stdlib","vulns":[{"id":"../../etc/passwd"}]}]' }, /id/],
    ['another entry', { [`ID/${ids[0]}.json`]: files()[`ID/${ids[1]}.json`] ?? '' }, /it is about GO-2024-0002/],
    ['an entry too many', { [`ID/${ids[0]}.json`]: '' }, /GO-2024-0001\.json: it is not JSON/],
  ])('%s is a Fault', async (name, more, words) => {
    const all = name === 'nothing' ? {} : { ...files(), ...more };
    vi.stubEnv('GOVULNDB', inFolder(path.join(folder, 'db'), { README: '', ...all }));
    const fault = await faultOf();
    expect(fault.code).toBe('bad-input');
    expect(fault.message).toMatch(words);
  });

  it('of a module that GOPRIVATE names no entry is read, and it is told', async () => {
    vi.stubEnv('GOPRIVATE', 'example.com');
    vi.stubEnv('GOVULNDB', inFolder(path.join(folder, 'db'), { ...files(), [`ID/${ids[0]}.json`]: 'never read' }));
    const { vulnerabilities } = await ask();
    expect(vulnerabilities?.[0]).toMatchObject({ path: 'example.com/a', unjudged: 'private' });
  });

  it('off asks none and claims nothing; another word is a Fault', async () => {
    vi.stubEnv('GOVULNDB', 'off');
    expect((await ask()).vulnerabilities).toBeUndefined();
    vi.stubEnv('GOVULNDB', 'ftp://example.com');
    expect((await faultOf()).code).toBe('bad-input');
  });
});

describe('served', () => {
  it.each([[false], [true]])(
    'plain %s: the index, then what is built; the second time only whether it changed',
    async (plain) => {
      const db = await served(plain);
      expect((await ask()).found).toEqual(both);
      expect(db.asked.filter((name) => name.startsWith('ID/')).every((name) => !name.includes(ids[1]))).toBe(true);
      db.asked.length = 0;
      expect((await ask()).found).toEqual(both);
      expect(db.asked.filter((name) => !name.startsWith('index/db'))).toEqual([]);
    },
  );

  it('what changed is asked again, and so is all that has no date', async () => {
    const db = await served();
    await ask();
    db.all = files('2026-09-01T00:00:00Z');
    db.asked.length = 0;
    await ask();
    expect(db.asked).toHaveLength(4);
    db.all = files('0001-01-01T00:00:00Z');
    await ask();
    db.asked.length = 0;
    await ask();
    expect(db.asked).toHaveLength(4);
  });

  it('--offline and GOPROXY=off use what is kept and say how old it is; nothing kept is no all-clear', async () => {
    const db = await served();
    const fault = await faultOf({ offline: true });
    expect(fault.message).toMatch(/not asked \(--offline\).*not known: nothing of it is kept/);
    expect(db.asked).toEqual([]);
    await ask();
    db.asked.length = 0;
    const kept = await ask({ offline: true });
    expect(kept.found).toEqual(both);
    expect(kept.fault?.message).toMatch(
      /not asked \(--offline\)\. What is shown .* is of \d{4}-\d\d-\d\d, less than a day old/,
    );
    vi.stubEnv('GOPROXY', 'off');
    expect((await ask()).fault?.message).toContain('GOPROXY=off');
    expect(db.asked).toEqual([]);
    const more = [...snapshot.modules, { path: 'example.com/far', version: 'v1.0.0', selected: true as const }];
    await expect(ask({ offline: true }, { ...snapshot, modules: more })).rejects.toThrow(/does not have every entry/);
  });

  it('a database that is gone is told beside what is kept', async () => {
    const db = await served();
    await ask();
    await db.close();
    const { found, fault } = await ask();
    expect(found).toEqual(both);
    expect(fault?.message).toMatch(/less than a day old/);
  });

  const answers: readonly (readonly [string, string, Served['answer'], RegExp])[] = [
    ['404', 'go-failed', (_, response) => !!response.writeHead(404).end(), /answers 404/],
    ['500', 'go-failed', (_, response) => !!response.writeHead(500).end(), /answers 500/],
    ['no gzip', 'bad-input', (_, response) => !!response.end('{}'), /is broken/],
    [
      'truncated',
      'bad-input',
      (_, response) => !!response.end(gzipSync('{"modified": "x"}').subarray(0, 20)),
      /is broken/,
    ],
    [
      'cut off',
      'go-failed',
      (_, response) => {
        response.writeHead(200, { 'content-length': '1000' }).write('abc', () => response.destroy());
        return true;
      },
      /http:\/\/127/,
    ],
    ['too large', 'too-large', (_, response) => !!response.end(Buffer.alloc(100_000)), /more than 65,536 bytes/],
    ['a bomb', 'bad-input', (_, response) => !!response.end(gzipSync(Buffer.alloc(1_000_000))), /is broken/],
    [
      'a redirect without end',
      'go-failed',
      (_, response) => !!response.writeHead(302, { location: '/db/x' }).end(),
      /leads to/,
    ],
  ];
  it.each(answers)('%s is a Fault', async (_, code, answer, words) => {
    const db = await served();
    db.answer = answer;
    const fault = await faultOf();
    expect(fault.message).toMatch(words);
    expect(fault.code).toBe(code);
  });

  it('one that never answers is left when the signal fires', async () => {
    const db = await served();
    const abort = new AbortController();
    db.answer = () => {
      abort.abort();
      return true;
    };
    await expect(ask({}, snapshot, abort.signal)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('goes through HTTP_PROXY, and past it where NO_PROXY says so', async () => {
    const proxy = await served();
    const hosts: (string | undefined)[] = [];
    proxy.answer = (_, __, request) => {
      hosts.push(request.headers.host);
      return false;
    };
    vi.stubEnv('GOVULNDB', 'http://database.invalid/db');
    vi.stubEnv('HTTP_PROXY', new URL(proxy.address).origin);
    proxy.asked.length = 0;
    await ask().catch(() => undefined);
    expect(proxy.asked.length).toBeGreaterThan(0);
    expect(new Set(hosts)).toEqual(new Set(['database.invalid']));
    const before = proxy.asked.length;
    vi.stubEnv('NO_PROXY', 'database.invalid');
    await ask().catch(() => undefined);
    expect(proxy.asked).toHaveLength(before);
  });
});
