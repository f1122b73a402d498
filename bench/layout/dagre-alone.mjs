/** dagre in a process of its own, since nothing else ends it: a graph as JSON on stdin, its layout as JSON on stdout. */
import { text } from 'node:stream/consumers';
import { graphlib, layout } from '@dagrejs/dagre';

const { boxes, lines, boxGap, layerGap } = JSON.parse(await text(process.stdin));
const graph = new graphlib.Graph({ multigraph: true });
graph.setGraph({ rankdir: 'TB', nodesep: boxGap, ranksep: layerGap });
graph.setDefaultEdgeLabel(() => ({}));
for (const [n, { width, height }] of boxes.entries()) graph.setNode(String(n), { width, height });
for (const [n, { from, to }] of lines.entries()) graph.setEdge(String(from), String(to), {}, String(n));
const started = process.cpuUsage();
layout(graph);
const { user } = process.cpuUsage(started);
const { width, height } = graph.graph();
const places = boxes.map((_, n) => graph.node(String(n)));
process.stdout.write(
  JSON.stringify({
    seconds: user / 1e6,
    width,
    height,
    x: places.map((place) => place.x - place.width / 2),
    y: places.map((place) => place.y - place.height / 2),
    routes: lines.map(({ from, to }, n) =>
      graph.edge(String(from), String(to), String(n)).points.flatMap(({ x, y }) => [x, y]),
    ),
  }),
);
