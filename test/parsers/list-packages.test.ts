import { describe, expect, it } from 'vitest';
import type { ListedPackage } from '../../graph/packages/listed.ts';
import { ListPackagesParser } from '../../parsers/list-packages.ts';
import { thrown } from './thrown.ts';

function read(...values: readonly unknown[]): ListedPackage[] {
  const parser = new ListPackagesParser();
  parser.push(Buffer.from(values.map((value) => JSON.stringify(value, undefined, '\t')).join('\n')));
  return parser.end();
}

describe('go list -deps -test -json', () => {
  it('keeps of a package what folding needs', () => {
    const text = {
      ImportPath: 'example.com/a [example.com/m.test]',
      Dir: '/src/a',
      Name: 'a',
      DepOnly: true,
      ForTest: 'example.com/m',
      Module: { Path: 'example.com/a', Version: 'v1.0.0', Replace: { Path: '../a' }, Later: 1 },
      Imports: ['fmt'],
      TestImports: ['t'],
      XTestImports: ['x'],
      Later: {},
    };
    expect(read(text, { ImportPath: 'fmt', Standard: true })).toEqual([
      {
        path: 'example.com/a [example.com/m.test]',
        dir: '/src/a',
        depOnly: true,
        forTest: 'example.com/m',
        module: { path: 'example.com/a', version: 'v1.0.0' },
        imports: ['fmt'],
        testImports: ['t', 'x'],
      },
      { path: 'fmt', standard: true, imports: [], testImports: [] },
    ]);
  });

  it('a main module has no version, whatever go derives from its tags', () => {
    const [one] = read({ ImportPath: 'm', Module: { Path: 'm', Version: 'v0.0.1-0.2+dirty', Main: true } });
    expect(one?.module).toEqual({ path: 'm' });
  });

  it.each([
    ['place and words', { Pos: 'a/a.go:2:8', Err: 'no such thing' }, 'a/a.go:2:8: no such thing'],
    ['words with the place', { Pos: 'a.go:2:8', Err: 'a.go:2:8: no such thing' }, 'a.go:2:8: no such thing'],
    ['words alone', { ImportStack: null, Err: 'no such thing' }, 'no such thing'],
  ])('an error: %s', (_, error, text) => {
    expect(read({ ImportPath: 'm', Error: error })[0]?.error).toEqual({ text, importStack: [] });
    expect(read({ ImportPath: 'm', Error: { ...error, ImportStack: ['m', 'n'] } })[0]?.error?.importStack).toEqual([
      'm',
      'n',
    ]);
  });

  it('is read in pieces, and counted', () => {
    const counts: number[] = [];
    const parser = new ListPackagesParser(undefined, (count) => counts.push(count));
    const bytes = Buffer.from('{"ImportPath": "ä}"}\n{"ImportPath": "b"}');
    for (const byte of bytes) parser.push(Uint8Array.of(byte));
    expect(parser.end().map((one) => one.path)).toEqual(['ä}', 'b']);
    expect(counts).toEqual([1, 2]);
  });

  it.each([
    ['no path', [{ ImportPath: 'a' }, { Dir: '/x' }], 'package 2, after a: ImportPath'],
    ['an empty one', [{ ImportPath: '' }], 'package 1: ImportPath'],
    ['imports that are none', [{ ImportPath: 'a', Imports: 'fmt' }], 'package 1: Imports'],
    ['a list', [[]], 'package 1'],
  ])('%s is told by its place', (_, values, text) => {
    const fault = thrown(() => read(...values));
    expect([fault.code, fault.message]).toEqual(['go-output-invalid', expect.stringContaining(text)]);
  });

  it('one that is cut off is no list', () => {
    const parser = new ListPackagesParser({ name: 'packages.json', code: 'bad-input' });
    parser.push(Buffer.from('{"ImportPath": "a"'));
    expect(thrown(() => parser.end()).code).toBe('bad-input');
  });
});
