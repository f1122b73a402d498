/** cytoscape's own painter, as near to the look as it comes: labels of two lines in one font, routes as segments. */
import cytoscape, { type Core } from 'cytoscape';
import type { Scene, SceneLine } from '../../drawing/scene/types.ts';
import { palettes } from '../../drawing/theme/tokens.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

export function startNative(at: HTMLElement, scene: Scene): Core {
  const places = new Map(scene.boxes.map((box) => [box.id, { x: box.x + box.width / 2, y: box.y + box.height / 2 }]));
  const palette = palettes.light;
  const cy = cytoscape({
    container: at,
    style: [
      {
        selector: 'node',
        style: {
          shape: 'round-rectangle',
          width: 'data(width)',
          height: 'data(height)',
          'background-color': palette.box,
          'border-width': 1,
          'border-color': palette['box-line'],
          label: 'data(label)',
          'text-wrap': 'wrap',
          'text-valign': 'center',
          'font-family': 'monospace',
          'font-size': 11,
          'font-weight': 'bold',
          'min-zoomed-font-size': 5,
        },
      },
      {
        selector: 'edge',
        style: {
          width: 1,
          'line-color': palette.edge,
          'target-arrow-shape': 'triangle',
          'target-arrow-color': palette.edge,
          'arrow-scale': 0.6,
          'curve-style': 'round-segments',
          'edge-distances': 'node-position',
          'source-endpoint': '0% 50%',
          'target-endpoint': '0% -50%',
          'segment-weights': 'data(weights)',
          'segment-distances': 'data(distances)',
        },
      },
    ],
    elements: [
      ...scene.boxes.map((box) => ({
        data: { id: box.id, width: box.width, height: box.height, label: labelOf(box.texts) },
        position: places.get(box.id) ?? { x: 0, y: 0 },
      })),
      ...scene.lines.map((line, n) => ({
        data: { id: `line ${n}`, source: line.from, target: line.to, ...bends(line, places) },
      })),
    ],
    layout: { name: 'preset', fit: true },
  });
  return cy;
}

function labelOf(texts: readonly { readonly text: string; readonly role: string }[]): string {
  const name = texts.find(({ role }) => role === 'name')?.text ?? '';
  return `${name}\n${texts.flatMap(({ role, text }) => (role === 'name' ? [] : [text])).join(' ')}`;
}

/** The ends of each stretch as weights along, and distances from, the line between the middles of the two boxes. */
function bends(line: SceneLine, places: ReadonlyMap<string, Point>): { weights: string; distances: string } {
  const a = places.get(line.from) ?? { x: 0, y: 0 };
  const b = places.get(line.to) ?? { x: 0, y: 0 };
  const length = Math.max(1e-6, Math.hypot(b.x - a.x, b.y - a.y));
  // The first and the last lie on the borders: cytoscape puts those itself.
  const points = line.path
    .slice(1, -1)
    .map((command): Point => ({ x: command.at(-2) as number, y: command.at(-1) as number }));
  const weights = points.map((p) => ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length ** 2);
  const distances = points.map((p) => ((p.y - a.y) * (b.x - a.x) - (p.x - a.x) * (b.y - a.y)) / length);
  // A straight line still needs a bend.
  if (points.length === 0) return { weights: '0.5', distances: '0' };
  return { weights: numbers(weights), distances: numbers(distances) };
}

/** cytoscape's style reads no exponents, and an edge whose style it cannot read is not drawn at all. */
function numbers(values: readonly number[]): string {
  return values.map((value) => value.toFixed(6)).join(' ');
}
