import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault } from '../../../graph/fault.ts';
import { readPolicy } from '../../../graph/policy/read.ts';

function refused(text: string): { message: string; hint: string; detail: string } {
  try {
    readPolicy(text, 'p.json');
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    expect(error.code).toBe('bad-input');
    return { message: error.message, hint: error.hint ?? '', detail: error.detail ?? '' };
  }
  throw new Error('it was not refused');
}

test('a whole policy, each rule with its line', () => {
  const text = `{
  "$schema": "docs/config.schema.json",
  "forbid": [
    { "query": "a", "reason": "r" },
    { "query": "b", "reason": "s", "remedy": "do", "scope": "all" }
  ],
  "allow": [{ "query": "c", "reason": "t", "findings": ["replaced"] }],
  "limits": { "direct": 3,
    "depth": 0 },
  "baseline": "base.json",
  "findings": "off"
}`;
  expect(readPolicy(text, 'p.json')).toEqual({
    forbid: [
      { query: 'a', reason: 'r', scope: 'selected', line: 4 },
      { query: 'b', reason: 's', remedy: 'do', scope: 'all', line: 5 },
    ],
    allow: [{ query: 'c', reason: 't', findings: ['replaced'], line: 7 }],
    limits: [
      { word: 'direct', most: 3, line: 8 },
      { word: 'depth', most: 0, line: 9 },
    ],
    baseline: 'base.json',
    findings: 'off',
  });
});

test('an empty one forbids nothing; a byte order mark is passed over', () => {
  expect(readPolicy('\uFEFF{}', 'p.json')).toEqual({ forbid: [], allow: [], limits: [] });
});

describe('what is wrong is told with its place', () => {
  test.each([
    ['{"forbids": []}', 'p.json:1:2: The policy has no such key.', 'Did you mean "forbid"?'],
    ['{\n "limits": {"drect": 1}}', 'p.json:2:13: limits has no such key.', 'Did you mean "direct"?'],
    ['{"forbid": [{"query": "a"}]}', 'p.json:1:13: forbid[0] lacks its "reason".', 'docs/policy.md'],
    [
      '{"forbid": [{"query": "a", "reason": "b", "why": 1}]}',
      'p.json:1:43: forbid[0] has no such key.',
      'query, reason',
    ],
    ['{"forbid": {}}', 'p.json:1:12: forbid must be a list.', ''],
    ['{"forbid": ["a"]}', 'p.json:1:13: forbid[0] must be an object.', ''],
    ['[]', 'p.json:1:1: The policy must be an object.', ''],
    ['{"limits": [1]}', 'p.json:1:12: limits must be an object.', ''],
    ['{"limits": 4}', 'p.json:1:12: limits must be an object.', ''],
    ['{"limits": {"direct": -1}}', 'p.json:1:23: limits.direct must be 0 or more.', ''],
    ['{"limits": {"direct": 1.5}}', 'p.json:1:23: limits.direct must be a whole number.', ''],
    ['{"limits": {"direct": "1"}}', 'p.json:1:23: limits.direct must be a number.', ''],
    [
      '{"findings": "errors"}',
      'p.json:1:14: findings must be one of error, high, warn, info, off.',
      'Did you mean "error"?',
    ],
    ['{"baseline": " "}', 'p.json:1:14: baseline must not be empty.', ''],
    [
      '{"allow": [{"query": "a", "reason": "b", "findings": ["not-tdy"]}]}',
      'p.json:1:55: allow[0].findings[0] must be the code of a finding.',
      'Did you mean "not-tidy"?',
    ],
    [
      '{"forbid": [], }',
      'p.json:1:16: Expected a key in double quotes, found something else.',
      'no comma after the last item',
    ],
    ['{"forbid": [{"query": "is:drect", "reason": "b"}]}', 'p.json:1:27: forbid[0].query: ', 'is:direct'],
    ['{"allow": [{"query": "\\u0061 (", "reason": "b"}]}', 'p.json:1:31: allow[0].query: ', ''],
  ])('%s', (text, message, hint) => {
    const found = refused(text);
    expect(found.message).toContain(message);
    expect(found.hint).toContain(hint);
  });

  test('the others stand in the detail, in the order of the file', () => {
    const found = refused('{"limits": {"drect": 1},\n "forbid": 3,\n "x": 1}');
    expect(found.message).toContain('p.json:1:13');
    expect(found.detail.split('\n').map((line) => line.slice(0, 10))).toEqual(['p.json:2:1', 'p.json:3:2']);
  });

  test('no key of a stranger reaches a terminal as it is', () => {
    const { message } = refused(`{"\\u001b[31m${'x'.repeat(500)}": 1}`);
    expect(message).not.toContain('\u001b');
    expect(message.length).toBeLessThan(150);
  });
});

test('whatever a file holds, it is a policy or it is refused with a place', () => {
  const word = fc.constantFrom(
    'query',
    'reason',
    'findings',
    'direct',
    'forbid',
    'limits',
    'allow',
    '__proto__',
    'length',
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, true, 1, -1, '', 'is:direct', 'is:drect', '((', 'high', 'replaced', '\u0000'),
      fc.array(tie('any'), { maxLength: 2 }),
      fc.dictionary(word, tie('any'), { maxKeys: 3 }),
    ),
  })).any;
  fc.assert(
    fc.property(fc.dictionary(word, value, { maxKeys: 4 }), (policy) => {
      try {
        readPolicy(JSON.stringify(policy), 'p.json');
      } catch (error) {
        expect(error).toBeInstanceOf(Fault);
        expect(error).toMatchObject({
          code: 'bad-input',
          message: expect.stringMatching(/^p\.json:1:\d+: /) as string,
        });
      }
    }),
    { numRuns: 1000 },
  );
});
