/** Boxes of the direct picture: ticks for what a requirement alone brings, and what it shares. */
import { describe, expect, it } from 'vitest';
import { broughtFace } from '../../../drawing/face/brought-face.ts';
import { faceOf } from '../../../drawing/face/face.ts';
import type { Marks } from '../../../drawing/face/marks.ts';
import { textWidth } from '../../../drawing/face/widths.ts';
import type { Face } from '../../../drawing/scene/types.ts';
import type { Box } from '../../../graph/view/types.ts';
import { modelOf } from '../../graph/lines.ts';
import { viewOf } from '../models.ts';

const noMarks: Marks = { of: () => [] };

/** m → a.b/a; it alone brings so many, and shares so many with a.b/z. */
function faces(brings: number, shares: number): { box: Box; plain: Face; face: Face } {
  const names = (kind: string, count: number): string[] =>
    Array.from({ length: count }, (_, i) => `a.b/${kind}${i}@v1.0.0`);
  const model = modelOf(
    [
      'm a.b/a@v1.0.0\nm a.b/z@v1.0.0',
      ...names('o', brings).map((name) => `a.b/a@v1.0.0 ${name}`),
      ...names('s', shares).flatMap((name) => [`a.b/a@v1.0.0 ${name}`, `a.b/z@v1.0.0 ${name}`]),
    ].join('\n'),
  );
  const view = viewOf(model, { limit: 1 });
  const box = view.boxes.find(({ id }) => id === 'a.b/a@v1.0.0')!;
  const plain = faceOf({ ...box, brings: [], shares: 0 }, view, noMarks);
  return { box, plain, face: broughtFace(model, box, plain, noMarks) };
}
const numbers = (face: Face): string[] => face.texts.flatMap(({ role, text }) => (role === 'number' ? text : []));

describe('a box that brings and shares nothing', () => {
  it('keeps its face', () => {
    const { face, plain } = faces(0, 0);
    expect(face).toBe(plain);
  });
});

describe('a box that brings', () => {
  it('has a tick for each as long as they fit', () => {
    const { box, face } = faces(5, 0);
    expect(box.brings).toHaveLength(5);
    expect(face.ticks).toHaveLength(5);
    expect(numbers(face)).toEqual([]);
    expect(face.title).toMatch(/, alone brings 5 modules$/);
  });

  it('then says how many more', () => {
    const { face } = faces(148, 31);
    const more = 148 - face.ticks.length;
    expect(more).toBeGreaterThan(0);
    expect(numbers(face)).toEqual([`+${more}`, '31 shared']);
    expect(face.title).toMatch(/, alone brings 148 modules and shares 31$/);
  });

  it.each([
    [1, 0],
    [5, 3],
    [40, 0],
    [148, 31],
    [2000, 1000],
    [0, 7],
  ])('%i and shares %i: nothing runs over anything, nor out of the box', (brings, shares) => {
    const { face } = faces(brings, shares);
    const row = [
      ...face.ticks.map(({ x }) => ({ left: x, right: x + 1 })),
      ...face.texts
        .filter(({ role, y }) => role === 'number' && y > 36)
        .map((text) => {
          const width = textWidth(text.text, text.role);
          const left = text.end === true ? text.x - width : text.x;
          return { left, right: left + width };
        }),
    ].sort((a, b) => a.left - b.left);
    row.forEach(({ left, right }, at) => {
      expect(right).toBeLessThanOrEqual(face.width);
      expect(left).toBeGreaterThanOrEqual(at === 0 ? 0 : row[at - 1]!.right);
    });
    expect(face.ticks.length + Number(/\d+/.exec(numbers(face).find((one) => one.startsWith('+')) ?? '+0')![0])).toBe(
      brings,
    );
  });

  it('says of one that brings nothing what it shares', () => {
    const { face } = faces(0, 1);
    expect([face.ticks.length, numbers(face)]).toEqual([0, ['1 shared']]);
    expect(face.title).toMatch(/, brings nothing alone and shares 1 module$/);
  });
});
