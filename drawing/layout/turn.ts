/** Engines lay out downwards; this turns what they are given and what they give back to the other three directions. */
import type { Direction, Layout, LayoutGraph } from './types.ts';

function isAcross(direction: Direction): boolean {
  return direction === 'right' || direction === 'left';
}

/** The graph as it is to be laid out downwards: across the page, widths and heights change places. */
export function toDown(graph: LayoutGraph, direction: Direction): LayoutGraph {
  if (!isAcross(direction)) return graph;
  const boxes = graph.boxes.map((box) => ({ ...box, width: box.height, height: box.width }));
  return { boxes, lines: graph.lines, ...(graph.compact === undefined ? {} : { compact: graph.compact }) };
}

/** A downward layout of `toDown(graph, direction)`, turned to the direction. `graph` is the graph as it was before. */
export function fromDown(layout: Layout, graph: LayoutGraph, direction: Direction): Layout {
  if (direction === 'down') return layout;
  const across = isAcross(direction);
  const width = across ? layout.height : layout.width;
  const height = across ? layout.width : layout.height;
  const turn = (x: number, y: number): readonly [number, number] => {
    if (direction === 'up') return [x, height - y];
    return direction === 'right' ? [y, x] : [width - y, x];
  };
  const x = new Float64Array(graph.boxes.length);
  const y = new Float64Array(graph.boxes.length);
  graph.boxes.forEach((box, n) => {
    const [left, top] = turn(layout.x[n] ?? 0, layout.y[n] ?? 0);
    x[n] = direction === 'left' ? left - box.width : left;
    y[n] = direction === 'up' ? top - box.height : top;
  });
  const routes = layout.routes.map((route) => {
    const turned = new Float64Array(route.length);
    for (let at = 0; at < route.length; at += 2) turned.set(turn(route[at] ?? 0, route[at + 1] ?? 0), at);
    return turned;
  });
  return { ...layout, width, height, x, y, routes };
}
