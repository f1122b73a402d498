/** cytoscape as viewport: gestures, hit testing, pan and zoom. It draws nothing: each box is a node without ink. */
import type { Core, Css, EventObject } from 'cytoscape';
import type { Scene, SceneBox } from '../../drawing/scene/types.ts';
import { boxAt, boxIsIn, type Area } from '../../drawing/pens/scene-index.ts';
import { zoomAt, zoomRange, type Camera } from './camera.ts';
import { deviceOf, wheelMove, type Scrolling, type WheelDevice } from './wheel.ts';

export interface ViewportEvents {
  /** The picture must be painted for this camera, now. */
  onrender: () => void;
  /** A click on a box, or on paper (undefined). */
  onclick: (id: string | undefined) => void;
  onopen: (id: string) => void;
  /** The user moved the picture. */
  ongesture: () => void;
  /** What a wheel and two fingers do. */
  scrolling: () => Scrolling;
}

/** Up to here every box is an element of cytoscape; above, those in view are, and no more than this many. */
const mostElements = 1000;
/** Milliseconds of a move that the user did not make by hand (the look, How it behaves). */
const moveTime = 160;
/** Milliseconds between the two clicks of a double one. */
const doubleTime = 400;

/** cytoscape's marks of a press and of a selection, all of them off. */
const bareCore: Css.Core = {
  'active-bg-color': 'black',
  'active-bg-opacity': 0,
  'active-bg-size': 0,
  'selection-box-color': 'black',
  'selection-box-border-color': 'black',
  'selection-box-border-width': 0,
  'selection-box-opacity': 0,
  'outside-texture-bg-color': 'black',
  'outside-texture-bg-opacity': 0,
};

export class Viewport {
  readonly #cy: Core;
  readonly #stop = new AbortController();
  #scene: Scene | undefined;
  #held: readonly SceneBox[] | undefined;

  /** Begins to load cytoscape, so that it is there when the first picture is. */
  static preload(): void {
    // A load that fails is said where the viewport is made.
    import('cytoscape').catch(() => undefined);
  }

  /** Loads cytoscape and starts it in `holder`, which must have its size. */
  static async create(holder: HTMLElement, events: ViewportEvents): Promise<Viewport> {
    const { default: cytoscape } = await import('cytoscape');
    const cy = cytoscape({
      container: holder,
      minZoom: zoomRange.least,
      maxZoom: zoomRange.most,
      // Boxes stay where the layout put them.
      autoungrabify: true,
      autounselectify: true,
      boxSelectionEnabled: false,
      style: [
        {
          selector: 'node',
          style: {
            shape: 'rectangle',
            width: 'data(width)',
            height: 'data(height)',
            'background-opacity': 0,
            'overlay-opacity': 0,
            'underlay-opacity': 0,
          },
        },
        // What stands in a frame is nearer than the frame, and a card than all else.
        { selector: 'node[level = 1]', style: { 'z-index': 1 } },
        { selector: 'node[level = 2]', style: { 'z-index': 2 } },
        { selector: 'node[level = 3]', style: { 'z-index': 3 } },
        { selector: 'core', style: bareCore },
      ],
    });
    return new Viewport(cy, holder, events);
  }

  private constructor(cy: Core, holder: HTMLElement, events: ViewportEvents) {
    this.#cy = cy;
    paintNothing(cy);
    // Hit testing of a large scene is ours: most of its boxes are no elements.
    const idOf = (event: EventObject): string | undefined =>
      this.#isLarge && this.#scene !== undefined
        ? boxAt(this.#scene, event.position.x, event.position.y)?.id
        : event.target === cy
          ? undefined
          : nodeId(event);
    cy.on('render', events.onrender);
    // cytoscape calls any two quick taps a double one, wherever they fell.
    let last: { readonly id: string | undefined; readonly time: number } | undefined;
    cy.on('tap', (event) => {
      const id = idOf(event);
      const time = performance.now();
      const isSecond = last !== undefined && id !== undefined && last.id === id && time - last.time < doubleTime;
      last = isSecond ? undefined : { id, time };
      events.onclick(id);
      if (isSecond) events.onopen(id);
    });
    cy.on('dragpan pinchzoom', events.ongesture);
    // cytoscape's own wheel zooms only, by a step that depends on the device. It listens to what holds it, so ours listens around that: what
    // is captured first never comes to it.
    let turned: { readonly device: WheelDevice; readonly timeStamp: number } | undefined;
    (holder.parentElement ?? holder).addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        event.stopPropagation();
        const { left, top } = holder.getBoundingClientRect();
        cy.stop();
        turned = { device: deviceOf(event, turned), timeStamp: event.timeStamp };
        const move = wheelMove(event, turned.device, events.scrolling());
        const { camera } = this;
        this.camera =
          move.kind === 'pan'
            ? { ...camera, x: camera.x + move.x, y: camera.y + move.y }
            : zoomAt(camera, camera.zoom * move.factor, event.clientX - left, event.clientY - top);
        events.ongesture();
      },
      { capture: true, passive: false, signal: this.#stop.signal },
    );
  }

  get camera(): Camera {
    const { x, y } = this.#cy.pan();
    return { zoom: this.#cy.zoom(), x, y };
  }

  set camera({ zoom, x, y }: Camera) {
    this.#cy.viewport({ zoom, pan: { x, y } });
  }

  /** Moves there: at once with reduced motion, else within a moment. */
  moveTo(camera: Camera): void {
    this.#cy.stop();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) this.camera = camera;
    else
      this.#cy.animate(
        { zoom: camera.zoom, pan: { x: camera.x, y: camera.y } },
        { duration: moveTime, easing: 'ease-out' },
      );
  }

  /** Makes the boxes of a scene what can be pointed at. */
  setScene(scene: Scene | undefined): void {
    this.#scene = scene;
    this.#held = undefined;
    this.#hold(this.#isLarge ? [] : (scene?.boxes ?? []));
  }

  /** The camera stands still over this part of a large scene: its boxes become elements. */
  rest(visible: Area): void {
    if (this.#scene === undefined || !this.#isLarge) return;
    const boxes = this.#scene.boxes.filter((box) => boxIsIn(box, visible));
    const next = boxes.length > mostElements ? [] : boxes;
    const held = this.#held ?? [];
    // What renders begins again when elements change: those in view stay.
    if (next.length === held.length && next.every((box, place) => held[place] === box)) return;
    this.#held = next;
    this.#hold(next);
  }

  get #isLarge(): boolean {
    return this.#scene !== undefined && this.#scene.boxes.length > mostElements;
  }

  #hold(boxes: readonly SceneBox[]): void {
    this.#cy.batch(() => {
      this.#cy.elements().remove();
      this.#cy.add(
        boxes.map(({ id, x, y, width, height, frame, over }) => ({
          group: 'nodes',
          // A drag that begins on a box moves the paper.
          pannable: true,
          // Ids of boxes hold any sign: kept as data, never put into a selector.
          data: { id, width, height, level: (frame === undefined ? 0 : 1) + (over === true ? 2 : 0) },
          position: { x: x + width / 2, y: y + height / 2 },
        })),
      );
    });
  }

  /** The canvas has another size. */
  resize(): void {
    this.#cy.resize();
  }

  /** Paint again soon. */
  repaint(): void {
    this.#cy.forceRender();
  }

  destroy(): void {
    this.#stop.abort();
    this.#cy.destroy();
  }
}

/**
 * Ways by which cytoscape's renderer comes to paint elements. Ours have no ink, yet it keeps images of them, as large as the graph at
 * each doubling of the zoom, and copies these to its canvas in every frame.
 */
const inkless = ['drawLayeredElements', 'drawCachedElements', 'drawCachedNodes', 'drawElements'] as const;

/** Keeps the renderer from painting elements; gestures and hit testing go by positions. One that works otherwise is only slower. */
function paintNothing(cy: object): void {
  const get: unknown = Reflect.get(cy, 'renderer');
  const renderer: unknown = typeof get === 'function' ? Reflect.apply(get, cy, []) : undefined;
  if (typeof renderer !== 'object' || renderer === null) return;
  for (const name of inkless) if (name in renderer) Reflect.set(renderer, name, () => undefined);
}

interface Named {
  id(): string;
}

function isNamed(target: unknown): target is Named {
  return typeof target === 'object' && target !== null && 'id' in target && typeof target.id === 'function';
}

function nodeId(event: EventObject): string | undefined {
  const target: unknown = event.target;
  return isNamed(target) ? target.id() : undefined;
}
