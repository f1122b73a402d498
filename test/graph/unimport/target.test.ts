/** What is meant by a module path, a package path, a pattern. */
import { describe, expect, it } from 'vitest';
import { toFault, type Fault } from '../../../graph/fault.ts';
import type { ModuleVersion } from '../../../graph/snapshot/types.ts';
import { targetOf } from '../../../graph/unimport/target.ts';

const at = (path: string): ModuleVersion => ({ path, version: 'v1.0.0', selected: true });
const selected: readonly ModuleVersion[] = [
  { path: 'ex.com/main', selected: true },
  { path: 'go', version: '1.24', selected: true },
  at('ex.com/x'),
  at('ex.com/x/inner'),
  at('ex.com/x-like'),
  at('ex.com/y'),
];
const imported = ['fmt', 'ex.com/main/a', 'ex.com/x', 'ex.com/x/p', 'ex.com/x/inner/q', 'ex.com/x-like/x', 'go/ast'];

/** Which of these imports go. */
function goes(name: string): string[] {
  return [...imported, 'ex.com/x/inner', 'ex.com/xx', 'ex.com/y/z', 'ex.com/main', 'C', 'unsafe'].filter(
    targetOf(name, selected, imported).holds,
  );
}

describe('a name', () => {
  it.each([
    ['a module, its packages', 'ex.com/x', ['ex.com/x', 'ex.com/x/p'], ['ex.com/x'], 'module'],
    ['a module within another', 'ex.com/x/inner', ['ex.com/x/inner/q', 'ex.com/x/inner'], ['ex.com/x/inner'], 'module'],
    ['a module that nothing imports', 'ex.com/y', ['ex.com/y/z'], ['ex.com/y'], 'module'],
    ['a package', 'ex.com/x/p', ['ex.com/x/p'], ['ex.com/x'], 'package'],
    ['a package of the module within', 'ex.com/x/inner/q', ['ex.com/x/inner/q'], ['ex.com/x/inner'], 'package'],
    [
      'a pattern',
      'ex.com/x/...',
      ['ex.com/x', 'ex.com/x/p', 'ex.com/x/inner/q', 'ex.com/x/inner'],
      ['ex.com/x', 'ex.com/x/inner'],
      'pattern',
    ],
    ['a pattern in the middle', 'ex.com/.../q', ['ex.com/x/inner/q'], ['ex.com/x/inner'], 'pattern'],
    ['a pattern of a beginning', 'ex.com/x-...', ['ex.com/x-like/x'], ['ex.com/x-like'], 'pattern'],
    [
      'everything',
      '...',
      ['ex.com/x', 'ex.com/x/p', 'ex.com/x/inner/q', 'ex.com/x-like/x', 'ex.com/x/inner', 'ex.com/y/z'],
      ['ex.com/x', 'ex.com/x-like', 'ex.com/x/inner', 'ex.com/y'],
      'pattern',
    ],
  ] as const)('is %s', (_, name, expected, modules, kind) => {
    expect(goes(name)).toEqual(expected);
    expect(targetOf(name, selected, imported)).toMatchObject({ name, kind, modules });
  });

  it('takes no package of a main module without a dot in its path for one of the standard library', () => {
    const main = { path: 'main', selected: true } as const;
    expect(() => targetOf('main/a', [main], ['main/a'])).toThrow(/^main\/a is not in the build list/);
  });

  function faultOf(name: string): Fault {
    try {
      targetOf(name, selected, imported);
    } catch (error) {
      return toFault(error);
    }
    throw new Error('nothing was thrown');
  }

  it.each([
    [
      'ex.com/xy',
      'not-found',
      'ex.com/xy is not in the build list, and nothing of the main module imports it.',
      'ex.com/x',
    ],
    ['ex.com/x/pp', 'not-found', 'Nothing of the main module imports ex.com/x/pp.', 'ex.com/x/p'],
    [
      'ex.com/z/...',
      'not-found',
      'No module in the build list and no import of the main module matches ex.com/z/....',
      'ex.com/x',
    ],
    ['fmt', 'not-found', 'fmt is a package of the standard library, which is no dependency.', 'comes with go'],
    [
      'sort',
      'not-found',
      'sort is not in the build list, and nothing of the main module imports it.',
      'no dependencies',
    ],
    [
      'sort/...',
      'not-found',
      'No module in the build list and no import of the main module matches sort/....',
      'no dependencies',
    ],
    [
      'ex.org/q',
      'not-found',
      'ex.org/q is not in the build list, and nothing of the main module imports it.',
      'similar',
    ],
    ['ex.com/main', 'usage', '--unimport ex.com/main: that is a main module.', 'requires'],
    [
      'ex.com/x@v1.0.0',
      'usage',
      '--unimport ex.com/x@v1.0.0: that is no module path, package path or pattern.',
      'version',
    ],
    ['ex.com//x', 'usage', '--unimport ex.com//x: that is no module path, package path or pattern.', 'written'],
    ['', 'usage', '--unimport : that is no module path, package path or pattern.', 'written'],
  ])('%j is none: %s', (name, code, message, hint) => {
    const fault = faultOf(name);
    expect([fault.code, fault.message]).toEqual([code, message]);
    expect(fault.hint).toContain(hint);
  });
});
