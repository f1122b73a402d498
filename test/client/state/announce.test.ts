import { describe, expect, it } from 'vitest';
import { boxWords } from '../../../client/state/announce.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import { small } from '../backend/snapshots.ts';

const model = openSnapshot(small);

describe('what is said of a box', () => {
  it('is path, version, how it is required and by how many', () => {
    const b = { id: 'x', kind: 'module', nodes: [2], steps: 1 } as const;
    expect(boxWords(model, b, [])).toBe('example.com/b, v1.1.0, direct, required by 1, requires 0');
    expect(boxWords(model, b, [{ path: 'example.com/b', grade: 'v0-jump', required: [] }])).toMatch(/, v0 jump$/);
    expect(boxWords(model, b, [{ path: 'example.com/b', grade: 'superseded', required: [] }])).toMatch(/requires 0$/);
  });

  it('is the main module, and what a group holds', () => {
    expect(boxWords(model, { id: 'm', kind: 'module', nodes: [3], steps: 0 }, [])).toMatch(
      /^example\.com\/m, main module, /,
    );
    expect(boxWords(model, { id: 'c', kind: 'cycle', nodes: [0, 2], steps: 1 }, [])).toBe('Cycle of 2 modules, closed');
    const inside = { boxes: [], lines: [] };
    expect(boxWords(model, { id: 'o', kind: 'owner', nodes: [0], steps: 1, inside }, [])).toBe(
      'Group of 1 module, open',
    );
  });
});
