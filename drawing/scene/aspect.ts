/** Direction `auto`: whichever of down and right fits the room at the larger zoom. */
import type { LayoutGraph } from '../layout/types.ts';

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** A screen's canvas, where nobody says how much room there is. */
export const defaultRoom: Room = { width: 1600, height: 1000 };
/** Up to this many boxes both ways are laid out and measured; above, the size is estimated. */
export const layOutBothUpTo = 150;
/** From this zoom on a box is drawn with all it says (the look, The box): no other shape of the picture shows more. */
export const readableFrom = 0.75;
/** What the page leaves for the picture in a window of 1600 × 1000. */
export const screenRoom: Room = { width: 1224, height: 838 };
/**
 * Widths over heights that are tried where a picture is too small to be read on that screen: its own, and a narrower one, for lines
 * that pass widen a picture above what was wished. With both, the pictures of 60 to 136 modules that were measured fit it at 0.48
 * or more, before at 0.39 to 0.64.
 */
export const triedShapes = [1.46, 1.28] as const;
/** Gaps between boxes of a layer and between layers (the look, The box), as they come out on average. */
const boxGap = 12;
const layerGap = 46;

/** The zoom at which a picture fits the room. */
export function zoomToFit(size: Room, room: Room): number {
  return Math.min(room.width / Math.max(1, size.width), room.height / Math.max(1, size.height));
}

/**
 * The size that a layered layout would take, both ways: layers by longest path, boxes side by side. Lines that pass a
 * layer are not counted: they widen down as they widen right.
 */
export function estimateSizes(graph: LayoutGraph): { readonly down: Room; readonly right: Room } {
  const layers = longestPathLayers(graph);
  const count = Math.max(0, ...layers) + 1;
  const sums = { width: new Float64Array(count), height: new Float64Array(count) };
  const most = { width: new Float64Array(count), height: new Float64Array(count) };
  graph.boxes.forEach((box, place) => {
    const layer = layers[place] ?? 0;
    for (const side of ['width', 'height'] as const) {
      sums[side][layer] = (sums[side][layer] ?? 0) + box[side] + boxGap;
      most[side][layer] = Math.max(most[side][layer] ?? 0, box[side]);
    }
  });
  const gaps = (count - 1) * layerGap;
  const total = (sizes: Float64Array): number => sizes.reduce((sum, size) => sum + size, gaps);
  return {
    down: { width: Math.max(0, ...sums.width), height: total(most.height) },
    right: { width: total(most.width), height: Math.max(0, ...sums.height) },
  };
}

/** Box → its layer. Boxes on a cycle of lines stay in the layer that was known of them when all others were placed. */
function longestPathLayers(graph: LayoutGraph): Int32Array {
  const size = graph.boxes.length;
  const layer = new Int32Array(size);
  const waiting = new Int32Array(size);
  const out: number[][] = graph.boxes.map(() => []);
  for (const line of graph.lines) {
    out[line.from]?.push(line.to);
    waiting[line.to] = (waiting[line.to] ?? 0) + 1;
  }
  const ready = [...waiting.keys()].filter((place) => waiting[place] === 0);
  for (let at = 0; at < ready.length; at++) {
    const from = ready[at] ?? 0;
    for (const to of out[from] ?? []) {
      layer[to] = Math.max(layer[to] ?? 0, (layer[from] ?? 0) + 1);
      waiting[to] = (waiting[to] ?? 0) - 1;
      if (waiting[to] === 0) ready.push(to);
    }
  }
  return layer;
}
