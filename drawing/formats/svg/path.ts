/** Path commands as the `d` of an SVG path. */
import type { OutlineCommand } from '../../theme/glyphs.ts';
import type { SceneLine } from '../../scene/types.ts';
import { arrow } from '../../theme/geometry.ts';
import { short } from '../numbers.ts';

export function pathData(commands: readonly OutlineCommand[]): string {
  return commands.map(([letter, ...numbers]) => letter + numbers.map(short).join(' ')).join('');
}

/** The triangle of an arrowhead: its tip, then its base. */
export function arrowData({ x, y, dx, dy }: SceneLine['arrow']): string {
  const [baseX, baseY] = [x - dx * arrow.length, y - dy * arrow.length];
  const half = arrow.width / 2;
  return `M${short(x)} ${short(y)}L${short(baseX - dy * half)} ${short(baseY + dx * half)}L${short(baseX + dy * half)} ${short(baseY - dx * half)}Z`;
}
