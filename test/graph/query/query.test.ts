import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../graph/fault.ts';
import type { MainModule } from '../../../graph/snapshot/types.ts';
import { nodeName } from '../../../graph/model/module-graph.ts';
import { completeQuery, matchQuery, QueryFault, stateWords } from '../../../graph/query/index.ts';
import { stateAnswers } from '../../../graph/query/states.ts';
import { modelOf } from '../lines.ts';

const main: MainModule = {
  path: 'example.com/m',
  dir: '.',
  require: [
    { path: 'github.com/a/yaml', version: 'v1.0.0' },
    { path: 'golang.org/x/net', version: 'v0.20.0', indirect: true },
  ],
  replace: [],
  exclude: [{ path: 'gopkg.in/yaml.v2', version: 'v2.0.0' }],
  retract: [],
  tool: ['golang.org/x/tools/cmd/stringer'],
  ignore: [],
};

const model = modelOf(
  `example.com/m github.com/a/yaml@v1.0.0
example.com/m golang.org/x/net@v0.23.0
example.com/m golang.org/x/tools@v0.1.0
example.com/m go@1.22
github.com/a/yaml@v1.0.0 gopkg.in/yaml.v2@v2.4.0
github.com/a/yaml@v1.0.0 golang.org/x/net@v0.20.0
golang.org/x/net@v0.23.0 golang.org/x/text@v0.14.0
golang.org/x/net@v0.20.0 golang.org/x/text@v0.13.0
golang.org/x/text@v0.14.0 golang.org/x/tools@v0.1.0
golang.org/x/tools@v0.1.0 golang.org/x/text@v0.13.0
gopkg.in/yaml.v2@v2.4.0 gopkg.in/check.v1@v0.0.0-20161208181325-20d25e280405`,
  { mains: [main] },
);

function names(query: string, scope: 'selected' | 'all' = 'selected'): string[] {
  return [...matchQuery(model, scope, query).entries()]
    .filter(([, one]) => one === 1)
    .map(([node]) => nodeName(model.graph, node));
}

describe('matchQuery', () => {
  it.each([
    ['yaml', ['github.com/a/yaml@v1.0.0', 'gopkg.in/yaml.v2@v2.4.0']],
    ['YAML', ['github.com/a/yaml@v1.0.0', 'gopkg.in/yaml.v2@v2.4.0']],
    ['golang.org/x/...', ['golang.org/x/net@v0.23.0', 'golang.org/x/text@v0.14.0', 'golang.org/x/tools@v0.1.0']],
    ['golang.org/x/net/...', ['golang.org/x/net@v0.23.0']],
    ['*/yaml*', ['github.com/a/yaml@v1.0.0', 'gopkg.in/yaml.v2@v2.4.0']],
    ['golang.org/x/net@>v0.20.0', ['golang.org/x/net@v0.23.0']],
    ['golang.org/x/net@<v0.23.0', []],
    ['golang.org/x/net@>=v0.20.0@<v0.23.1', ['golang.org/x/net@v0.23.0']],
    ['@v0.14.0', ['golang.org/x/text@v0.14.0']],
    ['is:direct', ['github.com/a/yaml@v1.0.0']],
    ['is:main', ['example.com/m']],
    ['is:tool', ['golang.org/x/tools@v0.1.0']],
    ['is:pseudo', ['gopkg.in/check.v1@v0.0.0-20161208181325-20d25e280405']],
    ['is:excluded', ['gopkg.in/yaml.v2@v2.4.0']],
    ['is:cycle', ['golang.org/x/text@v0.14.0', 'golang.org/x/tools@v0.1.0']],
    ['is:toolchain', ['go@1.22']],
    ['is:v0 -golang.org/x/...', ['gopkg.in/check.v1@v0.0.0-20161208181325-20d25e280405']],
    ['yaml & -gopkg.in/... | is:main', ['example.com/m', 'github.com/a/yaml@v1.0.0']],
    ['yaml (is:direct | is:main)', ['github.com/a/yaml@v1.0.0']],
    ['from(gopkg.in/yaml.v2)', ['gopkg.in/check.v1@v0.0.0-20161208181325-20d25e280405', 'gopkg.in/yaml.v2@v2.4.0']],
    [
      'from(is:main, 1) -is:main',
      ['github.com/a/yaml@v1.0.0', 'golang.org/x/net@v0.23.0', 'golang.org/x/tools@v0.1.0'],
    ],
    ['to(golang.org/x/net)', ['example.com/m', 'github.com/a/yaml@v1.0.0', 'golang.org/x/net@v0.23.0']],
    [
      'near(gopkg.in/yaml.v2)',
      ['github.com/a/yaml@v1.0.0', 'gopkg.in/check.v1@v0.0.0-20161208181325-20d25e280405', 'gopkg.in/yaml.v2@v2.4.0'],
    ],
    [
      'between(is:main, check)',
      [
        'example.com/m',
        'github.com/a/yaml@v1.0.0',
        'gopkg.in/check.v1@v0.0.0-20161208181325-20d25e280405',
        'gopkg.in/yaml.v2@v2.4.0',
      ],
    ],
    [
      'shortest(is:main, golang.org/x/text)',
      ['example.com/m', 'golang.org/x/net@v0.23.0', 'golang.org/x/text@v0.14.0'],
    ],
    [
      'dominated(github.com/a/yaml)',
      ['github.com/a/yaml@v1.0.0', 'gopkg.in/check.v1@v0.0.0-20161208181325-20d25e280405', 'gopkg.in/yaml.v2@v2.4.0'],
    ],
    ['depth:<=0', ['example.com/m']],
    ['depth:>2', ['gopkg.in/check.v1@v0.0.0-20161208181325-20d25e280405']],
    ['-golang.org/x/... limit:2', ['example.com/m', 'github.com/a/yaml@v1.0.0']],
    ['major:split', []],
    ['nothing-like-it', []],
  ])('%s', (query, expected) => {
    expect(names(query)).toEqual(expected);
  });

  it('sees every version in scope all', () => {
    expect(names('is:superseded', 'all')).toEqual(['golang.org/x/net@v0.20.0', 'golang.org/x/text@v0.13.0']);
    expect(names('golang.org/x/net@<v0.23.0', 'all')).toEqual(['golang.org/x/net@v0.20.0']);
    expect(names('', 'all')).toHaveLength(model.graph.size - 1);
  });

  it('has an answer for each word that needs nothing more, and says what the others need', () => {
    for (const { word, needs } of stateWords) {
      if (needs === undefined) expect(() => names(`is:${word}`)).not.toThrow();
      else expect(() => names(`is:${word}`)).toThrow(/needs (packages|facts|a report)/);
    }
    expect(Object.keys(stateAnswers).every((word) => stateWords.some((one) => one.word === word))).toBe(true);
  });
});

describe('a query that cannot be read', () => {
  it.each([
    ['is:dirct', 3, 'Did you mean `is:direct`?'],
    ['is:', 3, undefined],
    ['yaml is:nonsenseword', 8, undefined],
    ['form(x)', 0, 'Did you mean `from(…)`?'],
    ['from(x', 6, undefined],
    ['from(x, y)', 8, undefined],
    ['between(x)', 0, undefined],
    ['(a | b', 6, undefined],
    ['a )', 2, undefined],
    ['a |', 3, undefined],
    ['depth:x', 6, undefined],
    ['limit:many', 6, undefined],
    ['golang.org/x/net@<0.23-', 18, undefined],
    ['si:direct', 0, 'Did you mean `is:`?'],
    ['added:x', 0, undefined],
    ['major:x', 6, undefined],
  ])('%s: column %i', (query, column, hint) => {
    try {
      names(query);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(QueryFault);
      const fault = error as QueryFault;
      expect([fault.column, fault.code]).toEqual([column, 'usage']);
      if (hint !== undefined) expect(fault.hint).toBe(hint);
    }
  });

  it('is never worse than a fault, whatever is typed', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '|',
      '&',
      ',',
      '-',
      ' ',
      'is:direct',
      'from(',
      'limit:3',
      'depth:<2',
      '@v1.0.0',
      'yaml',
      '...',
      '*',
      '\u0000',
      '𝒳',
      'x@@',
      'to(a,',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (query) => {
          try {
            names(query, 'all');
          } catch (error) {
            expect(error).toBeInstanceOf(Fault);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('ends at once for deep brackets and a megabyte of text', () => {
    expect(() => names('('.repeat(5000))).toThrow(QueryFault);
    expect(() => names('from('.repeat(1500))).toThrow(QueryFault);
    expect(() => names('a '.repeat(500_000))).toThrow(QueryFault);
    expect(names('-'.repeat(9000) + 'yaml')).toHaveLength(2);
    expect(names('*a'.repeat(4000))).toEqual([]);
  });
});

it('queries obey the laws of sets', () => {
  const term = fc.constantFrom(
    'yaml',
    'is:direct',
    'golang.org/x/...',
    'from(golang.org/x/net)',
    'to(check)',
    'depth:<=1',
    'is:v0',
  );
  const set = (query: string): string[] => names(query, 'all');
  fc.assert(
    fc.property(term, term, (a, b) => {
      expect(set(`${a} ${b}`)).toEqual(set(a).filter((one) => set(b).includes(one)));
      expect(set(`${a} | ${b}`)).toEqual(set('').filter((one) => set(a).includes(one) || set(b).includes(one)));
      expect(set(`${a} -${b}`)).toEqual(set(a).filter((one) => !set(b).includes(one)));
      expect(set(`-(${a} | ${b})`)).toEqual(set(`-${a} & -${b}`));
      expect(set(`--${a}`)).toEqual(set(a));
    }),
  );
});

describe('completeQuery', () => {
  it('offers the words that begin with what was typed, with their meaning', () => {
    expect(completeQuery('yaml is:di', 10)).toEqual({
      from: 5,
      options: [{ text: 'is:direct', means: 'required by a main module without // indirect' }],
    });
    expect(completeQuery('-is:tes', 7).from).toBe(1);
    expect(completeQuery('(fro', 4).options.map((one) => one.text)).toEqual(['from(']);
    expect(completeQuery('', 0).options).toEqual([]);
  });
});
