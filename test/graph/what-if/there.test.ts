/** A replacement or exclusion of what is nowhere is most likely mistyped. */
import { expect, it } from 'vitest';
import type { Edit } from '../../../graph/what-if/edits.ts';
import { checkThere } from '../../../graph/what-if/there.ts';
import { thrown } from '../../parsers/thrown.ts';

const before = ['m', 'x.org/lib@v1.0.0', 'x.org/lib@v1.1.0'];
const after = ['m', 'x.org/lib@v1.2.0', 'y@v1.0.0'];
const exclude = (path: string, version: string): Edit => ({ kind: 'exclude', path, version });
const replace = (path: string, version?: string): Edit => ({
  kind: 'replace',
  old: version === undefined ? { path } : { path, version },
  new: { path: './x' },
});
const check = (...edits: readonly Edit[]) => {
  checkThere(edits, before, after);
};

it.each([
  [exclude('x.org/lib', 'v1.0.0')],
  [exclude('x.org/lib', 'v1.2.0')],
  [replace('x.org/lib', 'v1.1.0')],
  [replace('y')],
])('%o names what one of the graphs holds', (edit) => {
  expect(() => {
    check(edit);
  }).not.toThrow();
});

it('a path that is nowhere is answered with the nearest ones', () => {
  const fault = thrown(() => {
    check(replace('x.org/lab'));
  });
  expect([fault.code, fault.message, fault.hint]).toEqual([
    'not-found',
    '--replace x.org/lab=./x: x.org/lab is not in the module graph.',
    'Did you mean x.org/lib?',
  ]);
  expect(
    thrown(() => {
      checkThere([replace('x.org/lab')], ['x.org/lib@v1.0.0', 'x.org/lob@v1.0.0']);
    }).hint,
  ).toBe('Did you mean x.org/lib, x.org/lob?');
  expect(
    thrown(() => {
      check(exclude('quite/elsewhere', 'v1.0.0'));
    }).hint,
  ).toBe('Nothing in it has a similar name.');
});

it('a version that is nowhere is answered with those that are there', () => {
  const fault = thrown(() => {
    check(replace('x.org/lib', 'v1.5.0'));
  });
  expect([fault.code, fault.message, fault.hint]).toEqual([
    'not-found',
    '--replace x.org/lib@v1.5.0=./x: x.org/lib is in the graph, but not at v1.5.0.',
    'It is there at v1.2.0, v1.1.0, v1.0.0.',
  ]);
});

it('an excluded version need not be there: a sentence says so, and none does of one that is', () => {
  const said = checkThere([exclude('x.org/lib', 'v1.5.0'), exclude('x.org/lib', 'v1.1.0')], before, after);
  expect(said).toEqual([
    '--exclude x.org/lib@v1.5.0: x.org/lib is in the graph, but not at v1.5.0 (it is there at v1.2.0, v1.1.0, v1.0.0): the line only keeps go from choosing that version later.',
  ]);
});

it('of many versions twelve are named', () => {
  const names = Array.from({ length: 14 }, (_, i) => `a@v1.${i}.0`);
  const { hint = '' } = thrown(() => {
    checkThere([replace('a', 'v2.0.0')], names);
  });
  expect(hint).toMatch(/^It is there at v1\.13\.0, .*, v1\.2\.0\.$/);
});

it('what another edit sets is there: the path, and that version', () => {
  const set: Edit = { kind: 'require', path: 'new', version: 'v1.0.0' };
  expect(() => {
    check(replace('new'), exclude('new', 'v1.0.0'), set);
  }).not.toThrow();
  expect(
    thrown(() => {
      check(replace('new', 'v1.1.0'), set);
    }).hint,
  ).toBe('It is there at v1.0.0.');
});

it('other edits need nothing to be there', () => {
  expect(() => {
    check(
      { kind: 'drop', path: 'gone' },
      { kind: 'require', path: 'gone', version: 'v1.0.0' },
      { kind: 'go', version: '1.22' },
    );
  }).not.toThrow();
});
