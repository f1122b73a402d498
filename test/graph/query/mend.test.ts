import { describe, expect, it } from 'vitest';
import { QueryFault } from '../../../graph/query/index.ts';
import { mended } from '../../../graph/query/mend.ts';
import { parseQuery } from '../../../graph/query/parser.ts';

function faultOf(query: string): QueryFault {
  try {
    parseQuery(query);
  } catch (error) {
    if (error instanceof QueryFault) return error;
  }
  throw new Error(`${query} can be read`);
}

describe('a mistyped word', () => {
  it.each([
    ['is:confict', 'is:conflict'],
    ['IS:Confict', 'IS:conflict'],
    ['a is:confict b', 'a is:conflict b'],
    ['(is:confict|is:direct)', '(is:conflict|is:direct)'],
    ['-is:drect', '-is:direct'],
    ['iz:direct', 'is:direct'],
    ['shortst(a, b)', 'shortest(a, b)'],
    ['from(is:mian)', 'from(is:main)'],
    ['major:spilt', 'major:split'],
    ['ded:k8s.io', 'added:k8s.io'],
    // One mistake at a time.
    ['is:confict is:drect', 'is:conflict is:drect'],
  ])('%s is mended as %s', (query, meant) => {
    expect(mended(query, faultOf(query))).toBe(meant);
  });

  it.each([['is:xyzzy'], ['depth:<x'], ['(a'], ['a)'], ['OR'], ['nonsense(a)']])('%s is like none', (query) => {
    expect(mended(query, faultOf(query))).toBeUndefined();
  });
});
