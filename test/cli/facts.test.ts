/** What the network, govulncheck and this machine tell, on the command line; the real go over a proxy in a folder. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Interrupted } from '../../cli/io.ts';
import type { ModuleRow } from '../../cli/module-rows.ts';
import type { Diagnosis } from '../../graph/diagnosis/types.ts';
import type { Finding } from '../../graph/findings/types.ts';
import type { ServerEvent } from '../../graph/wire.ts';
import { addToProxy } from '../conformance/proxy-folder.ts';
import { makeProxy } from '../support/proxy.ts';
import { layOut, temporaryFolder } from '../support/tree.ts';
import { modscope } from './run.ts';

let folder: string;
let tree: string;

beforeEach(() => {
  folder = temporaryFolder();
  vi.stubEnv('GOENV', 'off');
  const proxy = makeProxy(folder, [
    { path: 'example.com/a', version: 'v1.0.0', mod: 'go 1.21\nrequire example.com/b v1.0.0\n' },
    { path: 'example.com/a', version: 'v1.1.0', mod: 'go 1.21\nretract v1.0.0 // It panics.\n', deprecated: 'Use z.' },
    { path: 'example.com/b', version: 'v1.0.0', mod: 'go 1.21\nrequire example.com/c v1.0.0\n' },
    { path: 'example.com/c', version: 'v1.0.0', mod: 'go 1.21\nrequire example.com/d v1.0.0\n' },
    { path: 'example.com/d', version: 'v1.0.0', mod: 'go 1.21\n' },
  ]);
  for (const [name, value] of Object.entries(proxy.env)) vi.stubEnv(name, value);
  tree = layOut(path.join(folder, 'module'), {
    'go.mod':
      'module example.com/main\n\ngo 1.21\n\nrequire example.com/a v1.0.0\n\nrequire example.com/b v1.0.0 // indirect\n',
    'go.sum': proxy.sum(),
  });
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const json = (text: string): unknown => JSON.parse(text);
const at = (...argv: string[]) => modscope(argv, { cwd: tree });

function report(name: string, version = 'v1.0.0'): string {
  const file = path.join(folder, 'report.json');
  const messages = [
    { config: { protocol_version: 'v1.0.0' } },
    { osv: { id: 'GO-2024-1', aliases: ['CVE-2024-1'], summary: 'It is open' } },
    {
      finding: {
        osv: 'GO-2024-1',
        fixed_version: 'v1.1.0',
        trace: [{ module: name, version, package: name, function: 'F' }],
      },
    },
  ];
  writeFileSync(file, messages.map((one) => JSON.stringify(one)).join('\n'));
  return file;
}

describe('--facts', () => {
  test('list carries update, retraction and deprecation; without it nothing is claimed', async () => {
    const rows = json((await at('list', '--json', '--facts')).out) as ModuleRow[];
    expect(rows.find((row) => row.path === 'example.com/a')).toMatchObject({
      update: 'v1.1.0',
      retracted: ['It panics.'],
      deprecated: 'Use z.',
    });
    expect(Object.keys(rows.find((row) => row.path === 'example.com/b') ?? {})).not.toContain('update');
    expect((await at('list', '--facts')).out).toMatch(
      /example\.com\/a .*direct, retracted, deprecated, update v1\.1\.0\n/,
    );
    expect((await at('list')).out).not.toContain('retracted');
  });

  test('findings tell them with the command that mends them, and count them as looked for', async () => {
    // Where go cannot have the sources of the update, it refuses the command, and none is told.
    expect((await at('findings', '--facts')).out).not.toContain('go get example.com/a@v1.1.0');
    const mod = '// Deprecated: Use z.\nmodule example.com/a\ngo 1.21\nretract v1.0.0 // It panics.\n';
    const files = [
      { name: 'go.mod', text: mod },
      { name: 'a.go', text: 'package a\n' },
    ];
    addToProxy(path.join(folder, 'proxy'), { path: 'example.com/a', version: 'v1.1.0', mod, files });
    const found = json((await at('findings', '--json', '--facts')).out) as Finding[];
    expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
      expect.arrayContaining([
        'high selected-retracted',
        'warn deprecated',
        'info update-available',
        'info pruned-frontier',
      ]),
    );
    const { out } = await at('findings', '--facts');
    expect(out).toContain('go get example.com/a@v1.1.0');
    expect(out).not.toContain('facts from the network');
    expect((await at('findings')).out).toContain('facts from the network');
  });

  test('a query that needs them asks for them by itself, unless it may not', async () => {
    const asked = await at('query', 'is:outdated', '--json');
    expect(asked.status).toBe(0);
    expect(json(asked.out)).toMatchObject([{ path: 'example.com/a', update: 'v1.1.0' }]);
    const offline = await at('query', 'is:outdated', '--offline');
    expect(offline.status).toBe(2);
    expect(offline.err).toContain('needs facts from the network');
    expect((await modscope(['query', 'is:outdated', '--sample', 'cobra'])).status).toBe(2);
  });

  test('what needs the module cache is read for the query', async () => {
    const { out } = await at('query', 'is:pruned', '--json', '--scope', 'all');
    expect(json(out)).toMatchObject([{ path: 'example.com/c' }]);
  });

  test.each([
    [['--facts', '--offline'], /--offline forbids it/],
    [['--facts', '--sample', 'cobra'], /needs a folder/],
  ])('%o is a mistake of usage', async (argv, words) => {
    const { status, err } = await at('list', ...argv);
    expect(status).toBe(2);
    expect(err).toMatch(words);
  });

  test('when nothing can be asked the graph is there, and the exit status tells', async () => {
    await at('list');
    vi.stubEnv('GOPROXY', 'off');
    const { status, out, err } = await at('list', '--facts');
    expect(status).toBe(3);
    expect(out).toContain('example.com/a');
    expect(err).toContain('need the network; GOPROXY=off forbids it');
  });

  test('a snapshot keeps them, and --check does not look at them', async () => {
    const plain = path.join(folder, 'plain.json');
    const known = path.join(folder, 'known.json');
    expect((await at('snapshot', '-o', plain)).status).toBe(0);
    expect((await at('snapshot', '--facts', '--vuln', report('example.com/a'), '-o', known)).status).toBe(0);
    expect((await at('snapshot', '--check', known)).status).toBe(0);
    expect((await at('snapshot', '--check', plain, '--facts')).status).toBe(0);
    expect(json((await at('query', 'is:retracted', '--json', '--snapshot', known)).out)).toHaveLength(1);
    layOut(tree, { 'go.mod': 'module example.com/main\n\ngo 1.21\n\nrequire example.com/a v1.1.0\n' });
    expect((await at('snapshot', '--check', known)).status).toBe(1);
  });
});

describe('--vuln', () => {
  test('is told in findings, list and query; also of a recording', async () => {
    const file = report('example.com/a');
    const [first] = json((await at('findings', '--json', '--vuln', file)).out) as [Finding];
    expect(first).toMatchObject({ code: 'vulnerable', severity: 'high', subject: 'example.com/a@v1.0.0' });
    expect((await at('list', '--vuln', file)).out).toMatch(/example\.com\/a .*GO-2024-1\n/);
    expect(json((await at('query', 'is:vulnerable', '--json', '--vuln', file)).out)).toMatchObject([
      { path: 'example.com/a', vulnerable: ['GO-2024-1'] },
    ]);
    const recorded = report('github.com/spf13/pflag', 'v1.0.5');
    expect((await modscope(['query', 'is:vulnerable', '--sample', 'cobra', '--vuln', recorded])).out).toContain(
      'pflag',
    );
  });

  test.each([
    ['what is no report', 'No vulnerabilities found.\n', /should begin with \{/],
    ['a snapshot', '{"format": 1}', /is a snapshot of modscope, and `--vuln` reads a report of govulncheck/],
    ['another JSON', '{"x": 1}', /no report of govulncheck/],
  ])('%s is refused before go is run', async (_, text, words) => {
    const file = path.join(folder, 'wrong.json');
    writeFileSync(file, text);
    const { status, err, out } = await at('findings', '--vuln', file, '--go', '/no/go');
    expect([status, out]).toEqual([4, '']);
    expect(err).toMatch(words);
    expect(err).not.toContain('/no/go');
  });

  test('a file that is not there', async () => {
    expect((await at('findings', '--vuln', 'nowhere.json')).status).toBe(4);
  });
});

describe('serve', () => {
  /** The facts of the snapshot that is served once `name`, or everything, has settled. */
  async function served(...argv: string[]): Promise<unknown> {
    const page = layOut(path.join(folder, 'page'), { 'index.html': '<!doctype html>' });
    const controller = new AbortController();
    let facts: unknown;
    let failed: unknown;
    const ran = modscope(['serve', '--no-open', '--port', '0', ...argv], {
      cwd: tree,
      pageFolder: page,
      signal: controller.signal,
      onOut: (out) => {
        settled(out.trim())
          .then(
            (now) => (facts = now),
            (error: unknown) => (failed = error),
          )
          .finally(() => {
            controller.abort(new Interrupted('SIGINT'));
          });
      },
    });
    expect((await ran).status).toBe(130);
    expect(failed).toBeUndefined();
    return facts;
  }

  async function settled(address: string): Promise<unknown> {
    const token = new URL(address).searchParams.get('token') ?? '';
    const get = async (name: string): Promise<Record<string, unknown>> => {
      const answer = await fetch(new URL(name, address), { headers: { Authorization: `Bearer ${token}` } });
      return (await answer.json()) as Record<string, unknown>;
    };
    for (;;) {
      const { state } = (await get('/api/health')) as { state?: ServerEvent };
      const waits = state?.type !== 'ready' || state.later?.some((phase) => phase.state === 'running') === true;
      if (!waits) return (await get('/api/snapshot'))['facts'];
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  test('asks for facts in the background once the graph is up', async () => {
    expect(await served()).toContainEqual(expect.objectContaining({ path: 'example.com/a', update: 'v1.1.0' }));
  });

  test('asks nobody with --offline', async () => {
    await at('list');
    expect(await served('--offline')).toBeUndefined();
  });
});

test('serve does not read a report from standard input: it loads again and again', async () => {
  const { status, err } = await at('serve', '--vuln', '-');
  expect(status).toBe(2);
  expect(err).toContain('name a file');
});

describe('the doctor', () => {
  const complaints = async (...argv: string[]): Promise<Diagnosis['found']> => {
    const { out } = await at('doctor', '--json', ...argv);
    return (json(out) as Diagnosis).found;
  };

  test('with --facts tells what the network has against versions, with what was tried against it', async () => {
    const [findings, told] = [json((await at('findings', '--json', '--facts')).out), await complaints('--facts')];
    for (const code of ['selected-retracted', 'deprecated']) {
      const finding = (findings as Finding[]).find((one) => one.code === code);
      const { command, tried } = finding?.remedy ?? {};
      expect(told.filter((one) => one.code === code)).toMatchObject([
        {
          severity: 'warn',
          what: finding?.evidence,
          remedy: {
            words: finding?.remedy.words,
            ...(command === undefined ? {} : { command: expect.stringContaining(command) as string, tried }),
          },
        },
      ]);
    }
    expect(told.find((one) => one.code === 'selected-retracted')?.remedy).toMatchObject({
      words: expect.stringContaining('but go cannot take it: ') as string,
    });
    // Nothing is wrong with it that there is a newer one.
    expect(told.map(({ code }) => code)).not.toContain('update-available');
    expect(told.filter(({ remedy }) => (remedy?.command === undefined) !== (remedy?.tried === undefined))).toEqual([]);
  });

  test('with --vuln what the report names; without either nothing is claimed, and nothing counted', async () => {
    const [first] = await complaints('--vuln', report('example.com/a'));
    expect(first).toMatchObject({ code: 'vulnerable', severity: 'warn' });
    expect(first?.what).toContain('GO-2024-1');
    expect(await complaints()).toEqual([]);
    const count = async (...argv: string[]): Promise<number> =>
      (json((await at('doctor', '--json', ...argv)).out) as Diagnosis).checks;
    expect((await count('--facts')) - (await count())).toBe(2);
  });

  test('says where the network could not tell', async () => {
    vi.stubEnv('GOPROXY', 'off');
    const { notRun } = json((await at('doctor', '--json', '--facts')).out) as Diagnosis;
    expect(notRun.flatMap(({ codes }) => codes)).toContain('selected-retracted');
  });
});
