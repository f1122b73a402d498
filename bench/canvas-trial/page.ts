/** The page of the trial: one scene, painted either way, panned. */
import type { Core } from 'cytoscape';
import type { Scene } from '../../drawing/scene/types.ts';
import { startNative } from './native.ts';
import { startOurs } from './ours.ts';

export type Painter = 'cytoscape' | 'ours';

/** Milliseconds · frames a second with the whole graph in view · the same at zoom 1 · megabytes. */
export interface Trial {
  readonly first: number;
  readonly whole: number;
  readonly near: number;
  readonly heap: number;
}

declare global {
  interface Window {
    runTrial: (painter: Painter, scene: Scene) => Promise<Trial>;
    gc?: () => void;
  }
  interface Performance {
    readonly memory?: { readonly usedJSHeapSize: number };
  }
}

window.runTrial = async (painter, scene) => {
  const at = document.getElementById('at');
  if (at === null) throw new Error('the page has no place for the graph');
  await quiet();
  const before = heap();
  const start = performance.now();
  const cy = painter === 'ours' ? startOurs(at, scene) : startNative(at, scene);
  await frame();
  await frame();
  const first = performance.now() - start;
  await quiet();
  const whole = await pan(cy);
  cy.zoom({ level: 1, renderedPosition: { x: 600, y: 400 } });
  await quiet();
  const near = await pan(cy);
  await quiet();
  return { first, whole, near, heap: (heap() - before) / 1e6 };
};

function frame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      resolve();
    });
  });
}

function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 300));
}

function heap(): number {
  window.gc?.();
  return performance.memory?.usedJSHeapSize ?? NaN;
}

/** Pans to and fro for two seconds; pictures painted a second. */
async function pan(cy: Core): Promise<number> {
  let painted = 0;
  const count = (): void => {
    painted++;
  };
  cy.on('render', count);
  const start = performance.now();
  for (let step = 0; performance.now() - start < 2000; step++) {
    cy.panBy({ x: step % 100 < 50 ? 3 : -3, y: step % 60 < 30 ? 2 : -2 });
    await frame();
  }
  cy.off('render', count);
  return (painted * 1000) / (performance.now() - start);
}
