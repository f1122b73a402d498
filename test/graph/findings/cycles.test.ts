/** Rings of versions and of paths, and how they are told. */
import { describe, expect, it } from 'vitest';
import { findCycles } from '../../../graph/findings/index.ts';
import { modelOf } from '../lines.ts';
import { found } from './found.ts';

const ring = (...names: readonly string[]): string =>
  names.map((name, i) => `${name} ${names[(i + 1) % names.length] ?? ''}`).join('\n');
const members = (lines: string): (readonly string[])[] => findCycles(modelOf(lines)).map((one) => one.members);

describe('findings', () => {
  it('a ring of versions is information, and marks them', () => {
    expect(found(modelOf(`m a@v1.0.0\n${ring('a@v1.0.0', 'b@v1.0.0')}`), 'cycle')).toEqual([
      {
        code: 'cycle',
        severity: 'info',
        subject: 'a@v1.0.0',
        evidence: '2 versions require each other in a loop: a@v1.0.0, b@v1.0.0.',
        remedy: 'Module cycles are legal in Go; no action is needed.',
        nodes: [0, 1],
      },
    ]);
  });

  it('a ring of paths says that versions differ', () => {
    expect(found(modelOf('m a@v1.1.0\na@v1.1.0 b@v1.0.0\nb@v1.0.0 a@v1.0.0'), 'cycle')).toMatchObject([
      {
        evidence:
          '2 module paths require each other in a loop, at some point at a version other than the selected one: a@v1.1.0, b@v1.0.0.',
        nodes: [1, 2],
      },
    ]);
  });

  it.each([
    [12, '12 versions require each other in a loop: n00@v1.0.0, .*, n11@v1.0.0.'],
    [13, '13 versions require each other in a loop: n00@v1.0.0, .*, n11@v1.0.0 and 1 more.'],
  ])('of %i members twelve are named', (count, words) => {
    const names = Array.from({ length: count }, (_, i) => `n${String(i).padStart(2, '0')}@v1.0.0`);
    expect(found(modelOf(`m n00@v1.0.0\n${ring(...names)}`), 'cycle')[0]?.evidence).toMatch(new RegExp(`^${words}$`));
  });
});

it('the largest comes first, then by the first member', () => {
  const lines = `m a@v1.0.0\nm c@v1.0.0\nm x@v1.0.0\n${ring('c@v1.0.0', 'd@v1.0.0')}\n${ring('a@v1.0.0', 'b@v1.0.0')}\n${ring('x@v1.0.0', 'y@v1.0.0', 'z@v1.0.0')}`;
  expect(members(lines)).toEqual([
    ['x@v1.0.0', 'y@v1.0.0', 'z@v1.0.0'],
    ['a@v1.0.0', 'b@v1.0.0'],
    ['c@v1.0.0', 'd@v1.0.0'],
  ]);
});

it('members are in the order of text, as names are', () => {
  expect(members(`m a@v1.10.0\n${ring('a@v1.10.0', 'b@v1.0.0', 'a@v1.9.0')}`)[0]).toEqual([
    'a@v1.10.0',
    'a@v1.9.0',
    'b@v1.0.0',
  ]);
});

it('members of a workspace that require each other are a ring', () => {
  expect(members('m n@v0.0.0\nn m@v0.0.0')).toEqual([['m', 'n']]);
});

it('a version that requires itself, and an empty graph, have none', () => {
  expect(members('m a@v1.0.0\na@v1.0.0 a@v1.0.0')).toEqual([]);
  expect(members('')).toEqual([]);
});
