/** A scene as a Mermaid flowchart, for Markdown that draws it: GitHub, GitLab, many wikis. */
import { printable } from '../face/printable.ts';
import type { Direction } from '../layout/types.ts';
import type { Scene, SceneBox, SceneLine } from '../scene/types.ts';
import { palettes } from '../theme/tokens.ts';
import type { PictureOptions } from './options.ts';
import { boxLabel, receiptLine, titleOf } from './scene-words.ts';

/** What Mermaid draws unless told otherwise (maxTextSize, maxEdges of its configuration); GitHub does not tell it otherwise. */
export const mermaidLimits = { characters: 50_000, lines: 500 } as const;

const way: Readonly<Record<Direction, string>> = { down: 'TB', right: 'LR', up: 'BT', left: 'RL' };

/**
 * Mermaid text. Names are generated (n0, n1, …); what others wrote stands in quoted labels, every character but letters,
 * digits and a few marks as a code of Mermaid's own (`#35;`), so that no label is markup, Markdown, a directive or the end
 * of its quote. Colours are of one theme where one is asked for; `auto` leaves them to whoever draws.
 */
export function toMermaid(scene: Scene, options: PictureOptions): string {
  const names = new Map(scene.boxes.map((box, place) => [box.id, `n${place}`]));
  const nameOf = (id: string): string => names.get(id) ?? '';
  const out = [`flowchart ${way[scene.direction]}`];
  if (options.record !== undefined) out.push(`%% modscope ${options.record}`);
  const title = plainWords(titleOf(scene, options.title)).trim();
  if (title !== '') out.push(`accTitle: ${title}`);
  out.push(`accDescr: ${plainWords(receiptLine(scene))}`);
  for (const box of scene.boxes) {
    if (box.frame !== undefined) continue;
    if (!box.isFrame) {
      out.push(node(box, nameOf(box.id)));
      continue;
    }
    out.push(`subgraph ${nameOf(box.id)}["${coded(box.texts.map((text) => text.text).join(' '))}"]`);
    for (const inner of scene.boxes) {
      if (inner.frame === box.id) out.push(`  ${node(inner, nameOf(inner.id))}`);
    }
    out.push('end');
  }
  for (const line of scene.lines) out.push(edge(line, nameOf(line.from), nameOf(line.to)));
  for (const box of scene.boxes) {
    // Its own `href` wants https; anything else would be dropped by a strict reader anyway.
    if (box.link !== undefined) out.push(`click ${nameOf(box.id)} href "${box.link}" _blank`);
  }
  out.push(...classes(scene, options, nameOf), '');
  return out.join('\n');
}

function node(box: SceneBox, name: string): string {
  // Mermaid cannot read an empty label.
  const label = boxLabel(box).split('\n').map(coded).join('<br/>') || ' ';
  return box.cycle ? `${name}[["${label}"]]` : `${name}["${label}"]`;
}

function edge({ kind, requirements }: SceneLine, from: string, to: string): string {
  const arrow = kind === 'requirement' || kind === 'import' ? '-->' : '-.->';
  return `${from} ${arrow}${requirements > 1 ? `|"${requirements}"|` : ''} ${to}`;
}

/** Main modules stand out in any theme; direct ones have a thicker border. */
function classes(scene: Scene, { theme }: PictureOptions, nameOf: (id: string) => string): string[] {
  const group = (test: (box: SceneBox) => boolean): string =>
    scene.boxes
      .filter((box) => !box.isFrame && test(box))
      .map((box) => nameOf(box.id))
      .join(',');
  const colours = theme === 'auto' ? undefined : palettes[theme];
  const style = (more: string, fill: keyof typeof palettes.light, ink: keyof typeof palettes.light): string =>
    [
      more,
      ...(colours === undefined
        ? []
        : [`fill:${colours[fill]}`, `color:${colours[ink]}`, `stroke:${colours['box-line']}`]),
    ].join(',');
  const kinds = [
    { name: 'main', nodes: group((box) => box.main), style: style('stroke-width:3px', 'main', 'main-ink') },
    { name: 'direct', nodes: group((box) => box.direct && !box.main), style: style('stroke-width:2px', 'box', 'ink') },
    { name: 'other', nodes: group((box) => !box.direct && !box.main), style: style('stroke-width:1px', 'box', 'ink') },
  ];
  return kinds.flatMap((kind) =>
    kind.nodes === '' ? [] : [`classDef ${kind.name} ${kind.style}`, `class ${kind.nodes} ${kind.name}`],
  );
}

/** Text for a quoted label. Letters and digits of any script stay as they are. */
function coded(text: string): string {
  return printable(text).replace(/[^\p{L}\p{N} /.,:+~@→…·_-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
}

/** accTitle and accDescr know no codes: what could mean something there is taken out. */
function plainWords(text: string): string {
  return printable(text).replace(/[^\p{L}\p{N} /.,:+~@→…·_-]/gu, '\uFFFD');
}
