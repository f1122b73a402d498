/** A view in any of the text formats: what the page saves and what the command line writes come from here. */
import type { View } from '../../graph/view/types.ts';
import { type Written, written } from '../../graph/written.ts';
import type { Scene } from '../scene/types.ts';
import { toCsv } from './csv.ts';
import { toCytoscape } from './cytoscape.ts';
import { toDot } from './dot.ts';
import { toGraphml } from './graphml.ts';
import { toJson } from './json.ts';
import { toMermaid } from './mermaid.ts';
import type { TextFormat } from './names.ts';
import type { PictureOptions } from './options.ts';
import { sealed } from './seal.ts';
import { toSvg } from './svg.ts';
import { toTree } from './tree.ts';

/** `scene` is asked for by formats that are drawn (names.ts) only. The same view and options give the same text. */
export async function toText(
  format: TextFormat,
  view: View,
  scene: () => Promise<Scene>,
  options: PictureOptions,
): Promise<Written> {
  return written(sealed(await textOf(format, view, scene, options), format));
}

async function textOf(
  format: TextFormat,
  view: View,
  scene: () => Promise<Scene>,
  options: PictureOptions,
): Promise<string> {
  switch (format) {
    case 'json':
      return toJson(view, options.record);
    case 'csv':
      return toCsv(view);
    case 'tree':
      return toTree(view, options.title);
    case 'svg':
      return toSvg(await scene(), options);
    case 'dot':
      return toDot(await scene(), options);
    case 'mermaid':
      return toMermaid(await scene(), options);
    case 'graphml':
      return toGraphml(await scene(), options);
    case 'cytoscape':
      return toCytoscape(await scene(), options);
  }
}
