/** A scene as GraphML, for Gephi, yEd, networkx and the like: flat, positions and sizes as attributes. */
import type { Scene, SceneBox, SceneLine } from '../scene/types.ts';
import { short } from './numbers.ts';
import type { PictureOptions } from './options.ts';
import { routePoints } from './route.ts';
import { boxLabel, receiptLine, titleOf } from './scene-words.ts';
import { xml } from './svg/escape.ts';

type Type = 'string' | 'int' | 'double' | 'boolean';

interface Attribute<Of> {
  readonly name: string;
  readonly type: Type;
  /** undefined: the element has none. */
  readonly of: (element: Of) => string | undefined;
}

const nodeAttributes: readonly Attribute<SceneBox>[] = [
  { name: 'id', type: 'string', of: (box) => box.id },
  { name: 'label', type: 'string', of: (box) => boxLabel(box).replaceAll('\n', ' ') },
  { name: 'title', type: 'string', of: (box) => box.title },
  { name: 'kind', type: 'string', of: (box) => box.kind },
  { name: 'modules', type: 'int', of: (box) => String(box.nodes.length) },
  { name: 'main', type: 'boolean', of: (box) => String(box.main) },
  { name: 'direct', type: 'boolean', of: (box) => String(box.direct) },
  { name: 'frame', type: 'string', of: (box) => box.frame },
  { name: 'link', type: 'string', of: (box) => box.link },
  { name: 'x', type: 'double', of: (box) => short(box.x + box.width / 2) },
  { name: 'y', type: 'double', of: (box) => short(box.y + box.height / 2) },
  { name: 'width', type: 'double', of: (box) => short(box.width) },
  { name: 'height', type: 'double', of: (box) => short(box.height) },
];

const edgeAttributes: readonly Attribute<SceneLine>[] = [
  { name: 'kind', type: 'string', of: (line) => line.kind },
  { name: 'requirements', type: 'int', of: (line) => String(line.requirements) },
  { name: 'weight', type: 'double', of: (line) => String(line.requirements) },
  {
    name: 'route',
    type: 'string',
    of: (line) =>
      routePoints(line)
        .map(([x, y]) => `${short(x)},${short(y)}`)
        .join(' '),
  },
];

/**
 * GraphML text. x and y are a box's centre; `route` is `x,y x,y …` from border to arrow tip, in the same pixels. A box
 * inside an opened one names it as `frame`: nested graphs are read by few programs.
 */
export function toGraphml(scene: Scene, options: PictureOptions): string {
  const names = new Map(scene.boxes.map((box, place) => [box.id, `n${place}`]));
  const out = ['<?xml version="1.0" encoding="UTF-8"?>'];
  if (options.record !== undefined) out.push(`<!-- modscope ${options.record} -->`);
  out.push('<graphml xmlns="http://graphml.graphdrawing.org/xmlns">');
  out.push(
    '  <key id="g0" for="graph" attr.name="title" attr.type="string"/>',
    '  <key id="g1" for="graph" attr.name="receipt" attr.type="string"/>',
    ...nodeAttributes.map(({ name, type }, place) => key(`v${place}`, 'node', name, type)),
    ...edgeAttributes.map(({ name, type }, place) => key(`e${place}`, 'edge', name, type)),
    '  <graph id="modscope" edgedefault="directed">',
    `    <data key="g0">${xml(titleOf(scene, options.title))}</data>`,
    `    <data key="g1">${xml(receiptLine(scene))}</data>`,
  );
  for (const box of scene.boxes)
    out.push(`    <node id="${names.get(box.id) ?? ''}">${data(nodeAttributes, box, 'v')}</node>`);
  scene.lines.forEach((line, place) => {
    const ends = `source="${names.get(line.from) ?? ''}" target="${names.get(line.to) ?? ''}"`;
    out.push(`    <edge id="r${place}" ${ends}>${data(edgeAttributes, line, 'e')}</edge>`);
  });
  out.push('  </graph>', '</graphml>', '');
  return out.join('\n');
}

function key(id: string, element: 'node' | 'edge', name: string, type: Type): string {
  return `  <key id="${id}" for="${element}" attr.name="${name}" attr.type="${type}"/>`;
}

function data<Of>(attributes: readonly Attribute<Of>[], element: Of, prefix: string): string {
  return attributes
    .map(({ of }, place) => {
      const value = of(element);
      return value === undefined ? '' : `<data key="${prefix}${place}">${xml(value)}</data>`;
    })
    .join('');
}
