/** A pen that writes down what it is told. */
import type { Pen2d } from '../../../drawing/pens/pen.ts';

export interface Call {
  readonly name: string;
  readonly args: readonly (number | string)[];
  readonly alpha: number;
  readonly fill: unknown;
  readonly stroke: unknown;
  readonly width: number;
  readonly font: string;
}

/** A pen that writes down what it is told. */
export class Recorder implements Pen2d {
  readonly calls: Call[] = [];
  fillStyle: unknown = '';
  strokeStyle: unknown = '';
  lineWidth = 1;
  lineCap = 'butt';
  lineJoin = 'miter';
  font = '';
  textAlign = 'left';
  textBaseline = 'alphabetic';
  globalAlpha = 1;
  dash: number[] = [];
  #call(name: string, ...args: (number | string)[]): void {
    this.calls.push({
      name,
      args,
      alpha: this.globalAlpha,
      fill: this.fillStyle,
      stroke: this.strokeStyle,
      width: this.lineWidth,
      font: this.font,
    });
  }
  save(): void {
    this.#call('save');
  }
  restore(): void {
    this.#call('restore');
  }
  beginPath(): void {
    this.#call('beginPath');
  }
  closePath(): void {
    this.#call('closePath');
  }
  moveTo(x: number, y: number): void {
    this.#call('moveTo', x, y);
  }
  lineTo(x: number, y: number): void {
    this.#call('lineTo', x, y);
  }
  bezierCurveTo(...args: [number, number, number, number, number, number]): void {
    this.#call('bezierCurveTo', ...args);
  }
  rect(...args: [number, number, number, number]): void {
    this.#call('rect', ...args);
  }
  roundRect(...args: [number, number, number, number, number]): void {
    this.#call('roundRect', ...args);
  }
  fill(): void {
    this.#call('fill');
  }
  stroke(): void {
    this.#call('stroke');
  }
  fillText(text: string, x: number, y: number): void {
    this.#call('fillText', text, x, y);
  }
  setLineDash(dash: number[]): void {
    this.dash = dash;
  }
  texts(): string[] {
    return this.calls.filter(({ name }) => name === 'fillText').map(({ args }) => String(args[0]));
  }
  count(name: string): number {
    return this.calls.filter((call) => call.name === name).length;
  }
}
