/** A scene in the DOT language, for those who lay it out with Graphviz themselves. */
import { printable } from '../face/printable.ts';
import type { Direction } from '../layout/types.ts';
import { receiptWords } from '../scene/receipt.ts';
import type { Scene, SceneBox, SceneLine } from '../scene/types.ts';
import { boxStroke, lineStroke } from '../theme/appearance.ts';
import { palettes } from '../theme/tokens.ts';

const rank: Readonly<Record<Direction, string>> = { down: 'TB', right: 'LR', up: 'BT', left: 'RL' };
const colours = palettes.light;

/**
 * DOT text: a node a box, a cluster a frame. Names are generated (n0, n1, …); what others wrote stands in labels and
 * tooltips only. A line to or from a frame ends at its border (compound, lhead, ltail).
 */
export function toDot(scene: Scene): string {
  const names = new Map(scene.boxes.map((box, place) => [box.id, `n${place}`]));
  const inside = new Map<string, SceneBox[]>();
  for (const box of scene.boxes) {
    if (box.frame !== undefined) inside.set(box.frame, [...(inside.get(box.frame) ?? []), box]);
  }
  const words = receiptWords(scene.receipt);
  const title = scene.subject.prefix + scene.subject.name;
  const out = [
    'digraph modscope {',
    `  graph [rankdir=${rank[scene.direction]}, compound=true, fontname="Arial", labelloc=t, label=${quoted(`${title}\n${words.steps.join(' → ')}. ${words.requirements}.`)}]`,
    '  node [shape=box, style="rounded,filled", fillcolor="#ffffff", fontname="Menlo,DejaVu Sans Mono,monospace", fontsize=10, margin="0.12,0.05"]',
    `  edge [color="${colours.edge}", arrowsize=0.6]`,
  ];
  for (const box of scene.boxes) {
    if (box.frame !== undefined) continue;
    if (box.isFrame) out.push(...cluster(box, inside.get(box.id) ?? [], names));
    else out.push(`  ${node(box, names)}`);
  }
  const anchor = (id: string): { name: string; frame?: string } => {
    const first = inside.get(id)?.[0];
    const name = names.get(id) ?? '';
    return first === undefined ? { name } : { name: names.get(first.id) ?? '', frame: `cluster_${name}` };
  };
  for (const line of scene.lines) out.push(`  ${edge(line, anchor(line.from), anchor(line.to))}`);
  out.push('}', '');
  return out.join('\n');
}

function cluster(frame: SceneBox, boxes: readonly SceneBox[], names: ReadonlyMap<string, string>): string[] {
  return [
    `  subgraph cluster_${names.get(frame.id) ?? ''} {`,
    `    graph [label=${quoted(frame.texts.map((text) => text.text).join('  '))}, labeljust=l, color="${colours[boxStroke(frame).colour]}"${frame.border === 'double' ? ', peripheries=2' : ''}]`,
    ...boxes.map((box) => `    ${node(box, names)}`),
    '  }',
  ];
}

function node(box: SceneBox, names: ReadonlyMap<string, string>): string {
  const stroke = boxStroke(box);
  const attributes = [
    `label=${quoted(labelOf(box))}`,
    `tooltip=${quoted(box.title)}`,
    `color="${colours[stroke.colour]}"`,
  ];
  if (stroke.dash.length > 0) attributes.push('style="rounded,filled,dashed"');
  if (box.border === 'double') attributes.push('peripheries=2');
  if (box.main) attributes.push(`fillcolor="${colours.main}"`, `fontcolor="${colours['main-ink']}"`);
  if (box.direct) attributes.push('penwidth=2');
  if (box.link !== undefined) attributes.push(`URL=${quoted(box.link)}`);
  return `${names.get(box.id) ?? ''} [${attributes.join(', ')}]`;
}

/** First line: the name, with a count where the box has one. Second: prefix and version. */
function labelOf(box: SceneBox): string {
  const lines = new Map<number, string[]>();
  for (const { text, y } of box.texts) lines.set(Math.round(y / 8), [...(lines.get(Math.round(y / 8)) ?? []), text]);
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([, words]) => words.join(' '))
    .join('\n');
}

function edge(line: SceneLine, from: { name: string; frame?: string }, to: { name: string; frame?: string }): string {
  const stroke = lineStroke({ kind: line.kind, quiet: false });
  const attributes: string[] = [];
  if (from.frame !== undefined) attributes.push(`ltail=${from.frame}`);
  if (to.frame !== undefined) attributes.push(`lhead=${to.frame}`);
  if (line.kind === 'superseded') attributes.push('style=dashed');
  if (line.kind === 'closes-cycle')
    attributes.push('style=dotted', `color="${colours[stroke.colour]}"`, 'constraint=false');
  if (line.requirements > 1) attributes.push(`tooltip="${line.requirements} requirements"`);
  return `${from.name} -> ${to.name}${attributes.length === 0 ? '' : ` [${attributes.join(', ')}]`}`;
}

/**
 * A quoted DOT string. Graphviz reads three languages in it: the quote's own (`\"`), escapes of labels (`\N`, `\l`), and
 * entities (`&lt;`); all three are made harmless.
 */
function quoted(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => printable(line).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;'));
  return `"${lines.join('\\n')}"`;
}
