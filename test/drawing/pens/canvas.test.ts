import { describe, expect, it } from 'vitest';
import { detailOf, paint, type PaintOptions } from '../../../drawing/pens/canvas.ts';
import { landmarksOf } from '../../../drawing/pens/landmarks.ts';
import { noEmphasis } from '../../../drawing/pens/emphasis.ts';
import { boxAt } from '../../../drawing/pens/scene-index.ts';
import type { Scene } from '../../../drawing/scene/types.ts';
import { palettes } from '../../../drawing/theme/tokens.ts';
import { drawer, recordedModel, viewOf } from '../models.ts';
import { Recorder } from './recorder.ts';

const drawView = drawer();

const palette = palettes.light;
const everything = (scene: Scene): PaintOptions['visible'] => ({
  x: 0,
  y: 0,
  width: scene.width,
  height: scene.height,
});

function painted(scene: Scene, options: Partial<PaintOptions> = {}): Recorder {
  const pen = new Recorder();
  paint(pen, scene, palette, { zoom: 1, visible: everything(scene), ruler: false, ...options });
  return pen;
}

describe('paint', () => {
  it('writes every text of every box from 0.75 on', async () => {
    const scene = await drawView(viewOf(recordedModel('echo')));
    const texts = scene.boxes.flatMap((box) => box.texts.map((text) => text.text));
    expect(painted(scene).texts().sort()).toEqual([...texts].sort());
    expect(painted(scene, { zoom: 0.75 }).texts()).toHaveLength(texts.length);
  });

  it('writes names alone below that, all at 9 pixels on the screen', async () => {
    const scene = await drawView(viewOf(recordedModel('echo')));
    const pen = painted(scene, { zoom: 0.6 });
    // One in two lines is two texts, one without room is cut: texts.test.ts holds which.
    const whole = scene.boxes.map((box) => box.texts[0]?.text ?? '').filter((name) => name.length < 12);
    expect(whole.length).toBeGreaterThan(10);
    expect(pen.texts()).toEqual(expect.arrayContaining(whole));
    for (const { name, args, font } of pen.calls) {
      if (name !== 'fillText') continue;
      const size = Number(/([\d.]+)px/.exec(font)?.[1]) * 0.6;
      const box = scene.boxes.find((one) => one.texts[0]?.text.includes(String(args[0]).replace('…', '')))!;
      expect(size).toBeCloseTo(9, 1);
      expect(Number(args[1]) + (size / 0.6) * 0.602 * String(args[0]).length).toBeLessThanOrEqual(box.x + box.width);
    }
  });

  it('writes no name in a box below 0.35, but landmarks of 10 pixels on the screen', async () => {
    const scene = await drawView(viewOf(recordedModel('echo')));
    const written = painted(scene, { zoom: 0.34 });
    expect(written.texts()).toEqual(landmarksOf(scene, 0.34).map(({ text }) => text));
    for (const { name, font } of written.calls)
      if (name === 'fillText') expect(Number(/([\d.]+)px/.exec(font)?.[1])).toBeCloseTo(10 / 0.34, 1);
    expect(painted(scene, { zoom: 0.34 }).count('rect')).toBe(scene.boxes.length);
    expect([0.75, 0.749, 0.35, 0.349].map((zoom) => detailOf('full', zoom))).toEqual([
      'full',
      'names',
      'names',
      'blocks',
    ]);
    expect([0.857, 0.856, 0.48, 0.479].map((zoom) => detailOf('names', zoom))).toEqual([
      'full',
      'names',
      'names',
      'blocks',
    ]);
  });

  it('marks what changed there, too: not by its colour alone', async () => {
    const scene = await drawView(viewOf(recordedModel('echo')));
    const [first, second, ...rest] = scene.boxes;
    const added = { ...first!, change: 'added', glyphs: [{ glyph: 'added', colour: 'added', x: 0, y: 0 }] } as const;
    const kept = { ...second!, change: 'kept', glyphs: [{ glyph: 'cycle', colour: 'cycle', x: 0, y: 0 }] } as const;
    const changed = { ...scene, boxes: [added, kept, ...rest] };
    const paper = (one: Scene): number =>
      painted(one, { zoom: 0.34 }).calls.filter(({ name, stroke }) => name === 'stroke' && stroke === palette.canvas)
        .length;
    // The cycle of the second box is one of the marks that stand out there, too.
    expect(paper({ ...scene, boxes: rest })).toBe(paper({ ...scene, boxes: rest.map((box) => ({ ...box })) }));
    expect(paper(changed) - paper({ ...scene, boxes: rest })).toBe(2);
  });

  it('far out, what lost or is left over is an empty block with a dashed border; what is wrong with it fills it', async () => {
    const scene = await drawView(viewOf(recordedModel('kubectl')));
    const kept = scene.boxes.filter(({ border }) => border === 'kept');
    expect(kept.length).toBeGreaterThan(5);
    const dashed = (one: Scene): number =>
      painted(one, { zoom: 0.3 }).calls.filter(({ name, stroke }) => name === 'stroke' && stroke === palette.info)
        .length;
    const filled = (one: Scene, colour: string): number =>
      painted(one, { zoom: 0.3 }).calls.filter(({ name, fill }) => name === 'rect' && fill === colour).length;
    expect(dashed(scene)).toBe(1);
    expect(filled(scene, palette.canvas)).toBe(kept.length);
    // Two grays would need a word for each.
    expect(filled(scene, palette.info)).toBe(0);
    const glyphs = [{ glyph: 'high', colour: 'high', x: 0, y: 0 }] as const;
    const wrong = { ...scene, boxes: scene.boxes.map((box) => (box.border === 'kept' ? { ...box, glyphs } : box)) };
    expect(dashed(wrong)).toBe(0);
    expect(filled(wrong, palette.high)).toBe(kept.length);
  });

  it('passes over what cannot be seen', async () => {
    const scene = await drawView(viewOf(recordedModel('kubectl')));
    const away = painted(scene, { visible: { x: -5000, y: -5000, width: 100, height: 100 } });
    expect(away.texts()).toEqual([]);
    expect(away.count('bezierCurveTo')).toBe(0);
    const box = scene.boxes[10]!;
    const near = painted(scene, { visible: { x: box.x, y: box.y, width: 1, height: 1 } });
    expect(near.texts()).toContain(box.texts[0]?.text);
    expect(near.texts().length).toBeLessThan(12);
  });

  it('leaves the pen as it was found', async () => {
    const scene = await drawView(viewOf(recordedModel('traefik')));
    const pen = painted(scene, { emphasis: { ...noEmphasis, dimOthers: true, focused: scene.boxes[0]!.id } });
    expect(pen.count('save')).toBe(1);
    expect(pen.count('restore')).toBe(1);
    expect(pen.calls.at(-1)?.name).toBe('restore');
  });

  it('strokes once a style, not once a line', async () => {
    const scene = await drawView(viewOf(recordedModel('kubectl')));
    expect(scene.lines.length).toBeGreaterThan(100);
    const marks = scene.boxes.filter(({ glyphs }) => glyphs.length > 0).length;
    const pen = painted(scene, { zoom: 0.3 });
    expect(pen.count('stroke') - marks).toBeLessThan(6);
  });

  it('dims what a selection leaves alone, and brings out its own', async () => {
    const scene = await drawView(viewOf(recordedModel('echo')));
    const [main, sys] = [scene.boxes.find((box) => box.main)!.id, 'golang.org/x/sys@v0.19.0'];
    const emphasis = {
      ...noEmphasis,
      selected: sys,
      dimOthers: true,
      related: new Set(['github.com/mattn/go-isatty@v0.0.20']),
    };
    const pen = painted(scene, { emphasis, dim: 0.25 });
    const alphaOf = (text: string): number | undefined =>
      pen.calls.find(({ name, args }) => name === 'fillText' && args[0] === text)?.alpha;
    expect(alphaOf('x/sys')).toBe(1);
    expect(alphaOf('go-isatty')).toBe(1);
    expect(alphaOf('testify')).toBe(0.25);
    const strokes = pen.calls.filter(({ name }) => name === 'stroke');
    expect(strokes.some(({ stroke, width }) => stroke === palette['edge-strong'] && width === 1.4)).toBe(true);
    expect(strokes.some(({ stroke, width }) => stroke === palette.accent && width === 2)).toBe(true);
    const path = [main, 'github.com/golang-jwt/jwt@v3.2.2+incompatible'];
    const onPath = painted(scene, { emphasis: { ...noEmphasis, path } }).calls.filter(({ name }) => name === 'stroke');
    expect(onPath.some(({ stroke, width }) => stroke === palette.accent && width === 2)).toBe(true);
    expect(onPath.some(({ stroke, width }) => stroke === palette.accent && width === 1.5)).toBe(true);
  });

  it('hides lines between groups until a selection asks for them', async () => {
    const scene = await drawView(viewOf(recordedModel('traefik'), { collapse: 'owner' }));
    const blank = painted(scene, { hideQuiet: true, zoom: 0.3 }).count('bezierCurveTo');
    const asked = painted(scene, {
      hideQuiet: true,
      zoom: 0.3,
      emphasis: { ...noEmphasis, selected: 'owner:golang.org/x' },
    });
    expect(asked.count('bezierCurveTo')).toBeGreaterThan(blank);
    expect(asked.calls.some(({ name, stroke }) => name === 'stroke' && stroke === palette.accent)).toBe(true);
    expect(painted(scene, { zoom: 0.3 }).count('bezierCurveTo')).toBeGreaterThan(asked.count('bezierCurveTo'));
  });

  it('finds the box at a point, one inside a frame before its frame', async () => {
    const scene = await drawView(viewOf(recordedModel('kubectl'), { open: ['cycle:golang.org/x/net@v0.23.0'] }));
    const frame = scene.boxes.find((box) => box.isFrame)!;
    const inner = scene.boxes.find((box) => box.frame === frame.id)!;
    expect(boxAt(scene, inner.x + 5, inner.y + 5)?.id).toBe(inner.id);
    expect(boxAt(scene, frame.x + 2, frame.y + 2)?.id).toBe(frame.id);
    expect(boxAt(scene, -50, -50)).toBeUndefined();
  });
});
