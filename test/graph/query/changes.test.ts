/** Words that a comparison answers. */
import { describe, expect, it } from 'vitest';
import { diffSnapshots } from '../../../graph/diff/diff.ts';
import { unionOf } from '../../../graph/diff/union.ts';
import { completeQuery, matchQuery, QueryFault } from '../../../graph/query/index.ts';
import { changeWords } from '../../../graph/query/words.ts';
import { modelOf } from '../lines.ts';

const [{ snapshot: base }, { snapshot: head }] = [
  modelOf('m a@v1.0.0\nm b@v1.0.0\nb@v1.0.0 c/x@v1.0.0\nm d@v1.0.0'),
  modelOf('m a@v1.0.0\nm b@v1.1.0\nm e/y@v1.0.0\ne/y@v1.0.0 e/z@v1.0.0'),
];
const { model } = unionOf(base, head, diffSnapshots(base, head));

function paths(query: string): string[] {
  const match = matchQuery(model, 'selected', query);
  return model.graph.versions.flatMap((_, node) =>
    match[node] === 1 ? [model.graph.paths[model.graph.pathOf[node] ?? -1] ?? ''] : [],
  );
}

describe('of a comparison', () => {
  it.each([
    ['added:', ['e/y', 'e/z']],
    ['removed:', ['c/x', 'd']],
    ['Changed:', ['b']],
    ['added:e/...', ['e/y', 'e/z']],
    ['added:y', ['e/y']],
    ['removed:e', []],
    ['added: | removed:x', ['c/x', 'e/y', 'e/z']],
    ['-added: -removed:', ['a', 'b', 'm']],
    ['to(added:z)', ['e/y', 'e/z', 'm']],
  ])('%s is %j', (query, wanted) => {
    expect(paths(query)).toEqual(wanted);
  });

  it('words are completed, of a single graph they are not', () => {
    const options = (compares: boolean): string[] =>
      completeQuery('is:direct -ad', 13, compares).options.map((one) => one.text);
    expect(options(true)).toEqual(['added:']);
    expect(options(false)).toEqual([]);
    for (const word of ['added:', 'removed:', 'changed:'])
      expect(completeQuery(word, word.length, true).whole).toBe(true);
    expect(completeQuery('rem', 3, true).options).toEqual([{ text: 'removed:', means: changeWords[1]?.means }]);
  });
});

it('a single graph refuses them, at their column', () => {
  const ask = (): Uint8Array => matchQuery(modelOf('m a@v1.0.0'), 'selected', 'a (added:)');
  expect(ask).toThrow(expect.objectContaining({ column: 3 }));
  expect(ask).toThrow(QueryFault);
});

it('the nearest word may be one of them', () => {
  expect(() => matchQuery(model, 'selected', 'chanegd:x')).toThrow(expect.objectContaining({ nearest: 'changed:' }));
});
