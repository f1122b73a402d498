/** What a query that cannot be read is answered with: where, what was expected, and the nearest word. */
import { describe, expect, it } from 'vitest';
import { QueryFault } from '../../../graph/query/fault.ts';
import { parseQuery } from '../../../graph/query/parser.ts';
import { stateWords } from '../../../graph/query/words.ts';

function faultOf(query: string): QueryFault {
  try {
    parseQuery(query);
  } catch (error) {
    if (error instanceof QueryFault) return error;
    throw error;
  }
  throw new Error(`${query} was read`);
}

const term = 'A module path, a word such as `is:direct`, or `(` was expected';

describe('the message', () => {
  it.each([
    ['is:', 'A word was expected after `is:` (column 4)'],
    ['yaml is:nonsenseword', 'There is no `is:nonsenseword` (column 9)'],
    ['form(x)', 'There is no function `form` (column 1)'],
    ['from(x', '`)` for the bracket in column 5 was expected, not the end (column 7)'],
    ['a (b | c', '`)` for the bracket in column 3 was expected, not the end (column 9)'],
    ['(a, b)', '`)` for the bracket in column 1 was expected, not `,` (column 3)'],
    ['from(a, 2, 3)', '`)` for the bracket in column 5 was expected, not `,` (column 10)'],
    ['from(x, y)', 'A number of steps was expected, not `y` (column 9)'],
    ['from(x, 1000000)', 'A number of steps was expected, not `1000000` (column 9)'],
    ['from(x, 2y)', 'A number of steps was expected, not `2y` (column 9)'],
    ['from(x, y2)', 'A number of steps was expected, not `y2` (column 9)'],
    ['from(x, (2))', 'A number of steps was expected, not `(` (column 9)'],
    ['from(x,)', 'A number of steps was expected, not `)` (column 8)'],
    ['dominated(a, b)', '`dominated` takes one query, not 2 (column 1)'],
    ['between(x)', '`between` takes two queries, not 1 (column 1)'],
    ['a shortest(a, b, c)', '`shortest` takes two queries, not 3 (column 3)'],
    ['a )', 'Nothing was expected before `)` (column 3)'],
    ['a, b', 'Nothing was expected before `,` (column 2)'],
    ['a |', `${term}, not the end (column 4)`],
    ['| a', `${term}, not \`|\` (column 1)`],
    ['a & & b', `${term}, not \`&\` (column 5)`],
    ['()', `${term}, not \`)\` (column 2)`],
    ['-', `${term}, not the end (column 2)`],
    ['depth:x', 'A number of steps was expected, not `x` (column 7)'],
    ['depth:<', 'A number of steps was expected (column 8)'],
    ['depth:>=x', 'A number of steps was expected, not `x` (column 9)'],
    ['depth:2x', 'A number of steps was expected, not `2x` (column 7)'],
    ['depth:1234567890', 'A number of steps was expected, not `1234567890` (column 7)'],
    ['limit:many', 'A whole number was expected, not `many` (column 7)'],
    ['limit:', 'A whole number was expected (column 7)'],
    ['limit:3x', 'A whole number was expected, not `3x` (column 7)'],
    ['limit:x3', 'A whole number was expected, not `x3` (column 7)'],
    ['limit:1234567890', 'A whole number was expected, not `1234567890` (column 7)'],
    ['a major:x', '`split` was expected, not `x` (column 9)'],
    ['yaml other:x', 'There is no word `other:` (column 6)'],
    ['golang.org/x/net@<0.23', 'A version such as v1.2.3 was expected, not `0.23` (column 19)'],
    ['a@v1.0.0@', 'A version such as v1.2.3 was expected (column 10)'],
    ['b a@<v1.0.0@>=w2', 'A version such as v1.2.3 was expected, not `w2` (column 15)'],
    ['a@v1.0.0@<v2@x', 'A version such as v1.2.3 was expected, not `x` (column 14)'],
    ['a@v', 'A version such as v1.2.3 was expected, not `v` (column 3)'],
    ['a@xv1', 'A version such as v1.2.3 was expected, not `xv1` (column 3)'],
    ['a@v1_2', 'A version such as v1.2.3 was expected, not `v1_2` (column 3)'],
    ['a OR b', 'There is no word OR (column 3)'],
    ['AND', 'There is no word AND (column 1)'],
    ['is:direct NOT a', 'There is no word NOT (column 11)'],
    ['a@=<v1', 'A version such as v1.2.3 was expected, not `<v1` (column 4)'],
  ])('of %s', (query, message) => {
    expect(faultOf(query).message).toBe(message);
  });
});

describe('the hint', () => {
  const words = stateWords.map((one) => one.word).join(', ');

  it.each([
    ['is:dirct', 'direct', 'Did you mean `is:direct`?'],
    ['is:Supersede', 'superseded', 'Did you mean `is:superseded`?'],
    ['is:', undefined, `The words are ${words}.`],
    ['is:nonsenseword', undefined, `The words are ${words}.`],
    ['form(x)', 'from', 'Did you mean `from(…)`?'],
    ['DOMINATES(x)', 'dominated', 'Did you mean `dominated(…)`?'],
    ['elsewhere(x)', undefined, undefined],
    ['lmit:3', 'limit:', 'Did you mean `limit:`?'],
    ['dept:3', 'depth:', 'Did you mean `depth:`?'],
    ['something:3', undefined, undefined],
    ['major:', 'split', 'Did you mean `split`?'],
    ['limit:many', undefined, undefined],
    ['a@x', undefined, undefined],
    ['a OR b', undefined, 'Write | for it: `a | b`.'],
    ['a AND b', undefined, 'Words beside each other must all hold: `a b`.'],
    ['a NOT b', undefined, 'Write - before what must not hold: `-a`.'],
  ])('of %s', (query, nearest, hint) => {
    const fault = faultOf(query);
    expect([fault.nearest, fault.hint]).toEqual([nearest, hint]);
  });
});

it.each([
  ['is:x', stateWords.map((one) => one.word).join(', ')],
  ['x(a)', 'from, to, near, between, shortest, alone, dominated'],
  ['x:a', 'is:, depth:, limit:, major:'],
  ['from(a', '`)` for the bracket in column 5'],
  ['from(a, b)', 'a number of steps'],
  ['between(a)', 'two queries'],
  ['dominated(a, b)', 'one query'],
  ['a |', 'a module path, a word such as `is:direct`, or `(`'],
  ['limit:x', 'a whole number'],
  ['a@1', 'a version such as v1.2.3'],
  ['a )', undefined],
])('%s says what was expected', (query, expected) => {
  expect(faultOf(query).expected).toBe(expected);
});

describe('what was typed', () => {
  it('is repeated whole up to 60 characters', () => {
    expect(faultOf(`${'x'.repeat(60)}(a)`).message).toContain(`\`${'x'.repeat(60)}\``);
    expect(faultOf(`${'x'.repeat(61)}(a)`).message).toContain(`\`${'x'.repeat(60)}…\``);
  });

  it('is repeated without what a terminal would obey', () => {
    expect(faultOf('\u0007\u001b[2J\u200e(a)').message).toBe('There is no function `\ufffd\ufffd[2J\ufffd` (column 1)');
  });
});
