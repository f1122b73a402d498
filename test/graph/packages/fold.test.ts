/** Test variants of packages, folded into the packages that they are of. */
import { describe, expect, it } from 'vitest';
import { foldPackages } from '../../../graph/packages/fold.ts';
import type { ListedPackage } from '../../../graph/packages/listed.ts';
import type { Package } from '../../../graph/snapshot/types.ts';

const m = { path: 'm' };
const a1 = { path: 'a', version: 'v1.0.0' };

function entry(path: string, more: Partial<ListedPackage> = {}): ListedPackage {
  return { path, imports: [], testImports: [], ...more };
}

/** A package that no pattern matches: something imports it. */
const dep = (path: string, more: Partial<ListedPackage> = {}): ListedPackage =>
  entry(path, { depOnly: true, module: a1, ...more });

const fold = (...entries: readonly ListedPackage[]): Package[] => foldPackages(entries, (text) => `<${text}>`);
const one = (path: string, packages: readonly Package[]): Package | undefined =>
  packages.find((each) => each.path === path);

it('what is listed stands sorted, with its module, its imports, and what it is', () => {
  expect(
    fold(
      entry('m', { module: m, imports: ['z/p', 'C', 'fmt', 'a/p'], testImports: ['testing', 'a/p', 'b/p', 'm'] }),
      dep('fmt', { standard: true, imports: ['io'] }),
      dep('a/p', { imports: [] }),
      dep('a/P', { imports: ['fmt'] }),
    ),
  ).toStrictEqual([
    { path: 'a/P', module: 'a@v1.0.0', test: true, imports: ['fmt'] },
    { path: 'a/p', module: 'a@v1.0.0' },
    { path: 'fmt', module: 'a@v1.0.0', standard: true },
    {
      path: 'm',
      module: 'm',
      root: true,
      imports: ['C', 'a/p', 'fmt', 'z/p'],
      // Without what it imports itself, and without itself.
      testImports: ['b/p', 'testing'],
    },
  ]);
});

describe('a root', () => {
  it('is what a pattern of the command matches', () => {
    expect(one('m', fold(entry('m')))).toStrictEqual({ path: 'm', root: true });
  });

  it('is nothing that is only imported, no variant, and nothing of the standard library', () => {
    expect(fold(dep('a/p'))[0]).not.toHaveProperty('root');
    expect(fold(entry('m/p [m.test]', { forTest: 'm' }))[0]).not.toHaveProperty('root');
    expect(one('fmt', fold(entry('m', { imports: ['fmt'] }), entry('fmt', { standard: true })))).not.toHaveProperty(
      'root',
    );
  });

  it('only of a root does it say what tests import: others’ tests are not run', () => {
    expect(fold(dep('a/p', { testImports: ['testing'] }))[0]).not.toHaveProperty('testImports');
  });
});

describe('test: only tests lead to it', () => {
  const listed = fold(
    entry('m', { imports: ['a/p'], testImports: ['a/t'] }),
    entry('m/q', { imports: ['a/q'] }),
    dep('a/p', { imports: ['a/deep'] }),
    dep('a/deep', { imports: ['a/p'] }),
    dep('a/q'),
    dep('a/t', { imports: ['a/t2', 'a/deep'] }),
    dep('a/t2'),
  );

  it('and no import of any root, however far', () => {
    expect(listed.filter((each) => each.test === true).map((each) => each.path)).toEqual(['a/t', 'a/t2']);
  });
});

describe('a variant', () => {
  it('compiled anew for a test is the package itself, and what it imports is without brackets', () => {
    expect(
      fold(
        entry('m', { imports: ['m/p'], testImports: ['a/t'] }),
        entry('m/p'),
        dep('a/t [m.test]', { forTest: 'm', imports: ['m [m.test]', 'fmt'] }),
      ),
    ).toContainEqual({ path: 'a/t', module: 'a@v1.0.0', test: true, imports: ['fmt', 'm'] });
  });

  it('of a package for its own tests adds no imports: they are those of the tests', () => {
    const listed = fold(
      entry('m', { imports: ['a/p'], testImports: ['a/t'] }),
      entry('m [m.test]', { forTest: 'm', imports: ['a/p', 'a/t'], testImports: ['a/t'] }),
    );
    expect(listed).toStrictEqual([{ path: 'm', root: true, imports: ['a/p'], testImports: ['a/t'] }]);
  });

  it('of both kinds come together in one package, whichever is listed first', () => {
    const plain = dep('a/p', { imports: ['a/q'] });
    const variant = dep('a/p [m.test]', { forTest: 'm', imports: ['a/r [m.test]', 'a/q'] });
    for (const entries of [
      [plain, variant],
      [variant, plain],
    ])
      expect(one('a/p', fold(...entries))?.imports).toEqual(['a/q', 'a/r']);
  });
});

it('a folder with brackets in its name is itself: go lists it as it is', () => {
  expect(fold(dep('a/p [old]'), dep('a/q [x] [m.test]', { forTest: 'm' })).map((each) => each.path)).toEqual([
    'a/p [old]',
    'a/q [x]',
  ]);
});

it('an external test is no package, nor is the program that go writes to run tests', () => {
  expect(
    fold(
      entry('m'),
      entry('m_test [m.test]', { forTest: 'm', imports: ['m [m.test]', 'a/t'] }),
      entry('m.test', { imports: ['m [m.test]', 'testing/internal/testdeps'] }),
    ),
  ).toStrictEqual([{ path: 'm', root: true }]);
});

it('a package whose name ends in _test is one, where it is not the test of another', () => {
  expect(fold(entry('m_test')).map((each) => each.path)).toEqual(['m_test']);
  expect(fold(dep('x_test [m.test]', { forTest: 'm' })).map((each) => each.path)).toEqual(['x_test']);
});

describe('an error', () => {
  const error = (text: string) => ({ error: { text, importStack: [] } });

  it('is told in the words that name no machine, the first one of a package', () => {
    expect(fold(dep('a/p', error('one')), dep('a/p [m.test]', { forTest: 'm', ...error('two') }))[0]?.error).toBe(
      '<one>',
    );
  });

  it('is told of a variant, too; a package without one has none', () => {
    expect(fold(dep('a/p'), dep('a/p [m.test]', { forTest: 'm', ...error('two') }))[0]?.error).toBe('<two>');
    expect(fold(dep('a/p'))[0]).not.toHaveProperty('error');
  });
});

it('nothing listed is no package', () => {
  expect(fold()).toEqual([]);
});

it('a space in the name of a folder begins no variant', () => {
  const packages = fold(entry('m/a b', { module: m }), entry('m/a b [m/a b.test]', { forTest: 'm/a b', module: m }));
  expect(packages.map((each) => each.path)).toEqual(['m/a b']);
});

it('of the standard library stays what others import, and not what it imports itself', () => {
  const packages = fold(
    entry('m', { module: m, imports: ['fmt'], testImports: ['testing', 'reflect'] }),
    dep('a/p', { imports: ['os'] }),
    ...['fmt', 'reflect', 'testing', 'internal/abi', 'os'].map((path) =>
      entry(path, { standard: true, depOnly: true, imports: ['internal/abi', 'reflect'] }),
    ),
  );
  expect(packages.filter((each) => each.standard === true)).toEqual([
    { path: 'fmt', standard: true },
    { path: 'os', standard: true, test: true },
    // fmt of this go may import it, that of another may not.
    { path: 'reflect', standard: true, test: true },
    { path: 'testing', standard: true, test: true },
  ]);
});
