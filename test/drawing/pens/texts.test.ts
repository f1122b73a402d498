import { describe, expect, it } from 'vitest';
import { nameAlone } from '../../../drawing/pens/texts.ts';
import type { SceneBox } from '../../../drawing/scene/types.ts';
import { drawer, recordedModel, viewOf } from '../models.ts';

const scene = await drawer()(viewOf(recordedModel('kubectl')));
const boxOf = (name: string): SceneBox => {
  const found = scene.boxes.find(({ texts }) => texts.some(({ text }) => text === name));
  if (found === undefined) throw new Error(`kubectl has no box ${name}`);
  return found;
};

describe('a name that stands alone', () => {
  it('stands in one line at 10 pixels where there is room', () => {
    expect(nameAlone(boxOf('api'), 0.6)).toEqual({ lines: ['api'], size: 10 });
  });

  it('is broken behind a sign where one line could not be read', () => {
    const name = nameAlone(boxOf('component-helpers'), 0.56);
    expect(name?.lines).toEqual(['component-', 'helpers']);
    expect(name?.size).toBeGreaterThanOrEqual(9);
  });

  it('is broken between two words', () => {
    const leaves = { ...boxOf('api'), width: 76, texts: [{ text: '25 leaves', role: 'name', x: 0, y: 0 }] } as const;
    expect(nameAlone(leaves, 0.6)?.lines).toEqual(['25 ', 'leaves']);
  });

  it('is broken in its middle where it has no sign', () => {
    const name = nameAlone(boxOf('apimachinery'), 0.52);
    expect(name?.lines).toEqual(['apimac', 'hinery']);
    expect(name?.size).toBeGreaterThanOrEqual(9);
    expect(nameAlone(boxOf('apimachinery'), 0.72)?.lines).toEqual(['apimachinery']);
  });

  it('is not broken in a box too low for two lines, and left out where nothing can be read', () => {
    expect(nameAlone(boxOf('component-helpers'), 0.2)).toBeUndefined();
  });

  it('never reaches out of its box', () => {
    for (const box of scene.boxes) {
      for (const zoom of [0.36, 0.45, 0.5, 0.6, 0.74]) {
        const name = nameAlone(box, zoom);
        if (name === undefined) continue;
        // 0.602 em is the widest a letter of the mono faces is drawn.
        const width = Math.max(...name.lines.map((line) => line.length)) * name.size * 0.602;
        expect(width, `${name.lines.join('')} at ${zoom}`).toBeLessThanOrEqual(box.width * zoom);
        expect(name.lines.length * name.size * 0.92, name.lines.join('')).toBeLessThanOrEqual(box.height * zoom + 0.01);
      }
    }
  });
});
