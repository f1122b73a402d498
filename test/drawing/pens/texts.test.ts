import { describe, expect, it } from 'vitest';
import { nameAlone } from '../../../drawing/pens/texts.ts';
import type { SceneBox } from '../../../drawing/scene/types.ts';
import { drawer, recordedModel, viewOf } from '../models.ts';

const scene = await drawer()(viewOf(recordedModel('kubectl'), { collapse: 'none', limit: 0, foldLeaves: false }));
const boxOf = (name: string): SceneBox => {
  const found = scene.boxes.find(({ texts }) => texts.some(({ text }) => text === name));
  if (found === undefined) throw new Error(`kubectl has no box ${name}`);
  return found;
};
/** The box as wide as it needs to be for `name` at this size and no mark. */
const named = (name: string, width: number, height = 36): SceneBox => ({
  ...boxOf('api'),
  ...{ width, height, direct: false, glyphs: [] },
  texts: [{ text: name, role: 'name', x: 0, y: 0 }],
});

describe('a name that stands alone', () => {
  it('stands in one line at 9 pixels where there is room', () => {
    expect(nameAlone(boxOf('api'), 'full', 0.6)).toEqual({ lines: ['api'], size: 9 });
  });

  it('is broken behind a sign where one line has no room', () => {
    expect(nameAlone(named('component-helpers', 110), 'full', 0.56)).toEqual({
      lines: ['component-', 'helpers'],
      size: 9,
    });
  });

  it('is broken between two words', () => {
    expect(nameAlone(named('25 leaves', 70), 'full', 0.6)?.lines).toEqual(['25 ', 'leaves']);
  });

  it('is never broken inside a word: it is cut where it has no sign to be broken at', () => {
    expect(nameAlone(named('apimachinery', 90), 'full', 0.52)?.lines).toEqual(['apimach…']);
    expect(nameAlone(named('apimachinery', 90), 'full', 0.74)?.lines).toEqual(['apimachine…']);
  });

  it('is not broken in a box too low for two lines, and left out where nothing can be read', () => {
    expect(nameAlone(named('component-helpers', 110, 22), 'full', 0.56)?.lines).toEqual(['component…']);
    expect(nameAlone(named('component-helpers', 20), 'full', 0.56)).toBeUndefined();
  });

  it('keeps clear of the mark at the right end of its box', () => {
    const free = named('apimachinery', 140);
    const marked: SceneBox = { ...free, glyphs: [{ glyph: 'warn', colour: 'warn', x: 0, y: 0 }] };
    expect(nameAlone(free, 'full', 0.5)?.lines).toEqual(['apimachinery']);
    expect(nameAlone(marked, 'full', 0.5)?.lines).toEqual(['apimachin…']);
  });

  it('is of one size in one picture, and never reaches out of its box', () => {
    for (const zoom of [0.36, 0.45, 0.5, 0.6, 0.74]) {
      const sizes = new Set<number>();
      for (const box of scene.boxes) {
        const name = nameAlone(box, scene.level, zoom);
        if (name === undefined) continue;
        sizes.add(name.size);
        // 0.602 em is the widest a letter of the mono faces is drawn.
        const width = Math.max(...name.lines.map((line) => line.length)) * name.size * 0.602;
        expect(width, `${name.lines.join('')} at ${zoom}`).toBeLessThanOrEqual(box.width * zoom);
        expect(name.lines.length * name.size * 0.88, name.lines.join('')).toBeLessThanOrEqual(box.height * zoom + 0.2);
      }
      expect(sizes.size, `at ${zoom}`).toBe(1);
    }
  });
});
