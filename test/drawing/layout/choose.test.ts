import { describe, expect, it } from 'vitest';
import { chooseEngine, elkBoxes, elkLines } from '../../../drawing/layout/choose.ts';

describe('chooseEngine', () => {
  it('gives groups their columns, ordinary views elk, and the rest the layered engine', () => {
    expect(chooseEngine({ boxes: 124, lines: 395, grouped: true })).toBe('columns');
    expect(chooseEngine({ boxes: elkBoxes, lines: elkLines, grouped: false })).toBe('elk');
    expect(chooseEngine({ boxes: elkBoxes + 1, lines: 0, grouped: false })).toBe('layered');
    expect(chooseEngine({ boxes: 1, lines: elkLines + 1, grouped: false })).toBe('layered');
  });
});
