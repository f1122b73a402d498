/** What of a canvas's 2D context the pens use. Every CanvasRenderingContext2D is one; a test records the calls. */
import type { OutlineCommand } from '../theme/glyphs.ts';
import type { Grid } from './grid.ts';

export interface Pen2d {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  font: string;
  textAlign: string;
  textBaseline: string;
  globalAlpha: number;
  save(): void;
  restore(): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  roundRect(x: number, y: number, width: number, height: number, radius: number): void;
  fill(): void;
  stroke(): void;
  /** `most`: pixels that the text may take; a wider one is condensed. */
  fillText(text: string, x: number, y: number, most?: number): void;
  setLineDash(dash: number[]): void;
}

/** Where a stroke of some width is put so that what of it is straight covers whole device pixels. */
export interface Snap {
  readonly grid: Grid;
  readonly width: number;
}

/** Adds path commands to the current path, moved and scaled. */
export function stamp(pen: Pen2d, commands: readonly OutlineCommand[], x: number, y: number, scale: number): void {
  run(
    pen,
    commands,
    (at) => x + at * scale,
    (at) => y + at * scale,
  );
}

/** Adds path commands to the current path, each point on the device's pixels: what was straight stays so, what met still meets. */
export function trace(pen: Pen2d, commands: readonly OutlineCommand[], { grid, width }: Snap): void {
  run(
    pen,
    commands,
    (at) => grid.x(at, width),
    (at) => grid.y(at, width),
  );
}

function run(
  pen: Pen2d,
  commands: readonly OutlineCommand[],
  x: (at: number) => number,
  y: (at: number) => number,
): void {
  for (const command of commands) {
    switch (command[0]) {
      case 'M':
        pen.moveTo(x(command[1]), y(command[2]));
        break;
      case 'L':
        pen.lineTo(x(command[1]), y(command[2]));
        break;
      case 'C':
        pen.bezierCurveTo(x(command[1]), y(command[2]), x(command[3]), y(command[4]), x(command[5]), y(command[6]));
        break;
      case 'Z':
        pen.closePath();
    }
  }
}

/** Takes all steps of a painting at once. */
export function runAll(steps: Iterator<undefined, unknown>): void {
  while (steps.next().done !== true);
}
