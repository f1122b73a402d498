/** A scene on a canvas, at the level of detail of its zoom (the look, The box). */
import { sheetsOf } from '../scene/sheets.ts';
import type { NameLevel, Scene, SceneBox } from '../scene/types.ts';
import { leastZoom } from '../scene/aspect.ts';
import type { Palette } from '../theme/tokens.ts';
import { paintBlocks, paintBoxes, paintRing, type LitBox } from './boxes.ts';
import { Lit, noEmphasis, type Emphasis } from './emphasis.ts';
import { Grid } from './grid.ts';
import { paintLandmarks } from './landmarks.ts';
import { paintImplied, paintLines, paintTouching, type LinePaint } from './lines.ts';
import { runAll, type Pen2d } from './pen.ts';
import { boxIsIn, indexOf, type Area } from './scene-index.ts';
import { paintHeadings, paintRulerLabels, paintRulerLines } from './surroundings.ts';
import { paintBadges, paintGlyphs, paintLabels, paintNames, paintTexts } from './texts.ts';

export interface PaintOptions {
  /** Screen pixels a scene pixel, device pixels left aside. */
  readonly zoom: number;
  /** Device pixels a screen pixel; default 1. The upper left corner of what can be seen is that of a device pixel. */
  readonly ratio?: number;
  /** What of the scene can be seen, in scene pixels. */
  readonly visible: Area;
  readonly emphasis?: Emphasis;
  /** Opacity of what is dimmed: theme/tokens.ts. */
  readonly dim?: number;
  /** Leave out the lines between groups that nothing brings out: the first view of a large graph. */
  readonly hideQuiet?: boolean;
  /** Draw the ruler along the edge of what can be seen; default true. */
  readonly ruler?: boolean;
}

/** Boxes of one step: blocks are painted quickly, texts are not. */
const boxBatch: Readonly<Record<Detail, number>> = { blocks: 2000, names: 200, full: 100 };
/** From here on names alone are drawn; below, blocks. Boxes of one line are lower. */
const nameDetail: Readonly<Record<NameLevel, number>> = { full: 0.35, versions: 0.48, names: 0.48 };
/** Dashes are left out below. */
const dashDetail = 0.35;

type Detail = 'full' | 'names' | 'blocks';

/** What is drawn of a picture's boxes: everything, as long as its names can be read. */
export function detailOf(level: NameLevel, zoom: number): Detail {
  return zoom >= leastZoom[level] ? 'full' : zoom >= nameDetail[level] ? 'names' : 'blocks';
}

/**
 * Paints the scene. The pen must be cleared and its transform set so that scene pixels fall where they belong; it is left
 * as it was found. Costs by what is visible: lines and boxes outside of it are passed over.
 */
export function paint(pen: Pen2d, scene: Scene, palette: Palette, options: PaintOptions): void {
  runAll(paintSteps(pen, scene, palette, options));
}

/** The same in steps, so that a large picture can be painted between frames. Nothing else may use the pen meanwhile. */
export function* paintSteps(pen: Pen2d, scene: Scene, palette: Palette, options: PaintOptions): Generator<undefined> {
  const [paper = scene, ...cards] = sheetsOf(scene);
  yield* paintSheet(pen, paper, palette, options);
  for (const card of cards) yield* paintSheet(pen, card, palette, { ...options, ruler: false });
}

function* paintSheet(pen: Pen2d, scene: Scene, palette: Palette, options: PaintOptions): Generator<undefined> {
  const { zoom, visible, emphasis = noEmphasis } = options;
  const index = indexOf(scene);
  const grid = new Grid(zoom, options.ratio ?? 1, visible);
  const lit = new Lit(emphasis, scene.boxes);
  const boxes = scene.boxes.filter((box) => boxIsIn(box, visible)).map((box): LitBox => ({ box, state: lit.box(box) }));
  const frames = boxes.filter(({ box }) => box.isFrame);
  const others = boxes.filter(({ box }) => !box.isFrame);
  const lines: LinePaint = {
    scene,
    index,
    lit,
    palette,
    visible,
    hideQuiet: options.hideQuiet === true,
    dashes: zoom >= dashDetail,
    zoom,
    grid,
  };
  const layers = {
    palette,
    zoom,
    grid,
    dim: options.dim ?? 0.4,
    level: scene.level,
    detail: detailOf(scene.level, zoom),
  };
  pen.save();
  if (options.ruler !== false) paintRulerLines(pen, scene, palette, zoom, visible);
  paintHeadings(pen, scene, palette, visible, layers.detail !== 'blocks');
  paintLayer(pen, frames, { ...layers, detail: layers.detail === 'blocks' ? 'names' : layers.detail });
  yield;
  yield* paintLines(pen, lines);
  if (hasBows(emphasis)) paintImplied(pen, emphasis, lines);
  const batch = boxBatch[layers.detail];
  for (let from = 0; from < others.length; from += batch) {
    paintLayer(pen, others.slice(from, from + batch), layers);
    yield;
  }
  if (layers.detail === 'blocks') paintLandmarks(pen, scene, palette, zoom, visible);
  paintLabels(pen, scene.labels ?? [], palette);
  const focused = emphasis.focused === undefined ? undefined : index.boxes.get(emphasis.focused);
  if (focused !== undefined) paintRing(pen, focused, palette);
  if (options.ruler !== false) paintRulerLabels(pen, scene, palette, zoom, visible);
  pen.restore();
}

function hasBows({ implied, unlined, unseen }: Emphasis): boolean {
  return implied.length > 0 || unlined !== undefined || unseen !== undefined;
}

/**
 * Paints over a finished picture what one or two boxes, hovered or selected since, stand out by: their lines, and themselves. Cheap
 * enough for every frame.
 */
export function paintOver(
  pen: Pen2d,
  scene: Scene,
  palette: Palette,
  ids: readonly string[],
  options: PaintOptions,
): void {
  const { zoom, visible, emphasis = noEmphasis } = options;
  const index = indexOf(scene);
  const grid = new Grid(zoom, options.ratio ?? 1, visible);
  const lit = new Lit(emphasis, []);
  const lines = {
    scene,
    index,
    lit,
    palette,
    visible,
    hideQuiet: options.hideQuiet === true,
    dashes: false,
    zoom,
    grid,
  };
  const boxes = ids.flatMap((id) => index.boxes.get(id) ?? []).filter((box) => boxIsIn(box, visible) && !box.isFrame);
  pen.save();
  paintTouching(pen, ids, lines);
  if (hasBows(emphasis)) paintImplied(pen, emphasis, lines);
  const lights = boxes.map((box): LitBox => ({ box, state: lit.box(box) }));
  paintLayer(pen, lights, {
    palette,
    grid,
    zoom,
    dim: options.dim ?? 0.4,
    level: scene.level,
    detail: detailOf(scene.level, zoom),
  });
  const focused = emphasis.focused === undefined ? undefined : index.boxes.get(emphasis.focused);
  if (focused !== undefined) paintRing(pen, focused, palette);
  pen.restore();
}

/** The ruler alone: its lines, which belong under everything, or its labels, which belong over everything. */
export function paintRuler(
  pen: Pen2d,
  scene: Scene,
  palette: Palette,
  { zoom, visible }: Pick<PaintOptions, 'zoom' | 'visible'>,
  part: 'lines' | 'labels',
): void {
  if (part === 'lines') paintRulerLines(pen, scene, palette, zoom, visible);
  else paintRulerLabels(pen, scene, palette, zoom, visible);
}

interface Layer {
  readonly palette: Palette;
  readonly grid: Grid;
  readonly zoom: number;
  readonly dim: number;
  readonly level: NameLevel;
  readonly detail: Detail;
}

/** Boxes of one layer, dimmed ones first. Dimmed boxes keep their glyphs. */
function paintLayer(pen: Pen2d, boxes: readonly LitBox[], layer: Layer): void {
  for (const dimmed of [true, false]) {
    const some = boxes.filter(({ state }) => (state === 'dim') === dimmed);
    if (some.length === 0) continue;
    const alpha = dimmed ? layer.dim : 1;
    pen.globalAlpha = alpha;
    if (layer.detail === 'blocks') paintBlocks(pen, some, layer.palette, layer.grid);
    else paintBoxes(pen, some, layer.palette, alpha, layer.grid);
    const plain: SceneBox[] = some.map(({ box }) => box);
    // What became of a module, or is wrong with it, is never told by its colour alone.
    if (layer.detail === 'blocks') paintBadges(pen, plain, layer.palette, layer.zoom, 'block');
    if (layer.detail === 'names') {
      paintNames(pen, plain, layer.palette, layer.level, layer.zoom);
      paintBadges(pen, plain, layer.palette, layer.zoom, 'box');
    }
    if (layer.detail === 'full') {
      paintTexts(pen, plain, layer.palette, layer.zoom);
      paintGlyphs(pen, plain, layer.palette, layer.level);
    }
  }
  pen.globalAlpha = 1;
}
