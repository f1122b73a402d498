/** A painted picture that is kept: moved and stretched while the camera moves, so that a frame costs one image. */
import type { Area } from '../../drawing/pens/scene-index.ts';
import type { Scene } from '../../drawing/scene/types.ts';
import type { Camera, Size } from './camera.ts';
import { canvasText } from '../words/canvas.ts';

/** What a bitmap was painted for. */
export interface Subject {
  readonly scene: Scene;
  /** The same for the same ink: theme, selection, what is left out. */
  readonly key: string;
  readonly camera: Camera;
  readonly size: Size;
  /** Device pixels a pixel. */
  readonly ratio: number;
  /** Pixels painted beyond each side of the canvas. */
  readonly margin: number;
}

export class Bitmap {
  readonly subject: Subject;
  readonly canvas: OffscreenCanvas;
  readonly pen: OffscreenCanvasRenderingContext2D;

  /** Empty, its pen set to scene pixels. Throws when the browser has no canvas to draw on. */
  constructor(subject: Subject) {
    const { camera, size, ratio, margin } = subject;
    this.subject = subject;
    this.canvas = new OffscreenCanvas(
      Math.max(1, Math.round((size.width + 2 * margin) * ratio)),
      Math.max(1, Math.round((size.height + 2 * margin) * ratio)),
    );
    const pen = this.canvas.getContext('2d');
    if (pen === null) throw new Error(canvasText.noCanvas);
    this.pen = pen;
    const scale = camera.zoom * ratio;
    pen.setTransform(scale, 0, 0, scale, (camera.x + margin) * ratio, (camera.y + margin) * ratio);
  }

  /** What of the scene it shows, in scene pixels. */
  get visible(): Area {
    const { camera, size, margin } = this.subject;
    return {
      x: -(camera.x + margin) / camera.zoom,
      y: -(camera.y + margin) / camera.zoom,
      width: (size.width + 2 * margin) / camera.zoom,
      height: (size.height + 2 * margin) / camera.zoom,
    };
  }

  /** True when it shows everything of the scene that a canvas of that size shows at `camera`. */
  covers(camera: Camera, size: Size): boolean {
    const { x, y, width, height } = this.visible;
    const { scene } = this.subject;
    const [left, top] = [Math.max(0, -camera.x / camera.zoom), Math.max(0, -camera.y / camera.zoom)];
    const right = Math.min(scene.width, (size.width - camera.x) / camera.zoom);
    const bottom = Math.min(scene.height, (size.height - camera.y) / camera.zoom);
    return left >= x - 1 && top >= y - 1 && right <= x + width + 1 && bottom <= y + height + 1;
  }

  /** Draws it where it belongs at `camera`; at its own zoom on whole device pixels, so that letters stay sharp. */
  drawOn(context: Pick<CanvasRenderingContext2D, 'drawImage'>, camera: Camera): void {
    const { camera: own, margin, ratio } = this.subject;
    const by = camera.zoom / own.zoom;
    const place = (to: number, from: number): number => {
      const at = to - (from + margin) * by;
      return by === 1 ? Math.round(at * ratio) / ratio : at;
    };
    const [width, height] = [(this.canvas.width / ratio) * by, (this.canvas.height / ratio) * by];
    context.drawImage(this.canvas, place(camera.x, own.x), place(camera.y, own.y), width, height);
  }
}
