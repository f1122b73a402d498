/** A scene or a sheet as PNG or PDF: the SVG of it, set in the fonts of the package, rendered. One way for command line and page. */
import type { RenderedFormat } from '../../drawing/formats/names.ts';
import type { PictureOptions } from '../../drawing/formats/options.ts';
import { titleOf } from '../../drawing/formats/scene-words.ts';
import { toSvg } from '../../drawing/formats/svg.ts';
import { sheetSvg } from '../../drawing/formats/sheet-svg.ts';
import type { Scene } from '../../drawing/scene/types.ts';
import type { Sheet } from '../../drawing/sheet/types.ts';
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
  const { record: _record, theme, scale: _scale, ...words } = options;
  const svg = toSvg(scene, { ...words, theme: fixed(theme), fonts: 'own' });
  return rendered(format, svg, titleOf(scene, options.title), options, signal);
}

/** The same for a picture with a layout of its own. */
export function renderSheet(
  format: Exclude<RenderedFormat, 'html'>,
  sheet: Sheet,
  options: RenderOptions,
  signal: AbortSignal,
): Promise<Buffer> {
  const svg = sheetSvg(sheet, { theme: fixed(options.theme), fonts: 'own' });
  return rendered(format, svg, sheet.title, options, signal);
}

function fixed(theme: RenderOptions['theme']): 'light' | 'dark' {
  return theme === 'auto' ? 'light' : theme;
}

function rendered(
  format: Exclude<RenderedFormat, 'html'>,
  svg: string,
  title: string,
  { record, scale }: RenderOptions,
  signal: AbortSignal,
): Promise<Buffer> {
  const kept = record === undefined ? {} : { record };
  if (format === 'png') return toPng(svg, { scale, ...kept }, signal);
  return toPdf(svg, { title, ...kept }, signal);
}
