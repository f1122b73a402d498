import { describe, expect, it } from 'vitest';
import { searchEntries } from '../../../graph/search/entries.ts';
import { modelOf } from '../lines.ts';

describe('searchEntries', () => {
  it('gives each path once, at its selected version, main modules and direct ones first', () => {
    const model = modelOf(
      `m b@v1.0.0
       m z@v1.0.0
       b@v1.0.0 a@v1.0.0
       z@v1.0.0 a@v1.2.0
       m go@1.22
       m toolchain@go1.22.1`,
      {
        mains: [
          {
            path: 'm',
            dir: '.',
            require: [
              { path: 'b', version: 'v1.0.0', indirect: true },
              { path: 'z', version: 'v1.0.0' },
            ],
            replace: [],
            exclude: [],
            retract: [],
            tool: [],
            ignore: [],
          },
        ],
      },
    );
    expect(searchEntries(model).map(({ path, version, rank }) => [path, version, rank])).toEqual([
      ['m', '', 0],
      ['z', 'v1.0.0', 1],
      ['a', 'v1.2.0', 2],
      ['b', 'v1.0.0', 2],
    ]);
  });

  it('numbers nodes as the model does', () => {
    const model = modelOf('m a@v1.0.0\nm b@v1.0.0\nb@v1.0.0 a@v1.1.0\nm go@1.22');
    expect(searchEntries(model).map(({ node, path }) => [path, model.snapshot.modules[node]?.version])).toEqual([
      ['m', undefined],
      ['a', 'v1.1.0'],
      ['b', 'v1.0.0'],
    ]);
  });

  it('has nothing for an empty graph', () => {
    expect(searchEntries(modelOf(''))).toEqual([]);
  });
});
