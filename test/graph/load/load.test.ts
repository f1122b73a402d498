/** Go's loading rules one at a time; `npm run conformance` holds the whole against the real go. */
import { describe, expect, it } from 'vitest';
import { loadModuleGraph } from '../../../graph/load/load.ts';
import type { LoadResult } from '../../../graph/load/types.ts';
import { readGoMod } from '../../../parsers/go-mod-text.ts';
import { readGoWork } from '../../../parsers/go-work-text.ts';

/** Loads go.mod texts: main modules by folder, others by `path@version` or by the folder that replaces them. */
function load(
  mains: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string>>,
  work?: string,
): LoadResult {
  const known = new Map(Object.entries(others));
  return loadModuleGraph({
    mains: Object.entries(mains).map(([dir, text]) => readGoMod(text, 'go.mod', dir).main),
    ...(work === undefined ? {} : { work: readGoWork(work) }),
    goMod: ({ path, version }) => {
      const text = known.get(version === undefined ? path : `${path}@${version}`);
      if (text === undefined) return undefined;
      const { main } = readGoMod(`module ${path.replace(/^[./]+/, '')}\n${text}`);
      return { path: main.path, require: main.require, ...(main.go === undefined ? {} : { go: main.go }) };
    },
  });
}

function lines({ edges }: LoadResult): string[] {
  return Array.from(edges.from, (from, i) => `${edges.names[from] ?? ''} ${edges.names[edges.to[i] ?? -1] ?? ''}`);
}

describe('loadModuleGraph', () => {
  it('sorts the main module’s requirements, leaves a dependency’s in order, puts its go line last', () => {
    const result = load(
      { '.': 'module m\ngo 1.22\nrequire b v1.0.0\nrequire a v1.0.0' },
      {
        'a@v1.0.0': 'go 1.21\nrequire d v1.0.0\nrequire c v1.0.0',
        'b@v1.0.0': 'go 1.20',
        'c@v1.0.0': '',
        'd@v1.0.0': '',
      },
    );
    expect(lines(result)).toEqual([
      'm a@v1.0.0',
      'm b@v1.0.0',
      'm go@1.22',
      'a@v1.0.0 d@v1.0.0',
      'a@v1.0.0 c@v1.0.0',
      'a@v1.0.0 go@1.21',
      'go@1.22 toolchain@go1.22',
    ]);
    expect([...result.buildList]).toEqual([
      ['m', ''],
      ['a', 'v1.0.0'],
      ['b', 'v1.0.0'],
      ['c', 'v1.0.0'],
      ['d', 'v1.0.0'],
    ]);
    expect(result.missing).toEqual([]);
  });

  it('prunes what is behind a dependency’s dependency from go 1.17 on, and loads all below', () => {
    const others = {
      'a@v1.0.0': 'go 1.17\nrequire b v1.0.0',
      'b@v1.0.0': 'go 1.17\nrequire c v1.0.0',
      'c@v1.0.0': 'go 1.17',
    };
    expect(lines(load({ '.': 'module m\ngo 1.17\nrequire a v1.0.0' }, others))).not.toContain('b@v1.0.0 c@v1.0.0');
    expect(lines(load({ '.': 'module m\ngo 1.16\nrequire a v1.0.0' }, others))).toContain('b@v1.0.0 c@v1.0.0');
    const unpruned = { ...others, 'a@v1.0.0': 'go 1.16\nrequire b v1.0.0' };
    expect(lines(load({ '.': 'module m\ngo 1.17\nrequire a v1.0.0' }, unpruned))).toContain('b@v1.0.0 c@v1.0.0');
  });

  it('raises a root that is declared below what is selected, and loads again', () => {
    const others = {
      'a@v1.0.0': 'go 1.17',
      'a@v1.1.0': 'go 1.17\nrequire c v1.0.0',
      'b@v1.0.0': 'go 1.17\nrequire a v1.1.0',
      'c@v1.0.0': '',
    };
    const result = load({ '.': 'module m\ngo 1.17\nrequire a v1.0.0\nrequire b v1.0.0' }, others);
    expect(lines(result)).toContain('m a@v1.1.0');
    expect(result.buildList.get('c')).toBe('v1.0.0');
  });

  it('drops requirements on excluded versions, wherever they stand', () => {
    const others = { 'a@v1.0.0': 'go 1.17\nrequire b v1.0.0', 'b@v1.0.0': '' };
    const result = load({ '.': 'module m\ngo 1.17\nrequire a v1.0.0\nexclude b v1.0.0' }, others);
    expect(lines(result)).toEqual(['m a@v1.0.0', 'm go@1.17']);
  });

  it('reads the replacement’s requirements under the name that is required', () => {
    const result = load(
      { '.': 'module m\ngo 1.17\nrequire a v1.0.0\nreplace a => ./fork\nreplace a v1.0.0 => x v1.2.0' },
      { './fork': 'go 1.17\nrequire wrong v1.0.0', 'x@v1.2.0': 'go 1.17\nrequire b v1.0.0', 'b@v1.0.0': '' },
    );
    expect(lines(result)).toContain('a@v1.0.0 b@v1.0.0');
  });

  it('keeps an older self apart, and selects the main module', () => {
    const result = load(
      { '.': 'module m\ngo 1.17\nrequire a v1.0.0' },
      { 'a@v1.0.0': 'go 1.17\nrequire m v0.9.0', 'm@v0.9.0': '' },
    );
    expect(lines(result)).toContain('a@v1.0.0 m@v0.9.0');
    expect(result.buildList.get('m')).toBe('');
  });

  it('expands every member of a workspace, go.work’s go line first', () => {
    const result = load(
      { a: 'module a\ngo 1.20\nrequire b v1.0.0', b: 'module b\ngo 1.20\nrequire c v1.0.0' },
      { 'b@v1.0.0': '', 'c@v1.0.0': '' },
      'go 1.21\nuse ./a\nuse ./b',
    );
    expect(lines(result)).toEqual(['a b@v1.0.0', 'b c@v1.0.0', 'go@1.21 toolchain@go1.21']);
    expect(result.buildList.get('b')).toBe('');
  });

  it('names what it does not know and goes on', () => {
    const result = load({ '.': 'module m\ngo 1.17\nrequire a v1.0.0\nrequire b v1.0.0' }, { 'b@v1.0.0': '' });
    expect(result.missing).toEqual([{ path: 'a', version: 'v1.0.0' }]);
    expect(result.buildList.size).toBe(3);
  });

  it('goes round a cycle once, and down a chain of 20,000 without a stack', () => {
    const cycle = load(
      { '.': 'module m\ngo 1.16\nrequire a v1.0.0' },
      { 'a@v1.0.0': 'require b v1.0.0', 'b@v1.0.0': 'require a v1.0.0' },
    );
    expect(lines(cycle)).toHaveLength(4);
    const chain = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, i) => [`x${i}@v1.0.0`, `require x${i + 1} v1.0.0`]),
    );
    expect(load({ '.': 'module m\nrequire x0 v1.0.0' }, chain).buildList.size).toBe(20_002);
  });

  it.each([
    ['1.16', ['m go@1.16']],
    ['1.18', ['m go@1.18', 'm toolchain@none']],
    ['1.21', ['m go@1.21', 'm toolchain@go1.21', 'go@1.21 toolchain@go1.21']],
  ])('selects none of a toolchain line that names no toolchain, go %s', (go, wanted) => {
    expect(lines(load({ '.': `module m\ngo ${go}\ntoolchain default` }, {}))).toEqual(wanted);
  });

  it('lets a toolchain line go when a requirement raises it in an unpruned module', () => {
    const result = load({ '.': 'module m\ngo 1.16\ntoolchain go1.18\nrequire a v1.0.0' }, { 'a@v1.0.0': 'go 1.21' });
    expect(lines(result)).toEqual(['m a@v1.0.0', 'm go@1.21', 'a@v1.0.0 go@1.21', 'go@1.21 toolchain@go1.21']);
  });

  it('says why go would refuse, and loads all the same', () => {
    const work = 'go 1.21\nuse (\n./m\n./n\n)\nreplace m => b v1.0.0';
    const result = load(
      {
        m: 'module m\ngo 1.22.1\nrequire a v1.0.0\nreplace (\nc => ../c\nd => ../d\n)',
        n: 'module n\ngo 1.13\nreplace (\nc => ../m/../c\nd => ./d\n)',
      },
      { 'a@v1.0.0': 'require b v1.0.0', 'b@v1.0.0': '' },
      work,
    );
    expect(result.refused).toEqual([
      'm needs go 1.22.1, but go.work says go 1.21',
      'go.work replaces m, a module of the workspace, at all versions',
      'm and n replace d by different modules: ./d, ./n/d',
    ]);
    expect([...result.buildList.keys()]).toEqual(['m', 'n', 'a', 'b']);
    const twice = load({ m: 'module m', n: 'module m' }, {}, 'use ./m\nuse ./n');
    expect(twice.refused).toEqual(['m stands in the workspace more than once']);
  });

  it('refuses a module whose go.mod is another one’s', () => {
    const mains = [
      readGoMod('module m\nrequire (\na v1.0.0\nb v1.0.0\nc v1.0.0\n)\nreplace (\nb => d v1.0.0\nc => ./c\n)').main,
    ];
    const paths = new Map([
      ['a', 'other'],
      ['d', 'd'],
      ['./c', 'anything'],
    ]);
    const { refused } = loadModuleGraph({ mains, goMod: ({ path }) => ({ path: paths.get(path) ?? '', require: [] }) });
    expect(refused).toEqual(['the go.mod of a@v1.0.0 says it is other, not a']);
    const nameless = loadModuleGraph({ mains, goMod: () => ({ require: [] }) });
    expect(nameless.refused).toContain('the go.mod of d@v1.0.0 has no module line');
  });

  it('takes a member’s line for any version over one before it, but refuses an exact line that says another thing', () => {
    const mains = (first: string, second: string): Record<string, string> => ({
      m: `module m\nrequire a v1.0.0\nreplace ${first}`,
      n: `module n\nreplace ${second}`,
    });
    const others = { 'a@v1.0.0': '', 'b@v1.0.0': 'require c v1.0.0', 'd@v1.0.0': '', 'c@v1.0.0': '' };
    const work = 'go 1.22\nuse (\n./m\n./n\n)';
    const allowed = load(mains('a v1.0.0 => d v1.0.0', 'a => b v1.0.0'), others, work);
    expect(allowed.refused).toEqual([]);
    expect(lines(allowed)).toContain('a@v1.0.0 c@v1.0.0');
    const refused = load(mains('a => b v1.0.0', 'a v1.0.0 => d v1.0.0'), others, work);
    expect(refused.refused).toEqual(['m and n replace a@v1.0.0 by different modules']);
    expect(load(mains('a => d v1.0.0', 'a v1.0.0 => d v1.0.0'), others, work).refused).toEqual([]);
  });
});
