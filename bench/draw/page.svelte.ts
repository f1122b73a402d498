/** The page of `bench draw`: the page's own graph component over one scene, moved, pointed at and clicked as a user would. */
import { mount } from 'svelte';
import Graph from '../../client/canvas/Graph.svelte';
import { emphasise } from '../../client/state/emphasise.ts';
import { noPath } from '../../client/state/lit-path.ts';
import { waysOf } from '../../client/state/related.ts';
import type { Scene } from '../../drawing/scene/types.ts';

/** Frames a second · milliseconds of our scripts a frame, in the middle and at most · milliseconds of the longest task. */
export interface Moved {
  readonly frames: number;
  readonly own: number;
  readonly longest: number;
}

export interface Drawn {
  /** Milliseconds from the scene to the first frame with it, and to the whole picture. */
  readonly first: number;
  readonly whole: number;
  /** Everything in view, dragged · everything in view, wheeled nearer and farther · near enough to read, dragged. */
  readonly pan: Moved;
  readonly zoom: Moved;
  readonly near: Moved;
  /** Milliseconds from the last move to the whole picture, at most. */
  readonly still: number;
  /** Milliseconds from the pointer on a box to the frame that shows it, in the middle. */
  readonly hover: number;
  /** Milliseconds from a click to the first frame that shows it, and to the whole picture. */
  readonly click: number;
  readonly selected: number;
  /** Milliseconds of the longest task before the first frame, and after it. */
  readonly longestFirst: number;
  /** Megabytes: of the scene alone, and with everything that was made of it. */
  readonly sceneHeap: number;
  readonly heap: number;
}

declare global {
  interface Window {
    runEmpty: () => Promise<number>;
    runDraw: (url: string) => Promise<Drawn>;
  }
}

const tasks: { readonly start: number; readonly time: number }[] = [];
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, time: duration });
}).observe({ type: 'longtask' });

/** Milliseconds that scripts took in each frame: those that wait for frames, cytoscape's among them. */
let spent: number[] = [];
const ask = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (callback) =>
  ask((time) => {
    const start = performance.now();
    callback(time);
    spent.push(performance.now() - start);
  });

const movesFor = 2500;
const readable = 0.8;

/** Frames a second of a page that draws next to nothing: what this machine has to give at the moment. */
window.runEmpty = async () => {
  const canvas = document.body.appendChild(document.createElement('canvas'));
  const pen = canvas.getContext('2d');
  const start = performance.now();
  let frames = 0;
  for (; performance.now() - start < 1500; frames++) {
    pen?.fillRect(frames % 100, 0, 1, 1);
    await frame();
  }
  canvas.remove();
  return (frames * 1000) / (performance.now() - start);
};

window.runDraw = async (url) => {
  const response = await fetch(url);
  const before = heap();
  const scene = (await response.json()) as Scene;
  const sceneHeap = heap() - before;
  await quiet();
  const start = performance.now();
  const ways = waysOf(scene);
  let selected: string | undefined = $state();
  let hovered: string | undefined = $state();
  const emphasis = $derived(
    emphasise(scene, ways, { selected, hovered, focused: false, marked: [], hidden: [], unseen: [], path: noPath }),
  );
  let painted = 0;
  mount(Graph, {
    target: document.body,
    props: {
      ...{ label: 'Bench', scene, keep: false, allLines: true, theme: 'light', legend: false },
      tipOf: ({ title }: { readonly title: string }) => ({ name: title, rows: [], more: 0 }),
      get emphasis() {
        return emphasis;
      },
      onselect: (id: string | undefined) => (selected = id),
      onopen: () => undefined,
      onhover: (id: string | undefined) => (hovered = id),
      onfocused: () => undefined,
      onlegend: () => undefined,
      onpainted: () => (painted = performance.now()),
      onfailed: (error: unknown) => {
        throw error;
      },
    },
  });
  while (painted === 0) await frame();
  await frame();
  const first = performance.now() - start;
  const whole = (await untilWhole()) - start;
  const firstEnd = start + first;
  await quiet();
  const at = find('.holder');
  const pan = await moved((step) => {
    drag(at, step);
  });
  let still = await settled();
  const zoom = await moved((step) => {
    wheel(at, step % 40 < 20 ? -40 : 40);
  });
  still = Math.max(still, await settled());
  while (Number(find('canvas[data-zoom]').dataset['zoom']) < readable) {
    wheel(at, -100);
    await frame();
  }
  still = Math.max(still, await settled());
  const near = await moved((step) => {
    drag(at, step);
  });
  still = Math.max(still, await settled());
  find('button[aria-label="Show everything"]').click();
  await quiet();
  await untilWhole();
  const hovers: number[] = [];
  for (let n = 0; n < 30; n++) hovers.push(await point(at, () => hovered));
  const clicked = performance.now();
  await press(at);
  const click = performance.now() - clicked;
  const selectedAt = (await untilWhole()) - clicked;
  await quiet();
  const longest = (from: number, to: number): number =>
    Math.max(0, ...tasks.map((task) => (task.start >= from && task.start < to ? task.time : 0)));
  return {
    ...{ first, whole, pan, zoom, near, still, click, sceneHeap },
    hover: middle(hovers),
    selected: selectedAt,
    longestFirst: longest(start - 1, firstEnd),
    heap: heap() - before,
  };
};

/** Moves once a frame, for a while. */
async function moved(move: (step: number) => void): Promise<Moved> {
  spent = [];
  const start = performance.now();
  let frames = 0;
  for (; performance.now() - start < movesFor; frames++) {
    move(frames);
    await frame();
  }
  const end = performance.now();
  release();
  const own = spent.reduce((sum, time) => sum + time, 0) / frames;
  const longest = Math.max(0, ...tasks.map(({ start: from, time }) => (from >= start ? time : 0)));
  return { frames: (frames * 1000) / (end - start), own, longest };
}

let at = { x: 600, y: 400 };

function mouse(type: string, target: EventTarget, x: number, y: number, buttons: number): void {
  const options = { bubbles: true, cancelable: true, clientX: x, clientY: y, button: 0, buttons };
  target.dispatchEvent(new PointerEvent(type.replace('mouse', 'pointer'), { ...options, pointerType: 'mouse' }));
  target.dispatchEvent(new MouseEvent(type, options));
}

/** Back and forth, a third of a window each way. */
function drag(holder: HTMLElement, step: number): void {
  const target = inner(holder);
  if (step === 0) {
    at = { x: 600, y: 400 };
    mouse('mousedown', target, at.x, at.y, 1);
  }
  const by = step % 80 < 40 ? 8 : -8;
  at = { x: at.x + by, y: at.y + by / 2 };
  mouse('mousemove', target, at.x, at.y, 1);
}

function release(): void {
  mouse('mouseup', inner(find('.holder')), at.x, at.y, 0);
}

function wheel(holder: HTMLElement, deltaY: number): void {
  const options = { bubbles: true, cancelable: true, clientX: 700, clientY: 420, deltaY };
  inner(holder).dispatchEvent(new WheelEvent('wheel', options));
}

/** Moves the pointer until another box is under it; milliseconds to the frame that shows it. */
async function point(holder: HTMLElement, hovered: () => string | undefined): Promise<number> {
  const before = hovered();
  for (let n = 0; n < 2000; n++) {
    place = (place * 16807) % 2147483647;
    const x = 40 + (place % 1100);
    const y = 40 + (Math.floor(place / 1100) % 700);
    const start = performance.now();
    mouse('mousemove', inner(holder), x, y, 0);
    if (hovered() === undefined || hovered() === before) continue;
    at = { x, y };
    await frame();
    await frame();
    return performance.now() - start;
  }
  return NaN;
}
let place = 7;

async function press(holder: HTMLElement): Promise<void> {
  mouse('mousedown', inner(holder), at.x, at.y, 1);
  mouse('mouseup', inner(holder), at.x, at.y, 0);
  await frame();
  await frame();
}

/** Where cytoscape listens. */
function inner(holder: HTMLElement): HTMLElement {
  return holder.querySelector('canvas') ?? holder;
}

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`The page has no ${selector}.`);
  return found;
}

function frame(): Promise<void> {
  return new Promise((resolve) => {
    ask(() => {
      resolve();
    });
  });
}

/** When the picture is whole. */
async function untilWhole(): Promise<number> {
  const canvas = find('canvas[data-whole]');
  for (;;) {
    await frame();
    if (canvas.dataset['whole'] === 'true') return performance.now();
  }
}

/** Milliseconds from now to the whole picture; then all is quiet. */
async function settled(): Promise<number> {
  const start = performance.now();
  const time = (await untilWhole()) - start;
  await quiet();
  return time;
}

function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 600));
}

function heap(): number {
  const { gc } = window as { gc?: () => void };
  gc?.();
  const { memory } = performance as { memory?: { readonly usedJSHeapSize: number } };
  return (memory?.usedJSHeapSize ?? NaN) / 1e6;
}

function middle(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? NaN;
}
