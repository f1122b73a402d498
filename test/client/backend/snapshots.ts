/** A small snapshot for tests, as text and read. */
import { writeSnapshot } from '../../../graph/snapshot/write.ts';
import type { Snapshot } from '../../../graph/snapshot/types.ts';

const declared = { replace: [], exclude: [], retract: [], tool: [], ignore: [] };

export const small: Snapshot = {
  format: 1,
  mains: [
    {
      path: 'example.com/m',
      dir: '.',
      go: '1.22',
      require: [
        { path: 'example.com/a', version: 'v1.0.0' },
        { path: 'example.com/b', version: 'v1.1.0' },
      ],
      ...declared,
    },
  ],
  modules: [
    { path: 'example.com/a', version: 'v1.0.0', selected: true, requires: ['example.com/b@v1.0.0'] },
    { path: 'example.com/b', version: 'v1.0.0' },
    { path: 'example.com/b', version: 'v1.1.0', selected: true },
    { path: 'example.com/m', selected: true, requires: ['example.com/a@v1.0.0', 'example.com/b@v1.1.0'] },
  ],
  problems: [],
};

export const smallText = writeSnapshot(small);
