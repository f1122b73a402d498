/**
 * Paints the canvas for a camera. A small picture is painted anew in every frame. A larger one is kept as a bitmap, which is
 * moved while the camera moves and painted anew, between frames, once it stands still or shows too little.
 */
import { paint, paintOver, paintRuler, paintSteps, type PaintOptions } from '../../drawing/pens/canvas.ts';
import { idsOf, noEmphasis, type Emphasis } from '../../drawing/pens/emphasis.ts';
import type { Scene } from '../../drawing/scene/types.ts';
import type { Palette } from '../../drawing/theme/tokens.ts';
import { Bitmap, type Subject } from './bitmap.ts';
import type { Camera, Size } from './camera.ts';
import type { Layer } from './layer.ts';

export interface Picture {
  readonly scene: Scene;
  readonly camera: Camera;
  readonly palette: Palette;
  readonly emphasis: Emphasis;
  /** Opacity of what is dimmed. */
  readonly dim: number;
  /** Leave out quiet lines that nothing brings out. */
  readonly hideQuiet: boolean;
}

/** Boxes and lines up to which a picture is painted anew in every frame: a bitmap would save nothing. */
const direct = 160;
/** Up to here a picture is painted at one go when something in it changes; above, in steps between frames. */
const atOnce = { boxes: 1000, lines: 4000 } as const;
/** Milliseconds without a move after which the camera stands still. */
const stillAfter = 80;
/** Milliseconds of painting between two frames while the camera moves, and while it stands still. */
const slice = { moving: 4, still: 24 } as const;
/** Steps that are painted at once while the camera stands still. */
const stepsAProbe = 6;
/** Pixels around the canvas that are painted, too, where that is cheap: a short move shows nothing unpainted. */
const margins = { small: 160, large: 64 } as const;
/** How much a bitmap may be stretched or shrunk before it is painted anew while the camera moves. */
const stretch = { least: 0.4, most: 2.5 } as const;
/** Largest sides of the overview that stands in where the bitmap shows nothing. */
const overviewSize: Size = { width: 2000, height: 1200 };

interface Job {
  readonly bitmap: Bitmap;
  readonly steps: Iterator<undefined, unknown>;
  readonly isOverview: boolean;
}

export class Painter {
  readonly #layer: Layer;
  readonly #again: () => void;
  /** One pixel: drawing a bitmap there makes the browser paint what it has put off, within the time that is measured. */
  readonly #probe = new OffscreenCanvas(1, 1).getContext('2d');
  #front: Bitmap | undefined;
  #overview: Bitmap | undefined;
  #job: Job | undefined;
  #last: Camera | undefined;
  #movedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  readonly #keys = new WeakMap<Emphasis, string>();

  /** `again` must lead to another call of `paint`, soon. */
  constructor(layer: Layer, again: () => void) {
    this.#layer = layer;
    this.#again = again;
  }

  /** Paints the picture, or what stands in for it until it is painted: true when it stands as it should. */
  paint(picture: Picture): boolean {
    const { scene, camera } = picture;
    if (scene.boxes.length + scene.lines.length <= direct) {
      this.stop();
      this.#layer.draw((context) => {
        const visible = this.#enter(context, camera);
        paint(context, scene, picture.palette, {
          ...optionsOf(picture, this.#layer.ratio),
          emphasis: picture.emphasis,
          visible,
        });
      });
      return true;
    }
    if (this.#last !== undefined && !sameCamera(this.#last, camera)) this.#movedAt = performance.now();
    this.#last = camera;
    const subject = this.#subjectOf(picture);
    if (!this.#isDone(subject)) this.#further(picture, subject, !this.#moves());
    return this.#show(picture, subject);
  }

  /** Lets go of what is painted and kept. */
  stop(): void {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.#job = this.#front = this.#overview = undefined;
  }

  #moves(): boolean {
    return performance.now() - this.#movedAt < stillAfter;
  }

  #subjectOf(picture: Picture): Subject {
    const { scene, camera, palette, hideQuiet } = picture;
    const key = `${palette.canvas} ${hideQuiet} ${this.#keyOf(picture.emphasis)}`;
    const margin = isSmall(scene) ? margins.small : margins.large;
    return { scene, key, camera, size: this.#layer.size, ratio: this.#layer.ratio, margin };
  }

  #keyOf(emphasis: Emphasis): string {
    const { selected, also, related, path, dimOthers, faded } = emphasis;
    const key = this.#keys.get(emphasis) ?? JSON.stringify([selected, also, dimOthers, faded, path, idsOf(related)]);
    this.#keys.set(emphasis, key);
    return key;
  }

  #isDone(subject: Subject): boolean {
    return this.#front !== undefined && sameSubject(this.#front.subject, subject);
  }

  /** Begins, goes on with or gives up painting for what is wanted now. */
  #further(picture: Picture, subject: Subject, still: boolean): void {
    clearTimeout(this.#timer);
    const { scene, key } = subject;
    const known = this.#front?.subject;
    const same = known?.scene === scene && known.key === key && sameSize(known, subject);
    if (!same && isSmall(scene)) {
      this.#begin(picture, subject);
      this.#run(Infinity);
      return;
    }
    if (this.#job !== undefined && !this.#job.isOverview) {
      const { subject: asked } = this.#job.bitmap;
      const wanted = asked.scene === scene && asked.key === key && sameSize(asked, subject);
      const useful =
        wanted && (sameCamera(asked.camera, subject.camera) || (!still && isNear(this.#job.bitmap, subject)));
      if (useful) return;
    }
    const shown = same && this.#front !== undefined && isNear(this.#front, subject);
    if (still || !shown) this.#begin(picture, subject);
    else this.#timer = setTimeout(this.#again, stillAfter);
  }

  #begin(picture: Picture, subject: Subject): void {
    cancelAnimationFrame(this.#frame);
    const bitmap = new Bitmap(subject);
    const { selected, also, related, path, unlined, unseen, dimOthers, faded } = picture.emphasis;
    const base: Emphasis = {
      ...{ related, path, dimOthers, implied: [] },
      ...(selected === undefined ? {} : { selected }),
      ...(also === undefined ? {} : { also }),
      ...(faded === undefined ? {} : { faded }),
      ...(unlined === undefined ? {} : { unlined }),
      ...(unseen === undefined ? {} : { unseen }),
    };
    const options = { ...optionsOf(picture, subject.ratio), visible: bitmap.visible, emphasis: base, ruler: false };
    this.#job = { bitmap, steps: paintSteps(bitmap.pen, subject.scene, picture.palette, options), isOverview: false };
    this.#frame = requestAnimationFrame(() => {
      this.#run();
    });
  }

  /** Paints for so many milliseconds; the rest in the frames to come. */
  #run(time: number = this.#moves() ? slice.moving : slice.still): void {
    const job = this.#job;
    if (job === undefined) return;
    cancelAnimationFrame(this.#frame);
    const end = performance.now() + time;
    let done: boolean;
    do {
      // A probe copies the bitmap: not for every step where there is time.
      const steps = time === slice.moving ? 1 : stepsAProbe;
      done = false;
      for (let step = 0; step < steps && !done; step++) done = job.steps.next().done === true;
      if (time !== Infinity) this.#probe?.drawImage(job.bitmap.canvas, 0, 0, 1, 1, 0, 0, 1, 1);
    } while (!done && performance.now() < end);
    if (!done) {
      this.#frame = requestAnimationFrame(() => {
        this.#run();
      });
      return;
    }
    this.#job = undefined;
    if (job.isOverview) this.#overview = job.bitmap;
    else {
      this.#front = job.bitmap;
      if (time !== Infinity) this.#again();
    }
  }

  /** The whole picture, coarse, once nothing else is to be painted. */
  #beginOverview(picture: Picture): void {
    const { scene, palette } = picture;
    const known = this.#overview?.subject;
    if (known?.scene === scene && known.key === palette.canvas) return;
    const zoom = Math.min(overviewSize.width / scene.width, overviewSize.height / scene.height, picture.camera.zoom);
    const size = { width: Math.ceil(scene.width * zoom), height: Math.ceil(scene.height * zoom) };
    const bitmap = new Bitmap({ scene, key: palette.canvas, camera: { zoom, x: 0, y: 0 }, size, ratio: 1, margin: 0 });
    const options = { ...optionsOf(picture, 1), zoom, visible: bitmap.visible, ruler: false };
    this.#job = { bitmap, steps: paintSteps(bitmap.pen, scene, palette, options), isOverview: true };
    this.#frame = requestAnimationFrame(() => {
      this.#run();
    });
  }

  #show(picture: Picture, subject: Subject): boolean {
    const { scene, camera, palette, emphasis } = picture;
    const front = this.#front?.subject.scene === scene ? this.#front : undefined;
    const overview = this.#overview?.subject.scene === scene ? this.#overview : undefined;
    const done = front !== undefined && sameSubject(front.subject, subject);
    this.#layer.draw((context) => {
      const zoom = camera.zoom;
      const visible = this.#visible(camera);
      context.save();
      this.#enter(context, camera);
      paintRuler(context, scene, palette, { zoom, visible }, 'lines');
      context.restore();
      if (front === undefined || !front.covers(camera, subject.size)) overview?.drawOn(context, camera);
      front?.drawOn(context, camera);
      this.#enter(context, camera);
      const options: PaintOptions = { ...optionsOf(picture, this.#layer.ratio), visible, emphasis };
      if (front === undefined && overview === undefined)
        paint(context, { ...scene, lines: [] }, palette, { ...options, emphasis: noEmphasis, ruler: false });
      const over = [emphasis.hovered, ...(done ? [] : [emphasis.selected])].flatMap((id) => id ?? []);
      if (over.length > 0 || emphasis.focused !== undefined) paintOver(context, scene, palette, over, options);
      paintRuler(context, scene, palette, { zoom, visible }, 'labels');
    });
    if (done && this.#job === undefined) this.#beginOverview(picture);
    return done;
  }

  #visible({ zoom, x, y }: Camera): PaintOptions['visible'] {
    const { width, height } = this.#layer.size;
    return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
  }

  /** Sets the context to scene pixels; gives what of the scene can be seen. */
  #enter(context: CanvasRenderingContext2D, camera: Camera): PaintOptions['visible'] {
    context.translate(camera.x, camera.y);
    context.scale(camera.zoom, camera.zoom);
    return this.#visible(camera);
  }
}

function isSmall({ boxes, lines }: Scene): boolean {
  return boxes.length <= atOnce.boxes && lines.length <= atOnce.lines;
}

/** How a picture is painted, without what of it can be seen. */
export function optionsOf({ camera, dim, hideQuiet }: Picture, ratio: number): Omit<PaintOptions, 'visible'> {
  return { zoom: camera.zoom, ratio, dim, hideQuiet };
}

function sameCamera(one: Camera, other: Camera): boolean {
  return one.zoom === other.zoom && one.x === other.x && one.y === other.y;
}

function sameSize(one: Subject, other: Subject): boolean {
  return one.size.width === other.size.width && one.size.height === other.size.height && one.ratio === other.ratio;
}

function sameSubject(one: Subject, other: Subject): boolean {
  return (
    one.scene === other.scene && one.key === other.key && sameSize(one, other) && sameCamera(one.camera, other.camera)
  );
}

/** True when the bitmap, moved and stretched, shows what is wanted well enough for a moving picture. */
function isNear(bitmap: Bitmap, { camera, size }: Subject): boolean {
  const by = camera.zoom / bitmap.subject.camera.zoom;
  return by >= stretch.least && by <= stretch.most && bitmap.covers(camera, size);
}
