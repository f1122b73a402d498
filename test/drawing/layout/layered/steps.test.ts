import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../../../drawing/layout/check.ts';
import { layeredEngineFor, type LineWay } from '../../../../drawing/layout/layered.ts';
import { backward } from '../../../../drawing/layout/layered/acyclic.ts';
import { placeAcross } from '../../../../drawing/layout/layered/coordinates.ts';
import { layersOf } from '../../../../drawing/layout/layered/layers.ts';
import { mergeNeighbours } from '../../../../drawing/layout/layered/merge.ts';
import { orderLayers } from '../../../../drawing/layout/layered/order.ts';
import { dice } from '../../../../drawing/layout/layered/random.ts';
import { finish, type Steps } from '../../../../drawing/layout/layered/steps.ts';
import { keepApart, shareTrunks } from '../../../../drawing/layout/layered/trunks.ts';
import { placeLayers } from '../../../../drawing/layout/place-layers.ts';
import { TimeIsUp } from '../../../../drawing/layout/stop.ts';
import type { CancelSignal, LayoutGraph } from '../../../../drawing/layout/types.ts';
import { plainGraph } from '../graphs.ts';

/** Some boxes are required by many, as in module graphs. */
function dense(boxes: number, lines: number): LayoutGraph {
  const chance = dice(boxes);
  const ends = Array.from({ length: lines }, (): [number, number] => {
    const from = Math.floor(chance() * (boxes - 1));
    return [from, from + 1 + Math.floor((boxes - from - 1) * chance() ** 3)];
  });
  return plainGraph(boxes, ...new Map(ends.map((pair) => [pair.join(' '), pair])).values());
}

/** A signal that fires when it is looked at for the n-th time, as one can between two steps; counts the looks. */
function firingAt(look: number, reason: unknown): CancelSignal & { readonly looks: () => number } {
  let looks = 0;
  return {
    get aborted() {
      looks++;
      return looks >= look;
    },
    reason,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    looks: () => looks,
  };
}

interface Done {
  readonly most: number;
  readonly total: number;
}

/** Goes to the end, and notes the most work between two steps and the sum of all. */
function walk<T>(steps: Steps<T>, into: Done[]): T {
  let [most, total] = [0, 0];
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done === true) {
      into.push({ most, total });
      return next.value;
    }
    most = Math.max(most, next.value);
    total += next.value;
  }
}

describe('a layout on its way', () => {
  it('lets go in every phase, after a bounded part of the work that it has to do', () => {
    const graph = dense(1000, 5000);
    const done: Done[] = [];
    const layer = walk(layersOf(graph, walk(backward(graph), done)), done);
    const proper = walk(shareTrunks(graph, layer), done);
    walk(orderLayers(proper), done);
    const across = walk(placeAcross(proper), done);
    const passes = proper.chains.map((chain) => Float64Array.from(chain, (pass) => across[pass]!));
    const layers = { count: proper.order.length, of: layer, middle: across.slice(0, proper.boxes), passes };
    walk(placeLayers(graph, layers), done);
    // Units of some 5 ns: between two looks at the signal less than a tenth of a second on any machine.
    for (const { most } of done) expect(most).toBeLessThan(2_000_000);
    // What they say they do is no less than a look at each thing that they go through, so no loop is left out: each box in some
    // 200 exchanges of the simplex, each pass, each vertex and link in two beginnings and 32 sweeps, each point of a route.
    const points = proper.chains.reduce((sum, chain) => sum + chain.length, 0);
    const links = proper.below.targets.length;
    const least = [5000, 1_000_000, points, 80 * (proper.size + links), 512 * proper.size, points];
    done.forEach(({ total }, phase) => {
      expect(total).toBeGreaterThan(least[phase]!);
    });
    expect(done.length).toBe(least.length);
  });

  it('lets go while it merges lines that have passes of their own', () => {
    const graph = dense(300, 1200);
    const proper = finish(keepApart(graph, finish(layersOf(graph, finish(backward(graph))))));
    const done: Done[] = [];
    walk(mergeNeighbours(graph, proper), done);
    expect(done[0]!.most).toBeLessThan(2_000_000);
    expect(done[0]!.total).toBeGreaterThan(proper.size);
  });

  it.each<LineWay>(['trunks', 'separate'])(
    'with %s ends at the first look after a cancel, whenever it comes',
    async (way) => {
      const graph = dense(120, 500);
      const engine = layeredEngineFor(way);
      const all = firingAt(Infinity, undefined);
      await engine(graph, 'down', all);
      expect(all.looks()).toBeGreaterThan(10);
      for (let look = 1; look <= all.looks(); look += 8) {
        const signal = firingAt(look, new Error('stop'));
        await expect(engine(graph, 'down', signal)).rejects.toThrow('stop');
        // It asks whether it fired and then why, no more.
        expect(signal.looks()).toBeLessThanOrEqual(look + 1);
      }
    },
  );

  it('gives a whole layout whenever time is up, and looks no more often than the work left asks for', async () => {
    const graph = dense(120, 500);
    const engine = layeredEngineFor('trunks');
    const all = firingAt(Infinity, undefined);
    await engine(graph, 'down', all);
    for (let look = 1; look <= all.looks(); look += 8) {
      const signal = firingAt(look, new TimeIsUp());
      expect(faultsOf(await engine(graph, 'down', signal), graph)).toEqual([]);
      expect(signal.looks()).toBeLessThan(look + 12);
    }
  });
});
