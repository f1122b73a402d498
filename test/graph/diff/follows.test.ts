import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followsOf } from '../../../graph/diff/follows.ts';

/** Each path needs one of some sets of edits. */
type Needs = ReadonlyMap<string, readonly (readonly number[])[]>;

function made(needs: Needs): (some: readonly number[], path: string) => boolean {
  return (some, path) => (needs.get(path) ?? []).some((set) => set.every((edit) => some.includes(edit)));
}

describe('followsOf', () => {
  it('names every edit that makes a change by itself', () => {
    const needs: Needs = new Map([
      ['a', [[0]]],
      ['b', [[0], [2]]],
    ]);
    expect(followsOf(['a', 'b'], 3, made(needs))).toEqual({ alone: [['a', 'b'], [], ['b']], together: [] });
  });

  it('names a smallest set where none does, and tells paths of one set together', () => {
    const needs: Needs = new Map([
      ['a', [[0, 2]]],
      ['b', [[1, 2, 3]]],
      ['c', [[0, 2]]],
    ]);
    expect(followsOf(['a', 'b', 'c'], 4, made(needs))).toEqual({
      alone: [[], [], [], []],
      together: [
        { edits: [0, 2], paths: ['a', 'c'] },
        { edits: [1, 2, 3], paths: ['b'] },
      ],
    });
  });

  it('no edit of a set can be spared, and every path has a cause', () => {
    const edits = 5;
    const set = fc.uniqueArray(fc.nat(edits - 1), { minLength: 1 });
    const world = fc.array(fc.array(set, { minLength: 1, maxLength: 3 }), { maxLength: 8 });
    fc.assert(
      fc.property(world, (sets) => {
        const needs: Needs = new Map(sets.map((one, n) => [`p${String(n)}`, one]));
        const makes = made(needs);
        const paths = [...needs.keys()];
        const { alone, together } = followsOf(paths, edits, makes);
        alone.forEach((followers, edit) => {
          expect(followers).toEqual(paths.filter((path) => makes([edit], path)));
        });
        for (const { edits: some, paths: followers } of together) {
          expect(some.length).toBeGreaterThan(1);
          for (const path of followers) {
            expect(makes(some, path)).toBe(true);
            for (const edit of some)
              expect(
                makes(
                  some.filter((one) => one !== edit),
                  path,
                ),
              ).toBe(false);
          }
        }
        const told = [...alone.flat(), ...together.flatMap((one) => one.paths)];
        expect(new Set(told)).toEqual(new Set(paths));
      }),
    );
  });

  it('no edits: nothing follows from anything', () => {
    expect(followsOf([], 0, () => true)).toEqual({ alone: [], together: [] });
  });
});
