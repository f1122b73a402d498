/** Boxes that no line joins: they stand in rows below the picture instead of widening its first layer. */
import { boxGap, captionRoom, layerGap } from './spacing.ts';
import type { Layout, LayoutGraph } from './types.ts';

export interface Split {
  /** What the engine lays out: boxes with lines, and main modules, which stay on top. */
  readonly linked: LayoutGraph;
  /** Places, in the whole graph, of the boxes of `linked` and of the rest. */
  readonly kept: readonly number[];
  readonly loose: readonly number[];
}

export function splitLoose(graph: LayoutGraph): Split {
  const joined = new Uint8Array(graph.boxes.length);
  for (const line of graph.lines) {
    joined[line.from] = 1;
    joined[line.to] = 1;
  }
  const places = Int32Array.from(graph.boxes, () => -1);
  const kept: number[] = [];
  const loose: number[] = [];
  graph.boxes.forEach((box, n) => {
    if (joined[n] === 1 || box.steps === 0) {
      places[n] = kept.length;
      kept.push(n);
    } else {
      loose.push(n);
    }
  });
  const boxes = graph.boxes.filter((_, n) => places[n] !== -1);
  const lines = graph.lines.map(({ from, to }) => ({ from: places[from] ?? 0, to: places[to] ?? 0 }));
  return { linked: { ...compactOf(graph), boxes, lines }, kept, loose };
}

function compactOf({ compact }: LayoutGraph): Pick<LayoutGraph, 'compact'> {
  return compact === undefined ? {} : { compact };
}

/** Adds rows of the loose boxes below a downward layout of the linked ones, as wide as that or as a landscape page. */
export function addLoose(layout: Layout, graph: LayoutGraph, split: Split): Layout {
  if (split.loose.length === 0) return layout;
  const x = new Float64Array(graph.boxes.length);
  const y = new Float64Array(graph.boxes.length);
  split.kept.forEach((n, at) => {
    x[n] = layout.x[at] ?? 0;
    y[n] = layout.y[at] ?? 0;
  });
  let area = 0;
  let widest = 0;
  for (const n of split.loose) {
    const { width: one, height: tall } = graph.boxes[n] ?? { width: 0, height: 0 };
    area += (one + boxGap) * (tall + boxGap);
    widest = Math.max(widest, one);
  }
  const room = Math.max(layout.width, Math.sqrt(area * 1.6) + widest / 2);
  let width = layout.width;
  let top = layout.height === 0 ? 0 : layout.height + layerGap(0, graph.compact) + captionRoom;
  let left = 0;
  let tallest = 0;
  for (const n of split.loose) {
    const box = graph.boxes[n] ?? { width: 0, height: 0 };
    if (left > 0 && left + box.width > room) {
      top += tallest + boxGap;
      left = 0;
      tallest = 0;
    }
    x[n] = left;
    y[n] = top;
    left += box.width + boxGap;
    tallest = Math.max(tallest, box.height);
    width = Math.max(width, left - boxGap);
  }
  return { ...layout, width, height: top + tallest, x, y };
}
