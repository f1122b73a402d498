/** What stays in the build list for versions that lost. */
import { expect, it } from 'vitest';
import { modelOf } from '../lines.ts';
import { found } from './found.ts';

const told = (...lines: readonly string[]): string[] =>
  found(modelOf(lines.join('\n')), 'kept-by-superseded').map((one) => one.evidence);

it('is information, and marks the module', () => {
  expect(found(modelOf('m x@v1.0.0\nm a@v1.1.0\nx@v1.0.0 a@v1.0.0\na@v1.0.0 c@v1.0.0'), 'kept-by-superseded')).toEqual([
    {
      code: 'kept-by-superseded',
      severity: 'info',
      subject: 'c@v1.0.0',
      evidence: 'No selected version requires c@v1.0.0: a@v1.0.0 requires it, but lost to a higher version.',
      remedy: 'No action is needed: go counts what superseded versions require, too. [modscope why c]',
      nodes: [2],
    },
  ]);
});

it.each([
  [2, 'p0@v1.0.0 and p1@v1.0.0 require it, but lost to higher versions.'],
  [3, 'p0@v1.0.0, p1@v1.0.0 and p2@v1.0.0 require it, but lost to higher versions.'],
  [4, 'p0@v1.0.0, p1@v1.0.0, p2@v1.0.0 and 1 more require it, but lost to higher versions.'],
])('names three of %i that lost', (count, words) => {
  const lines = Array.from({ length: count }, (_, i) => [
    `m p${i}@v1.1.0`,
    `x@v1.0.0 p${i}@v1.0.0`,
    `p${i}@v1.0.0 z@v1.0.0`,
  ]);
  expect(told('m x@v1.0.0', ...lines.flat())).toEqual([`No selected version requires z@v1.0.0: ${words}`]);
});

it('counts who asks for a lower version of it, and not a version of itself', () => {
  expect(told('m x@v1.0.0', 'm a@v1.1.0', 'x@v1.0.0 a@v1.0.0', 'a@v1.0.0 c@v1.0.0', 'c@v1.0.0 c@v1.2.0')).toEqual([
    'No selected version requires c@v1.2.0: a@v1.0.0 requires it, but lost to a higher version.',
  ]);
});

it('a module of the graph that nothing requires, as in a cut recording, is told as it is', () => {
  expect(told('m a@v1.0.0', 'c@v1.0.0 a@v1.0.0')).toEqual(['Nothing in the graph requires c@v1.0.0.']);
});

it('a ring that is kept so names the others of the ring, and not itself', () => {
  expect(
    told(
      'm x@v1.0.0',
      'm a@v1.1.0',
      'x@v1.0.0 a@v1.0.0',
      'a@v1.0.0 c@v1.0.0',
      'c@v1.0.0 d@v1.0.0',
      'd@v1.0.0 c@v1.0.0',
    ),
  ).toEqual([
    'c@v1.0.0 cannot be reached over selected versions: d@v1.0.0 requires it and is itself kept by superseded versions.',
    'd@v1.0.0 cannot be reached over selected versions: c@v1.0.0 requires it and is itself kept by superseded versions.',
  ]);
});

it('what any member of a workspace leads to is not kept so', () => {
  expect(told('m a@v1.0.0', 'n b@v1.0.0', 'b@v1.0.0 c@v1.0.0')).toEqual([]);
});
