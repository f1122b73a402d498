import { expect, test } from 'vitest';
import type { CauseLine } from '../../../graph/policy/types.ts';
import { causePlaces } from '../../../server/project/cause-places.ts';
import { layOut, temporaryFolder } from '../../support/tree.ts';

const root = {
  'go.mod':
    'module m\n\nrequire "x.com/a" v1.0.0\n\nrequire (\n\tx.com/b v1.0.0 // indirect\n)\n\nreplace x.com/b v1.0.0 => ./b\n',
  'go.work': 'go 1.21\n\nreplace x.com/a => x.com/c v1.0.0\n',
  'api/go.mod': 'module api\nrequire x.com/a v1.1.0\n',
};

test.each<[Partial<CauseLine>, number | undefined]>([
  [{ path: 'x.com/a', to: 'v1.0.0' }, 3],
  [{ path: 'x.com/b', to: 'v1.0.0' }, 6],
  [{ path: 'x.com/b', to: './b', kind: 'replace' }, 9],
  [{ path: 'x.com/a', to: 'x.com/c@v1.0.0', kind: 'replace', file: 'go.work' }, 3],
  [{ path: 'x.com/a', to: 'v1.1.0', file: 'api/go.mod' }, 2],
  [{ path: 'x.com/a', to: 'v1.1.0' }, undefined],
  [{ path: 'x.com/a', to: 'v1.1.0', file: 'gone/go.mod' }, undefined],
])('%j', (cause, line) => {
  const places = causePlaces(layOut(temporaryFolder(), root));
  expect(places({ file: 'go.mod', kind: 'require', path: '', to: '', ...cause })).toBe(line);
});
