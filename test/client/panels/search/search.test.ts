import { describe, expect, it } from 'vitest';
import { moduleFinder } from '../../../../client/panels/search/find-modules.ts';
import { pieces } from '../../../../client/panels/search/pieces.ts';
import { searchRows } from '../../../../client/panels/search/rows.ts';
import type { SearchEntry } from '../../../../graph/search/entries.ts';

const paths = [
  'k8s.io/kubectl',
  'github.com/google/go-cmp',
  'go.opentelemetry.io/contrib/instrumentation/google.golang.org/grpc/otelgrpc',
  'google.golang.org/grpc',
  'gopkg.in/yaml.v3',
  'k8s.io/api',
  'sigs.k8s.io/yaml',
  'github.com/grpc-ecosystem/grpc-gateway/v2',
];
const finder = moduleFinder(paths.map((path, node): SearchEntry => ({ node, path, version: 'v1.0.0', rank: 2 })));
const found = (text: string): string[] => finder.find(text, 10).map(({ entry }) => entry.path);

describe('moduleFinder', () => {
  it('finds words wherever they stand, in any order', () => {
    expect(found('k8s yaml')[0]).toBe('sigs.k8s.io/yaml');
    expect(found('yaml k8s')[0]).toBe('sigs.k8s.io/yaml');
    expect(found('go cmp')[0]).toBe('github.com/google/go-cmp');
  });

  it('puts the module of that name first', () => {
    expect(found('grpc')[0]).toBe('google.golang.org/grpc');
    expect(found('grpc-gateway')[0]).toBe('github.com/grpc-ecosystem/grpc-gateway/v2');
    expect(found('yaml').slice(0, 2).sort()).toEqual(['gopkg.in/yaml.v3', 'sigs.k8s.io/yaml']);
    expect(found('K8S.IO/API')[0]).toBe('k8s.io/api');
  });

  it('puts direct modules that are imported before what only holds the word', () => {
    const entry = (path: string, rank: 0 | 1 | 2, imported?: boolean): SearchEntry => ({
      ...{ node: 0, path, version: 'v1.0.0', rank },
      ...(imported === undefined ? {} : { imported }),
    });
    const ranked = (...entries: SearchEntry[]): string[] =>
      moduleFinder(entries)
        .find('otel', 10)
        .map((each) => each.entry.path);
    const [unused, used, other] = [
      entry('a.b/otel-unused', 1, false),
      entry('a.b/otelhttp', 1, true),
      entry('a.b/xotel', 2),
    ];
    expect(ranked(other, unused, used)).toEqual(['a.b/otelhttp', 'a.b/otel-unused', 'a.b/xotel']);
    // What is called so comes first all the same; without packages a direct module is as good as imported.
    expect(ranked(used, entry('a.b/otel', 2))[0]).toBe('a.b/otel');
    expect(ranked(other, entry('a.b/otelx', 1))[0]).toBe('a.b/otelx');
  });

  it('finds nothing where nothing is, and keeps to the limit', () => {
    expect(found('zzz')).toEqual([]);
    expect(found('')).toEqual([]);
    expect(found('((([')).toEqual([]);
    expect(finder.find('o', 2)).toHaveLength(2);
    expect(moduleFinder([]).find('a', 5)).toEqual([]);
  });

  it('stays quick and honest when more match than are ranked', () => {
    const many = moduleFinder(
      Array.from({ length: 6000 }, (_, node) => ({
        node,
        path: `example.com/m${node}`,
        version: '',
        rank: 2 as const,
      })),
    );
    expect(many.find('example', 3).map(({ entry }) => entry.node)).toEqual([0, 1, 2]);
  });
});

describe('searchRows', () => {
  const kinds = (text: string, current = ''): string[] => searchRows(finder, text, current).map((row) => row.kind);

  it('offers jumps first for words, and the filter last', () => {
    expect(kinds('yaml')).toEqual(['jump', 'jump', 'filter']);
    expect(kinds('zzz')).toEqual(['filter']);
  });

  it('offers the filter first for a query, and jumps to what it names', () => {
    const rows = searchRows(finder, 'to(google.golang.org/grpc) is:direct', '');
    expect(rows[0]).toEqual({ kind: 'filter', text: 'to(google.golang.org/grpc) is:direct' });
    expect(rows[1]?.kind === 'jump' && rows[1].found.entry.path).toBe('google.golang.org/grpc');
    expect(kinds('is:direct')).toEqual(['filter']);
  });

  it('completes the word at the cursor, first where it can be nothing else', () => {
    const [first] = searchRows(finder, 'yaml is:ind -k8s', '', 'yaml is:ind'.length);
    expect(first).toMatchObject({ kind: 'complete', word: 'is:indirect', text: 'yaml is:indirect -k8s', cursor: 16 });
    // `is:tool` is a word as it stands, and `to` is more likely a piece of a path.
    expect(kinds('is:tool')).toEqual(['filter', 'complete']);
    expect(kinds('to').at(-2)).toBe('complete');
    expect(kinds('to').at(-1)).toBe('filter');
  });

  it('completes module paths in the parentheses of a function, and what belongs behind', () => {
    const [first, second] = searchRows(finder, 'is:direct from(yaml', '');
    expect(first).toMatchObject({ kind: 'complete', word: 'gopkg.in/yaml.v3', means: 'v1.0.0' });
    expect(first).toMatchObject({ text: 'is:direct from(gopkg.in/yaml.v3)', cursor: 32 });
    expect(second).toMatchObject({ word: 'sigs.k8s.io/yaml' });
    expect(searchRows(finder, 'near(k8s.io/ap, 2)', '', 14)[0]).toMatchObject({
      text: 'near(k8s.io/api, 2)',
      cursor: 15,
    });
    expect(searchRows(finder, 'between(kubectl', '')[0]).toMatchObject({ text: 'between(k8s.io/kubectl, ' });
    expect(searchRows(finder, 'between(k8s.io/kubectl, k8s.io/ap', '')[0]).toMatchObject({
      text: 'between(k8s.io/kubectl, k8s.io/api)',
    });
    expect(searchRows(finder, 'from(to(yaml', '')[0]).toMatchObject({ text: 'from(to(gopkg.in/yaml.v3)' });
  });

  it('completes no path outside, in a group, as the number of near, or once it is written', () => {
    const completes = (text: string): boolean => searchRows(finder, text, '')[0]?.kind === 'complete';
    expect(completes('(yaml')).toBe(false);
    expect(completes('from(yaml) yaml')).toBe(false);
    expect(completes('near(k8s.io/api, yaml')).toBe(false);
    expect(completes('from(')).toBe(false);
    expect(completes('from(gopkg.in/yaml.v3')).toBe(false);
    expect(completes('elsewhere(yaml')).toBe(false);
    // States are arguments as well.
    expect(searchRows(finder, 'from(is:dir', '')[0]).toMatchObject({ text: 'from(is:direct' });
  });

  it('offers to clear a filter when the field is emptied', () => {
    expect(kinds(' ', 'is:direct')).toEqual(['clear']);
    expect(kinds('')).toEqual([]);
  });
});

describe('pieces', () => {
  it('cuts where letters were found', () => {
    expect(pieces('sigs.k8s.io/yaml', [5, 8, 12, 16])).toEqual([
      { text: 'sigs.', found: false },
      { text: 'k8s', found: true },
      { text: '.io/', found: false },
      { text: 'yaml', found: true },
    ]);
  });

  it('gives back the whole text whatever the ranges are', () => {
    for (const ranges of [[], [0, 3], [2, 99], [5, 2], [0, 2, 1, 4], [3]]) {
      expect(
        pieces('abcdef', ranges)
          .map(({ text }) => text)
          .join(''),
      ).toBe('abcdef');
    }
  });
});
