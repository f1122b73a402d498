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
    const { name, rows, glyph } = tipOf(model, box, marks, 'selected');
    expect(name).toBe('golang.org/x/sys');
    expect(rows).toHaveLength(3);
    expect(rows[0]).toBe('v0.18.0');
    // As the panel counts them: whatever version of it is required.
    expect(rows[1]).toBe('required by 21 · requires 0');
    expect(glyph).toBe('warn');
  });

  it('names six of many, and counts the rest', () => {
    const box = scene.boxes.find(({ kind, nodes }) => kind === 'leaves' && nodes.length === 25)!;
    const { rows, more } = tipOf(model, box, marks, 'selected');
    expect([rows.length, more]).toEqual([6, 19]);
  });
});
