/** The lines of go.mod that hold a module, by example: what pruning hides, and what is not promised. */
import { describe, expect, it } from 'vitest';
import { why } from '../../../graph/explain/why.ts';
import type { Records } from '../../../graph/snapshot/records.ts';
import type { MainModule } from '../../../graph/snapshot/types.ts';
import type { Holding } from '../../../graph/explain/lower.ts';
import { modelOf } from '../lines.ts';

const main = (more: Partial<MainModule>): MainModule => ({
  path: 'm',
  dir: '.',
  go: '1.22',
  require: [],
  replace: [],
  exclude: [],
  retract: [],
  tool: [],
  ignore: [],
  ...more,
});

/** What holds `path` at all. */
const lose = (lines: string, path: string, more: Partial<Records> = {}): Holding | undefined =>
  why(modelOf(lines, more), path).lose;

const ways = (holding: Holding | undefined): string[] => (holding?.lines ?? []).map((line) => line.way.join(' → '));

describe('the lines', () => {
  it('are named as go.mod has them, with the way that each opens', () => {
    const holding = lose('m a@v1.1.0\nm b@v1.0.0\nm c@v1.0.0\nb@v1.0.0 a@v1.0.0', 'a', {
      mains: [
        main({
          require: [
            { path: 'a', version: 'v1.1.0' },
            { path: 'b', version: 'v1.0.0', indirect: true },
            { path: 'c', version: 'v1.0.0' },
          ],
        }),
      ],
    });
    expect(holding).toEqual({
      lines: [
        { main: 'm', path: 'a', version: 'v1.1.0', way: ['m', 'a@v1.1.0'] },
        { main: 'm', path: 'b', version: 'v1.0.0', indirect: true, way: ['m', 'b@v1.0.0', 'a@v1.0.0'] },
      ],
    });
  });

  it('lead by the shortest way, not through another main module', () => {
    expect(
      ways(
        lose('m a@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 d@v1.0.0\na@v1.0.0 d@v1.0.0\nm n@v0.1.0\nn@v0.1.0 d@v1.0.0', 'd'),
      ),
    ).toEqual(['m → a@v1.0.0 → d@v1.0.0', 'm → n@v0.1.0 → d@v1.0.0']);
    const two = 'm a@v1.0.0\na@v1.0.0 n\nn d@v1.0.0';
    expect(ways(lose(two, 'd'))).toEqual(['n → d@v1.0.0']);
  });

  it('never name a go line', () => {
    expect(ways(lose('m a@v1.0.0\nm go@1.22\nm toolchain@go1.22.1\na@v1.0.0 go@1.21', 'a'))).toEqual(['m → a@v1.0.0']);
  });
});

describe('pruning', () => {
  const lines = 'm a@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 c@v1.0.0';
  const goOf = (go: string | undefined) => ({
    listed: [
      { path: 'm', main: true as const },
      { path: 'a', version: 'v1.0.0', ...(go === undefined ? {} : { goVersion: go }) },
      { path: 'b', version: 'v1.0.0' },
      { path: 'c', version: 'v1.0.0' },
    ],
  });

  it('a line on a pruned module opens what that names itself, and nothing below', () => {
    const mains = [main({ require: [{ path: 'a', version: 'v1.0.0' }] })];
    expect(ways(lose(lines, 'b', { mains, ...goOf('1.17') }))).toEqual(['m → a@v1.0.0 → b@v1.0.0']);
    expect(ways(lose(lines, 'c', { mains, ...goOf('1.17') }))).toEqual([]);
  });

  it('below an unpruned module, or one whose go line is not known, everything is opened', () => {
    const mains = [main({ require: [{ path: 'a', version: 'v1.0.0' }] })];
    const whole = ['m → a@v1.0.0 → b@v1.0.0 → c@v1.0.0'];
    expect(ways(lose(lines, 'c', { mains, ...goOf('1.16') }))).toEqual(whole);
    expect(ways(lose(lines, 'c', { mains, ...goOf(undefined) }))).toEqual(whole);
  });

  it('a requirement on a go line shows that a module is pruned', () => {
    const mains = [main({ require: [{ path: 'a', version: 'v1.0.0' }] })];
    expect(ways(lose(`${lines}\na@v1.0.0 go@1.21`, 'c', { mains }))).toEqual([]);
    expect(ways(lose(`${lines}\na@v1.0.0 go@1.21`, 'b', { mains }))).toEqual(['m → a@v1.0.0 → b@v1.0.0']);
  });

  it('an unpruned main module opens everything, whatever its requirements are', () => {
    const whole = ['m → a@v1.0.0 → b@v1.0.0 → c@v1.0.0'];
    const require = [{ path: 'a', version: 'v1.0.0' }];
    expect(ways(lose(lines, 'c', { mains: [main({ go: '1.16', require })], ...goOf('1.17') }))).toEqual(whole);
    const { go: _, ...without } = main({ require });
    expect(ways(lose(lines, 'c', { mains: [without], ...goOf('1.17') }))).toEqual(whole);
  });
});

describe('unproved', () => {
  const lines = 'm a@v1.0.0\nm b@v1.0.0';
  const a = { path: 'a', version: 'v1.0.0' };
  const b = { path: 'b', version: 'v1.0.0' };

  it.each([
    ['nothing, where go.mod has the lines that go printed', main({ require: [a, b] }), undefined],
    ['nothing, where it has a line twice', main({ require: [a, b, a] }), undefined],
    ['not-consistent, where one is missing', main({ require: [a] }), 'not-consistent'],
    [
      'not-consistent, where one is too many',
      main({ require: [a, b, { path: 'c', version: 'v1.0.0' }] }),
      'not-consistent',
    ],
    ['not-consistent, where one asks for less', main({ require: [a, { ...b, version: 'v0.9.0' }] }), 'not-consistent'],
    ['not-consistent, where go.mod has a go line only', main({}), 'not-consistent'],
  ])('%s', (_, declared, unproved) => {
    expect(lose(lines, 'a', { mains: [declared] })?.unproved).toBe(unproved);
  });

  it('does not count a line on an excluded version, which go drops', () => {
    const c = { path: 'c', version: 'v1.0.0' };
    expect(lose(lines, 'a', { mains: [main({ require: [a, b, c], exclude: [c] })] })).not.toHaveProperty('unproved');
    const other = { path: 'c', version: 'v1.1.0' };
    expect(lose(lines, 'a', { mains: [main({ require: [a, b, c], exclude: [other] })] })?.unproved).toBe(
      'not-consistent',
    );
  });

  it('go lines are no requirements of go.mod', () => {
    const holding = lose(`${lines}\nm go@1.22\nm toolchain@go1.22.1`, 'a', { mains: [main({ require: [a, b] })] });
    expect(holding).not.toHaveProperty('unproved');
  });

  it('a workspace, though it uses one module, and several main modules', () => {
    const mains = [main({ require: [a, b] })];
    expect(lose(lines, 'a', { mains, work: { use: ['.'], replace: [] } })?.unproved).toBe('workspace');
    expect(lose(`${lines}\nn a@v1.0.0`, 'a', { mains: [...mains, main({ path: 'n', require: [a] })] })?.unproved).toBe(
      'workspace',
    );
  });

  it('not-declared, where no go.mod was read', () => {
    expect(lose(lines, 'a')?.unproved).toBe('not-declared');
  });
});
