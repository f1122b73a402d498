/** The functions, `depth:`, `limit:` and `major:split` on graphs that show what each does. */
import { describe, expect, it } from 'vitest';
import { declaredModel, modelOf } from '../lines.ts';
import { matches } from './matches.ts';

/** m → a → b → c → d, with a short cut m → c; n → z apart from it; e hangs on an older c. */
const model = modelOf(`m a@v1.0.0
m c@v1.1.0
a@v1.0.0 b@v1.0.0
b@v1.0.0 c@v1.0.0
c@v1.1.0 d@v1.0.0
c@v1.0.0 e@v1.0.0
n z@v1.0.0`);

describe('from, to and near', () => {
  it.each([
    ['from(a, 0)', ['a@v1.0.0']],
    ['from(a, 1)', ['a@v1.0.0', 'b@v1.0.0']],
    ['from(a, 2)', ['a@v1.0.0', 'b@v1.0.0', 'c@v1.1.0']],
    ['from(a)', ['a@v1.0.0', 'b@v1.0.0', 'c@v1.1.0', 'd@v1.0.0']],
    ['to(d, 0)', ['d@v1.0.0']],
    ['to(d, 2)', ['b@v1.0.0', 'c@v1.1.0', 'd@v1.0.0', 'm']],
    ['to(d)', ['a@v1.0.0', 'b@v1.0.0', 'c@v1.1.0', 'd@v1.0.0', 'm']],
    ['near(b)', ['a@v1.0.0', 'b@v1.0.0', 'c@v1.1.0']],
    ['near(b, 0)', ['b@v1.0.0']],
    ['near(b, 2)', ['a@v1.0.0', 'b@v1.0.0', 'c@v1.1.0', 'd@v1.0.0', 'm']],
    ['from(nothing-like-it)', []],
  ])('%s', (query, expected) => {
    expect(matches(model, query)).toEqual(expected);
  });

  it('follow the lines of the scope', () => {
    expect(matches(model, 'from(b)', 'all')).toEqual(['b@v1.0.0', 'c@v1.0.0', 'e@v1.0.0']);
    expect(matches(model, 'to(e)', 'all')).toEqual(['a@v1.0.0', 'b@v1.0.0', 'c@v1.0.0', 'e@v1.0.0', 'm']);
    expect(matches(model, 'to(e)')).toEqual(['e@v1.0.0']);
  });
});

describe('arguments', () => {
  const named = modelOf('m x/a@v1.0.0\nm x/a/b@v1.0.0\nx/a@v1.0.0 c@v1.0.0\nx/a/b@v1.0.0 d@v1.0.0');

  it('a whole module path means just that module, in whatever case; a piece means all that hold it', () => {
    expect(matches(named, 'from(x/a)')).toEqual(['c@v1.0.0', 'x/a@v1.0.0']);
    expect(matches(named, 'from(X/A)')).toEqual(['c@v1.0.0', 'x/a@v1.0.0']);
    expect(matches(named, 'from(x)')).toEqual(['c@v1.0.0', 'd@v1.0.0', 'x/a@v1.0.0', 'x/a/b@v1.0.0']);
    expect(matches(named, 'x/a')).toEqual(['x/a@v1.0.0', 'x/a/b@v1.0.0']);
    expect(matches(named, 'X/A@v1.0.0')).toEqual(['x/a@v1.0.0']);
    expect(matches(named, 'x@v1.0.0')).toEqual(['x/a@v1.0.0', 'x/a/b@v1.0.0']);
  });

  it('letters tell two paths apart that differ in them alone', () => {
    const logrus = modelOf(
      'm x/Sirupsen@v1.0.0\nm x/sirupsen@v1.0.0\nx/Sirupsen@v1.0.0 a@v1.0.0\nx/sirupsen@v1.0.0 b@v1.0.0',
    );
    expect(matches(logrus, 'from(x/Sirupsen)')).toEqual(['a@v1.0.0', 'x/Sirupsen@v1.0.0']);
    expect(matches(logrus, 'from(x/sirupsen)')).toEqual(['b@v1.0.0', 'x/sirupsen@v1.0.0']);
    expect(matches(logrus, 'x/sirupsen@v1.0.0')).toEqual(['x/sirupsen@v1.0.0']);
    expect(matches(logrus, 'from(X/SIRUPSEN, 0)')).toEqual(['x/Sirupsen@v1.0.0', 'x/sirupsen@v1.0.0']);
    expect(matches(logrus, 'x/sirupsen')).toEqual(['x/Sirupsen@v1.0.0', 'x/sirupsen@v1.0.0']);
  });

  it('so they do inside of and, or and not', () => {
    expect(matches(named, 'from(x/a | c)')).toEqual(['c@v1.0.0', 'x/a@v1.0.0']);
    expect(matches(named, 'from(x/a & x)')).toEqual(['c@v1.0.0', 'x/a@v1.0.0']);
    expect(matches(named, 'from(x & -x/a)')).toEqual(['d@v1.0.0', 'x/a/b@v1.0.0']);
    expect(matches(named, 'from(to(x/a), 0)')).toEqual(['m', 'x/a@v1.0.0']);
    // Outside of a function a piece stays a piece.
    expect(matches(named, '(x/a | c) -from(d)')).toEqual(['c@v1.0.0', 'x/a@v1.0.0', 'x/a/b@v1.0.0']);
  });
});

it('between a module and itself stands the cycle that it is in', () => {
  const round = modelOf('m a@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 c@v1.0.0\nc@v1.0.0 a@v1.0.0\nc@v1.0.0 d@v1.0.0');
  expect(matches(round, 'between(b, b)')).toEqual(['a@v1.0.0', 'b@v1.0.0', 'c@v1.0.0']);
});

describe('between, shortest and dominated', () => {
  it.each([
    ['between(m, d)', ['a@v1.0.0', 'b@v1.0.0', 'c@v1.1.0', 'd@v1.0.0', 'm']],
    ['between(a, c)', ['a@v1.0.0', 'b@v1.0.0', 'c@v1.1.0']],
    ['between(d, m)', []],
    ['between(a, a)', ['a@v1.0.0']],
    ['shortest(m, d)', ['c@v1.1.0', 'd@v1.0.0', 'm']],
    ['shortest(d, m)', []],
    ['shortest(m, z)', []],
    ['shortest(is:main, z)', ['n', 'z@v1.0.0']],
    ['shortest(is:main, d | z)', ['n', 'z@v1.0.0']],
    ['shortest(m, b | c | d)', ['c@v1.1.0', 'm']],
    ['shortest(m, a | c)', ['a@v1.0.0', 'm']],
    ['dominated(a)', ['a@v1.0.0', 'b@v1.0.0']],
    ['dominated(c)', ['c@v1.1.0', 'd@v1.0.0']],
    ['dominated(m)', ['a@v1.0.0', 'b@v1.0.0', 'c@v1.1.0', 'd@v1.0.0', 'm']],
    ['dominated(is:main)', ['a@v1.0.0', 'b@v1.0.0', 'c@v1.1.0', 'd@v1.0.0', 'm', 'n', 'z@v1.0.0']],
    // Nothing led to it before: nothing is lost with it but itself.
    ['dominated(e)', ['e@v1.0.0']],
  ])('%s', (query, expected) => {
    expect(matches(model, query)).toEqual(expected);
  });

  it('shortest takes the nearest end, and among equals the first', () => {
    const ends = modelOf(
      'm a@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 x/1@v1.0.0\na@v1.0.0 x/3@v1.0.0\na@v1.0.0 x/2@v1.0.0',
    );
    expect(matches(ends, 'shortest(m, x)')).toEqual(['a@v1.0.0', 'm', 'x/2@v1.0.0']);
    expect(matches(ends, 'shortest(is:main, is:main | x)')).toEqual(['m']);
  });
});

describe('along steps', () => {
  /** m → a → b → c; go.mod lists b, c and d, too, and nothing else leads to d. */
  const listed = declaredModel('m a@v1.0.0\nm b@v1.0.0\nm c@v1.0.0\nm d@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 c@v1.0.0', {
    m: `go 1.22\nrequire a v1.0.0\n${['b', 'c', 'd'].map((name) => `require ${name} v1.0.0 // indirect`).join('\n')}`,
  });

  it.each([
    ['near(b, 1)', ['a@v1.0.0', 'b@v1.0.0', 'c@v1.0.0']],
    ['to(c, 1)', ['b@v1.0.0', 'c@v1.0.0']],
    ['to(c)', ['a@v1.0.0', 'b@v1.0.0', 'c@v1.0.0', 'm']],
    ['from(m, 1)', ['a@v1.0.0', 'd@v1.0.0', 'm']],
    ['shortest(is:main, c)', ['a@v1.0.0', 'b@v1.0.0', 'c@v1.0.0', 'm']],
    ['between(m, b)', ['a@v1.0.0', 'b@v1.0.0', 'm']],
    ['between(m, d)', ['d@v1.0.0', 'm']],
    ['depth:1', ['a@v1.0.0', 'd@v1.0.0']],
    ['depth:3', ['c@v1.0.0']],
    ['-is:main limit:2', ['a@v1.0.0', 'd@v1.0.0']],
    ['alone(a)', ['a@v1.0.0', 'b@v1.0.0', 'c@v1.0.0']],
    ['dominated(a)', ['a@v1.0.0']],
    ['alone(d)', ['d@v1.0.0']],
  ])('%s', (query, expected) => {
    expect(matches(listed, query)).toEqual(expected);
  });

  it('shortest takes, among equals, the one whose requirements name what is selected', () => {
    const two = modelOf('m a@v1.0.0\nm b@v1.0.0\na@v1.0.0 x@v1.0.0\nb@v1.0.0 x@v1.1.0');
    expect(matches(two, 'shortest(m, x)')).toEqual(['b@v1.0.0', 'm', 'x@v1.1.0']);
  });
});

describe('depth and limit', () => {
  it.each([
    ['depth:0', ['m', 'n']],
    ['depth:1', ['a@v1.0.0', 'c@v1.1.0', 'z@v1.0.0']],
    ['depth:<2', ['a@v1.0.0', 'c@v1.1.0', 'm', 'n', 'z@v1.0.0']],
    ['depth:>=2', ['b@v1.0.0', 'd@v1.0.0']],
    // e has no way in over selected versions: it is at no depth.
    ['depth:>=0 e', []],
    ['-depth:>=0', ['e@v1.0.0']],
  ])('%s', (query, expected) => {
    expect(matches(model, query)).toEqual(expected);
  });

  it('are counted from the nearest main module, over the lines of the scope', () => {
    expect(matches(model, 'depth:4', 'all')).toEqual(['e@v1.0.0']);
    expect(matches(modelOf('m a@v1.0.0\na@v1.0.0 b@v1.0.0\nn b@v1.0.0'), 'depth:1')).toEqual(['a@v1.0.0', 'b@v1.0.0']);
  });

  it('limit takes the nearest first, then by path, and what has no way in last', () => {
    const taken = [1, 2, 3, 6, 7, 8, 9].map((most) => matches(model, `limit:${most}`).join(' '));
    expect(taken).toEqual([
      'm',
      'm n',
      'a@v1.0.0 m n',
      'a@v1.0.0 b@v1.0.0 c@v1.1.0 m n z@v1.0.0',
      'a@v1.0.0 b@v1.0.0 c@v1.1.0 d@v1.0.0 m n z@v1.0.0',
      'a@v1.0.0 b@v1.0.0 c@v1.1.0 d@v1.0.0 e@v1.0.0 m n z@v1.0.0',
      'a@v1.0.0 b@v1.0.0 c@v1.1.0 d@v1.0.0 e@v1.0.0 m n z@v1.0.0',
    ]);
  });

  it('limit counts what all the other parts left, wherever it stands; the lowest holds', () => {
    const expected = ['a@v1.0.0', 'c@v1.1.0'];
    for (const query of [
      '-is:main limit:2',
      'limit:2 -is:main',
      '-is:main limit:2 limit:5',
      'limit:5 limit:2 -is:main',
    ])
      expect(matches(model, query)).toEqual(expected);
    expect(matches(model, 'limit:1 limit:3')).toEqual(['m']);
    expect(matches(model, '-is:main (limit:2)')).toEqual(expected);
    expect(matches(model, 'd | (e limit:1)')).toEqual(['d@v1.0.0', 'e@v1.0.0']);
    expect(matches(model, 'e | limit:1')).toEqual(['e@v1.0.0', 'm']);
    expect(matches(model, '-limit:7')).toEqual(['e@v1.0.0']);
  });
});

describe('major:split', () => {
  const split = modelOf(`m x/a@v1.0.0
m x/a/v2@v2.1.0
m gopkg.in/y.v1@v1.0.0
m gopkg.in/y.v2@v2.0.0
m x/b/v2@v2.0.0
m x/c@v1.0.0
x/c@v1.0.0 x/c@v0.9.0
x/a/v2@v2.1.0 x/a/v2@v2.0.0
m go@1.22`);

  it('marks modules that are in the build list in two majors, and no others', () => {
    const majors = ['gopkg.in/y.v1@v1.0.0', 'gopkg.in/y.v2@v2.0.0', 'x/a@v1.0.0', 'x/a/v2@v2.1.0'];
    expect(matches(split, 'major:split')).toEqual(majors);
    expect(matches(split, 'major:split', 'all')).toEqual([...majors.slice(0, 3), 'x/a/v2@v2.0.0', 'x/a/v2@v2.1.0']);
  });
});
