import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followsOf } from '../../../graph/diff/follows.ts';

/** Each path needs one of some sets of edits. */
type Needs = ReadonlyMap<string, readonly (readonly number[])[]>;

function made(needs: Needs): (some: readonly number[], path: string) => Promise<boolean> {
  const makes = madeNow(needs);
  return (some, path) => Promise.resolve(makes(some, path));
}

function madeNow(needs: Needs): (some: readonly number[], path: string) => boolean {
  return (some, path) => (needs.get(path) ?? []).some((set) => set.every((edit) => some.includes(edit)));
}

describe('followsOf', () => {
  it('names every edit that makes a change by itself', async () => {
    const needs: Needs = new Map([
      ['a', [[0]]],
      ['b', [[0], [2]]],
    ]);
    expect(await followsOf(['a', 'b'], 3, made(needs))).toEqual({ alone: [['a', 'b'], [], ['b']], together: [] });
  });

  it('names a smallest set where none does, and tells paths of one set together', async () => {
    const needs: Needs = new Map([
      ['a', [[0, 2]]],
      ['b', [[1, 2, 3]]],
      ['c', [[0, 2]]],
    ]);
    expect(await followsOf(['a', 'b', 'c'], 4, made(needs))).toEqual({
      alone: [[], [], [], []],
      together: [
        { edits: [0, 2], paths: ['a', 'c'] },
        { edits: [1, 2, 3], paths: ['b'] },
      ],
    });
  });

  it('no edit of a set can be spared, and every path has a cause', async () => {
    const edits = 5;
    const set = fc.uniqueArray(fc.nat(edits - 1), { minLength: 1 });
    const world = fc.array(fc.array(set, { minLength: 1, maxLength: 3 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(world, async (sets) => {
        const needs: Needs = new Map(sets.map((one, n) => [`p${String(n)}`, one]));
        const makes = madeNow(needs);
        const paths = [...needs.keys()];
        const { alone, together } = await followsOf(paths, edits, made(needs));
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

  it('asks for few sets, where one edit after the other would be many', async () => {
    let asked = 0;
    const { together } = await followsOf(['a'], 100, (some) => {
      asked++;
      return Promise.resolve(some.includes(20) && some.includes(70));
    });
    expect(together).toEqual([{ edits: [20, 70], paths: ['a'] }]);
    expect(asked - 100).toBeLessThan(30);
  });

  it('no edits: nothing follows from anything', async () => {
    expect(await followsOf([], 0, () => Promise.resolve(true))).toEqual({ alone: [], together: [] });
    expect(await followsOf(['a'], 0, () => Promise.resolve(true))).toEqual({ alone: [], together: [] });
  });

  it('never asks what no edit at all makes: that is the base', async () => {
    const asked: (readonly number[])[] = [];
    await followsOf(['a', 'b'], 4, (some, path) => {
      asked.push(some);
      return Promise.resolve(path === 'a' ? some.includes(3) && some.includes(1) : some.length === 4);
    });
    expect(asked.filter((some) => some.length === 0)).toEqual([]);
    expect(asked.length).toBeGreaterThan(8);
  });
});
