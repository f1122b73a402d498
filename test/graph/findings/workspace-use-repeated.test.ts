/** A go.work that names a folder or a module twice. */
import { describe, expect, it } from 'vitest';
import type { MainModule, Problem } from '../../../graph/snapshot/types.ts';
import { modelOf } from '../lines.ts';
import { found, main, type Told } from './found.ts';

const told = (
  use: readonly string[],
  mains: readonly MainModule[] = [main()],
  problems: readonly Problem[] = [],
): Told[] => found(modelOf('m a@v1.0.0', { mains, work: { use, replace: [] }, problems }), 'workspace-use-repeated');

const subjects = (...use: readonly string[]): string[] => told(use).map((one) => one.subject);

it('a folder: `go work use` leaves one line of it', () => {
  expect(told(['./x', './x', './x'])).toEqual([
    {
      code: 'workspace-use-repeated',
      severity: 'error',
      subject: 'x',
      evidence: 'go.work uses the folder x more than once.',
      remedy: 'Keep one of the lines. [go work use ./x]',
      nodes: [],
    },
  ]);
});

it('a module in two folders: the second is dropped', () => {
  expect(told(['./x', './y'], [main({ dir: 'x' }), main({ dir: 'y' })])).toMatchObject([
    {
      subject: 'm',
      evidence: 'go.work uses the module m in more than one folder: x, y.',
      remedy: 'Keep one of the lines. [go work edit -dropuse=./y] [go work edit -dropuse=y]',
    },
  ]);
});

describe('one folder is', () => {
  it.each([
    [['./x', 'x'], 'x'],
    [['./x/', './x'], 'x'],
    [['./a/../x', 'x'], 'x'],
    [['./a/./x', 'a//x'], 'a/x'],
    [['../x', './../x'], '../x'],
    [['../../x', '.././../x'], '../../x'],
    [['.', './'], '.'],
    [['.', './a/..'], '.'],
    [['/x', '/y/../x'], '/x'],
  ])('named twice by %j', (use, subject) => {
    expect(subjects(...use)).toEqual([subject]);
  });

  it.each([[['./x', '../x']], [['x', '/x']], [['../x', '../../x']], [['./x', './x/y']], [['x', 'X']]])(
    'not named twice by %j',
    (use) => {
      expect(subjects(...use)).toEqual([]);
    },
  );
});

it.each([
  ['./x', './x'],
  ['../x', '../x'],
  ['/x', '/x'],
  ['.', '.'],
  ['..', '..'],
  ['...', './...'],
  ['.x/y', './.x/y'],
])('%s is typed as a folder', (use, typed) => {
  expect(told([use, use])[0]?.remedy).toBe(`Keep one of the lines. [go work use ${typed}]`);
});

it('one module that is used in one folder is told by the folder only', () => {
  expect(told(['./x', './x'], [main({ dir: 'x' }), main({ dir: 'x' })]).map((one) => one.subject)).toEqual(['x']);
});

describe('go’s own words', () => {
  const problem: Problem = { code: 'workspace-use-repeated', subject: 'link', text: 'appears\n\tmultiple times' };

  it('stand where ours are missing, as for a link, on one line', () => {
    const [finding] = told(['./x', './link'], [main()], [problem]);
    expect(finding).toMatchObject({ subject: 'link', evidence: 'appears multiple times' });
    expect(finding?.remedy).toContain('[go work use ./link]');
  });

  it('are left out where ours say it, and other problems are none of this', () => {
    expect(told(['./x', './x'], [main()], [problem]).map((one) => one.subject)).toEqual(['x']);
    expect(told(['./x'], [main()], [{ ...problem, code: 'load-error' }])).toEqual([]);
  });
});

it('without a go.work nothing is used twice', () => {
  const mains = [main({ dir: 'x' }), main({ dir: 'y' })];
  expect(found(modelOf('m a@v1.0.0', { mains }), 'workspace-use-repeated')).toEqual([]);
});
