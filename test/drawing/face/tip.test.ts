import { describe, expect, it } from 'vitest';
import { tipOf } from '../../../drawing/face/tip.ts';
import { findMarks } from '../../../drawing/picture.ts';
import { drawer, recordedModel, viewOf } from '../models.ts';

const model = recordedModel('kubectl');
const marks = findMarks(model);
const scene = await drawer()(viewOf(model));

describe('a tooltip', () => {
  it('says path, version, counts and the worst finding of a module', () => {
    const box = scene.boxes.find(({ id }) => id === 'golang.org/x/sys@v0.18.0')!;
    const { name, rows, glyph } = tipOf(model, box, marks);
    expect(name).toBe('golang.org/x/sys');
    expect(rows).toHaveLength(3);
    expect(rows[0]).toBe('v0.18.0');
    expect(rows[1]).toMatch(/^required by [1-9]\d* · requires \d+$/);
    expect(glyph).toBe('warn');
  });

  it('names six of many, and counts the rest', () => {
    const box = scene.boxes.find(({ kind, nodes }) => kind === 'leaves' && nodes.length === 25)!;
    const { rows, more } = tipOf(model, box, marks);
    expect([rows.length, more]).toEqual([6, 19]);
  });
});
