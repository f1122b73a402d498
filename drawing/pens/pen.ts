/** What of a canvas's 2D context the pens use. Every CanvasRenderingContext2D is one; a test records the calls. */
import type { OutlineCommand } from '../theme/glyphs.ts';

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
  fillText(text: string, x: number, y: number): void;
  setLineDash(dash: number[]): void;
}

/** Adds path commands to the current path, scaled and then moved. */
export function trace(pen: Pen2d, commands: readonly OutlineCommand[], x = 0, y = 0, scale = 1): void {
  for (const command of commands) {
    switch (command[0]) {
      case 'M':
        pen.moveTo(x + command[1] * scale, y + command[2] * scale);
        break;
      case 'L':
        pen.lineTo(x + command[1] * scale, y + command[2] * scale);
        break;
      case 'C':
        pen.bezierCurveTo(
          x + command[1] * scale,
          y + command[2] * scale,
          x + command[3] * scale,
          y + command[4] * scale,
          x + command[5] * scale,
          y + command[6] * scale,
        );
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
