/** A rule is asked of graphs to come: a whole module path means that module alone. */
import { describe, expect, it } from 'vitest';
import { nodeName } from '../../../graph/model/module-graph.ts';
import { matchRule } from '../../../graph/query/index.ts';
import { isWholePath } from '../../../graph/query/patterns.ts';
import { modelOf } from '../lines.ts';
import { matches } from './matches.ts';

const model = modelOf('m x.com/a-fork@v1.0.0\nm x.com/a/v2@v2.0.0\nm x.com/b@v1.0.0\nm y.org/x.com/a@v1.0.0');

function ruled(text: string): string[] {
  const match = matchRule(model, 'selected', text);
  return [...match.keys()].filter((node) => match[node] === 1).map((node) => nodeName(model.graph, node));
}

describe('a rule', () => {
  it('does not match other modules where the path it names is not in the graph', () => {
    expect(ruled('x.com/a')).toEqual([]);
    expect(matches(model, 'x.com/a')).toEqual(['x.com/a-fork@v1.0.0', 'x.com/a/v2@v2.0.0', 'y.org/x.com/a@v1.0.0']);
  });

  it('matches the module it names, whatever the case, and that one only', () => {
    expect(ruled('x.com/b')).toEqual(['x.com/b@v1.0.0']);
    expect(ruled('X.com/B')).toEqual(['x.com/b@v1.0.0']);
    expect(ruled('x.com/b@>=v2.0.0')).toEqual([]);
  });

  it('takes what is no whole path as a query does', () => {
    for (const text of ['x.com', 'a-fork', 'x.com/...', 'x.com/*', 'x.com/b | a-fork', '-x.com/b']) {
      expect(ruled(text), text).toEqual(matches(model, text));
    }
  });
});

describe('isWholePath', () => {
  it.each(['x.com/a', 'x.com/a/v2', 'golang.org/x/net', '.x/a', 'x./a', 'x.com/a.b..c', 'gopkg.in/yaml.v3'])(
    '%s is one',
    (word) => {
      expect(isWholePath(word)).toBe(true);
    },
  );

  it.each([
    '',
    'yaml',
    'x.com',
    'x.com/',
    'x/a',
    'x/y.z',
    'x/y.z/a',
    'x.com/...',
    'x.com/a/...',
    'x.com/a*',
    '*.com/a',
    'x*.com/a',
    'x.c*/a',
    'x.com/a*b',
  ])('%j is none', (word) => {
    expect(isWholePath(word)).toBe(false);
  });
});
