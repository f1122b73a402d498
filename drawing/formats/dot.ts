/** A scene in the DOT language, for those who lay it out with Graphviz themselves. */
import { printable } from '../face/printable.ts';
import type { Direction } from '../layout/types.ts';
import type { Scene, SceneBox, SceneLine } from '../scene/types.ts';
import { boxStroke, lineStroke } from '../theme/appearance.ts';
import { palettes, type Palette } from '../theme/tokens.ts';
import type { PictureOptions } from './options.ts';
import { boxLabel, receiptLine, requirementCount, titleOf } from './scene-words.ts';

const rank: Readonly<Record<Direction, string>> = { down: 'TB', right: 'LR', up: 'BT', left: 'RL' };

/**
 * DOT text: a node a box, a cluster a frame. Names are generated (n0, n1, …); what others wrote stands in labels and
 * tooltips only. A line to or from a frame ends at its border (compound, lhead, ltail).
 */
export function toDot(scene: Scene, options: PictureOptions): string {
  const colours = palettes[options.theme === 'dark' ? 'dark' : 'light'];
  const names = new Map(scene.boxes.map((box, place) => [box.id, `n${place}`]));
  const inside = new Map<string, SceneBox[]>();
  for (const box of scene.boxes) {
    if (box.frame !== undefined) inside.set(box.frame, [...(inside.get(box.frame) ?? []), box]);
  }
  const title = [titleOf(scene, options.title), receiptLine(scene)].join('\n');
  const out = [
    'digraph modscope {',
    `  graph [rankdir=${rank[scene.direction]}, compound=true, fontname="Arial", labelloc=t, label=${quoted(title)}, bgcolor="${colours.panel}", fontcolor="${colours.ink}"]`,
    `  node [shape=box, style="rounded,filled", fillcolor="${colours.box}", fontcolor="${colours.ink}", fontname="Menlo,DejaVu Sans Mono,monospace", fontsize=10, margin="0.12,0.05"]`,
    `  edge [color="${colours.edge}", arrowsize=0.6]`,
  ];
  for (const box of scene.boxes) {
    if (box.frame !== undefined) continue;
    if (box.isFrame) out.push(...cluster(box, inside.get(box.id) ?? [], names, colours));
    else out.push(`  ${node(box, names, colours)}`);
  }
  const anchor = (id: string): Anchor => {
    const first = inside.get(id)?.[0];
    const name = names.get(id) ?? '';
    return first === undefined ? { name } : { name: names.get(first.id) ?? '', frame: `cluster_${name}` };
  };
  for (const line of scene.lines) out.push(`  ${edge(line, anchor(line.from), anchor(line.to), colours)}`);
  out.push('}');
  // At the end: a comment above 16,384 characters makes Graphviz give up where it stands, without a word.
  if (options.record !== undefined) out.push(`// modscope ${options.record}`);
  return `${out.join('\n')}\n`;
}

function cluster(
  frame: SceneBox,
  boxes: readonly SceneBox[],
  names: ReadonlyMap<string, string>,
  colours: Palette,
): string[] {
  return [
    `  subgraph cluster_${names.get(frame.id) ?? ''} {`,
    `    graph [label=${quoted(frame.texts.map((text) => text.text).join('  '))}, labeljust=l, color="${colours[boxStroke(frame).colour]}"${frame.border === 'double' ? ', peripheries=2' : ''}]`,
    ...boxes.map((box) => `    ${node(box, names, colours)}`),
    '  }',
  ];
}

function node(box: SceneBox, names: ReadonlyMap<string, string>, colours: Palette): string {
  const stroke = boxStroke(box);
  const attributes = [
    `label=${quoted(boxLabel(box))}`,
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

interface Anchor {
  readonly name: string;
  readonly frame?: string;
}

function edge(line: SceneLine, from: Anchor, to: Anchor, colours: Palette): string {
  const stroke = lineStroke({ kind: line.kind });
  const attributes: string[] = [];
  if (from.frame !== undefined) attributes.push(`ltail=${from.frame}`);
  if (to.frame !== undefined) attributes.push(`lhead=${to.frame}`);
  if (line.kind === 'superseded') attributes.push('style=dashed');
  if (line.kind === 'closes-cycle')
    attributes.push('style=dotted', `color="${colours[stroke.colour]}"`, 'constraint=false');
  if (line.requirements > 1) attributes.push(`tooltip="${requirementCount(line.requirements)}"`);
  return `${from.name} -> ${to.name}${attributes.length === 0 ? '' : ` [${attributes.join(', ')}]`}`;
}

/**
 * A quoted DOT string. Graphviz reads three languages in it: the quote's own (`\"`), escapes of labels (`\N`, `\l`), and
 * entities (`&lt;`); all three are made harmless. `##[` is a command to runners of CI jobs (graph/written.ts).
 */
function quoted(text: string): string {
  const lines = text.split('\n').map((line) =>
    printable(line)
      .replaceAll('\\', '\\\\')
      .replaceAll('"', '\\"')
      .replaceAll('&', '&amp;')
      .replace(/(##[a-z]*)\[/gi, '$1&#91;'),
  );
  return `"${lines.join('\\n')}"`;
}
