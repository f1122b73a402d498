/** Direction `auto`: whichever of down and right fits the room at the larger zoom. */
import { layerGap as roomBetween } from '../layout/spacing.ts';
import type { LayoutGraph } from '../layout/types.ts';
import type { NameLevel } from './types.ts';

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** A screen's canvas, where nobody says how much room there is. */
export const defaultRoom: Room = { width: 1600, height: 1000 };
/** Up to this many boxes both ways are laid out and measured; above, the size is estimated. */
export const layOutBothUpTo = 150;
/**
 * The zoom on a screen from which a level of names can be read, names at 9 pixels: no other shape of the picture shows more. Below it the
 * next level is laid out, which says less in smaller boxes.
 */
export const leastZoom: Readonly<Record<NameLevel, number>> = { full: 0.75, versions: 0.782, names: 0.857 };
/** What the page leaves for the boxes of a picture in a window of 1600 × 1000: its canvas of 1224 × 838 less what stands free around them. */
export const screenRoom: Room = { width: 1162, height: 794 };
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

/** The share of a picture that its boxes take, with the gaps around them, is smaller than this where there are many: lines need the rest. */
const mostFilled = 0.62;

/** True where the boxes alone fill the screen at that zoom: no layout has to be tried. */
export function fillsScreen(graph: LayoutGraph, zoom: number): boolean {
  const gap = roomBetween(0, graph.compact);
  const area = graph.boxes.reduce((sum, box) => sum + (box.width + boxGap) * (box.height + gap), 0);
  return area * zoom * zoom > mostFilled * screenRoom.width * screenRoom.height;
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
