/** The one order of lines: by the place of their start, then of their end. */
import type { Line } from './types.ts';

export function compareLines(a: Line, b: Line): number {
  return a.from - b.from || a.to - b.to;
}
