import { describe, expect, it } from 'vitest';
import { isQueryText } from '../../../graph/search/query-text.ts';

describe('isQueryText', () => {
  it.each([
    'is:direct',
    'from(grpc)',
    'a | b',
    'a & b',
    '-k8s.io',
    'yaml -is:test',
    'golang.org/x/...',
    '*/grpc*',
    'golang.org/x/net@v0.1.0',
    'depth:<=2',
    '(is:main)',
    'yaml is:main',
    'yaml\tdepth:1',
    'from(',
    'IS:Direct',
    // A slip is a query too: the language says which word is near.
    'lmit:3',
  ])('takes %s for a query', (text) => {
    expect(isQueryText(text)).toBe(true);
  });

  it.each([
    '',
    'yaml',
    'x.y:z',
    'a - b',
    '-',
    'a..b',
    'k8s yaml',
    'golang.org/x/net',
    'go-cmp',
    'json-iterator go',
    'x/net v0',
  ])('takes %j for words', (text) => {
    expect(isQueryText(text)).toBe(false);
  });
});
