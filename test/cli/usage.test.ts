import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { modscope } from './run.ts';

describe('help and version', () => {
  test('--help names every verb, and nothing is said on stderr', async () => {
    const { status, out, err } = await modscope(['--help']);
    expect(status).toBe(0);
    expect(err).toBe('');
    for (const verb of [
      'serve',
      'snapshot',
      'export',
      'list',
      'query',
      'why',
      'versions',
      'conflicts',
      'cycles',
      'weight',
      'findings',
      'doctor',
      'what-if',
    ]) {
      expect(out).toMatch(new RegExp(`^  ${verb} `, 'm'));
    }
  });

  test.each([['-V'], ['--version']])('%s prints the version alone', async (flag) => {
    expect(await modscope([flag])).toEqual({ status: 0, out: '0.1.0\n', err: '' });
  });

  test.each([[['help', 'list']], [['list', '--help']]])('%s shows the options of the verb', async (argv) => {
    const { status, out } = await modscope(argv);
    expect(status).toBe(0);
    expect(out).toContain('Usage: modscope list [options] [dir]');
    expect(out).toContain('--offline');
  });
});

const sample = ['--sample', 'echo'];
const mistakes: readonly (readonly [string, readonly string[], string])[] = [
  [
    'an unknown flag, with the nearest',
    ['list', '--sampel', 'echo'],
    "unknown option '--sampel'\n  Did you mean --sample?",
  ],
  [
    'an unknown sample, with the nearest',
    ['list', '--sample', 'kubctl'],
    'Did you mean kubectl? The samples are kubectl, echo',
  ],
  [
    'an unknown sample, with all',
    ['list', '--sample', 'linux'],
    'There is no sample linux.\n  The samples are kubectl',
  ],
  ['an unknown word of the query', ['query', 'is:direkt', ...sample], 'Did you mean `is:direct`?'],
  ['the column in the query', ['query', 'a is:direkt', ...sample], '(column '],
  ['a bad query in export', ['export', '--query', '(', ...sample], 'column'],
  ['a missing argument', ['why', ...sample], "missing required argument 'module'"],
  ['versions without a module', ['versions'], 'Usage: `modscope versions MODULE [DIR]`.'],
  ['versions of a version', ['versions', 'x.com/a@v1.2.0'], '`modscope versions x.com/a` lists all'],
  ['versions of a recording', ['versions', 'x.com/a', ...sample], 'a recording is read without go'],
  ['all versions, and some', ['versions', 'x.com/a', '--all', '--limit', '3'], '--all and --limit exclude one another'],
  ['an argument too many', ['list', 'a', 'b'], 'too many arguments'],
  ['a choice that there is not', ['export', '--theme', 'blue', ...sample], 'light, dark, auto'],
  ['a format that there is not', ['list', '--format', 'yaml', ...sample], 'text, json'],
  ['an ending without a format', ['export', '-o', 'deps.svgg', ...sample], 'Did you mean .svg?'],
  ['no ending and no format', ['export', '-o', 'deps', ...sample], 'a file without an ending'],
  ['a number that is none', ['export', '--limit', '-1', ...sample], 'whole number'],
  ['a time that is none', ['list', '--timeout', 'soon', ...sample], 'number of seconds'],
  ['a folder that is not there', ['list', '/no/such/folder'], 'There is no folder /no/such/folder.'],
  ['the same by -C', ['list', '-C', 'no-such-folder'], 'There is no folder no-such-folder.'],
  ['two inputs', ['list', ...sample, '--snapshot', 'x'], '--snapshot and --sample exclude one another'],
  ['an input and a folder', ['list', '.', ...sample], '--sample and the folder . exclude one another'],
  ['--list without --graph', ['list', '--list', 'list.json'], '--list belongs to --graph'],
  ['--mod without --graph', ['list', '--mod', 'go.mod'], '--mod belongs to --graph'],
];

describe('usage', () => {
  test.each(mistakes)('%s: status 2, nothing on stdout, no stack trace', async (_name, argv, words) => {
    const { status, out, err } = await modscope(argv);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^modscope: /);
    expect(err).toContain(words);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('input files', () => {
  test.each([
    ['a snapshot that is not there', ['list', '--snapshot', 'none.json'], 'none.json'],
    ['a graph that is not there', ['list', '--graph', 'none.txt'], 'none.txt'],
    ['a snapshot that is none', ['list', '--snapshot', 'echo/meta.json'], 'meta.json: The file is not a snapshot'],
    [
      'a list given as a snapshot',
      ['list', '--snapshot', 'echo/list.json'],
      'list.json is what `go list -m -json all` prints, and `--snapshot` reads a snapshot of modscope.\n  `--list` reads it.',
    ],
    [
      'a go.mod given as a graph',
      ['list', '--graph', 'echo/go.mod'],
      'echo/go.mod is a go.mod, and `--graph` reads what `go mod graph` prints.\n  `--mod` reads it. For `--graph`: `go mod graph > graph.txt`.',
    ],
    [
      'a graph given as a list',
      ['list', '--graph', 'echo/graph.txt', '--list', 'echo/graph.txt'],
      'For `--list`: `go list -m -json all > list.json`.',
    ],
    ['a go.mod that is none', ['list', '--graph', 'echo/graph.txt', '--mod', 'echo/meta.json'], 'meta.json:1: '],
  ])('%s: status 4', async (_name, argv, words) => {
    const { status, out, err } = await modscope(argv);
    expect(status).toBe(4);
    expect(out).toBe('');
    expect(err).toContain(words);
    expect(err).not.toMatch(/\n\s+at /);
  });

  test('a folder that is in no module: status 4', async () => {
    const { status, err } = await modscope(['list', '/'], { cwd: '/' });
    expect(status).toBe(4);
    expect(err).toContain('There is no go.mod');
    expect(err).toContain('modscope --sample');
  });
});

test('a reader that goes away ends the command quietly', async () => {
  const { status, err } = await modscope(['list', '--sample', 'kubectl'], { closesAfter: 10 });
  expect({ status, err }).toEqual({ status: 0, err: '' });
});

test('a reader that goes away takes no verdict along', async () => {
  const check = ['check', '--snapshot', fileURLToPath(new URL('../../samples/gallery/snapshot.json', import.meta.url))];
  const [read, unread] = [await modscope(check), await modscope(check, { closesAfter: 0 })];
  expect(unread).toMatchObject({ status: 1, err: read.err });
  expect(read.status).toBe(1);
});
