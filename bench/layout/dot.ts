/** Graphviz's dot, where it is installed: the same boxes, its splines as many short straight pieces. */
import { spawnSync } from 'node:child_process';
import type { Layout, LayoutGraph } from '../../drawing/layout/types.ts';
import { boxGap, smallestLayerGap } from '../../drawing/layout/spacing.ts';

/** What dot did: its layout, undefined where it had not ended in time, and the seconds of CPU it took. */
export interface DotRun {
  readonly layout: Layout | undefined;
  readonly seconds: number;
}

export function dotVersion(): string | undefined {
  const run = spawnSync('dot', ['-V'], { encoding: 'utf8' });
  return run.status === 0 ? /version ([\d.]+)/.exec(run.stderr)?.[1] : undefined;
}

/** Runs dot for at most `deadline` seconds of CPU. */
export function runDot(graph: LayoutGraph, deadline: number): DotRun {
  const script = `TIMEFORMAT='cpu %U'; ulimit -t ${String(deadline)}; time dot -Tplain`;
  const run = spawnSync('bash', ['-c', script], { input: dotText(graph), encoding: 'utf8', maxBuffer: 2 ** 29 });
  const seconds = Number(/cpu ([\d.]+)/.exec(run.stderr)?.[1] ?? deadline);
  return run.status === 0
    ? { layout: readPlain(run.stdout, graph), seconds }
    : { layout: undefined, seconds: Math.max(seconds, deadline) };
}

const inch = 72;

function dotText({ boxes, lines }: LayoutGraph): string {
  const rows = [
    `digraph { nodesep=${String(boxGap / inch)} ranksep=${String(smallestLayerGap / inch)}`,
    'node [shape=box fixedsize=true label=""]; edge [arrowhead=none]',
    ...boxes.map(
      ({ width, height }, n) => `${String(n)} [width=${String(width / inch)} height=${String(height / inch)}]`,
    ),
    ...lines.map(({ from, to }) => `${String(from)} -> ${String(to)}`),
    '}',
  ];
  return rows.join('\n');
}

/** https://graphviz.org/docs/outputs/plain/: inches from the bottom left corner. */
function readPlain(text: string, graph: LayoutGraph): Layout {
  const x = new Float64Array(graph.boxes.length);
  const y = new Float64Array(graph.boxes.length);
  const known = new Map<string, Float64Array[]>();
  let [width, height] = [0, 0];
  for (const row of text.split('\n')) {
    const words = row.split(' ');
    const at = (n: number): number => Number(words[n]) * inch;
    if (words[0] === 'graph') [width, height] = [at(2), at(3)];
    else if (words[0] === 'node') {
      const n = Number(words[1]);
      x[n] = at(2) - (graph.boxes[n]?.width ?? 0) / 2;
      y[n] = height - at(3) - (graph.boxes[n]?.height ?? 0) / 2;
    } else if (words[0] === 'edge') {
      const key = `${words[1] ?? ''} ${words[2] ?? ''}`;
      const controls = Float64Array.from({ length: 2 * Number(words[3]) }, (_, n) =>
        n % 2 === 0 ? at(4 + n) : height - at(4 + n),
      );
      known.set(key, [...(known.get(key) ?? []), flatten(controls)]);
    }
  }
  const routes = graph.lines.map(
    ({ from, to }) => known.get(`${String(from)} ${String(to)}`)?.shift() ?? new Float64Array(),
  );
  return { width, height, x, y, routes };
}

/** A chain of cubic Béziers as straight pieces, none further than about half a pixel from its curve. */
function flatten(controls: Float64Array): Float64Array {
  const points: number[] = [controls[0] ?? 0, controls[1] ?? 0];
  for (let at = 0; at + 7 < controls.length; at += 6) {
    const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0] = controls.subarray(at, at + 8);
    // Its second difference bounds how far a cubic is from a straight line.
    const bend = Math.max(
      Math.hypot(ax - 2 * bx + cx, ay - 2 * by + cy),
      Math.hypot(bx - 2 * cx + dx, by - 2 * cy + dy),
    );
    const pieces = Math.min(24, Math.max(1, Math.ceil(Math.sqrt(1.5 * bend))));
    for (let n = 1; n <= pieces; n++) {
      const t = n / pieces;
      const s = 1 - t;
      const mix = (a: number, b: number, c: number, d: number): number =>
        s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
      points.push(mix(ax, bx, cx, dx), mix(ay, by, cy, dy));
    }
  }
  return Float64Array.from(points);
}
