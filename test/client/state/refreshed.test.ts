import { describe, expect, it } from 'vitest';
import { refreshedBy, refreshedWords } from '../../../client/state/refreshed.ts';
import { modelOf } from '../../graph/lines.ts';

const before = modelOf(`m a@v1.0.0
m b@v1.0.0
a@v1.0.0 c@v1.0.0`);

describe('what a refresh changed', () => {
  it('is nothing where the build list and go.mod are as they were', () => {
    expect(refreshedBy(before, modelOf(`m a@v1.0.0\nm b@v1.0.0\na@v1.0.0 c@v1.0.0`))).toBeUndefined();
  });

  it('names what was raised, added and removed, and the nodes to look at', () => {
    const after = modelOf(`m a@v1.1.0\nm d@v0.1.0\na@v1.1.0 c@v1.0.0`);
    const refreshed = refreshedBy(before, after);
    expect(refreshed).toMatchObject({
      changed: [{ path: 'a', from: 'v1.0.0', to: 'v1.1.0' }],
      added: ['d'],
      removed: ['b'],
      edited: ['m'],
    });
    expect(refreshed?.nodes.map((node) => after.snapshot.modules[node]?.path)).toEqual(['a', 'd', 'm']);
    expect(refreshedWords(refreshed!)).toBe('1 changed, 1 added, 1 removed');
  });

  it('is told where only go.mod changed, and only what go left out', () => {
    const edited = refreshedBy(before, modelOf(`m a@v1.0.0\nm b@v1.0.0\nm c@v1.0.0\na@v1.0.0 c@v1.0.0`));
    expect(edited).toMatchObject({ changed: [], added: [], removed: [], edited: ['m'] });
    expect(refreshedWords(edited!)).toBe('the requirements of go.mod');
  });
});
