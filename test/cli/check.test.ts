/** `modscope check` as a user meets it: real go over a proxy in a folder, recorded modules, and policies with mistakes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Breach, Unjudged } from '../../graph/policy/types.ts';
import { packageMain, packageProxy } from '../support/package-world.ts';
import { makeProxy } from '../support/proxy.ts';
import { layOut, temporaryFolder } from '../support/tree.ts';
import { modscope } from './run.ts';
import { readSarif } from './text/sarif-shape.ts';

interface Json {
  readonly config?: string;
  readonly findings: string;
  readonly breaches: readonly (Breach & { at?: string })[];
  readonly unjudged: readonly (Unjudged & { why: string })[];
  readonly known: number;
  readonly notes?: readonly string[];
}

let folder: string;
let tree: string;

beforeEach(() => {
  folder = temporaryFolder();
  vi.stubEnv('GOENV', 'off');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

const at = (...argv: string[]) => modscope(['check', ...argv], { cwd: tree });
const policy = (value: unknown, file = 'modscope.config.json'): string => {
  writeFileSync(path.join(tree, file), JSON.stringify(value, undefined, 2));
  return file;
};
async function json(...argv: string[]): Promise<Json & { status: number }> {
  const { status, out } = await at(...argv, '--json');
  return { ...(JSON.parse(out) as Json), status };
}

const goMod =
  'module example.com/main\n\ngo 1.21\n\nrequire (\n\texample.com/a v1.0.0\n\texample.com/b v1.0.0 // indirect\n)\n';

describe('a module', () => {
  beforeEach(() => {
    const proxy = makeProxy(folder, [
      { path: 'example.com/a', version: 'v1.0.0', mod: 'go 1.21\nrequire example.com/b v1.0.0\n' },
      { path: 'example.com/a', version: 'v1.1.0', mod: 'go 1.21\nretract v1.0.0\n' },
      { path: 'example.com/b', version: 'v1.0.0', mod: 'go 1.21\n' },
    ]);
    for (const [name, value] of Object.entries(proxy.env)) vi.stubEnv(name, value);
    tree = layOut(path.join(folder, 'repo'), {
      '.git/HEAD': 'ref: refs/heads/main\n',
      'svc/go.mod': goMod,
      'svc/go.sum': proxy.sum(),
    });
  });

  test('without a policy findings are judged, and that is said', async () => {
    const { status, out, err } = await at('svc');
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^No breach\. No modscope\.config\.json; judged: findings of severity error, high in \d+ checks/,
    );
  });

  test('text: the rule, the way, the line of go.mod, the remedy', async () => {
    policy({ forbid: [{ query: 'example.com/b', reason: 'it panics' }] });
    const { status, out } = await at('svc');
    expect(status).toBe(1);
    expect(out).toContain('forbidden  (modscope.config.json:3)\n');
    expect(out).toContain('  example.com/b@v1.0.0 is forbidden: it panics\n');
    expect(out).toContain('  path   example.com/main → example.com/a@v1.0.0 → example.com/b@v1.0.0\n');
    expect(out).toContain('  cause  go.mod:7 require example.com/b v1.0.0, go.mod:6 require example.com/a v1.0.0\n');
    expect(out).toContain('  → example.com/a alone leads to it');
    expect(out).toMatch(/\n1 breach\. modscope\.config\.json: 1 rule, findings of severity error, high in /);
  });

  test('sarif: places from the top of the repository', async () => {
    policy({ forbid: [{ query: 'example.com/b', reason: 'it panics' }], limits: { direct: 0 } });
    const { status, out } = await at('svc', '--format', 'sarif');
    expect(status).toBe(1);
    const [run] = readSarif(out).runs;
    expect(run?.results.map(({ ruleId, locations }) => [ruleId, locations[0]?.physicalLocation])).toEqual([
      [
        'forbid/example.com/b',
        { artifactLocation: { uri: 'svc/go.mod', uriBaseId: '%SRCROOT%' }, region: { startLine: 7 } },
      ],
      [
        'limit/direct',
        { artifactLocation: { uri: 'modscope.config.json', uriBaseId: '%SRCROOT%' }, region: { startLine: 9 } },
      ],
    ]);
    expect(run?.invocations).toEqual([{ executionSuccessful: true }]);
  });

  test('a query that needs facts asks for them; --offline says what is not judged, with status 2', async () => {
    policy({ forbid: [{ query: 'is:retracted', reason: 'broken' }], findings: 'off' });
    expect((await json('svc')).breaches.map(({ subject }) => subject)).toEqual(['example.com/a@v1.0.0']);
    const { status, unjudged } = await json('svc', '--offline');
    expect([status, unjudged[0]?.why]).toEqual([2, 'it needs facts from the network. `--offline` forbids to ask.']);
  });

  test('a report of govulncheck: what it needs is said, and what it says is judged', async () => {
    policy({ forbid: [{ query: 'is:vulnerable', reason: 'no' }] });
    const text = await at('svc');
    expect(text.status).toBe(2);
    expect(text.out).toContain(
      'not judged  forbid is:vulnerable  (modscope.config.json:3)\n  it needs the vulnerability database or a report of govulncheck. ',
    );
    expect(text.out).toContain('No breach, 1 rule not judged.');
  });

  test('a baseline: what it has is known, what is new is a breach', async () => {
    const replaced = `${goMod}\nreplace example.com/b => ../b\n`;
    layOut(tree, { 'svc/go.mod': replaced, 'b/go.mod': 'module example.com/b\n\ngo 1.21\n' });
    await modscope(['snapshot', '-o', path.join(tree, 'base.json')], { cwd: path.join(tree, 'svc') });
    policy({ baseline: 'base.json' });
    expect(await json('svc')).toMatchObject({ status: 0, breaches: [], known: 1, findings: 'warn' });
    layOut(tree, {
      'svc/go.mod': replaced.replace('b =>', 'a =>').replace('../b', '../a'),
      'a/go.mod': 'module example.com/a\n',
    });
    const { status, breaches } = await json('svc');
    expect([status, breaches.map(({ rule, cause }) => [rule, cause])]).toEqual([
      1,
      [
        [
          'replaced',
          [{ main: 'example.com/main', file: 'go.mod', kind: 'replace', path: 'example.com/a', to: '../a', line: 10 }],
        ],
      ],
    ]);
    policy({ baseline: 'gone.json' });
    const lost = await at('svc');
    expect([lost.status, lost.out]).toEqual([4, '']);
    expect(lost.err).toContain('gone.json cannot be read');
  });

  test('the nearest policy counts, not above the repository; --config names another', async () => {
    const forbid = [{ query: 'example.com/a', reason: 'r' }];
    writeFileSync(path.join(folder, 'modscope.config.json'), JSON.stringify({ forbid }));
    expect(await json('svc')).toMatchObject({ status: 0 });
    policy({ forbid });
    expect(await json('svc')).toMatchObject({ status: 1, config: 'modscope.config.json' });
    policy({}, 'svc/modscope.config.json');
    expect(await json('svc')).toMatchObject({ status: 0, config: 'svc/modscope.config.json' });
    expect(await json('svc', '--config', 'modscope.config.json')).toMatchObject({ status: 1 });
    expect((await at('svc', '--config', 'none.json')).status).toBe(4);
  });

  test('--fail-on says for one run which findings are breaches', async () => {
    layOut(tree, {
      'svc/go.mod': goMod.replace('b v1.0.0 // indirect', 'b v1.0.0'),
      'b/go.mod': 'module example.com/b\n',
    });
    layOut(tree, { 'svc/go.mod': `${goMod}\nreplace example.com/b => ../b\n` });
    expect(await json('svc')).toMatchObject({ status: 0, findings: 'high' });
    expect(await json('svc', '--fail-on', 'warn')).toMatchObject({ status: 1, findings: 'warn' });
    expect((await at('svc', '--fail-on', 'warning')).status).toBe(2);
  });

  test('when go fails its status is that of check, and each format says that it saw a part', async () => {
    layOut(tree, { 'svc/go.mod': goMod.replace('a v1.0.0', 'gone v1.0.0') });
    const text = await at('svc');
    expect(text.status).toBe(3);
    expect(text.out).toContain('Go failed: this is what is known without it.');
    const sarif = await at('svc', '--format', 'sarif');
    expect([sarif.status, readSarif(sarif.out).runs[0]?.invocations[0]?.executionSuccessful]).toEqual([3, false]);
    expect((await at('svc', '--format', 'junit')).out).toContain('<error type="go-failed"');
  });

  test('a policy that cannot be read: file, line and column, status 4, nothing on stdout', async () => {
    writeFileSync(path.join(tree, 'modscope.config.json'), '{\n  "forbids": []\n}\n');
    const { status, out, err } = await at('svc');
    expect([status, out]).toEqual([4, '']);
    expect(err).toContain('modscope: modscope.config.json:2:3: The policy has no such key.\n  Did you mean "forbid"?');
    writeFileSync(path.join(tree, 'modscope.config.json'), Buffer.from([0x7b, 0xff, 0x7d]));
    expect((await at('svc')).err).toContain('is not UTF-8');
  });
});

test('a query that needs packages lists them', async () => {
  for (const [name, value] of Object.entries(packageProxy(folder))) vi.stubEnv(name, value);
  tree = layOut(path.join(folder, 'module'), packageMain);
  policy({ forbid: [{ query: 'is:unused', reason: 'dead weight' }], limits: { test: 0 }, findings: 'off' });
  expect((await json()).breaches.map(({ rule, subject }) => [rule, subject])).toEqual([
    ['is:unused', 'example.com/unused@v1.0.0'],
    ['test', 'test'],
  ]);
});

describe('recordings', () => {
  beforeEach(() => {
    tree = folder;
    mkdirSync(path.join(tree, '.git'));
  });

  test('a sample: the counts are those of the receipts', async () => {
    policy({ limits: { selected: 158, direct: 39, versions: 303, depth: 0, unused: 0 } });
    const { status, breaches, unjudged } = await json('--sample', 'kubectl');
    expect(status).toBe(1);
    expect(breaches.map(({ rule, message }) => [rule, /is (\d+)/.exec(message)?.[1]]).slice(0, 3)).toEqual([
      ['selected', '159'],
      ['direct', '40'],
      ['versions', '304'],
    ]);
    expect(unjudged).toMatchObject([{ rule: 'unused', why: expect.stringContaining('--packages') as string }]);
  });

  test('many breaches of one rule: some in text, all in JSON', async () => {
    policy({ forbid: [{ query: 'is:selected', reason: 'r' }] });
    const { out } = await at('--sample', 'kubectl');
    expect(out.match(/^forbidden {2}/gm)).toHaveLength(20);
    expect(out).toContain('  and 138 more breaches of the same rule (--json lists them)\n');
    expect((await json('--sample', 'kubectl')).breaches).toHaveLength(158);
  });

  test('a workspace: the cause names the go.mod of each member', async () => {
    policy({ forbid: [{ query: 'go.uber.org/zap', reason: 'r' }] });
    const { breaches } = await json('--sample', 'etcd');
    const files = new Set(breaches[0]?.cause.map(({ file }) => file));
    expect([...files].every((file) => /^[\w/]+\/go\.mod$|^go\.mod$/.test(file))).toBe(true);
    expect(files.size).toBeGreaterThan(2);
  });
});
