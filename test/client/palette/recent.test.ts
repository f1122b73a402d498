import { describe, expect, it } from 'vitest';
import { browserStore, Recent, type Store } from '../../../client/palette/recent.svelte.ts';

function store(kept?: string): Store & { readonly kept: () => string | undefined } {
  let held = kept;
  return {
    getItem: () => held ?? null,
    setItem: (_key, value) => {
      held = value;
    },
    kept: () => held,
  };
}

describe('queries of late', () => {
  it('keeps the newest first, each once, for the next visit', () => {
    const kept = store();
    const recent = new Recent(kept);
    for (const query of ['is:direct', ' yaml ', 'is:direct', '']) recent.add(query);
    expect(recent.queries).toEqual(['is:direct', 'yaml']);
    expect(new Recent(kept).queries).toEqual(['is:direct', 'yaml']);
  });

  it('forgets the oldest, and what is too long to be typed again', () => {
    const recent = new Recent(store());
    for (let i = 0; i < 30; i++) recent.add(`module-${i}`);
    recent.add('x'.repeat(401));
    expect(recent.queries).toHaveLength(20);
    expect(recent.queries[0]).toBe('module-29');
  });

  it.each(['not json', '{"a":1}', 'null', '[1, null, {"x": 2}, ""]'])('takes %s for nothing', (text) => {
    expect(new Recent(store(text)).queries).toEqual([]);
  });

  it('works for this visit where the browser refuses', () => {
    const recent = new Recent({
      getItem: () => {
        throw new DOMException('no');
      },
      setItem: () => {
        throw new DOMException('full');
      },
    });
    recent.add('yaml');
    expect(recent.queries).toEqual(['yaml']);
    expect(new Recent(undefined).queries).toEqual([]);
    expect(browserStore(window)).toBe(window.localStorage);
  });
});
