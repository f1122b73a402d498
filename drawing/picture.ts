/** From a view to its scene: faces, then what is inside frames, then the whole, then everything in its place. */
import { findConflicts, findCycles, findFindings } from '../graph/findings/index.ts';
import type { Model } from '../graph/model/model.ts';
import type { Box, View } from '../graph/view/types.ts';
import { faceOf } from './face/face.ts';
import { marksOf, type Marks } from './face/marks.ts';
import { columnsEngine } from './layout/columns.ts';
import type { CancelSignal, Direction, Layout, LayoutEngine, LayoutGraph } from './layout/types.ts';
import { defaultRoom, estimateSizes, layOutBothUpTo, zoomToFit, type Room } from './scene/aspect.ts';
import { buildScene, type Placed } from './scene/build.ts';
import { placeFrame, type PlacedFrame } from './scene/frame.ts';
import type { Face, Scene } from './scene/types.ts';

export interface DrawOptions {
  readonly direction: Direction | 'auto';
  readonly engine: 'auto' | 'elk' | 'columns';
  /** The room that direction `auto` fits the picture to; pixels. */
  readonly aspect?: Room;
  /** Draw the mark of a lower version lost within a major. */
  readonly showLow?: boolean;
  /** Marks made before, for a page that draws one model again and again. */
  readonly marks?: Marks;
}

/** The layout engines that need something from outside: elk runs in a worker. */
export interface Engines {
  readonly elk: LayoutEngine;
}

/** The marks of a model, from everything that is found about it. */
export function findMarks(model: Model): Marks {
  return marksOf(model, { findings: findFindings(model), conflicts: findConflicts(model), cycles: findCycles(model) });
}

/**
 * Draws a view. Direction `auto` takes down or right, whichever fits the room at the larger zoom: both are laid out up to
 * 60 boxes, above that their sizes are estimated. Rejects with the signal's reason when cancelled, with a Fault when the
 * engine fails.
 */
export async function draw(view: View, options: DrawOptions, engines: Engines, signal: CancelSignal): Promise<Scene> {
  const marks = options.marks ?? findMarks(view.model);
  const faceOptions = { showLow: options.showLow === true };
  const faces = view.boxes.map((box) => faceOf(box, view, marks, faceOptions));
  const inner = view.boxes.map((box) =>
    (box.inside?.boxes ?? []).map((member) =>
      faceOf(member, view, marks, { ...faceOptions, inCycle: box.kind === 'cycle' }),
    ),
  );
  const engine = engineFor(view, options, engines);
  const place = (direction: Direction): Promise<Placed> =>
    placeView(view, faces, inner, { engine, inside: engines.elk, direction, signal });
  const placed = await choosePlaced(view, faces, options, place);
  return buildScene(view, faces, placed);
}

function engineFor(view: View, options: DrawOptions, engines: Engines): LayoutEngine {
  const name = options.engine === 'auto' ? (view.receipt.grouped === 'none' ? 'elk' : 'columns') : options.engine;
  return name === 'elk' ? engines.elk : columnsEngine;
}

async function choosePlaced(
  view: View,
  faces: readonly Face[],
  options: DrawOptions,
  place: (direction: Direction) => Promise<Placed>,
): Promise<Placed> {
  if (options.direction !== 'auto') return place(options.direction);
  const room = options.aspect ?? defaultRoom;
  if (view.boxes.length > layOutBothUpTo) {
    const sizes = estimateSizes(graphOf(view.boxes, faces, view));
    return place(zoomToFit(sizes.right, room) > zoomToFit(sizes.down, room) ? 'right' : 'down');
  }
  const down = await place('down');
  if (down.layout.direction !== undefined) return down;
  const right = await place('right');
  return zoomToFit(right.layout, room) > zoomToFit(down.layout, room) ? right : down;
}

interface Run {
  readonly engine: LayoutEngine;
  /** Lays out what is inside frames. */
  readonly inside: LayoutEngine;
  readonly direction: Direction;
  readonly signal: CancelSignal;
}

async function placeView(
  view: View,
  faces: readonly Face[],
  inner: readonly (readonly Face[])[],
  run: Run,
): Promise<Placed> {
  const frames = new Map<number, PlacedFrame>();
  for (const [place, box] of view.boxes.entries()) {
    if (box.inside === undefined) continue;
    frames.set(
      place,
      await placeFrame(view, box, box.inside, inner[place] ?? [], {
        engine: run.inside,
        direction: run.direction,
        signal: run.signal,
      }),
    );
  }
  const graph = graphOf(
    view.boxes,
    faces.map((face, place) => frames.get(place)?.face ?? face),
    view,
  );
  const layout: Layout = await run.engine(graph, run.direction, run.signal);
  return { graph, layout, direction: run.direction, frames };
}

function graphOf(boxes: readonly Box[], faces: readonly Face[], view: View): LayoutGraph {
  return {
    boxes: boxes.map((box, place) => ({
      width: faces[place]?.width ?? 0,
      height: faces[place]?.height ?? 0,
      steps: box.steps,
    })),
    lines: view.lines,
  };
}
