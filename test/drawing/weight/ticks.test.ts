import { describe, expect, it } from 'vitest';
import { coreName } from '../../../drawing/weight/core-name.ts';
import { tick, tickPlaces, tickRuns, ticksHeight } from '../../../drawing/weight/ticks.ts';

describe('ticks', () => {
  it('stand by owner, the one of most first, those of one module last, in turn in two shades', () => {
    const names = ['github.com/b/x@v1.0.0', 'k8s.io/api@v1.0.0', 'github.com/a/x@v1.0.0', 'github.com/a/y@v1.0.0'];
    expect(tickRuns([...names, 'k8s.io/utils@v1.0.0', 'k8s.io/klog@v1.0.0', 'example.com/x@v1.0.0'])).toEqual([
      { owner: 'k8s.io', count: 3, shade: 0 },
      { owner: 'github.com/a', count: 2, shade: 1 },
      { owner: '', count: 2, shade: 0 },
    ]);
    expect(tickRuns([])).toEqual([]);
  });

  it('break into lines, one after the other whatever their shade', () => {
    const [one, other] = tickPlaces(
      [
        { owner: 'a', count: 2, shade: 0 },
        { owner: 'b', count: 2, shade: 1 },
      ],
      3,
    );
    expect(one).toEqual([
      [0, 0],
      [tick.pitch, 0],
    ]);
    expect(other).toEqual([
      [2 * tick.pitch, 0],
      [0, tick.line],
    ]);
    expect([0, 3, 4].map((count) => ticksHeight(count, 3))).toEqual([0, tick.height, tick.line + tick.height]);
  });
});

it('names over the columns are short, and the end of a path stays', () => {
  expect(coreName('x/sys')).toBe('x/sys');
  expect(coreName('google.golang.org/protobuf')).toBe('google…/protobuf');
  expect(coreName('one-name-without-any-slash')).toBe('one-name-withou…');
  expect(coreName('a/name-that-is-too-long')).toBe('a/name-that-is-…');
  for (const name of ['google.golang.org/protobuf', 'one-name-without-any-slash', 'a/name-that-is-too-long'])
    expect(coreName(name).length).toBe(16);
});
