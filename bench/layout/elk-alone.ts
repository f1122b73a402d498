/** elkjs as it is, its own places and routes: by default, and with the options that were measured best ('elk G'). */
import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { toElk } from '../../drawing/layout/elk-graph.ts';
import type { Layout, LayoutGraph } from '../../drawing/layout/types.ts';
import { ElkThread } from '../../server/layout/elk-thread.ts';

export type ElkWay = 'default' | 'G';

export interface ElkRun {
  readonly layout: Layout | undefined;
  readonly seconds: number;
}

/** Seconds from the graph to the answer of a warm thread; `layout` is undefined where it failed or had not ended in time. */
export async function runElk(graph: LayoutGraph, way: ElkWay, deadline: number): Promise<ElkRun> {
  const thread = new ElkThread();
  const signal = AbortSignal.timeout(deadline * 1000);
  try {
    await thread.layout(ask({ boxes: graph.boxes.slice(0, 9), lines: [] }, way), new AbortController().signal);
    const started = performance.now();
    const answer = await thread.layout(ask(graph, way), signal);
    return { layout: read(graph, answer), seconds: (performance.now() - started) / 1000 };
  } catch {
    return { layout: undefined, seconds: deadline };
  } finally {
    await thread.end();
  }
}

function ask(graph: LayoutGraph, way: ElkWay): ElkNode {
  const asked = toElk(graph);
  const placed = { ...asked.layoutOptions, 'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF' };
  const plain = { 'elk.algorithm': 'layered', 'elk.direction': 'DOWN', 'elk.separateConnectedComponents': 'false' };
  return { ...asked, layoutOptions: way === 'G' ? placed : plain };
}

function read(graph: LayoutGraph, answer: ElkNode): Layout {
  const children = answer.children ?? [];
  const routes = (answer.edges ?? []).map(({ sections }, n) => {
    const section = sections?.[0];
    if (section === undefined) return new Float64Array();
    const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].flatMap(({ x, y }) => [x, y]);
    const forwards = answer.edges?.[n]?.sources[0] === `b${String(graph.lines[n]?.from)}`;
    if (forwards) return Float64Array.from(points);
    return Float64Array.from(points, (_, at) => points[points.length - 2 - at + 2 * (at % 2)] ?? 0);
  });
  return {
    width: answer.width ?? 0,
    height: answer.height ?? 0,
    x: Float64Array.from(children, ({ x }) => x ?? 0),
    y: Float64Array.from(children, ({ y }) => y ?? 0),
    routes,
  };
}
