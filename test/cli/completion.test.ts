/** `modscope __complete`: what is offered at each place of a command line, from the program itself. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commit, makeRepository } from '../support/repository.ts';
import { layOut, temporaryFolder } from '../support/tree.ts';
import { modscope, type RunSettings } from './run.ts';

interface Offered {
  readonly texts: string[];
  readonly also: string;
}

/** What is offered for the last of the words. */
async function offered(words: readonly string[], settings: RunSettings = {}): Promise<Offered> {
  const { status, out, err } = await modscope(['__complete', '--', ...words], settings);
  expect([status, err]).toEqual([0, '']);
  const lines = out.trimEnd().split('\n');
  return { texts: lines.slice(0, -1).map((line) => line.split('\t')[0] ?? ''), also: lines.at(-1) ?? '' };
}

const goMod = `module example.com/m

go 1.21

require (
	golang.org/x/net v0.20.0
	golang.org/x/text v0.14.0 // indirect
)
`;

async function verbs(): Promise<string[]> {
  const { out } = await modscope(['--help']);
  return [...out.slice(out.indexOf('Commands:')).matchAll(/^ {2}([a-z][\w-]*)(?: |$)/gm)].map(([, name]) => name ?? '');
}

describe('verbs and flags', () => {
  it('every verb of the help, and folders beside them', async () => {
    const { texts, also } = await offered(['']);
    expect(texts.slice().sort()).toEqual([...new Set(await verbs())].filter((name) => name !== 'modscope').sort());
    expect(also).toBe(':folders');
    expect(texts).not.toContain('__complete');
  });

  it('every flag of every verb, as its help has them', async () => {
    for (const verb of (await verbs()).filter((name) => name !== 'help' && name !== 'modscope')) {
      const { out } = await modscope([verb, '--help']);
      const options = out.slice(out.indexOf('\nOptions:')).split('\n\n')[0] ?? '';
      const flags = [...options.matchAll(/^ {2}(?:-\w, )?(--?[\w-]+)/gm)].map(([, flag]) => flag);
      expect((await offered([verb, '-'])).texts).toEqual(flags);
    }
  });

  it.each([
    ['the beginning of a verb', ['li'], ['list'], ':folders'],
    ['a verb after flags', ['-q', '--sample', 'echo', 'confl'], ['conflicts'], ':folders'],
    ['the beginning of a flag', ['list', '--pla'], ['--plain'], ':'],
    ['flags of the verb, not of others', ['list', '--caption'], [], ':'],
    ['choices', ['export', '--theme', ''], ['light', 'dark', 'auto'], ':'],
    ['choices with =', ['export', '--theme=d'], ['--theme=dark'], ':'],
    ['choices before the verb is there', ['--toolchain', 'l'], ['local'], ':'],
    ['samples', ['list', '--sample', 'ech'], ['echo'], ':'],
    ['formats', ['export', '--format', 'm'], ['mermaid'], ':'],
    ['severities', ['check', '--fail-on', 'h'], ['high'], ':'],
    ['verbs for help', ['help', 'wh'], ['why', 'what-if'], ':'],
    ['shells', ['completion', 'z'], ['zsh'], ':'],
    ['folders', ['list', ''], [], ':folders'],
    ['folders by -C', ['list', '-C', ''], [], ':folders'],
    ['files', ['list', '--snapshot', ''], [], ':files'],
    ['files or words', ['list', '--gowork', 'o'], ['off'], ':files'],
    ['nothing after a module and a folder', ['why', 'x', '.', ''], [], ':'],
    ['arguments after --', ['list', '--', '-'], [], ':folders'],
  ])('%s', async (_, words, texts, also) => {
    const found = await offered(words);
    expect(found.also).toBe(also);
    expect(found.texts.slice().sort()).toEqual(texts.slice().sort());
  });

  it('a new word, for shells that hand on no empty one', async () => {
    expect(await modscope(['__complete', '--next', '--', 'export', '--theme'])).toMatchObject({
      out: 'light\t\ndark\t\nauto\t\n:\n',
    });
  });
});

describe('modules', () => {
  it.each([
    ['of go.mod', ['why', 'g'], ['golang.org/x/net', 'golang.org/x/text']],
    ['the main module', ['why', 'exa'], ['example.com/m']],
    ['with versions', ['why', 'golang.org/x/net@'], ['golang.org/x/net@v0.20.0']],
    ['of an edit', ['what-if', '--set', 'golang.org/x/net@v0'], ['golang.org/x/net@v0.20.0']],
    ['of an edit with =', ['what-if', '--drop=golang.org/x/n'], ['--drop=golang.org/x/net']],
    ['of an edit’s go.mod', ['what-if', '--in', ''], ['example.com/m']],
    ['in a query', ['query', 'is:direct golang.org/x/n'], ['is:direct golang.org/x/net']],
    ['words of a query', ['query', 'is:di'], ['is:direct']],
    ['words after others', ['query', '(is:direct | is:confl'], ['(is:direct | is:conflict']],
    ['functions', ['query', '-shor'], ['-shortest(']],
  ])('%s, without go', async (_, words, texts) => {
    const cwd = layOut(temporaryFolder(), { 'go.mod': goMod });
    expect((await offered(words, { cwd, env: { PATH: '/none' } })).texts).toEqual(texts);
  });

  it('of the members of a workspace, each once', async () => {
    const cwd = layOut(temporaryFolder(), {
      'go.work': 'go 1.21\n\nuse (\n\t./a\n\t./b\n)\n',
      'a/go.mod': goMod,
      'b/go.mod': 'module example.com/b\n\nrequire golang.org/x/net v0.19.0\n',
    });
    expect((await offered(['why', ''], { cwd: path.join(cwd, 'a') })).texts).toEqual([
      'example.com/m',
      'example.com/b',
      'golang.org/x/net',
      'golang.org/x/text',
    ]);
  });

  it('of what -C, --sample, --snapshot and --graph name', async () => {
    const cwd = layOut(temporaryFolder(), { 'm/go.mod': goMod, 'g.txt': 'example.com/m golang.org/x/mod@v0.1.0\n' });
    await modscope(['snapshot', '--sample', 'echo', '-o', 's.json'], { cwd });
    const echo = ['github.com/stretchr/objx', 'github.com/stretchr/testify'];
    expect((await offered(['why', '-C', 'm', 'golang.org/x/t'], { cwd })).texts).toEqual(['golang.org/x/text']);
    expect((await offered(['why', '--sample', 'echo', 'github.com/stre'], { cwd })).texts).toEqual(echo);
    expect((await offered(['--sample=echo', 'why', 'github.com/stre'], { cwd })).texts).toEqual(echo);
    expect((await offered(['why', '--snapshot', 's.json', 'github.com/stre'], { cwd })).texts).toEqual(echo);
    expect((await offered(['why', '--graph', 'g.txt', 'gol'], { cwd })).texts).toEqual(['golang.org/x/mod']);
  });

  it.each([
    ['no module', {}],
    ['a go.mod that cannot be read', { 'go.mod': '\0\0' }],
    ['an empty one', { 'go.mod': '' }],
  ])('none where there is %s, and no word of it', async (_, files) => {
    const cwd = layOut(temporaryFolder(), files);
    expect((await offered(['why', ''], { cwd })).texts).toEqual([]);
  });

  it('none of standard input, of a folder, or of a file that is not there', async () => {
    for (const file of ['-', '.', 'none.json', '/dev/zero']) {
      expect((await offered(['why', '--snapshot', file, ''], { cwd: temporaryFolder() })).texts).toEqual([]);
    }
  });

  it('none that a shell would run, or that would be a flag', async () => {
    const hostile = [
      '-debug-trace=x',
      '--help',
      'a.io/$(touch${IFS}pwned)',
      'a.io/`id`',
      'a.io/x;id',
      'a.io/x|id',
      'a.io/x&id',
      "a.io/x'y",
      'a.io/x>y',
      'a.io/\u001b[31m',
      'a.io/x\\ny',
      '~root/x.io',
      '!1',
    ];
    const snapshot = {
      format: 1,
      mains: [],
      modules: hostile.map((name) => ({ path: name, version: 'v1.0.0', selected: true })),
    };
    const cwd = layOut(temporaryFolder(), {
      'go.mod': `module example.com/m\n\n${hostile.map((name) => `require ${JSON.stringify(name)} v1.0.0\n`).join('')}`,
      'g.txt': hostile
        .filter((name) => !/\s/.test(name))
        .map((name) => `example.com/m ${name}@v1.0.0\n`)
        .join(''),
    });
    writeFileSync(path.join(cwd, 's.json'), JSON.stringify(snapshot));
    for (const from of [[], ['--snapshot', 's.json'], ['--graph', 'g.txt']]) {
      const { texts } = await offered(['why', ...from, ''], { cwd });
      expect(texts.filter((text) => text !== 'example.com/m')).toEqual([]);
    }
  });
});

describe('revisions', () => {
  it('branches and tags for diff and --compare, files beside them for diff', async () => {
    const cwd = makeRepository(temporaryFolder());
    commit(cwd, 'v1.0.0', { 'go.mod': goMod });
    const { texts, also } = await offered(['diff', 'v'], { cwd });
    expect([texts, also]).toEqual([['v1.0.0'], ':files']);
    expect((await offered(['--compare', 'v1'], { cwd })).texts).toEqual(['v1.0.0']);
  });
});

describe('modscope completion', () => {
  it.each([['bash'], ['zsh'], ['fish'], ['powershell']])('%s prints a script that asks modscope', async (shell) => {
    const { status, out, err } = await modscope(['completion', shell]);
    expect([status, err]).toEqual([0, '']);
    expect(out).toContain('__complete');
    expect(out).toMatch(/^#.*modscope/);
    // The template's own marks are gone.
    expect(out).not.toMatch(/\\\$\{|\\`/);
  });

  it.each([[[]], [['tcsh']]])('%j is refused with the shells that there are', async (words) => {
    const { status, err } = await modscope(['completion', ...words]);
    expect(status).toBe(2);
    expect(err).toContain('bash, zsh, fish, powershell');
  });

  it('--help says where each goes', async () => {
    const { out } = await modscope(['completion', '--help']);
    for (const place of ['~/.bashrc', 'fpath', '~/.config/fish/completions/modscope.fish', '$PROFILE']) {
      expect(out).toContain(place);
    }
  });
});
