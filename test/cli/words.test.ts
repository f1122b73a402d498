/** Verbs, folders and modules in whatever order and spelling they are typed: what works, and the hint where it does not. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { layOut, temporaryFolder } from '../support/tree.ts';
import { modscope } from './run.ts';

const sample = ['--sample', 'echo'];

describe('a verb', () => {
  it.each([
    [['-q', 'list', ...sample]],
    [[...sample, 'list', '-q']],
    [['--sample=echo', '-q', 'list']],
    [['--format', 'text', 'list', '-q', ...sample]],
    [['-q', '-C', '.', 'list', ...sample]],
  ])('may come after flags: %j', async (argv) => {
    expect(await modscope(argv)).toEqual(await modscope(['list', '-q', ...sample]));
  });

  it('is not taken for the name of a sample', async () => {
    expect(await modscope(['--sample', 'cycles', '-q'])).toEqual(await modscope(['cycles', '--sample', '-q']));
  });

  it.each([
    ['lst', 'list'],
    ['LIST', 'list'],
    ['conflict', 'conflicts'],
    ['graph', 'serve'],
    ['tree', 'export --format tree'],
    ['ls', 'list'],
    ['explain', 'why'],
    ['completions', 'completion'],
    ['outdated', 'query is:outdated'],
  ])('that there is not, %s: the nearest is %s', async (word, verb) => {
    for (const argv of [[word], [word, '--format', 'yaml'], [word, '--help'], ['-q', word], ['help', word]]) {
      const { status, out, err } = await modscope(argv);
      expect([status, out]).toEqual([2, '']);
      expect(err).toContain(`There is no such verb: ${word}`);
      expect(err).toContain(`Did you mean \`modscope ${verb}\`?`);
    }
  });

  it('that is like none: all are named', async () => {
    expect((await modscope(['xyzzyx'])).err).toContain('The verbs are serve, snapshot, export');
  });

  it('is a folder where there is one, with a slash, or after --', async () => {
    const cwd = layOut(temporaryFolder(), { 'lst/x': '' });
    // A folder that is there and in no module: not a word about verbs.
    expect(await modscope(['lst', '--no-open'], { cwd })).toMatchObject({ status: 4 });
    expect(await modscope(['-C', 'lst', 'none'], { cwd })).toMatchObject({ status: 2 });
    for (const argv of [['./none'], ['none/'], ['--', 'list'], ['--', 'none']]) {
      expect((await modscope([...argv], { cwd })).err).toContain(`There is no folder ${argv.at(-1) ?? ''}.`);
    }
  });

  it.each([[['help', 'help']], [['help']], [['-h']]])('%j shows the verbs', async (argv) => {
    const { status, out, err } = await modscope(argv);
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('\n  conflicts ');
  });

  it.each([[['-v']], [['version']], [['-V']], [['--version']]])('%j prints the version', async (argv) => {
    expect(await modscope(argv)).toMatchObject({ status: 0, out: '0.1.0\n' });
  });
});

const goMod = 'module example.com/m\n\ngo 1.21\n\nrequire example.com/a v1.0.0\n';

describe('a place as the second argument', () => {
  it.each([
    ['why', 'example.com/m'],
    ['query', 'is:main'],
  ])('of %s', async (verb, first) => {
    const cwd = layOut(temporaryFolder(), { 'm/go.mod': goMod, 'm/go.sum': '' });
    for (const place of [['m'], ['./m/go.mod'], ['-C', 'm'], ['-C', 'm', '.']]) {
      const { out } = await modscope([verb, first, ...place, '--go', './none'], { cwd });
      expect(out).toContain('example.com/m');
    }
  });

  it.each([
    ['why, in the wrong order', ['why', '.', 'golang.org/x/net'], '`modscope why golang.org/x/net .`'],
    ['why of a folder', ['why', '.'], '`modscope why MODULE .`'],
    ['why of a folder by its name', ['why', 'sub', 'x'], '`modscope why x sub`'],
    ['why of two modules', ['why', 'a.io/x', 'a.io/y'], '`modscope why a.io/x`, then `modscope why a.io/y`'],
    ['a place that is not there', ['why', 'a.io/x', './none'], 'There is no folder ./none.'],
    ['a query, in the wrong order', ['query', 'sub', 'is:direct'], '`modscope query is:direct sub`'],
    ['a query of two words', ['query', 'is:direct', 'k8s.io/...'], "`modscope query 'is:direct k8s.io/...'`"],
    ['a query of three words', ['query', 'a', 'b', 'c'], "`modscope query 'a b c'`"],
    ['a place and a sample', ['why', 'a.io/x', 'sub', ...sample], '--sample and the folder sub exclude one another'],
    [
      'an edit without its flag',
      ['what-if', 'a.io/x@v1.0.0'],
      '`modscope what-if --set a.io/x@v1.0.0`, or `--drop a.io/x`',
    ],
    ['two folders', ['list', 'sub', 'sub'], '`-C DIR` names the folder to start from'],
    ['a module instead of a folder', ['list', 'golang.org/x/net'], '`modscope why golang.org/x/net` explains one'],
    ['a picture instead of a folder', ['export', 'deps.svg'], '`modscope export -o deps.svg`'],
    ['a snapshot instead of a folder', ['snapshot', 'deps.json'], '`modscope snapshot -o deps.json`'],
    ['a snapshot that is there', ['list', 'sub/s.json'], '--snapshot sub/s.json'],
    ['a source file', ['list', 'sub/m.go'], 'the folder that it is in: `sub`'],
    ['the same by -C', ['list', '-C', 'sub/m.go'], 'the folder that it is in: `sub`'],
    ['standard input as a folder', ['list', '-'], '`--snapshot -` reads a snapshot from standard input'],
    ['an empty folder name', ['list', ''], 'The name of the folder is empty.'],
    ['an empty -C', ['-C', '', 'list'], 'The name of the folder is empty.'],
    ['an empty module', ['why', ''], 'needs the path of a module'],
  ])('%s: status 2 and what helps', async (_, argv, hint) => {
    const cwd = layOut(temporaryFolder(), { 'sub/s.json': '{}', 'sub/m.go': '' });
    const { status, out, err } = await modscope(argv, { cwd });
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(hint);
  });

  it('a go.mod stands for its folder, also for what is named from there', async () => {
    const cwd = layOut(temporaryFolder(), { 'm/go.mod': goMod });
    const { err } = await modscope(['list', '-C', 'm/go.mod', '--snapshot', 'none.json'], { cwd });
    expect(err).toContain(path.join('m', 'none.json'));
  });
});

describe('a flag', () => {
  it.each([
    ['of other verbs', ['list', '-o', 'x'], 'snapshot, export, diff, weight have -o.'],
    ['of one other verb', ['list', '--fold-leaves'], '`modscope help list`'],
    ['of a verb that was not named', ['--format', 'json'], 'have --format.'],
    ['with a value that it does not take', ['list', '--offline=1'], '--offline takes no value.'],
    ['that no verb has', ['check', '-c', 'x'], '`modscope help check` lists its arguments and flags.'],
    ['that is mistyped', ['list', '--ofline'], 'Did you mean --offline?'],
  ])('%s', async (_, argv, hint) => {
    const { status, err } = await modscope(argv);
    expect(status).toBe(2);
    expect(err).toContain(hint);
  });
});
