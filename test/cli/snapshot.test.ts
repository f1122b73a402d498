import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { modscope } from './run.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cli-snapshot-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const at = (name: string): string => path.join(folder, name);

describe('snapshot', () => {
  test('what it writes is read back: every report is the same', async () => {
    expect((await modscope(['snapshot', '--sample', 'traefik', '-o', at('t.json')])).status).toBe(0);
    for (const verb of ['list', 'conflicts', 'weight', 'cycles', 'findings', 'snapshot']) {
      const json = verb === 'snapshot' ? [] : ['--json'];
      const { out } = await modscope([verb, '--snapshot', at('t.json'), ...json]);
      expect(out).toBe((await modscope([verb, '--sample', 'traefik', ...json])).out);
    }
  });

  test('stdout and -o give the same bytes, without a place or a time', async () => {
    await modscope(['snapshot', '--sample', 'etcd', '-o', 'e.json'], { cwd: folder });
    const text = readFileSync(at('e.json'), 'utf8');
    expect((await modscope(['snapshot', '--sample', 'etcd'])).out).toBe(text);
    expect(text).not.toContain('/home/dev');
    expect(text).toMatch(/\}\n$/);
  });

  test('--selected keeps the build list: its selected view is the same', async () => {
    await modscope(['snapshot', '--sample', 'kubectl', '--selected', '-o', at('k.json')]);
    const all = await modscope(['list', '--sample', 'kubectl', '--json']);
    // Grades come of versions that were not selected.
    const ungraded = all.out.replaceAll(/,"grade":"[^"]*"/g, '');
    expect((await modscope(['list', '--snapshot', at('k.json'), '--json'])).out).toBe(ungraded);
    const view = async (...input: string[]): Promise<unknown> => {
      const { out } = await modscope(['export', '--format', 'json', '--limit', '0', ...input]);
      const { boxes, lines } = JSON.parse(out) as Record<string, unknown>;
      return { boxes, lines };
    };
    expect(await view('--snapshot', at('k.json'))).toEqual(await view('--sample', 'kubectl'));
    expect((await modscope(['conflicts', '--snapshot', at('k.json'), '--json'])).out).toBe('[]\n');
  });

  test('--check: 0 when it is fresh, 1 when it is stale, 4 when it cannot be read', async () => {
    await modscope(['snapshot', '--sample', 'echo', '-o', at('e.json')]);
    expect(await modscope(['snapshot', '--sample', 'echo', '--check', at('e.json')])).toEqual({
      status: 0,
      out: '',
      err: '',
    });
    writeFileSync(at('e.json'), readFileSync(at('e.json'), 'utf8').replace('v0.24.0', 'v0.23.0'));
    const stale = await modscope(['snapshot', '--sample', 'echo', '--check', at('e.json')]);
    expect({ status: stale.status, out: stale.out }).toEqual({ status: 1, out: '' });
    expect(stale.err).toContain('is stale');
    expect((await modscope(['snapshot', '--sample', 'echo', '--check', at('none.json')])).status).toBe(4);
  });

  test('what cannot be written: status 74', async () => {
    const { status, err } = await modscope(['snapshot', '--sample', 'echo', '-o', at('none/e.json')]);
    expect(status).toBe(74);
    expect(err).toContain('cannot be written');
    symlinkSync(at('elsewhere'), at('link.json'));
    expect((await modscope(['snapshot', '--sample', 'echo', '-o', at('link.json')])).status).toBe(74);
  });
});

describe('export', () => {
  test('svg, dot and json by the ending of the file', async () => {
    for (const [file, start] of [
      ['d.svg', '<svg '],
      ['d.dot', 'digraph '],
      ['d.gv', 'digraph '],
      ['d.json', '{\n'],
    ] as const) {
      const { status, out, err } = await modscope(['export', '--sample', 'echo', '-o', at(file)]);
      expect({ status, out }).toEqual({ status: 0, out: '' });
      expect(err).toContain('27 versions → 21 selected → ');
      expect(readFileSync(at(file), 'utf8').startsWith(start)).toBe(true);
    }
  });

  test('the same picture on stdout, each time', async () => {
    const { out } = await modscope(['export', '--sample', 'echo', '--quiet']);
    await modscope(['export', '--sample', 'echo', '-o', at('e.svg')]);
    expect(out).toBe(readFileSync(at('e.svg'), 'utf8'));
    expect(out).toContain('golang.org');
  });

  test('the options of the view arrive', async () => {
    const { out, err } = await modscope([
      ...[
        'export',
        '--sample',
        'kubectl',
        '--json',
        '--scope',
        'all',
        '--query',
        'k8s.io/...',
        '--collapse',
        'none',
        '--limit',
        '7',
      ],
      ...['--no-reduce', '--no-fold-leaves', '--open-cycles', '--open', 'a', 'b'],
    ]);
    expect(err).toContain('match');
    expect(JSON.parse(out)).toMatchObject({
      options: {
        scope: 'all',
        query: 'k8s.io/...',
        closeCycles: false,
        reduce: false,
        foldLeaves: false,
        collapse: 'none',
        limit: 7,
        open: ['a', 'b'],
      },
    });
  });

  test('a grouped picture says how to see more', async () => {
    const { err } = await modscope(['export', '--sample', 'traefik', '--json']);
    expect(err).toContain('Only direct requirements have boxes: --query draws a part');
  });

  test('title, theme and direction', async () => {
    const { out } = await modscope([
      'export',
      '--sample',
      'cobra',
      '-q',
      '--title',
      'Our <deps>',
      '--theme',
      'dark',
      '--direction',
      'down',
    ]);
    expect(out).toContain('Our &lt;deps&gt;');
    expect(out).toContain('modscope-dark');
  });
});
