/** Paints a glide: lines and what comes and goes as two images, painted once; the boxes that move, anew in every frame. */
import { paint } from '../../drawing/pens/canvas.ts';
import type { Scene } from '../../drawing/scene/types.ts';
import { Bitmap } from './bitmap.ts';
import { Glide } from './glide.ts';
import type { Layer } from './layer.ts';
import { optionsOf, type Picture } from './painter.ts';

export class GlidePainter {
  readonly #layer: Layer;
  readonly #glide: Glide;
  readonly #to: Picture;
  readonly #gone: Bitmap;
  readonly #fresh: Bitmap;
  #started: number | undefined;

  /** `from` as it stands on the screen, `to` as it will. */
  constructor(layer: Layer, from: Picture, to: Picture) {
    this.#layer = layer;
    this.#to = to;
    this.#glide = new Glide(from, to, layer.size);
    this.#gone = imageOf(layer, from, this.#glide.leaving);
    this.#fresh = imageOf(layer, to, this.#glide.coming);
  }

  /** Paints the moment that `now` is, in milliseconds; false when the way is over, and nothing was painted. */
  paint(now: number): boolean {
    this.#started ??= now;
    const moment = this.#glide.at(now - this.#started);
    if (moment === undefined) return false;
    const { camera, boxes } = moment;
    // A card lies over the lines, as what stands on it.
    const frames = boxes.filter(({ isFrame, over }) => isFrame && over !== true);
    const others = boxes.filter(({ isFrame, over }) => !isFrame || over === true);
    this.#layer.draw((context) => {
      const boxesOf = (some: Scene['boxes']): void => {
        if (some.length === 0) return;
        context.save();
        context.translate(camera.x, camera.y);
        context.scale(camera.zoom, camera.zoom);
        const { width, height } = this.#layer.size;
        paint(context, { ...this.#to.scene, boxes: some, lines: [], headings: [] }, this.#to.palette, {
          ...optionsOf(this.#to, this.#layer.ratio),
          zoom: camera.zoom,
          visible: {
            x: -camera.x / camera.zoom,
            y: -camera.y / camera.zoom,
            width: width / camera.zoom,
            height: height / camera.zoom,
          },
          emphasis: this.#to.emphasis,
          ruler: false,
        });
        context.restore();
      };
      boxesOf(frames);
      for (const [image, opacity] of [
        [this.#gone, moment.gone],
        [this.#fresh, moment.fresh],
      ] as const) {
        if (opacity === 0) continue;
        context.globalAlpha = opacity;
        image.drawOn(context, image.subject.camera);
        context.globalAlpha = 1;
      }
      boxesOf(others);
    });
    return true;
  }
}

/** A part of a picture as an image. */
function imageOf(layer: Layer, picture: Picture, scene: Scene): Bitmap {
  const bitmap = new Bitmap({
    scene,
    key: '',
    camera: picture.camera,
    size: layer.size,
    ratio: layer.ratio,
    margin: 0,
  });
  paint(bitmap.pen, scene, picture.palette, {
    ...optionsOf(picture, layer.ratio),
    visible: bitmap.visible,
    emphasis: picture.emphasis,
    ruler: true,
  });
  return bitmap;
}
