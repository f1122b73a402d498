/** What several selected boxes bring out: themselves, and the lines among them. */
import { describe, expect, it } from 'vitest';
import { Lit, noEmphasis } from '../../../drawing/pens/emphasis.ts';
import { scene } from '../../client/scenes.ts';

const picture = scene([{ id: 'a' }, { id: 'b' }, { id: 'c' }], ['a>b', 'b>c']);
const lit = (also: readonly string[], quiet = false): Record<string, string> => {
  const found = new Lit(
    { ...noEmphasis, selected: 'a', also, related: new Set(['a', ...also]), dimOthers: true },
    picture.boxes,
  );
  return Object.fromEntries<string>([
    ...picture.boxes.map((box) => [box.id, found.box(box)] as const),
    ...picture.lines.map((line) => [`${line.from}>${line.to}`, found.line({ ...line, quiet })] as const),
  ]);
};

describe('several selected boxes', () => {
  it('look alike, and only lines from one to another stand out', () => {
    expect(lit(['b'])).toEqual({ a: 'selected', b: 'selected', c: 'dim', 'a>b': 'related', 'b>c': 'dim' });
    expect(lit(['c'])).toEqual({ a: 'selected', b: 'dim', c: 'selected', 'a>b': 'dim', 'b>c': 'dim' });
  });

  it('between groups, too, where one box brings out all of its lines', () => {
    expect(lit([], true)).toMatchObject({ 'a>b': 'asked', 'b>c': 'dim' });
    expect(lit(['b'], true)).toMatchObject({ 'a>b': 'asking', 'b>c': 'dim' });
    expect(lit(['c'], true)).toMatchObject({ 'a>b': 'dim', 'b>c': 'dim' });
  });

  it('what leads to a group and what leads on from it are told apart', () => {
    const { lines, boxes } = picture;
    const found = new Lit({ ...noEmphasis, selected: 'b', related: new Set(['a', 'b', 'c']), dimOthers: true }, boxes);
    expect(lines.map((line) => found.line({ ...line, quiet: true }))).toEqual(['asking', 'asked']);
  });
});
