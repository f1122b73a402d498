/** Findings that packages tell: ambiguous and cyclic imports, what is not tidy, what nothing imports. */
import { describe, expect, it } from 'vitest';
import type { FindingCode } from '../../../graph/findings/types.ts';
import type { Package, Packages, UntidyLine } from '../../../graph/snapshot/types.ts';
import type { Records } from '../../../graph/snapshot/records.ts';
import { found, main, modelWith, packagesOf, type Told } from './found.ts';

const lines = 'm a@v1.0.0\nm b@v1.0.0\na@v1.0.0 c@v1.1.0\nb@v1.0.0 c@v1.0.0\nm go@1.22';
const root: Package = { path: 'm', module: 'm', root: true };

function told(
  code: FindingCode,
  packages: readonly Package[],
  more: Partial<Packages> = {},
  records: Partial<Records> = {},
): Told[] {
  return found(modelWith(lines, { records, snapshot: { packages: packagesOf(packages, more) } }), code);
}

describe('ambiguous-import', () => {
  const error = (...modules: readonly string[]): string =>
    `m.go:3:8: ambiguous import: found package x/p in multiple modules:\n${modules.map((one) => `\t${one} (/there/${one})`).join('\n')}`;

  it('names and marks the modules among which go does not choose', () => {
    expect(told('ambiguous-import', [root, { path: 'x/p', error: error('a v1.0.0', 'c v1.1.0') }])).toEqual([
      {
        code: 'ambiguous-import',
        severity: 'error',
        subject: 'x/p',
        evidence: 'More than one module provides it, and go does not choose: a@v1.0.0, c@v1.1.0.',
        remedy:
          'One of these modules must go, or be raised to a version that no longer holds the package: often it moved into a module of its own, and a newer version of the outer module is without it.',
        nodes: [0, 3],
      },
    ]);
  });

  it('marks only what is selected, and other errors are none of it', () => {
    expect(told('ambiguous-import', [{ path: 'x/p', error: error('c v1.0.0', 'b v1.0.0') }])[0]?.nodes).toEqual([1]);
    expect(told('ambiguous-import', [root, { path: 'x/q', error: 'no required module provides package x/q' }])).toEqual(
      [],
    );
  });
});

describe('import-cycle', () => {
  it('names the packages, and marks the modules that they are in', () => {
    const ring: Package[] = [
      { ...root, imports: ['a/p'] },
      { path: 'a/p', module: 'a@v1.0.0', imports: ['c/p'] },
      { path: 'c/p', module: 'c@v1.1.0', imports: ['a/p', 'unsafe'] },
      { path: 'unsafe', standard: true },
    ];
    expect(told('import-cycle', ring)).toEqual([
      {
        code: 'import-cycle',
        severity: 'error',
        subject: 'a/p',
        evidence: 'These import each other, which go refuses (import cycle not allowed): a/p, c/p.',
        remedy: 'Move what they share into a package of its own that none of them needs to import back.',
        nodes: [0, 3],
      },
    ]);
  });

  it('a package that imports itself is one, in the main module too', () => {
    expect(told('import-cycle', [{ ...root, imports: ['m'] }])).toMatchObject([{ subject: 'm', nodes: [5] }]);
  });

  it('a package without a module marks none', () => {
    expect(told('import-cycle', [{ path: 'lost', imports: ['lost'] }])).toMatchObject([{ nodes: [] }]);
  });
});

describe('not-tidy', () => {
  const line = (more: Partial<UntidyLine>): UntidyLine => ({ main: 'm', path: 'a', ...more });
  const untidy = (more: Partial<UntidyLine>, records: Partial<Records> = { mains: [main()] }): Told | undefined =>
    told('not-tidy', [root], { tidy: [line(more)] }, records)[0];

  it('a line that nothing needs warns, and marks the module', () => {
    expect(untidy({ is: 'v1.0.0' })).toEqual({
      code: 'not-tidy',
      severity: 'warn',
      subject: 'a',
      evidence: 'The go.mod of m requires a v1.0.0, and nothing needs it.',
      remedy: 'go.mod is not tidy: its lines have to change. [go mod tidy]',
      nodes: [0],
    });
  });

  it('a line that lacks, and one that go would write otherwise', () => {
    expect(untidy({ becomes: 'v1.0.0 // indirect' })?.evidence).toBe(
      'The go.mod of m lacks a line that go wants: a v1.0.0 // indirect.',
    );
    expect(untidy({ is: 'v1.0.0', becomes: 'v1.0.0 // indirect' })?.evidence).toBe(
      'The go.mod of m says a v1.0.0; go would write v1.0.0 // indirect.',
    );
  });

  it('what is not in the graph yet marks nothing', () => {
    expect(untidy({ path: 'new', becomes: 'v1.0.0' })?.nodes).toEqual([]);
  });

  it('of a member of a workspace is mended in its folder', () => {
    const mains = [main({ dir: 'x' }), main({ path: 'n', dir: 'sub/n' })];
    const work = { use: ['./x', './sub/n'], replace: [] };
    expect(untidy({ main: 'n', is: 'v1.0.0' }, { mains, work })?.remedy).toContain('[go -C sub/n mod tidy]');
    expect(untidy({ main: 'gone', is: 'v1.0.0' }, { mains, work })?.remedy).toContain('[go mod tidy]');
  });

  it('a tidy go.mod, and one that could not be asked for, have none', () => {
    expect(told('not-tidy', [root], { tidy: [] })).toEqual([]);
    expect(told('not-tidy', [root])).toEqual([]);
    expect(found(modelWith(lines, {}), 'not-tidy')).toEqual([]);
  });
});

describe('listed-not-imported', () => {
  const built: Package = { path: 'a/p', module: 'a@v1.0.0' };

  it('of what others require there is nothing to do, of a main module’s own line there is', () => {
    expect(told('listed-not-imported', [root])).toEqual([
      {
        code: 'listed-not-imported',
        severity: 'info',
        subject: 'a@v1.0.0',
        evidence: 'In the build list, but no package of it is imported, on linux/amd64 or another platform.',
        remedy: 'A main module requires it, but nothing uses it: the line can be removed. [go mod tidy]',
        nodes: [0],
      },
      expect.objectContaining({ subject: 'b@v1.0.0', nodes: [1] }),
      expect.objectContaining({
        subject: 'c@v1.1.0',
        remedy: 'Nothing to do: go.mod files require it, and nothing of it is built.',
        nodes: [3],
      }),
    ]);
  });

  it('what is built, tested, or used on another platform is imported', () => {
    const elsewhere = [
      { module: 'c@v1.1.0', imports: 'c/p', package: 'm', file: 'm_windows.go', constraint: '_windows' },
    ];
    expect(
      told('listed-not-imported', [root, built, { path: 'b/p', module: 'b@v1.0.0', test: true }], { elsewhere }),
    ).toEqual([]);
  });

  it('nothing is said where packages were not asked for', () => {
    expect(found(modelWith(lines, {}), 'listed-not-imported')).toEqual([]);
  });
});
