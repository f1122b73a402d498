/** Headings over the columns of a grouped picture, captions over boxes that no line joins. */
import type { Scene } from '../../scene/types.ts';
import { captionSize, headingLines, headingSizes } from '../../theme/headings.ts';
import { short } from '../numbers.ts';
import { xml } from './escape.ts';
import { Ink } from './ink.ts';

export function headingsSvg(headings: Scene['headings'], ink: Ink): string {
  return headings
    .map(
      ({ x, y, width, title, note }) =>
        `<text x="${short(x)}" y="${short(y + headingLines.title)}" font-size="${short(headingSizes.title)}" font-weight="600" class="sans ${ink.fill('ink')}">${xml(title)}</text>` +
        `<text x="${short(x)}" y="${short(y + headingLines.note)}" font-size="${short(headingSizes.note)}" class="sans ${ink.fill('ink-3')}">${xml(note)}</text>` +
        `<path class="no ${ink.line('rule-strong')}" d="M${short(x)} ${short(y + headingLines.rule)}h${short(width)}"/>`,
    )
    .join('\n');
}

export function captionsSvg(captions: NonNullable<Scene['captions']>, ink: Ink): string {
  return captions
    .map(
      ({ x, y, text }) =>
        `<text x="${short(x)}" y="${short(y)}" font-size="${short(captionSize)}" class="sans ${ink.fill('ink-3')}">${xml(text)}</text>`,
    )
    .join('\n');
}
