/** Lines and their arrowheads as SVG: one path a kind, in which a trunk stands once, so that files stay small. */
import type { SceneLabel, SceneLine } from '../../scene/types.ts';
import { lineStroke } from '../../theme/appearance.ts';
import { gapsOf, strokesOf } from '../../scene/strokes.ts';
import { textStyles } from '../../theme/type.ts';
import { short } from '../numbers.ts';
import { xml } from './escape.ts';
import { Ink } from './ink.ts';
import { arrowData, pathData } from './path.ts';

const kinds: readonly Pick<SceneLine, 'kind' | 'change'>[] = [
  { kind: 'requirement', change: 'kept' },
  { kind: 'requirement', change: 'removed' },
  { kind: 'requirement', change: 'added' },
  { kind: 'requirement' },
  { kind: 'superseded' },
  { kind: 'closes-cycle' },
  { kind: 'import' },
];

/** Lines under, arrows over: an arrow is drawn once however many lines end in it. */
export function linesSvg(lines: readonly SceneLine[], ink: Ink): string {
  const parts: string[] = [];
  for (const style of kinds) {
    const alike = lines.filter((line) => isAlike(line, style));
    if (alike.length === 0) continue;
    const stroke = lineStroke(style);
    const route = pathData(strokesOf(alike, gapsOf(lines)));
    const arrows = new Set(alike.map((line) => arrowData(line.arrow)));
    parts.push(
      `<path class="no ${ink.line(stroke.colour)}"${Ink.width(stroke)} d="${route}"/>`,
      `<path class="${ink.fill(stroke.colour)}" d="${[...arrows].join('')}"/>`,
    );
  }
  return parts.join('\n');
}

/** Words on lines, each on its own paper. */
export function labelsSvg(labels: readonly SceneLabel[], ink: Ink): string {
  const { size, colour } = textStyles['line-label'];
  return labels
    .map(
      ({ x, y, width, height, text, baseline }) =>
        `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" class="${ink.fill('panel')}"/>` +
        `<text x="${short(x + width / 2)}" y="${short(baseline)}" font-size="${short(size)}" text-anchor="middle" class="sans ${ink.fill(colour)}">${xml(text)}</text>`,
    )
    .join('\n');
}

/** A change decides alone how a line looks. */
function isAlike(line: SceneLine, { kind, change }: (typeof kinds)[number]): boolean {
  return change === undefined ? line.change === undefined && line.kind === kind : line.change === change;
}
