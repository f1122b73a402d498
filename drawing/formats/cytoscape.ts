/** A scene as Cytoscape JSON: Cytoscape and cytoscape.js show it as it was laid out. */
import { json } from '../../graph/json-text.ts';
import type { Scene, SceneBox, SceneLine } from '../scene/types.ts';
import type { PictureOptions } from './options.ts';
import { parseRecord } from './record.ts';
import { routePoints } from './route.ts';
import { boxLabel, receiptLine, titleOf } from './scene-words.ts';

/**
 * JSON text, one element a line. `position` is the centre of a node, `data.width` and `data.height` its size,
 * `data.route` a line's points from border to arrow tip, `[[x, y], …]`; all in the same pixels. Boxes in an opened one
 * name it as `data.parent`. Ids are generated (n0, e0): a box's own id is `data.name`.
 */
export function toCytoscape(scene: Scene, options: PictureOptions): string {
  const names = new Map(scene.boxes.map((box, place) => [box.id, `n${place}`]));
  const nodes = scene.boxes.map((box) => json(node(box, names)));
  const edges = scene.lines.map((line, place) => json(edge(line, place, names)));
  const record = options.record === undefined ? undefined : parseRecord(options.record);
  const data = {
    name: titleOf(scene, options.title),
    receipt: receiptLine(scene),
    ...(record === undefined ? {} : { modscope: record }),
  };
  return [
    '{',
    `  "data": ${json(data)},`,
    '  "elements": {',
    `    "nodes": ${list(nodes)},`,
    `    "edges": ${list(edges)}`,
    '  }',
    '}',
    '',
  ].join('\n');
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '[]' : `[\n${items.map((item) => `      ${item}`).join(',\n')}\n    ]`;
}

function node(box: SceneBox, names: ReadonlyMap<string, string>): object {
  const { id, kind, frame, width, height, main, direct, cycle, title, link } = box;
  return {
    data: {
      id: names.get(id),
      name: id,
      label: boxLabel(box),
      kind,
      title,
      modules: box.nodes.length,
      ...(main ? { main } : {}),
      ...(direct ? { direct } : {}),
      ...(cycle ? { cycle } : {}),
      ...(link === undefined ? {} : { link }),
      ...(frame === undefined ? {} : { parent: names.get(frame) }),
      width: round(width),
      height: round(height),
    },
    position: { x: round(box.x + width / 2), y: round(box.y + height / 2) },
  };
}

function edge(line: SceneLine, place: number, names: ReadonlyMap<string, string>): object {
  return {
    data: {
      id: `e${place}`,
      source: names.get(line.from),
      target: names.get(line.to),
      kind: line.kind,
      requirements: line.requirements,
      route: routePoints(line).map(([x, y]) => [round(x), round(y)]),
    },
  };
}

/** Two decimals, no minus zero. */
function round(value: number): number {
  return Math.round(value * 100) / 100 || 0;
}
