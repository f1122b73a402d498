/** Lines and their arrowheads as SVG: one path a kind, so that a trunk is drawn once and files stay small. */
import type { SceneLine } from '../../scene/types.ts';
import { lineStroke } from '../../theme/appearance.ts';
import { Ink } from './ink.ts';
import { arrowData, pathData } from './path.ts';

const kinds: readonly Pick<SceneLine, 'kind' | 'quiet' | 'change'>[] = [
  { kind: 'requirement', quiet: false, change: 'kept' },
  { kind: 'requirement', quiet: false, change: 'removed' },
  { kind: 'requirement', quiet: false, change: 'added' },
  { kind: 'requirement', quiet: true },
  { kind: 'requirement', quiet: false },
  { kind: 'superseded', quiet: true },
  { kind: 'superseded', quiet: false },
  { kind: 'closes-cycle', quiet: true },
  { kind: 'closes-cycle', quiet: false },
  { kind: 'import', quiet: false },
];

/** Lines under, arrows over: an arrow is drawn once however many lines end in it. */
export function linesSvg(lines: readonly SceneLine[], ink: Ink): string {
  const parts: string[] = [];
  for (const style of kinds) {
    const alike = lines.filter((line) => isAlike(line, style));
    if (alike.length === 0) continue;
    const stroke = lineStroke(style);
    const routes = alike.map((line) => pathData(line.path));
    const arrows = new Set(alike.map((line) => arrowData(line.arrow)));
    parts.push(
      `<path class="no ${ink.line(stroke.colour)}"${Ink.width(stroke)} d="${routes.join('')}"/>`,
      `<path class="${ink.fill(stroke.colour)}" d="${[...arrows].join('')}"/>`,
    );
  }
  return parts.join('\n');
}

/** A change decides alone how a line looks. */
function isAlike(line: SceneLine, { kind, quiet, change }: (typeof kinds)[number]): boolean {
  return change === undefined
    ? line.change === undefined && line.kind === kind && line.quiet === quiet
    : line.change === change;
}
