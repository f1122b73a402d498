/** Canvases for tests: jsdom has none. Each writes down what is drawn on it. */
import { vi } from 'vitest';
import { Layer } from '../../../client/canvas/layer.ts';
import { Recorder } from '../../drawing/pens/recorder.ts';

/** A 2D context that writes down what it is told, and which images it is given. */
export class FakeContext extends Recorder {
  readonly images: { readonly image: unknown; readonly args: readonly number[] }[] = [];
  transform: readonly number[] = [];
  setTransform(...matrix: readonly number[]): void {
    this.transform = matrix;
  }
  translate(): void {
    /* Nobody asks. */
  }
  scale(): void {
    /* Nobody asks. */
  }
  clearRect(): void {
    this.calls.length = 0;
    this.images.length = 0;
  }
  drawImage(image: unknown, ...args: readonly number[]): void {
    this.images.push({ image, args });
  }
}

export interface Canvases {
  /** What was made off the screen, in its order. */
  readonly made: readonly { readonly width: number; readonly height: number; readonly pen: FakeContext }[];
  readonly layer: Layer;
  /** What is on the screen. */
  readonly screen: FakeContext;
  /** Runs what waits for the next frame; how many that were. */
  readonly frame: () => number;
}

/** Puts canvases, frames and a clock in place of the browser's, for one test; `vi.unstubAllGlobals` and `vi.useRealTimers` end it. */
export function fakeCanvases(width: number, height: number): Canvases {
  const made: { width: number; height: number; pen: FakeContext }[] = [];
  class Offscreen {
    readonly pen = new FakeContext();
    readonly width: number;
    readonly height: number;
    constructor(wide: number, high: number) {
      this.width = wide;
      this.height = high;
      made.push(this);
    }
    getContext(): FakeContext {
      return this.pen;
    }
  }
  vi.stubGlobal('OffscreenCanvas', Offscreen);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  let waiting = new Map<number, () => void>();
  let last = 0;
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
    waiting.set(++last, run);
    return last;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => waiting.delete(id));
  const screen = new FakeContext();
  const canvas = document.createElement('canvas');
  Object.defineProperty(canvas, 'getContext', { value: () => screen });
  const layer = new Layer(canvas);
  layer.resize({ width, height });
  return {
    made,
    layer,
    screen,
    frame: () => {
      const now = waiting;
      waiting = new Map();
      for (const run of now.values()) run();
      return now.size;
    },
  };
}
