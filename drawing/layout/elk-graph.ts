/** What elk is asked, and how its answer is read: from a graph to elk's form, and from elk's form to layers. */
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { Fault } from '../../graph/fault.ts';
import { placeAcross } from './layered/coordinates.ts';
import { makeProper } from './layered/proper.ts';
import { finish } from './layered/steps.ts';
import type { Layers } from './place-layers.ts';
import { boxGap, lineToBox, lineToLine, smallestLayerGap } from './spacing.ts';
import { tops } from './tops.ts';
import type { LayoutGraph } from './types.ts';

/**
 * elk's options, 'elk G' of our measurements: against its defaults half of the time and a third to two thirds fewer
 * crossings, since lines that share an end share a trunk. Only the order that elk finds in each layer is kept, the places
 * are ours (layered/coordinates.ts): kubectl's 98 boxes are 2,500 pixels wide then, with elk's BRANDES_KOEPF 5,700. So
 * elk may place as simply as it can. https://eclipse.dev/elk/reference/options.html
 */
const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.randomSeed': '1',
  // Parts side by side would stand in layers of their own; one ruler must serve the whole picture.
  'elk.separateConnectedComponents': 'false',
  'elk.layered.thoroughness': '1',
  'elk.layered.mergeEdges': 'true',
  'elk.layered.crossingMinimization.greedySwitch.type': 'OFF',
  'elk.layered.nodePlacement.strategy': 'SIMPLE',
  // A box may move by half a pixel when it is placed (place-layers.ts).
  'elk.spacing.nodeNode': String(boxGap + 1),
  'elk.spacing.edgeNode': String(lineToBox + 1),
  'elk.spacing.edgeEdge': String(lineToLine),
  // Heights are ours to set; elk only has to keep its layers apart.
  'elk.layered.spacing.nodeNodeBetweenLayers': String(smallestLayerGap),
  'elk.layered.spacing.edgeNodeBetweenLayers': '4',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '4',
};

/**
 * A graph to be laid out downwards, in elk's form. Main modules are kept in the first layer; elk refuses lines into that,
 * so these are given to it the other way round, which moves nothing else.
 */
export function toElk(graph: LayoutGraph): ElkNode {
  const top = tops(graph);
  return {
    id: 'graph',
    layoutOptions: options,
    children: graph.boxes.map((box, n) => ({
      id: `b${n}`,
      width: box.width,
      height: box.height,
      ...(top[n] === 1 ? { layoutOptions: { 'elk.layered.layering.layerConstraint': 'FIRST' } } : {}),
    })),
    edges: graph.lines.map(({ from, to }, n) => {
      const [upper, lower] = top[to] === 1 ? [to, from] : [from, to];
      return { id: `l${n}`, sources: [`b${upper}`], targets: [`b${lower}`] };
    }),
  };
}

/** The layers of elk's answer. Throws a Fault 'defect' when the answer does not hold what was asked. */
export function fromElk(graph: LayoutGraph, answer: ElkNode): Layers {
  const children = answer.children ?? [];
  const edges = answer.edges ?? [];
  if (children.length !== graph.boxes.length || edges.length !== graph.lines.length) {
    throw new Fault('defect', 'elk laid out another graph than the one it was given');
  }
  const tops = Float64Array.from(children, (child) => child.y ?? NaN);
  const { of, middles } = layersOf(graph, tops);
  const middle = Float64Array.from(children, (child, n) => (child.x ?? NaN) + (graph.boxes[n]?.width ?? 0) / 2);
  if (!tops.every(Number.isFinite) || !middle.every(Number.isFinite)) {
    throw new Fault('defect', 'elk gave a box no place');
  }
  const { proper, places } = properOf(graph, edges, { of, middles });
  places.set(middle);
  for (const order of proper.order) order.sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b);
  const across = finish(placeAcross(proper));
  const passes = proper.chains.map((chain) => Float64Array.from(chain, (pass) => across[pass] ?? 0));
  return { count: middles.length, of, middle: across.slice(0, proper.boxes), passes };
}

interface Heights {
  readonly of: Int32Array;
  /** Middle height of each layer. */
  readonly middles: readonly number[];
}

/** Where elk's routes pass its layers. Routes that pass a layer in one place run in one trunk there. */
function properOf(graph: LayoutGraph, edges: readonly ElkExtendedEdge[], heights: Heights) {
  const numbers = new Map<string, number>();
  const routes = edges.map(pointsOf);
  const places: number[] = [];
  const passAt = (line: number, layer: number): number => {
    const x = placeAt(routes[line] ?? [], heights.middles[layer] ?? 0);
    const key = `${layer} ${x}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const pass = graph.boxes.length + numbers.size;
    numbers.set(key, pass);
    places.push(x);
    return pass;
  };
  // Numbered before, since the size must be known first.
  graph.lines.forEach((line, n) => {
    const from = heights.of[line.from] ?? 0;
    const to = heights.of[line.to] ?? 0;
    for (let layer = Math.min(from, to) + 1; layer < Math.max(from, to); layer++) passAt(n, layer);
  });
  const size = graph.boxes.length + numbers.size;
  const all = new Float64Array(size);
  all.set(places, graph.boxes.length);
  return { proper: finish(makeProper(graph, heights.of, size, passAt)), places: all };
}

/** Layers told by heights: boxes whose heights overlap stand in one layer, and layers never touch. */
function layersOf(graph: LayoutGraph, tops: Float64Array): Heights {
  const order = Array.from(tops, (_, n) => n).sort((a, b) => (tops[a] ?? 0) - (tops[b] ?? 0) || a - b);
  const of = new Int32Array(tops.length);
  const middles: number[] = [];
  let start = 0;
  let end = -Infinity;
  for (const n of order) {
    const top = tops[n] ?? 0;
    if (top > end) {
      start = top;
      middles.push(top);
    }
    end = Math.max(end, top + (graph.boxes[n]?.height ?? 0));
    of[n] = middles.length - 1;
    middles[middles.length - 1] = (start + end) / 2;
  }
  return { of, middles };
}

function pointsOf(edge: ElkExtendedEdge | undefined): { x: number; y: number }[] {
  const section = edge?.sections?.[0];
  if (section === undefined) throw new Fault('defect', 'elk gave a line no route');
  return [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
}

/** Where a route is at a height; its end nearest to that height when it never gets there. */
function placeAt(points: readonly { x: number; y: number }[], y: number): number {
  for (let at = 1; at < points.length; at++) {
    const a = points[at - 1];
    const b = points[at];
    if (a === undefined || b === undefined || (a.y - y) * (b.y - y) > 0) continue;
    return a.y === b.y ? b.x : a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y);
  }
  const first = points[0] ?? { x: 0, y: 0 };
  const last = points.at(-1) ?? first;
  return Math.abs(first.y - y) < Math.abs(last.y - y) ? first.x : last.x;
}
