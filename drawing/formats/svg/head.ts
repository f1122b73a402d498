/** What stands over the picture: the title in mono, its last part bold, and a sentence. */
import { printable } from '../../face/printable.ts';
import { monoWidth } from '../../face/widths.ts';
import type { Scene } from '../../scene/types.ts';
import { short } from '../numbers.ts';
import { xml } from './escape.ts';
import { wrapWords } from './foot.ts';
import { Ink } from './ink.ts';

const titleSize = 24;
const smallestTitle = 12;
const sentenceSize = 14.5;

export interface Head {
  readonly svg: string;
  readonly height: number;
  /** The title as plain words. */
  readonly title: string;
  readonly sentence: string;
}

/** A title given by the user is all bold; the module's own path is bold where its name begins. */
export function headSvg(
  scene: Scene,
  width: number,
  options: { readonly title?: string; readonly subtitle?: string },
  ink: Ink,
): Head {
  const prefix = options.title === undefined ? scene.subject.prefix : '';
  const name = printable(options.title ?? scene.subject.name);
  const size = Math.max(smallestTitle, Math.min(titleSize, (titleSize * width) / monoWidth(prefix + name, titleSize)));
  const sentence = printable(options.subtitle ?? scene.subject.sentence);
  const dim = prefix === '' ? '' : `<tspan class="${ink.fill('ink-3')}">${xml(prefix)}</tspan>`;
  const parts = [
    `<text x="0" y="20" font-size="${short(size)}" class="${ink.fill('ink')}">${dim}<tspan font-weight="700">${xml(name)}</tspan></text>`,
  ];
  const lines = sentence === '' ? [] : wrapWords(sentence, width, sentenceSize);
  lines.forEach((line, place) => {
    parts.push(
      `<text x="0" y="${short(50 + place * 20)}" font-size="${short(sentenceSize)}" class="sans ${ink.fill('ink-2')}">${xml(line)}</text>`,
    );
  });
  return { svg: parts.join('\n'), height: 28 + lines.length * 22, title: prefix + name, sentence };
}
