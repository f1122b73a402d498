/** A scene as PNG or PDF: the SVG of it, set in the font of the package, rendered. One way for command line and page. */
import type { RenderedFormat } from '../../drawing/formats/names.ts';
import type { PictureOptions } from '../../drawing/formats/options.ts';
import { titleOf } from '../../drawing/formats/scene-words.ts';
import { toSvg } from '../../drawing/formats/svg.ts';
import type { Scene } from '../../drawing/scene/types.ts';
import { toPdf } from './pdf.ts';
import { toPng } from './png.ts';

export interface RenderOptions extends PictureOptions {
  /** Pixels of a PNG for each pixel of the picture. */
  readonly scale: number;
}

/** Neither format can follow its reader's theme: `auto` is light. Throws as png.ts and pdf.ts do. */
export function render(
  format: Exclude<RenderedFormat, 'html'>,
  scene: Scene,
  options: RenderOptions,
  signal: AbortSignal,
): Promise<Buffer> {
  const { record, theme, scale, ...words } = options;
  const svg = toSvg(scene, { ...words, theme: theme === 'auto' ? 'light' : theme, fonts: 'own' });
  const kept = record === undefined ? {} : { record };
  if (format === 'png') return toPng(svg, { scale, ...kept }, signal);
  return toPdf(svg, { title: titleOf(scene, options.title), ...kept }, signal);
}
