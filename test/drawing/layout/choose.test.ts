import { describe, expect, it } from 'vitest';
import { chooseEngine } from '../../../drawing/layout/choose.ts';

describe('chooseEngine', () => {
  it('decides by counts: groups in columns, all else in layers of our own', () => {
    expect(chooseEngine({ boxes: 124, lines: 395, grouped: true })).toBe('columns');
    expect(chooseEngine({ boxes: 20, lines: 20, grouped: false })).toBe('layered');
    expect(chooseEngine({ boxes: 5_000, lines: 50_000, grouped: false })).toBe('layered');
  });
});
