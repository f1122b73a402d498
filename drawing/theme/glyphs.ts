/** The shapes of the marks, as path commands on a square of 12 units: SVG prints them, a canvas runs them. */
import type { Glyph, PathCommand } from '../scene/types.ts';
import type { Token } from './tokens.ts';

export type OutlineCommand = PathCommand | readonly ['Z'];

export interface GlyphShape {
  readonly outline: readonly OutlineCommand[];
  /** Strokes are 1.4 wide, round at ends and corners. */
  readonly mode: 'stroke' | 'fill';
  readonly colour: Token;
}

export const glyphStroke = 1.4;

/** Open polylines, each a list of x, y, x, y, … */
function lines(...polylines: readonly (readonly number[])[]): OutlineCommand[] {
  return polylines.flatMap((points) => {
    const commands: OutlineCommand[] = [];
    for (let i = 0; i + 1 < points.length; i += 2)
      commands.push([i === 0 ? 'M' : 'L', points[i] ?? 0, points[i + 1] ?? 0]);
    return commands;
  });
}

function closed(points: readonly number[]): OutlineCommand[] {
  return [...lines(points), ['Z']];
}

/** An arc of a circle from one angle to another (degrees, clockwise from three o'clock), in cubics of at most 90°. */
function arc(x: number, y: number, radius: number, from: number, to: number): OutlineCommand[] {
  const pieces = Math.ceil((to - from) / 90);
  const step = ((to - from) / pieces) * (Math.PI / 180);
  const handle = (4 / 3) * Math.tan(step / 4) * radius;
  const start = from * (Math.PI / 180);
  const commands: OutlineCommand[] = [['M', x + radius * Math.cos(start), y + radius * Math.sin(start)]];
  for (let i = 0; i < pieces; i++) {
    const a = start + i * step;
    const b = a + step;
    const [ax, ay] = [x + radius * Math.cos(a), y + radius * Math.sin(a)];
    const [bx, by] = [x + radius * Math.cos(b), y + radius * Math.sin(b)];
    commands.push([
      'C',
      ax - handle * Math.sin(a),
      ay + handle * Math.cos(a),
      bx + handle * Math.sin(b),
      by - handle * Math.cos(b),
      bx,
      by,
    ]);
  }
  return commands;
}

function circle(x: number, y: number, radius: number): OutlineCommand[] {
  return [...arc(x, y, radius, 0, 360), ['Z']];
}

const triangle = closed([6, 2.2, 10.6, 10, 1.4, 10]);
const octagon = closed([4, 1.2, 8, 1.2, 10.8, 4, 10.8, 8, 8, 10.8, 4, 10.8, 1.2, 8, 1.2, 4]);
const square = (x: number, y: number): OutlineCommand[] => closed([x, y, x + 6, y, x + 6, y + 6, x, y + 6]);

export const glyphShapes: Readonly<Record<Glyph, GlyphShape>> = {
  added: { mode: 'stroke', colour: 'added', outline: lines([6, 1.5, 6, 10.5], [1.5, 6, 10.5, 6]) },
  removed: { mode: 'stroke', colour: 'removed', outline: lines([1.5, 6, 10.5, 6]) },
  raised: { mode: 'stroke', colour: 'changed', outline: lines([6, 10.5, 6, 1.5], [2.5, 5, 6, 1.5, 9.5, 5]) },
  lowered: { mode: 'stroke', colour: 'changed', outline: lines([6, 1.5, 6, 10.5], [2.5, 7, 6, 10.5, 9.5, 7]) },
  edited: { mode: 'stroke', colour: 'changed', outline: lines([1.5, 4.2, 10.5, 4.2], [1.5, 7.8, 10.5, 7.8]) },
  error: { mode: 'fill', colour: 'high', outline: octagon },
  high: { mode: 'fill', colour: 'high', outline: triangle },
  'two-majors': { mode: 'stroke', colour: 'high', outline: [...square(1.3, 1.3), ...square(4.7, 4.7)] },
  retracted: { mode: 'stroke', colour: 'high', outline: [...circle(6, 6, 4.4), ...lines([2.9, 9.1, 9.1, 2.9])] },
  warn: { mode: 'stroke', colour: 'warn', outline: triangle },
  deprecated: { mode: 'stroke', colour: 'warn', outline: lines([6, 1.4, 6, 10.8], [3.2, 4.2, 8.8, 4.2]) },
  cycle: { mode: 'stroke', colour: 'cycle', outline: [...arc(6, 6, 4, 0, 313), ...lines([9, 0.9, 9, 3.4, 6.6, 3.4])] },
  replaced: {
    mode: 'stroke',
    colour: 'replaced',
    outline: lines([1.5, 4, 9.5, 4], [7.5, 2, 9.5, 4, 7.5, 6], [10.5, 8, 2.5, 8], [4.5, 6, 2.5, 8, 4.5, 10]),
  },
  low: { mode: 'stroke', colour: 'info', outline: circle(6, 6, 2.8) },
  excluded: { mode: 'stroke', colour: 'info', outline: [...circle(6, 6, 4.4), ...lines([3.6, 6, 8.4, 6])] },
  kept: { mode: 'stroke', colour: 'info', outline: [...lines([6, 1.5, 6, 5.5]), ...circle(6, 7.9, 2.5)] },
  open: { mode: 'stroke', colour: 'info', outline: lines([6, 2.5, 6, 9.5], [2.5, 6, 9.5, 6]) },
  more: { mode: 'fill', colour: 'info', outline: [...circle(2.4, 6, 1), ...circle(6, 6, 1), ...circle(9.6, 6, 1)] },
};
