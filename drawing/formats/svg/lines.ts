/** Lines and their arrowheads as SVG: one path a kind, so that a trunk is drawn once and files stay small. */
import type { SceneLine } from '../../scene/types.ts';
import { lineStrokes } from '../../theme/appearance.ts';
import { Ink } from './ink.ts';
import { arrowData, pathData } from './path.ts';

const kinds: readonly SceneLine['kind'][] = ['requirement', 'superseded', 'closes-cycle'];

/** Lines under, arrows over: an arrow is drawn once however many lines end in it. */
export function linesSvg(lines: readonly SceneLine[], ink: Ink): string {
  const parts: string[] = [];
  for (const kind of kinds) {
    const ofKind = lines.filter((line) => line.kind === kind);
    if (ofKind.length === 0) continue;
    const stroke = lineStrokes[kind];
    const routes = ofKind.map((line) => pathData(line.path));
    const arrows = new Set(ofKind.map((line) => arrowData(line.arrow)));
    parts.push(
      `<path class="no ${ink.line(stroke.colour)}"${Ink.width(stroke)} d="${routes.join('')}"/>`,
      `<path class="${ink.fill(stroke.colour)}" d="${[...arrows].join('')}"/>`,
    );
  }
  return parts.join('\n');
}
