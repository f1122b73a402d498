import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../graph/fault.ts';
import type { MainModule } from '../../../graph/snapshot/types.ts';
import { nodeName } from '../../../graph/model/module-graph.ts';
import { completeQuery, matchQuery, QueryFault, stateWords } from '../../../graph/query/index.ts';
import { stateAnswers } from '../../../graph/query/states.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
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
    ['IS:Direct', ['github.com/a/yaml@v1.0.0']],
    ['From(Gopkg.in/Yaml.V2, 0)', ['gopkg.in/yaml.v2@v2.4.0']],
    ['golang.org/x/net golang.org/x/net@v0.23.0', ['golang.org/x/net@v0.23.0']],
    [
      'go',
      [
        'golang.org/x/net@v0.23.0',
        'golang.org/x/text@v0.14.0',
        'golang.org/x/tools@v0.1.0',
        'gopkg.in/check.v1@v0.0.0-20161208181325-20d25e280405',
        'gopkg.in/yaml.v2@v2.4.0',
      ],
    ],
    ['-is:toolchain is:main', ['example.com/m']],
    ['from(is:toolchain)', []],
    ['is:kept', []],
    ['limit:0', []],
    ['is:main | limit:1', ['example.com/m']],
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
      else
        expect(() => names(`is:${word}`)).toThrow(
          /needs (packages|facts|the vulnerability database|the go\.mod).*, which this snapshot does not have/,
        );
    }
    expect(Object.keys(stateAnswers).every((word) => stateWords.some((one) => one.word === word))).toBe(true);
  });
});

describe('what only the network knows', () => {
  const known = {
    ...model.snapshot,
    facts: [
      { path: 'golang.org/x/net', version: 'v0.23.0', update: 'v0.24.0', retracted: ['too early'] },
      { path: 'github.com/a/yaml', version: 'v1.0.0', deprecated: 'use b' },
      { path: 'golang.org/x/text', version: 'v0.14.0', retracted: [] },
    ],
  };
  it.each([
    ['is:retracted', ['golang.org/x/net@v0.23.0']],
    ['is:deprecated', ['github.com/a/yaml@v1.0.0']],
    ['is:outdated', ['golang.org/x/net@v0.23.0']],
  ])('%s is answered where it was recorded', (query, expected) => {
    const opened = openSnapshot(known);
    const match = matchQuery(opened, 'selected', query);
    expect([...match.keys()].filter((node) => match[node] === 1).map((node) => nodeName(opened.graph, node))).toEqual(
      expected,
    );
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
    ['from(a, 2, 3)', 9, undefined],
    ['shortest(a, b, c)', 0, undefined],
    ['from (x', 7, undefined],
    ['-', 1, undefined],
    ['a & & b', 4, undefined],
    ['()', 1, undefined],
    ['near(,1)', 5, undefined],
    ['limit:-3', 6, undefined],
    ['𝒳 is:dirct', 6, 'Did you mean `is:direct`?'],
    ['major:splt', 6, 'Did you mean `split`?'],
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

  it('carries what was expected and the nearest word, to be written at its column', () => {
    const faultOf = (query: string): unknown => {
      try {
        return names(query);
      } catch (error) {
        return error instanceof QueryFault ? [error.column, error.expected, error.nearest] : error;
      }
    };
    expect(faultOf('from(a, x)')).toEqual([8, 'a number of steps', undefined]);
    expect(faultOf('form(a)')).toEqual([0, 'from, to, near, between, shortest, alone, dominated', 'from']);
    expect(faultOf('lmit:3')).toEqual([0, 'is:, depth:, limit:, major:', 'limit:']);
    expect(faultOf('a@x')).toEqual([2, 'a version such as v1.2.3', undefined]);
    expect(faultOf('is:dirct')).toEqual([3, stateWords.map((one) => one.word).join(', '), 'direct']);
  });

  it('repeats what was typed in short, and nothing that a terminal would obey', () => {
    for (const query of [
      `is:${'x'.repeat(5000)}`,
      `${'x'.repeat(5000)}(a)`,
      `a@${'9'.repeat(5000)}`,
      `${'k'.repeat(5000)}:v`,
    ]) {
      expect(() => names(query)).toThrow(/^.{1,200}$/);
    }
    expect(() => names('is:\u001b[31m\u202e')).toThrow('is:\ufffd[31m\ufffd');
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
    expect(() => names('a|'.repeat(500) + 'a')).toThrow('at most 500 words');
    expect(names('yaml|'.repeat(499) + 'yaml')).toHaveLength(2);
    expect(names(`${'('.repeat(100)}yaml${')'.repeat(100)}`)).toHaveLength(2);
    expect(() => names(`${'('.repeat(101)}yaml${')'.repeat(101)}`)).toThrow('More than 100 brackets');
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
      whole: false,
      options: [{ text: 'is:direct', means: 'required by a main module without // indirect' }],
    });
    expect(completeQuery('-is:tes', 7).from).toBe(1);
    expect(completeQuery('(fro', 4).options.map((one) => one.text)).toEqual(['from(']);
    expect(completeQuery('', 0).options).toEqual([]);
    expect(completeQuery('IS:UNUS', 7).options.map((one) => one.text)).toEqual(['is:unused']);
    expect(completeQuery('to(is:v)', 7)).toMatchObject({
      from: 3,
      options: [{ text: 'is:v0' }, { text: 'is:vulnerable' }],
    });
    expect(completeQuery('between(a,ma', 12).options.map((one) => one.text)).toEqual(['major:split']);
    expect(completeQuery('is:direct', 9)).toEqual({ from: 0, whole: true, options: [] });
  });

  it('looks at the word before the cursor only, however long the text before it is', () => {
    const long = `${'x'.repeat(400_000)} `;
    expect(completeQuery(`${long}is:di`, long.length + 5).from).toBe(long.length);
    expect(completeQuery(long, long.length)).toEqual({ from: long.length, whole: false, options: [] });
  });
});

describe('the words', () => {
  it('each stand once, with one line that says what they mean', () => {
    const all = [...stateWords.map((one) => one.word)];
    expect(new Set(all).size).toBe(all.length);
    for (const { means } of stateWords) expect(means).toMatch(/^[^\n]{5,120}[^.]$/);
  });
});
