/** Which requirements are implied, by example; components.test.ts holds the rule on any graph. */
import { describe, expect, it } from 'vitest';
import { components } from '../../../graph/walk/components.ts';
import { impliedRequirements } from '../../../graph/walk/reduce.ts';
import { graphOf } from './graphs.ts';

/** The implied ones among pairs that are sorted by their start. */
function implied(size: number, pairs: [number, number][]): [number, number][] {
  const marks = impliedRequirements(graphOf(size, pairs));
  expect(marks).toHaveLength(pairs.length);
  return pairs.filter((_, i) => marks[i] === 1);
}

describe('impliedRequirements', () => {
  it('has none in a graph without any', () => {
    expect(implied(0, [])).toEqual([]);
    expect(implied(3, [])).toEqual([]);
    expect(implied(1, [[0, 0]])).toEqual([]);
  });

  it('marks a short cut, however long the way beside it', () => {
    const pairs: [number, number][] = [
      [0, 1],
      [0, 4],
      [1, 2],
      [2, 3],
      [3, 4],
    ];
    expect(implied(5, pairs)).toEqual([[0, 4]]);
  });

  it('marks parallel ones alike', () => {
    const cut: [number, number][] = [
      [0, 1],
      [0, 2],
      [0, 2],
      [1, 2],
    ];
    expect(implied(3, cut)).toEqual([
      [0, 2],
      [0, 2],
    ]);
    expect(
      implied(2, [
        [0, 1],
        [0, 1],
      ]),
    ).toEqual([]);
  });

  it('never marks one inside of a cycle, nor parallel ones between two', () => {
    // 0 and 1 require each other, as do 2 and 3; all of the first require all of the second.
    const pairs: [number, number][] = [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 0],
      [1, 2],
      [1, 3],
      [2, 3],
      [3, 2],
    ];
    expect(implied(4, pairs)).toEqual([]);
  });

  it('sees a way through a whole cycle', () => {
    const pairs: [number, number][] = [
      [0, 1],
      [0, 3],
      [1, 2],
      [2, 1],
      [2, 3],
    ];
    expect(implied(4, pairs)).toEqual([[0, 3]]);
  });

  it('works where ways cross the borders of words: 100 in a row, each a short cut to all after it', () => {
    const pairs: [number, number][] = [];
    for (let a = 0; a < 100; a++) for (let b = a + 1; b < 100; b++) pairs.push([a, b]);
    expect(implied(100, pairs)).toEqual(pairs.filter(([a, b]) => b > a + 1));
  });

  it('takes components that are known already', () => {
    const graph = graphOf(3, [
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expect([...impliedRequirements(graph, components(graph))]).toEqual([...impliedRequirements(graph)]);
  });
});
