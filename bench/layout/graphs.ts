/** What the layout benchmark lays out: views of the recorded samples, and graphs like them made by chance. */
import { draw } from '../../drawing/picture.ts';
import { layeredEngine } from '../../drawing/layout/layered.ts';
import { dice } from '../../drawing/layout/layered/random.ts';
import type { LayoutGraph } from '../../drawing/layout/types.ts';
import { defaultView } from '../../graph/view/defaults.ts';
import type { ViewOptions } from '../../graph/view/types.ts';
import { makeView } from '../../graph/view/view.ts';
import { sample } from '../samples.ts';

export interface Case {
  readonly name: string;
  /** The first view, ungrouped and reduced, ungrouped with every requirement, or every version: goals differ. */
  readonly kind: 'default' | 'reduced' | 'unreduced' | 'all versions';
  readonly graph: LayoutGraph;
}

const samples = [
  'cobra',
  'echo',
  'gopls',
  'kubectl',
  'caddy',
  'hugo',
  'golangci-lint',
  'helm',
  'prometheus',
  'traefik',
];

const ungrouped: ViewOptions = { ...defaultView, limit: 0, collapse: 'none', foldLeaves: false };
const kinds: readonly (readonly [Case['kind'], ViewOptions])[] = [
  ['default', { ...defaultView, collapse: 'none' }],
  ['reduced', ungrouped],
  ['unreduced', { ...ungrouped, reduce: false }],
  ['all versions', { ...ungrouped, scope: 'all', reduce: false }],
];

/** Versions, and how many requirements each has about, of the graphs made by chance. */
const made: readonly (readonly [string, number, number])[] = [
  ['s60', 60, 2.5],
  ['s150', 150, 1.6],
  ['s400', 400, 2.9],
  ['s1000', 1000, 2],
];

/** All cases whose name holds `only`, the default views first. */
export async function cases(only: string): Promise<Case[]> {
  const found: Case[] = [];
  for (const [kind, options] of kinds) {
    for (const one of samples) {
      const name = `${one} ${kind}`;
      if (name.includes(only)) found.push({ name, kind, graph: await graphOf(one, options) });
    }
  }
  const unpruned = 'traefik unpruned all versions';
  if (unpruned.includes(only)) {
    const graph = await graphOf('traefik', { ...ungrouped, scope: 'all', reduce: false }, 'graph-unpruned.txt');
    found.push({ name: unpruned, kind: 'all versions', graph });
  }
  for (const [name, boxes, each] of made) {
    if (name.includes(only)) found.push({ name, kind: 'reduced', graph: powerLaw(boxes, each) });
  }
  return found;
}

/** What an engine is given when a view of a sample is drawn downwards. */
async function graphOf(name: string, options: ViewOptions, recording?: string): Promise<LayoutGraph> {
  const met: LayoutGraph[] = [];
  const spy: typeof layeredEngine = (graph) => {
    met.push(graph);
    const nowhere = new Float64Array(graph.boxes.length);
    const routes = graph.lines.map(() => new Float64Array(4));
    return Promise.resolve({ width: 0, height: 0, x: nowhere, y: nowhere, routes });
  };
  const view = makeView(sample(name, recording), options);
  await draw(view, { direction: 'down', engine: 'elk' }, { elk: spy }, new AbortController().signal);
  const graph = met.at(-1);
  if (graph === undefined) throw new Error(`${name} was not laid out`);
  return graph;
}

/** Boxes that require later ones; a few are required by many (each is the more likely the earlier it stands behind the start). */
function powerLaw(count: number, each: number): LayoutGraph {
  const chance = dice(count);
  const boxes = Array.from({ length: count }, (_, n) => ({
    width: 72 + 8 * Math.floor(chance() * 18),
    height: 36,
    steps: n === 0 ? 0 : 1,
  }));
  const seen = new Set<number>();
  const lines: { from: number; to: number }[] = [];
  const add = (from: number, to: number): void => {
    if (from >= to || to >= count || seen.has(from * count + to)) return;
    seen.add(from * count + to);
    lines.push({ from, to });
  };
  for (let to = 1; to < count; to++) add(Math.floor(chance() * Math.min(to, 1 + to / 3)), to);
  while (lines.length < count * each) {
    const from = Math.floor(chance() * count);
    add(from, from + 1 + Math.floor((count - from - 1) * chance() ** 3));
  }
  return { boxes, lines };
}
