import { describe, expect, it } from 'vitest';
import { groupFace } from '../../../drawing/face/group-face.ts';
import { textWidth } from '../../../drawing/face/widths.ts';
import { defaultView } from '../../../graph/view/defaults.ts';
import { makeView } from '../../../graph/view/view.ts';
import { modelOf } from '../../graph/lines.ts';

const long = 'a-name-that-is-longer-than-any-column-of-owners-is-wide';
const model = modelOf(
  `m github.com/one/a@v1.0.0\nm github.com/two/a@v1.0.0\nm github.com/two/b@v1.0.0\nm github.com/${long}/a@v1.0.0`,
);
const view = makeView(model, { ...defaultView, collapse: 'owner' });
const faceOf = (owner: string) =>
  groupFace(
    model,
    view.boxes.find(({ id }) => id === `owner:github.com/${owner}`)!,
    { of: () => [] },
  );

describe('the face of an owner', () => {
  it('of one module is lower than others, with its tick beside the name', () => {
    const [one, two] = [faceOf('one'), faceOf('two')];
    expect(one.height).toBeLessThan(two.height);
    expect(one.ticks.length).toBe(1);
    expect(one.texts.map(({ text }) => text)).toContain('one');
    for (const { y, height } of one.ticks) expect(y + height).toBeLessThan(one.height);
  });

  it('never runs its name into the tick or the count', () => {
    for (const owner of ['one', 'two', long]) {
      const { texts, ticks, width } = faceOf(owner);
      const name = texts.find(({ text }) => text === owner)!;
      const end = name.x + textWidth(name.text, name.role);
      const after = [
        ...texts.filter(({ role }) => role === 'count').map(({ x, text }) => x - textWidth(text, 'count')),
        ...ticks.filter(({ y }) => y < name.y).map(({ x }) => x),
      ];
      expect(after.length, owner).toBeGreaterThan(0);
      for (const x of after) expect(x, owner).toBeGreaterThan(end);
      expect(end).toBeLessThan(width);
    }
  });
});
