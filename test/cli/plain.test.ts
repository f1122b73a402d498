/** `--plain`: a record a line, the columns of the help on every one; and columns of text that stay in line whatever stands in them. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { columns, type Report } from '../../cli/columns.ts';
import { table } from '../../cli/text/table.ts';
import { widthOf } from '../../cli/text/terminal-width.ts';
import { layOut, temporaryFolder } from '../support/tree.ts';
import { modscope } from './run.ts';

const sample = ['--sample', 'kubectl'];
const gallery = ['--snapshot', '../gallery/snapshot.json'];

const verbs: readonly (readonly [Report, readonly string[]])[] = [
  ['modules', ['list', ...sample]],
  ['modules', ['list', ...gallery]],
  ['modules', ['query', 'is:direct | is:toolchain', ...sample]],
  ['modules', ['query', 'is:superseded', '--scope', 'all', ...sample]],
  ['conflicts', ['conflicts', ...sample]],
  ['conflicts', ['conflicts', ...gallery]],
  ['weight', ['weight', ...sample]],
  ['weight', ['weight', ...gallery]],
  ['cycles', ['cycles', ...sample]],
  ['findings', ['findings', ...sample]],
  ['findings', ['findings', ...gallery]],
  ['why', ['why', 'golang.org/x/net', ...sample]],
  ['check', ['check', ...gallery]],
];

function recordsOf(out: string): string[][] {
  expect(out).toMatch(/\n$/);
  return out
    .slice(0, -1)
    .split('\n')
    .map((line) => line.split('\t'));
}

describe('--plain', () => {
  it.each(verbs)('%s: every line of %j has every column, none is padded', async (report, argv) => {
    const { status, out, err } = await modscope([...argv, '--plain']);
    const text = await modscope(argv);
    expect([status, err]).toEqual([text.status, text.err]);
    const records = recordsOf(out);
    const width = Object.keys(columns[report]).length;
    for (const cells of records) {
      expect(cells).toHaveLength(width);
      for (const cell of cells) expect(cell).toBe(cell.trim());
    }
    expect((await modscope([...argv, '--format', 'plain'])).out).toBe(out);
  });

  it.each(verbs)('%s of %j: the help names its columns in their order', async (report, [verb = '']) => {
    const { out } = await modscope([verb, '--help']);
    const help = out.slice(out.indexOf('Columns of --plain'));
    const names = [...help.matchAll(/^ {2,3}(\d+) +(\w+)/gm)].map(([, n, name]) => `${n ?? ''} ${name ?? ''}`);
    expect(names).toEqual(Object.keys(columns[report]).map((name, n) => `${String(n + 1)} ${name}`));
  });

  it('says of modules what JSON says', async () => {
    const rows = JSON.parse((await modscope(['list', ...sample, '--json'])).out) as {
      path: string;
      version?: string;
    }[];
    const records = recordsOf((await modscope(['list', ...sample, '--plain'])).out);
    expect(records.map(([name, version]) => [name, version])).toEqual(rows.map((row) => [row.path, row.version ?? '']));
    expect(records.find(([name]) => name === 'github.com/spf13/cobra')?.[2]).toBe('direct');
  });

  it('names every requirer, where the text names a few', async () => {
    const found = JSON.parse((await modscope(['conflicts', ...sample, '--json'])).out) as {
      required: { by: string[] }[];
    }[];
    const requirements = found.flatMap(({ required }) => required.flatMap(({ by }) => by));
    const records = recordsOf((await modscope(['conflicts', ...sample, '--plain'])).out);
    expect(records.map((cells) => cells[4])).toEqual(requirements);
  });

  it('has one line for each module of each cycle, and nothing where there is none', async () => {
    const found = JSON.parse((await modscope(['cycles', ...sample, '--json'])).out) as { members: string[] }[];
    const records = recordsOf((await modscope(['cycles', ...sample, '--plain'])).out);
    expect(records.map(([n, , member]) => `${n ?? ''} ${member ?? ''}`)).toEqual(
      found.flatMap(({ members }, n) => members.map((member) => `${String(n + 1)} ${member}`)),
    );
    const cwd = layOut(temporaryFolder(), { 'g.txt': 'example.com/m example.com/a@v1.0.0\n' });
    expect(await modscope(['cycles', '--graph', 'g.txt', '--plain'], { cwd })).toEqual({ status: 0, out: '', err: '' });
  });

  it('keeps a record on its line, whatever a stranger wrote', async () => {
    const cwd = temporaryFolder();
    const text = readFileSync(new URL('../../samples/gallery/snapshot.json', import.meta.url), 'utf8');
    const snapshot = JSON.parse(text) as { modules: { replace?: { path: string } }[] };
    const replaced = snapshot.modules.find((one) => one.replace !== undefined);
    if (replaced?.replace === undefined) throw new Error('the gallery replaces nothing');
    replaced.replace = { path: './a\tb\n::error::c' };
    writeFileSync(path.join(cwd, 's.json'), JSON.stringify(snapshot));
    const { status, out } = await modscope(['list', '--snapshot', 's.json', '--plain', '-q'], { cwd });
    expect(status).toBe(0);
    for (const cells of recordsOf(out)) expect(cells).toHaveLength(Object.keys(columns.modules).length);
    expect(out).not.toMatch(/^::/m);
  });

  it('hides what --redact hides', async () => {
    const { out } = await modscope(['conflicts', ...sample, '--plain', '--redact', 'golang.org/...']);
    expect(out).toContain('redacted/');
    expect(out).not.toMatch(/(?<![.\w])golang\.org/);
  });

  it.each([
    [['--json', '--plain'], '--json and --plain exclude one another'],
    [['--json', '--format', 'text'], '--json and --format text exclude one another'],
    [['--plain', '--format', 'json'], '--plain and --format json exclude one another'],
  ])('one form at a time: %j', async (flags, words) => {
    const { status, err } = await modscope(['list', ...sample, ...flags]);
    expect(status).toBe(2);
    expect(err).toContain(words);
  });

  it.each([[['--json', '--format', 'json']], [['--plain', '--format', 'plain']]])(
    'the same twice is no matter: %j',
    async (flags) => {
      expect(await modscope(['list', ...sample, ...flags])).toMatchObject({ status: 0 });
    },
  );
});

describe('columns of text', () => {
  it.each([
    ['list', ['list', ...sample]],
    ['query', ['query', 'is:conflict', ...sample]],
  ])('of %s begin in one place with --redact', async (_, argv) => {
    for (const hidden of [['github.com/...'], ['golang.org/...'], ['k8s.io/...', '*yaml*', 'github.com/...']]) {
      const { out } = await modscope([...argv, ...hidden.flatMap((pattern) => ['--redact', pattern])]);
      expect(out).toContain('redacted/');
      const begins = out.split('\n').flatMap((line) => {
        const at = / (v\d\S*)/.exec(line)?.index;
        return at === undefined ? [] : [at];
      });
      expect(new Set(begins).size).toBe(1);
    }
  });

  it('of why and conflicts begin in one place with --redact', async () => {
    for (const argv of [['why', 'golang.org/x/net'], ['conflicts']]) {
      const { out } = await modscope([...argv, ...sample, '--redact', 'k8s.io/...', '--redact', 'golang.org/x/net']);
      for (const block of out.split('\n\n')) {
        const rows = block.split('\n').filter((line) => /^ {2}[✓·×] /.test(line));
        const begins = rows.map((line) => /^ {2}. {2}\S+ +/.exec(line)?.[0].length);
        expect(new Set(begins).size).toBeLessThanOrEqual(1);
      }
    }
  });

  it.each([
    ['abc', 3],
    ['', 0],
    ['模块', 4],
    ['ﾓｼﾞｭｰﾙ', 6],
    ['モジュール', 10],
    ['한글', 4],
    ['\u1112\u1161\u11ab', 2],
    ['e\u0301', 1],
    ['\u0e01\u0e38', 1],
    ['Ｇｏ', 4],
    ['🐹', 2],
    ['✓·→', 3],
    ['ñandú', 5],
  ])('%s takes %i columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it('stay in line with wide letters and with marks', () => {
    const text = table([
      ['./模块', 'x'],
      ['./cafe\u0301', 'x'],
      ['./plain', 'x'],
    ]);
    const begins = text
      .trimEnd()
      .split('\n')
      .map((line) => widthOf(line.slice(0, line.indexOf('x'))));
    expect(begins).toEqual([9, 9, 9]);
  });
});
