/** From a view to its scene: faces, then what is inside frames, then the whole, then everything in its place. */
import { findConflicts, findCycles, findFindings } from '../graph/findings/index.ts';
import type { Union } from '../graph/diff/union.ts';
import type { Model } from '../graph/model/model.ts';
import type { Box, Line, View } from '../graph/view/types.ts';
import { faceOf, type FaceOptions } from './face/face.ts';
import { labelsOf } from './face/labels.ts';
import { marksOf, type Marks } from './face/marks.ts';
import { chooseEngine, type EngineName } from './layout/choose.ts';
import { columnsEngine } from './layout/columns.ts';
import { layeredEngine } from './layout/layered.ts';
import type { CancelSignal, Direction, Layout, LayoutEngine, LayoutGraph } from './layout/types.ts';
import {
  defaultRoom,
  estimateSizes,
  fillsScreen,
  layOutBothUpTo,
  leastZoom,
  screenRoom,
  triedShapes,
  zoomToFit,
  type Room,
} from './scene/aspect.ts';
import { nearestLayout, oldScene, placesBefore, type OldScene } from './scene/before.ts';
import { buildScene, type Placed } from './scene/build.ts';
import { isCycleAlone } from './scene/line-labels.ts';
import { placeFrame, type PlacedFrame } from './scene/frame.ts';
import type { Face, NameLevel, Scene } from './scene/types.ts';

export interface DrawOptions {
  readonly direction: Direction | 'auto';
  readonly engine: EngineName | 'auto';
  /** The room that direction `auto` fits the picture to; pixels. */
  readonly aspect?: Room;
  /** Draw the mark of a lower version lost within a major. */
  readonly showLow?: boolean;
  /** Marks made before, for a page that draws one model again and again. */
  readonly marks?: Marks;
  /**
   * The picture before, which the new one is to be followed from: what stays keeps its place as far as that costs little. Never given for
   * a file: that is of its view alone.
   */
  readonly before?: Scene;
  /** The view is of this union: boxes and lines say what became of them. */
  readonly union?: Union;
  /** A group opened among columns lies over them, and nothing else moves. Not for a file: what it covers could not be seen. */
  readonly cards?: boolean;
}

/** The layout engines that need something from outside: elk runs in a worker. */
export interface Engines {
  readonly elk: LayoutEngine;
  /** Our own, when it is to run elsewhere, as in a test that holds it up; without this it runs here. */
  readonly layered?: LayoutEngine;
}

/** The marks of a model, from everything that is found about it. */
export function findMarks(model: Model): Marks {
  return marksOf(model, { findings: findFindings(model), conflicts: findConflicts(model), cycles: findCycles(model) });
}

/**
 * Draws a view. Direction `auto` takes down or right, whichever fits the room at the larger zoom: both are laid out up to
 * 150 boxes, above that their sizes are estimated. Up to 150 boxes that would be too small to be read are folded to the shape of
 * a screen. Rejects with the signal's reason when cancelled, with a Fault when the
 * engine fails.
 */
export async function draw(view: View, given: DrawOptions, engines: Engines, signal: CancelSignal): Promise<Scene> {
  // What stands on the lines of a cycle has room where they run down.
  const options = given.direction === 'auto' && isCycleAlone(view) ? { ...given, direction: 'down' as const } : given;
  const { union } = options;
  const marks = union !== undefined ? noMarks : (options.marks ?? findMarks(view.model));
  const labels = labelsOf(view);
  const name = engineFor(view, options);
  const engine = engineOf(name, engines);
  const old = view.boxes.length > mostKept ? undefined : oldFor(options, name);
  const levels = levelsFor(view, name);
  for (const [at, level] of levels.entries()) {
    const faceOptions = {
      ...{ level, labels, showLow: options.showLow === true },
      ...(union === undefined ? {} : { changes: union.changes }),
    };
    const faces = evenFaces(view, marks, faceOptions);
    const inner = view.boxes.map((box) =>
      (box.inside?.boxes ?? []).map((member) =>
        faceOf(member, view, marks, { ...faceOptions, inCycle: box.kind === 'cycle' }),
      ),
    );
    const isLast = at === levels.length - 1;
    const place: Place = (direction, aspect, keeps = true) =>
      placeView(view, faces, inner, {
        ...{ engine, engines, direction, signal, level, cards: options.cards === true },
        ...(aspect === undefined ? {} : { aspect }),
        ...(keeps && old !== undefined ? { old } : {}),
      });
    const least = isLast ? undefined : leastZoom[level];
    if (least !== undefined && fillsScreen(graphOf(view.boxes, faces, view, level), least)) continue;
    const placed = await choosePlaced(view, faces, { ...options, engine: name, level, least }, place, old);
    if (placed !== undefined && (least === undefined || zoomToFit(placed.layout, screenRoom) >= least))
      return buildScene(view, faces, placed, level, union);
  }
  throw new RangeError('There must be a level to draw at.');
}

/**
 * How much is said of each module, tried in this order until the picture can be read on a screen. What has boxes of groups says
 * all, and so does what is too large to be read as a whole: it is read from nearby.
 */
function levelsFor(view: View, engine: EngineName): readonly NameLevel[] {
  const canBeRead = engine !== 'columns' && view.boxes.length <= layOutBothUpTo && !isByOwner(view);
  return canBeRead ? ['full', 'versions', 'names'] : ['full'];
}

/** More boxes than this are too many to be followed, and to be laid out several times: 4,804 took 27 seconds instead of 11. */
const mostKept = 1500;

/** The picture before, where the same engine drew it the same way: columns say nothing to layers, nor down to right. */
function oldFor({ before, direction }: DrawOptions, engine: EngineName): OldScene | undefined {
  if (before === undefined || engine === 'elk') return undefined;
  const isColumns = engine === 'columns';
  const turns = !isColumns && direction !== 'auto' && direction !== before.direction;
  return before.headings.length > 0 === isColumns && !turns ? oldScene(before) : undefined;
}

/** What is found about one graph says nothing of a difference. */
const noMarks: Marks = { of: () => [] };

/** Groups as wide as the widest of them. */
function evenFaces(view: View, marks: Marks, options: FaceOptions): Face[] {
  const faces = view.boxes.map((box) => faceOf(box, view, marks, options));
  const groupWidth = Math.max(0, ...faces.filter((face) => face.ticks.length > 0).map((face) => face.width));
  return view.boxes.map((box, place) => {
    const face = faces[place];
    const fits = face !== undefined && (face.ticks.length === 0 || face.width === groupWidth);
    return fits ? face : faceOf(box, view, marks, { ...options, groupWidth });
  });
}

function engineFor(view: View, options: DrawOptions): EngineName {
  const counts = { boxes: view.boxes.length, lines: view.lines.length, grouped: isByOwner(view) };
  return options.engine === 'auto' ? chooseEngine(counts) : options.engine;
}

function isByOwner({ receipt: { grouped } }: View): boolean {
  return grouped === 'owner' || grouped === 'host';
}

function engineOf(name: EngineName, engines: Engines): LayoutEngine {
  switch (name) {
    case 'elk':
      return engines.elk;
    case 'columns':
      return columnsEngine;
    case 'layered':
      return engines.layered ?? layeredEngine;
  }
}

/** Lays out; `aspect` is the wished width over height, where it is not the engine's own; without `keeps`, afresh. */
type Place = (direction: Direction, aspect?: number, keeps?: boolean) => Promise<Placed>;

/** A level of names, and the zoom on a screen that it needs; undefined for the last, which is taken as it comes. */
interface Levelled {
  readonly level: NameLevel;
  readonly least: number | undefined;
}

/** undefined where no shape of it can be as large as the level needs. */
async function choosePlaced(
  view: View,
  faces: readonly Face[],
  options: DrawOptions & Levelled,
  place: Place,
  old: OldScene | undefined,
): Promise<Placed | undefined> {
  const { direction, engine, aspect: room = defaultRoom } = options;
  if (old !== undefined) return placeNear(view, options, place, old);
  if (view.boxes.length > layOutBothUpTo) {
    if (direction !== 'auto') return place(direction);
    const sizes = estimateSizes(graphOf(view.boxes, faces, view, options.level));
    return place(zoomToFit(sizes.right, room) > zoomToFit(sizes.down, room) ? 'right' : 'down');
  }
  if (direction !== 'auto') return placeReadable(direction, { ...options, engine }, place);
  const down = await placeReadable('down', { ...options, engine }, place);
  if (down?.layout.direction !== undefined) return down;
  if (down === undefined) return undefined;
  const right = await placeReadable('right', { ...options, engine }, place);
  if (right === undefined) return down;
  return zoomToFit(right.layout, room) > zoomToFit(down.layout, room) ? right : down;
}

/** In the direction of the picture before, unless another fits much better; of all that was laid out, what is nearest to that picture. */
async function placeNear(
  view: View,
  options: DrawOptions & Levelled,
  place: Place,
  old: OldScene,
): Promise<Placed | undefined> {
  const { engine, aspect: room = defaultRoom } = options;
  const direction = options.direction === 'auto' ? old.scene.direction : options.direction;
  const upright = direction === 'down' || direction === 'up';
  const isSmall = view.boxes.length <= layOutBothUpTo;
  const shapes = engine === 'layered' && upright && isSmall ? [undefined, ...triedShapes] : [undefined];
  const candidates: Placed[] = [];
  for (const shape of shapes) {
    const placed = await place(direction, shape);
    if (candidates.length === 0 && isHopeless(placed.layout, options.least)) return undefined;
    candidates.push(placed, ...(placed.layout.others ?? []).map((layout) => ({ ...placed, layout })));
  }
  const zoom = ({ layout }: Placed): number => zoomToFit(layout, room);
  const best = Math.max(...candidates.map(zoom));
  const enough = options.least ?? leastZoom[options.level];
  if (options.direction === 'auto' && engine === 'layered' && isSmall && best < enough) {
    const other = await placeReadable(upright ? 'right' : 'down', options, (way, shape) => place(way, shape, false));
    if (other !== undefined && zoom(other) > best * muchBetter) return other;
  }
  const [first] = candidates;
  const before = placesBefore(old, view.boxes, view.lines);
  const layouts = candidates.map((is) => ({ layout: is.layout, is }));
  const near =
    first === undefined || before === undefined ? undefined : nearestLayout(layouts, first.graph, before, screenRoom);
  return near ?? placeReadable(direction, options, place);
}

/** True where not even the area would fit, whatever the shape: a fold takes no less of it. */
function isHopeless({ width, height }: Layout, least: number | undefined): boolean {
  return least !== undefined && width * height * least * least > screenRoom.width * screenRoom.height;
}

/** So many times as large a picture must be for its lines to run another way than before. */
const muchBetter = 1.3;

/** What is too small to be read is folded to the shape of a screen: of one screen, so that page and files draw the same. */
async function placeReadable(
  direction: Direction,
  { engine, level, least }: Pick<DrawOptions, 'engine'> & Levelled,
  place: Place,
): Promise<Placed | undefined> {
  let best = await place(direction);
  if (isHopeless(best.layout, least)) return undefined;
  // The other engines have shapes of their own.
  if (engine !== 'layered' || direction === 'right' || direction === 'left') return best;
  const zoom = ({ layout }: Placed): number => zoomToFit(layout, screenRoom);
  for (const shape of triedShapes) {
    if (zoom(best) >= (least ?? leastZoom[level])) break;
    const other = await place(direction, shape);
    if (zoom(other) > zoom(best)) best = other;
  }
  return best;
}

interface Run {
  readonly engine: LayoutEngine;
  readonly engines: Engines;
  readonly direction: Direction;
  readonly signal: CancelSignal;
  readonly level: NameLevel;
  readonly cards: boolean;
  readonly aspect?: number;
  readonly old?: OldScene;
}

async function placeView(
  view: View,
  faces: readonly Face[],
  inner: readonly (readonly Face[])[],
  run: Run,
): Promise<Placed> {
  const frames = new Map<number, PlacedFrame>();
  const before = run.old === undefined ? undefined : placesBefore(run.old, view.boxes, view.lines);
  for (const [place, box] of view.boxes.entries()) {
    if (box.inside === undefined) continue;
    frames.set(
      place,
      await placeFrame(view, box, box.inside, inner[place] ?? [], {
        engine: engineOf(
          chooseEngine({ boxes: box.inside.boxes.length, lines: box.inside.lines.length, grouped: false }),
          run.engines,
        ),
        direction: run.direction,
        signal: run.signal,
        level: run.level,
        ...(faces[place] === undefined ? {} : { own: faces[place] }),
        ...(run.old === undefined ? {} : { old: run.old }),
      }),
    );
  }
  // Columns stay as they are: what is opened lies over them.
  const cards = run.cards && run.engine === columnsEngine && frames.size > 0;
  const graph = graphOf(
    view.boxes,
    cards ? faces : faces.map((face, place) => frames.get(place)?.face ?? face),
    view,
    run.level,
  );
  const labelled = run.level === 'full' && isCycleAlone(view);
  const layout = withoutCycles(
    await run.engine(
      {
        ...(labelled ? withLabelRoom(graph, run.direction) : graph),
        lines: view.lines.map(turned),
        ...(run.aspect === undefined ? {} : { aspect: run.aspect }),
        ...(before === undefined ? {} : { before }),
      },
      run.direction,
      run.signal,
    ),
    view,
  );
  return {
    ...{ graph, direction: run.direction, frames, cards },
    layout: labelled ? inLabelRoom(layout, run.direction) : layout,
  };
}

/** Across the lines, beside each box: half of a label that says two versions, and of one above another. Pixels. */
const labelRoom = { down: 84, right: 14 } as const;

function labelRoomOf(direction: Direction): { readonly x: number; readonly y: number } {
  const down = direction === 'down' || direction === 'up';
  return down ? { x: labelRoom.down, y: 0 } : { x: 0, y: labelRoom.right };
}

/** Boxes with room beside them for what stands on the lines. */
function withLabelRoom(graph: LayoutGraph, direction: Direction): LayoutGraph {
  const { x, y } = labelRoomOf(direction);
  const boxes = graph.boxes.map((box) => ({ ...box, width: box.width + 2 * x, height: box.height + 2 * y }));
  return { ...graph, boxes };
}

/** Its boxes in the middle of their rooms, where their lines end. */
function inLabelRoom(layout: Layout, direction: Direction): Layout {
  const { x, y } = labelRoomOf(direction);
  return {
    ...layout,
    x: layout.x.map((left) => left + x),
    y: layout.y.map((top) => top + y),
    ...(layout.others === undefined ? {} : { others: layout.others.map((other) => inLabelRoom(other, direction)) }),
  };
}

/** Lines that close a cycle are laid out the other way round, so that the engine breaks cycles where the view does. */
function turned(line: Line): { from: number; to: number } {
  return line.kind === 'closes-cycle' ? { from: line.to, to: line.from } : line;
}

/** Their routes turned back. */
function withoutCycles(layout: Layout, view: View): Layout {
  const routes = layout.routes.map((route, place) => {
    if (view.lines[place]?.kind !== 'closes-cycle') return route;
    return route.map((_, at) => route[route.length - 2 - at + 2 * (at % 2)] ?? 0);
  });
  const others = layout.others?.map((other) => withoutCycles(other, view));
  return { ...layout, routes, ...(others === undefined ? {} : { others }) };
}

function graphOf(boxes: readonly Box[], faces: readonly Face[], view: View, level: NameLevel): LayoutGraph {
  return {
    ...(level === 'full' ? {} : { compact: true }),
    boxes: boxes.map((box, place) => ({
      width: faces[place]?.width ?? 0,
      height: faces[place]?.height ?? 0,
      steps: box.steps,
      // Large groups first; what stands for owners of one module, last.
      weight: box.kind === 'owners' ? 0 : box.nodes.length,
    })),
    lines: view.lines,
  };
}
