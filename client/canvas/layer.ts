/** A canvas of our own over cytoscape's: as many pixels as the screen has, painted when cytoscape renders. */
import type { Size } from './camera.ts';
import { canvasText } from '../words/canvas.ts';

export class Layer {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  #size: Size = { width: 0, height: 0 };
  #ratio = 1;

  /** Throws when the browser has no canvas to draw on. */
  constructor(canvas: HTMLCanvasElement) {
    const context = canvas.getContext('2d');
    if (context === null) throw new Error(canvasText.noCanvas);
    this.#canvas = canvas;
    this.#context = context;
  }

  get size(): Size {
    return this.#size;
  }

  /** Device pixels a pixel. */
  get ratio(): number {
    return this.#ratio;
  }

  /** Takes a size in CSS pixels, and as many device pixels as the screen has now. */
  resize(size: Size): void {
    this.#size = size;
    this.#ratio = devicePixelRatio;
    this.#canvas.width = Math.max(1, Math.round(size.width * this.#ratio));
    this.#canvas.height = Math.max(1, Math.round(size.height * this.#ratio));
  }

  /** Clears the canvas and draws in CSS pixels. */
  draw(pen: (context: CanvasRenderingContext2D) => void): void {
    this.#context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    this.#context.clearRect(0, 0, this.#size.width, this.#size.height);
    pen(this.#context);
  }
}

/** Calls whenever the window comes to a screen of another density, or is zoomed; gives back the way to stop. */
export function watchRatio(listener: () => void): () => void {
  const stop = new AbortController();
  const follow = (): void => {
    // A media query names one density: after each change there is another one to listen to.
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const onChange = (): void => {
      listener();
      follow();
    };
    query.addEventListener('change', onChange, { once: true, signal: stop.signal });
  };
  follow();
  return () => {
    stop.abort();
  };
}
