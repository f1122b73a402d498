import { describe, expect, it } from 'vitest';
import { Fault } from '../../../graph/fault.ts';
import { why } from '../../../graph/explain/why.ts';
import { modelOf } from '../lines.ts';

const model = modelOf(`m a@v1.0.0
m b@v1.0.0
a@v1.0.0 c@v1.2.0
b@v1.0.0 c@v1.1.0
b@v1.0.0 a@v0.9.0
c@v1.2.0 d@v1.0.0
c@v1.1.0 e@v1.0.0
a@v0.9.0 c@v1.0.0`);

describe('why', () => {
  it('gives the shortest way, every way, and who asks for which version', () => {
    expect(why(model, 'c')).toEqual({
      target: 'c',
      path: 'c',
      selected: 'v1.2.0',
      main: false,
      direct: false,
      shortest: ['m', 'a@v1.0.0', 'c@v1.2.0'],
      paths: [
        ['m', 'a@v1.0.0', 'c@v1.2.0'],
        ['m', 'b@v1.0.0', 'c@v1.2.0'],
        ['m', 'b@v1.0.0', 'a@v1.0.0', 'c@v1.2.0'],
      ],
      morePaths: false,
      requiredBy: [
        { version: 'v1.2.0', by: ['a@v1.0.0'] },
        { version: 'v1.1.0', by: ['b@v1.0.0'] },
        { version: 'v1.0.0', by: ['a@v0.9.0'] },
      ],
      heldBy: ['a@v1.0.0'],
      lower: [
        { version: 'v1.1.0', change: ['a@v1.0.0'] },
        { version: 'v1.0.0', change: ['a@v1.0.0', 'b@v1.0.0'] },
      ],
      keptBy: [],
      dominates: ['d@v1.0.0'],
    });
  });

  it('names the superseded versions that alone keep a module', () => {
    expect(why(model, 'e')).toMatchObject({ shortest: [], paths: [], keptBy: ['c@v1.1.0'] });
  });

  it('explains a version that lost by the ways over all versions', () => {
    expect(why(model, 'c@v1.0.0')).toMatchObject({
      version: 'v1.0.0',
      selected: 'v1.2.0',
      shortest: ['m', 'b@v1.0.0', 'a@v0.9.0', 'c@v1.0.0'],
    });
  });

  it('knows the main module', () => {
    expect(why(model, 'm')).toMatchObject({ main: true, shortest: ['m'], requiredBy: [], heldBy: [], dominates: [] });
  });

  it('lists twenty ways at most, the shortest first, and says when there are more', () => {
    const middle = Array.from({ length: 30 }, (_, i) => `m x${i}@v1.0.0\nx${i}@v1.0.0 z@v1.0.0`).join('\n');
    const { paths, morePaths } = why(modelOf(middle), 'z');
    expect([paths.length, morePaths]).toEqual([20, true]);
  });

  it.each([
    ['bb', 'not in the module graph'],
    ['c@v9.0.0', 'not at v9.0.0'],
  ])('%s: says so and what is near', (target, words) => {
    expect(() => why(model, target)).toThrow(words);
    try {
      why(model, target);
    } catch (error) {
      expect(error).toBeInstanceOf(Fault);
      expect((error as Fault).code).toBe('not-found');
      expect((error as Fault).hint).toMatch(/Did you mean|It is there at v1.2.0, v1.1.0, v1.0.0/);
    }
  });
});
