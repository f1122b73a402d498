/** The device pixels under a picture: strokes are as many of them wide as they can be seen, and straight ones lie on them. */
import type { Area } from './scene-index.ts';

export class Grid {
  /** Device pixels a scene pixel. */
  readonly #scale: number;
  readonly #left: number;
  readonly #top: number;

  /** `visible`: what of the scene can be seen; its upper left corner is that of a device pixel. `ratio`: device pixels a CSS pixel. */
  constructor(zoom: number, ratio: number, visible: Area) {
    this.#scale = zoom * ratio;
    this.#left = visible.x;
    this.#top = visible.y;
  }

  /** Width of a stroke in scene pixels: one device pixel at the least, at every zoom. */
  width(stroke: number): number {
    return this.#pixels(stroke) / this.#scale;
  }

  /** Where a stroke of that width must run so that it covers whole pixels; half a device pixel away at the most. */
  x(at: number, stroke: number): number {
    return this.#on(at, stroke, this.#left);
  }

  y(at: number, stroke: number): number {
    return this.#on(at, stroke, this.#top);
  }

  /** The distance of two strokes in scene pixels: with paper between them. */
  apart(distance: number): number {
    return Math.max(2, Math.round(distance * this.#scale)) / this.#scale;
  }

  /** What is thin takes whole pixels: on parts of two it would be paler than its colour. */
  #pixels(stroke: number): number {
    const pixels = stroke * this.#scale;
    return Math.max(1, stroke <= 1 ? Math.round(pixels) : pixels);
  }

  #on(at: number, stroke: number, origin: number): number {
    const device = (at - origin) * this.#scale;
    const whole = Math.round(this.#pixels(stroke)) % 2 === 1 ? Math.floor(device) + 0.5 : Math.round(device);
    return whole / this.#scale + origin;
  }
}
