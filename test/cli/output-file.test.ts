/** `-o` replaces what modscope made and nothing else; what is git's own not even with --force. */
import { execFileSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { layOut, temporaryFolder, treeState } from '../support/tree.ts';
import { modscope } from './run.ts';

const source = { 'go.mod': 'module m.example/m\n', 'go.sum': '', 'main.go': 'package main\n' };

describe('is refused', () => {
  it.each([
    ['go.mod', 'the go.mod of a module'],
    ['go.sum', 'the go.sum of a module'],
    ['GO.MOD', 'the go.mod of a module'],
    ['go.work', 'the go.work of a workspace'],
    ['go.work.sum', 'the go.work.sum of a workspace'],
    ['main.go', 'a Go source file'],
    ['new.go', 'a Go source file'],
    ['vendor/new.json', 'in the vendor folder of a module'],
    ['modscope.config.json', 'the policy of modscope'],
    ['README.md', 'modscope did not make it'],
    ['data.json', 'modscope did not make it'],
    ['hard.json', 'modscope did not make it'],
  ])('-o %s', async (file, words) => {
    const folder = layOut(temporaryFolder(), {
      ...source,
      'vendor/modules.txt': '# a\n',
      'README.md': '# read\n',
      'data.json': '{"format": 1}',
    });
    linkSync(path.join(folder, 'go.mod'), path.join(folder, 'hard.json'));
    const before = treeState(folder);
    const { status, out, err } = await modscope(['snapshot', '--sample', 'echo', '-o', file], { cwd: folder });
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain(words);
    expect(err).toContain('--force');
    expect(treeState(folder)).toEqual(before);
    const forced = await modscope(['snapshot', '--sample', 'echo', '-o', file, '--force'], { cwd: folder });
    expect([forced.status, forced.err]).toEqual([0, '']);
    expect(readFileSync(path.join(folder, file), 'utf8')).toContain('"format": 1');
    // Another name of the same file is not what was replaced.
    if (file === 'hard.json') expect(readFileSync(path.join(folder, 'go.mod'), 'utf8')).toBe(source['go.mod']);
  });

  it.each([
    '.git/x.json',
    '.git/hooks/pre-commit',
    '.GIT/config',
    'link/x.json',
    'sub/../.git/x.json',
    '.git./x.json',
    'git~1/x.json',
    '.git\u200c/x.json',
    '.git',
    'bare/hooks/post-receive',
    '.hg/hgrc',
  ])('-o %j, also with --force', async (file) => {
    const folder = layOut(temporaryFolder(), { ...source, '.git/hooks/x': '', 'sub/x': '', '.hg/x': '' });
    execFileSync('git', ['init', '--quiet', '--bare', path.join(folder, 'bare')]);
    for (const name of ['.GIT', '.git.', 'git~1', '.git\u200c']) mkdirSync(path.join(folder, name));
    symlinkSync(path.join(folder, '.git/hooks'), path.join(folder, 'link'));
    const before = treeState(folder);
    for (const verb of [['snapshot'], ['export', '--format', 'svg']]) {
      const words = [...verb, '--sample', 'echo', '-o', file, '--force'];
      const { status, err } = await modscope(words, { cwd: folder });
      expect(status).toBe(2);
      expect(err).toContain('version control');
    }
    expect(treeState(folder)).toEqual(before);
  });

  it.each([
    ['notes.txt', '# Spec\n\nThe product must meet these 12 requirements.\n'],
    ['README.md', '**My title**\n\n`a` → b\nimportant prose of mine\n'],
    ['mail.txt', 'Dear all.\n\nLines\nmine\n'],
    ['list.md', '**3 lines**\n\n`a` → `b`\n'],
    ['counts.txt', 'We have\n4 versions, 9 requirements to meet.\n'],
  ])('prose that only looks a little like ours: %s', async (file, text) => {
    const folder = layOut(temporaryFolder(), { [file]: text });
    for (const name of ['a.json', 'b.json'])
      await modscope(['snapshot', '--sample', name === 'a.json' ? 'echo' : 'cobra', '-o', name], { cwd: folder });
    for (const words of [
      ['export', '--sample', 'echo', '--format', 'tree'],
      ['diff', 'a.json', 'b.json', '--offline', '--format', 'markdown'],
      // What changed nothing is no text at all.
      ['diff', 'a.json', 'a.json', '--offline', '--format', 'text'],
    ]) {
      const { status, err } = await modscope([...words, '-o', file], { cwd: folder });
      expect([words, status]).toEqual([words, 2]);
      expect(err).toContain('--force');
      expect(readFileSync(path.join(folder, file), 'utf8')).toBe(text);
    }
  });

  it('a folder that is not there, in words, and nothing is left behind', async () => {
    const folder = temporaryFolder();
    const { status, err } = await modscope(['export', '--sample', 'echo', '-o', 'none/x.svg'], { cwd: folder });
    expect([status, readdirSync(folder)]).toEqual([74, []]);
    expect(err).toMatch(/the folder .*none is not there/);
  });

  it('leaves no empty file where the verb fails', async () => {
    const folder = layOut(temporaryFolder(), { 'a.json': '{"form' });
    for (const verb of ['snapshot', 'export']) {
      const { status } = await modscope([verb, '--snapshot', 'a.json', '-o', 'x.json'], { cwd: folder });
      expect([status, existsSync(path.join(folder, 'x.json'))]).toEqual([4, false]);
    }
  });
});

describe('is replaced', () => {
  it.each([
    ...['svg', 'png', 'pdf', 'html', 'dot', 'mmd', 'graphml', 'cyjs', 'csv', 'txt', 'json'].map((ending) => [
      `x.${ending}`,
      ['export', '--sample', 'echo'],
    ]),
    ['s.json', ['snapshot', '--sample', 'echo']],
    ['titled.txt', ['export', '--sample', 'echo', '--title', 'A title', '--no-reduce']],
    ...['text', 'json', 'markdown', 'svg', 'html'].map((format) => [
      `d.${format}`,
      ['diff', 'a.json', 'b.json', '--offline', '--format', format],
    ]),
  ] as [string, string[]][])('%s, which modscope made', async (file, words) => {
    const folder = temporaryFolder();
    for (const [name, sample] of [
      ['a.json', 'echo'],
      ['b.json', 'kubectl'],
    ] as const)
      expect((await modscope(['snapshot', '--sample', sample, '-o', name], { cwd: folder })).status).toBe(0);
    expect((await modscope([...words, '-o', file], { cwd: folder })).status).toBe(0);
    const first = readFileSync(path.join(folder, file));
    // As git hands it out on Windows.
    if (!/png|pdf/.test(file)) {
      writeFileSync(path.join(folder, file), first.toString('utf8').replaceAll(/\r?\n/g, '\r\n'));
    }
    expect((await modscope([...words, '-o', file], { cwd: folder })).status).toBe(0);
    expect(readFileSync(path.join(folder, file)).equals(first)).toBe(true);
  });
});
