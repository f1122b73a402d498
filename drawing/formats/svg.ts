/** A scene as a standalone SVG: title, picture, legend, receipt. Text stays text; no script; the same scene gives the same bytes. */
import { printable } from '../face/printable.ts';
import { receiptWords } from '../scene/receipt.ts';
import { sheetsOf } from '../scene/sheets.ts';
import type { Scene } from '../scene/types.ts';
import { margin as edge } from '../theme/geometry.ts';
import { short } from './numbers.ts';
import type { PictureOptions } from './options.ts';
import { boxSvg } from './svg/box.ts';
import { xml } from './svg/escape.ts';
import type { Fonts } from './svg/fonts.ts';
import { footSvg } from './svg/foot.ts';
import { headSvg } from './svg/head.ts';
import { captionsSvg, headingsSvg } from './svg/headings.ts';
import { Ink } from './svg/ink.ts';
import { labelsSvg, linesSvg } from './svg/lines.ts';
import { styleSheet, withAttributes } from './svg/style.ts';

export interface SvgOptions extends PictureOptions {
  /** Instead of the sentence that says what is on show; '' for none. */
  readonly subtitle?: string;
  /** Boxes lead to pkg.go.dev; default true. */
  readonly links?: boolean;
  /** `reader`: a stack of fonts that exist everywhere (the default). `own`: the two fonts that are rendered with (svg/fonts.ts). */
  readonly fonts?: Fonts;
}

const margin = { x: 50, top: 46, bottom: 40 };
/** A small picture is drawn larger, up to this size and this much. */
const comfortable = { width: 1500, height: 1500, scale: 1.6 };
/** Head and foot need this much to be read without breaking every few words. */
const narrowest = 640;
const gap = 36;

/** SVG text with a final newline. Numbers have at most two decimals. */
export function toSvg(scene: Scene, options: SvgOptions): string {
  const ink = new Ink(options.fonts);
  const links = options.links ?? true;
  const bare = {
    width: Math.max(1, scene.width - 2 * edge.picture),
    height: Math.max(1, scene.height - 2 * edge.picture),
  };
  const fits = Math.min(comfortable.scale, comfortable.width / bare.width, comfortable.height / bare.height);
  const scale = Math.max(1, fits);
  // The first box stands under the title: a scene's own margin is outside of the measure.
  const inner = { width: bare.width * scale, height: bare.height * scale };
  const width = Math.max(narrowest, inner.width);
  const head = headSvg(scene, width, options, ink);
  const made = ['modscope', options.caption ?? ''].filter((part) => part !== '').join(' · ');
  const foot = footSvg(scene, width, made, ink);
  const pictureTop = margin.top + head.height + gap;
  const footTop = pictureTop + inner.height + gap;
  const whole = { width: width + 2 * margin.x, height: footTop + foot.height + margin.bottom };
  const left = margin.x + (width - inner.width) / 2 - edge.picture * scale;
  const background = ink.fill('panel');
  const picture = sheetsOf(scene)
    .flatMap((sheet) => [
      headingsSvg(sheet.headings, ink),
      captionsSvg(sheet.captions ?? [], ink),
      ...sheet.boxes.filter((box) => box.isFrame).map((box) => boxSvg(box, ink, scene.level, false)),
      linesSvg(sheet.lines, ink),
      ...sheet.boxes.filter((box) => !box.isFrame).map((box) => boxSvg(box, ink, scene.level, links)),
      labelsSvg(sheet.labels ?? [], ink),
    ])
    .filter((part) => part !== '');
  const size = `width="${short(whole.width)}" height="${short(whole.height)}" viewBox="0 0 ${short(whole.width)} ${short(whole.height)}"`;
  const scaled = scale === 1 ? '' : ` scale(${short(scale)})`;
  const markup = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} class="modscope${options.theme === 'auto' ? '' : ` modscope-${options.theme}`}" role="${links ? 'group' : 'img'}" aria-labelledby="modscope-title modscope-desc">`,
    `<title id="modscope-title">${xml(head.title)}</title>`,
    `<desc id="modscope-desc">${xml(description(scene, head.sentence))}</desc>`,
    ...(options.record === undefined ? [] : [`<metadata>${xml(options.record)}</metadata>`]),
    `<style>\n${styleSheet(options.theme, ink.fills, ink.strokes, ink.setting)}\n</style>`,
    `<rect width="100%" height="100%" class="${background}"/>`,
    `<g transform="translate(${margin.x} ${margin.top})">`,
    head.svg,
    '</g>',
    `<g transform="translate(${short(left)} ${short(pictureTop - edge.picture * scale)})${scaled}">`,
    ...picture,
    '</g>',
    `<g transform="translate(${margin.x} ${short(footTop)})">`,
    foot.svg,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
  return withAttributes(markup, options.theme);
}

/** For readers who do not see the picture: what it is, how it was made, what stands in it. */
function description(scene: Scene, sentence: string): string {
  const words = receiptWords(scene.receipt);
  const marks = scene.legend.map((entry) => [entry.code ?? '', entry.text].join(' ').trim()).join(', ');
  return printable(`${sentence} ${words.steps.join(' → ')}. ${words.requirements}. Marks: ${marks}.`.trim());
}
