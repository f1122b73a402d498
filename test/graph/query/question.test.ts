/** What a query asks about: its kind of question, and the modules that are asked for. */
import { describe, expect, it } from 'vitest';
import { nodeName } from '../../../graph/model/module-graph.ts';
import { questionOf } from '../../../graph/query/index.ts';
import { modelOf } from '../lines.ts';

const model = modelOf('m a@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 c@v1.0.0');
const ask = (query: string): ReturnType<typeof questionOf> => questionOf(model, 'selected', query);
const named = (match: Uint8Array = new Uint8Array()): string[] =>
  [...match.keys()].filter((node) => match[node] === 1).map((node) => nodeName(model.graph, node));

describe('the kind of a question', () => {
  it.each(['', 'a', 'is:direct -a', '-to(b)', 'is:direct -(from(a) | to(b))', 'depth:2', 'limit:3'])(
    '%j is none',
    (query) => {
      expect(ask(query)).toBeUndefined();
    },
  );

  it.each([
    ['to(b)', 'up'],
    ['to(b, 1)', 'up'],
    ['from(b)', 'down'],
    ['alone(b)', 'down'],
    ['dominated(b)', 'down'],
    ['near(b)', 'both'],
    ['from(b) | to(b)', 'both'],
    ['to(b) | from(b)', 'both'],
    ['between(a, b)', 'across'],
    ['shortest(a, b)', 'across'],
    ['between(a, b) | between(b, a)', 'across'],
    // A filter beside it leaves it what it is.
    ['to(b) is:indirect', 'up'],
    ['is:indirect to(b) -from(c)', 'up'],
    ['(from(b) | to(b)) is:selected', 'both'],
    // Several at once have no order in common.
    ['from(a) | to(b)', 'open'],
    ['from(a) to(b)', 'open'],
    ['to(b) | c', 'open'],
    ['between(a, b) | between(a, c)', 'open'],
    ['from(a) | from(a)', 'open'],
    // From a module back to itself: its cycle.
    ['between(a, a)', 'open'],
    ['shortest(a, a)', 'open'],
  ])('%s: %s', (query, way) => {
    expect(ask(query)?.way).toBe(way);
  });
});

describe('what is asked for', () => {
  it.each([
    ['to(b)', ['b@v1.0.0']],
    ['near(a | c)', ['a@v1.0.0', 'c@v1.0.0']],
    ['between(is:main, c)', ['c@v1.0.0', 'm']],
    ['from(a) | to(b)', ['a@v1.0.0', 'b@v1.0.0']],
    ['from(to(a))', ['a@v1.0.0', 'm']],
    ['to(c) -to(a)', ['c@v1.0.0']],
    ['to(nothing-like-it)', []],
  ])('%s', (query, expected) => {
    expect(named(ask(query)?.asked)).toEqual(expected);
  });

  it('of a path, its beginning and its end by themselves', () => {
    const { from, to } = ask('between(is:main | a, c)')!;
    expect([named(from), named(to)]).toEqual([['a@v1.0.0', 'm'], ['c@v1.0.0']]);
    expect(ask('to(c)')).not.toHaveProperty('from');
  });

  it('is a whole module where a whole path is named, as the functions take it', () => {
    const near = modelOf('m x/a@v1.0.0\nm x/a/b@v1.0.0');
    const asked = questionOf(near, 'selected', 'to(x/a)')!.asked;
    expect([...asked].filter((one) => one === 1)).toHaveLength(1);
  });
});
