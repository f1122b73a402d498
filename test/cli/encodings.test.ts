/** UTF-16, byte order marks and NUL at every door: read where that is safe, else named with the way to make it UTF-8. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Finding } from '../../graph/findings/types.ts';
import { temporaryFolder } from '../support/tree.ts';
import { layWorld } from '../support/world.ts';
import { modscope } from './run.ts';

const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8 with a mark': (text) => Buffer.from(`\ufeff${text}`),
  'UTF-16, little-endian': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16, big-endian': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'UTF-16 without a mark': (text) => Buffer.from(text, 'utf16le'),
};

const graph = 'example.com/m example.com/a@v1.0.0\nexample.com/a@v1.0.0 example.com/ümlaut@v1.0.0\n'.replace('ü', 'u');
const list =
  '{"Path":"example.com/m","Main":true}\n{"Path":"example.com/a","Version":"v1.0.0"}\n{"Path":"example.com/umlaut","Version":"v1.0.0","Indirect":true}\n';
const goMod = 'module example.com/m\n\ngo 1.21\n\nrequire example.com/a v1.0.0\n';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

afterEach(() => {
  vi.unstubAllEnvs();
});

function file(name: string, content: string | Buffer): string {
  writeFileSync(path.join(folder, name), content);
  return name;
}

const at = (...argv: string[]): ReturnType<typeof modscope> => modscope(argv, { cwd: folder });

describe.each(Object.entries(encodings))('recorded input in %s is read', (_, encoded) => {
  test('--graph, --list, --mod', async () => {
    const argv = [
      '--graph',
      file('g', encoded(graph)),
      '--list',
      file('l', encoded(list)),
      '--mod',
      file('m', encoded(goMod)),
    ];
    const { status, out, err } = await at('list', ...argv);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^example\.com\/a +v1\.0\.0 +direct$/m);
  });

  test('packed, too; and a long one, cut anywhere', async () => {
    const long = Array.from({ length: 30_000 }, (__, i) => `example.com/m example.com/p${String(i)}@v1.0.0\n`).join('');
    expect((await at('list', '--graph', file('g.gz', gzipSync(encoded(long))))).out).toContain('example.com/p29999');
    expect((await at('list', '--graph', file('g', encoded(long)))).out).toContain('example.com/p29999');
  });

  test('--snapshot, --vuln and a policy', async () => {
    const { out: snapshot } = await at('snapshot', '--graph', file('g', graph), '--mod', file('m', goMod));
    const argv = ['--snapshot', file('s.json', encoded(snapshot))];
    expect((await at('list', ...argv)).out).toContain('example.com/a');
    const vuln = await at(
      'findings',
      ...argv,
      '--vuln',
      file('v.json', encoded('{"config":{"protocol_version":"v1.0.0"}}\n{"SBOM":{}}\n')),
    );
    expect(vuln.status).toBe(0);
    const policy = JSON.stringify({ forbid: [{ query: 'example.com/a', reason: 'it is old' }] });
    const { status, out } = await at('check', ...argv, '--config', file('c.json', encoded(policy)));
    expect([status, out.includes('it is old')]).toEqual([1, true]);
    expect((await at('diff', file('a.json', encoded(snapshot)), file('b.json', snapshot))).status).toBe(0);
  });
});

describe('what is no text', () => {
  test.each([
    ['a NUL in the second line', Buffer.from('a b@v1.0.0\nb@v1.0.0 c\0@v1.0.0\n'), /g:2: a NUL character stands here/],
    ['UTF-16 that breaks off', Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x62]), /begins like UTF-16/],
    ['a lone surrogate', Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8, 0x62, 0x00]), /begins like UTF-16/],
    ['a NUL in UTF-16', Buffer.from('\ufeffa\0b', 'utf16le'), /a NUL character stands here/],
  ])('%s is refused with its place', async (_, bytes, words) => {
    const { status, err } = await at('list', '--graph', file('g', bytes));
    expect(status).toBe(4);
    expect(err).toMatch(words);
  });
});

describe('files that go reads: go refuses them, and the words say why', () => {
  beforeEach(() => {
    const env = layWorld(folder, {
      'proxy/example.com/a@v1.0.0/go.mod': 'module example.com/a\n\ngo 1.21\n',
      'go.mod': goMod,
      'm.go': 'package m\n',
    });
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    execFileSync('go', ['mod', 'download'], { cwd: folder, stdio: 'pipe' });
  });

  const goRefuses = (): boolean => {
    try {
      execFileSync('go', ['list', '-m', 'all'], { cwd: folder, stdio: 'pipe' });
      return false;
    } catch {
      return true;
    }
  };

  /** Types the first command that a text has in backquotes. */
  const mend = (words: string): void => {
    const [, command = ''] = /`([^`]+)`/.exec(words) ?? [];
    execFileSync('/bin/sh', ['-c', command], { cwd: folder, stdio: 'pipe' });
  };

  test.each(Object.entries(encodings))(
    'go.mod in %s, which the command that is told makes whole',
    async (_, encoded) => {
      file('go.mod', encoded(goMod));
      expect(goRefuses()).toBe(true);
      const { status, err } = await at('list');
      expect(status).toBe(4);
      expect(err).toMatch(
        /^modscope: go\.mod is UTF-(?:8 with a byte order mark|16, (?:little|big)-endian), and go reads plain UTF-8\n/,
      );
      mend(err);
      expect(readFileSync(path.join(folder, 'go.mod'), 'utf8')).toBe(goMod);
      expect((await at('list')).status).toBe(0);
    },
  );

  test.each(Object.entries(encodings))('go.work in %s', async (_, encoded) => {
    file('go.work', encoded('go 1.21\n\nuse .\n'));
    expect(goRefuses()).toBe(true);
    const { status, err } = await at('list');
    expect(status).toBe(4);
    expect(err).toMatch(/^modscope: go\.work is UTF-/);
    mend(err);
    expect((await at('list')).status).toBe(0);
  });

  test('NUL in go.mod, with its line', async () => {
    file('go.mod', `${goMod}\0`);
    expect(goRefuses()).toBe(true);
    expect((await at('list')).err).toMatch(/^modscope: go\.mod:6: a NUL character stands here/);
  });

  test.each(Object.entries(encodings))(
    'go.sum in %s: a finding with the cause, and what mends it',
    async (_, encoded) => {
      const sum = readFileSync(path.join(folder, 'go.sum'), 'utf8');
      file('go.sum', encoded(sum));
      expect(goRefuses()).toBe(true);
      const all: unknown = JSON.parse((await at('findings', '--json', '-q')).out);
      const found = (all as Finding[]).filter(({ severity }) => severity === 'error');
      expect(found).toMatchObject([
        { code: 'go-sum-malformed', subject: expect.stringMatching(/^(?:\.\/)?go\.sum$/) as unknown },
      ]);
      expect(found[0]?.evidence).toMatch(/go\.sum is UTF-/);
      const { err } = await at('list');
      expect(err).toContain('go.sum is UTF-');
      mend(err);
      expect(readFileSync(path.join(folder, 'go.sum'), 'utf8')).toBe(sum);
      expect(goRefuses()).toBe(false);
    },
  );
});
