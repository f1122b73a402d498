/** Cytoscape itself takes what we write. */
import cytoscape, { type ElementsDefinition } from 'cytoscape';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCytoscape } from '../../../drawing/formats/cytoscape.ts';
import { recordInText } from '../../../drawing/formats/find-record.ts';
import { recordText } from '../../../drawing/formats/record.ts';
import { drawer, recordedModel, viewOf } from '../models.ts';
import { hostileText, labelLists, sceneOf } from './scenes.ts';

const drawView = drawer();
const auto = { theme: 'auto' } as const;

function elementsOf(text: string): ElementsDefinition {
  return (JSON.parse(text) as { elements: ElementsDefinition }).elements;
}

describe('toCytoscape', () => {
  it('gives cytoscape every box and line of a real view, at their centres', async () => {
    const scene = await drawView(viewOf(recordedModel('kubectl'), { open: ['cycle:golang.org/x/net@v0.23.0'] }));
    const text = toCytoscape(scene, auto);
    const elements = elementsOf(text);
    // It places parents itself, in the elements that it is given.
    const graph = cytoscape({ headless: true, elements: elementsOf(text) });
    expect(graph.nodes()).toHaveLength(scene.boxes.length);
    expect(graph.edges()).toHaveLength(scene.lines.length);
    expect(graph.nodes(':child')).toHaveLength(3);
    for (const [place, box] of scene.boxes.entries()) {
      const node = elements.nodes[place]!;
      expect(node.position?.x).toBeCloseTo(box.x + box.width / 2, 1);
      expect(node.data['width']).toBeCloseTo(box.width, 1);
      expect(node.data['height']).toBeCloseTo(box.height, 1);
    }
  });

  it('gives each line its route, from border to border', async () => {
    const scene = await drawView(viewOf(recordedModel('echo')));
    const { nodes, edges } = elementsOf(toCytoscape(scene, auto));
    const near = (node: (typeof nodes)[number], [x = 0, y = 0]: readonly number[]): boolean =>
      Math.abs(x - (node.position?.x ?? 0)) <= Number(node.data['width']) / 2 + 0.5 &&
      Math.abs(y - (node.position?.y ?? 0)) <= Number(node.data['height']) / 2 + 0.5;
    const byId = new Map(nodes.map((node) => [node.data.id, node]));
    expect(edges.length).toBeGreaterThan(10);
    for (const { data } of edges) {
      const route = data['route'] as number[][];
      expect(near(byId.get(data.source)!, route[0]!)).toBe(true);
      expect(near(byId.get(data.target)!, route.at(-1)!)).toBe(true);
    }
  });

  it('gives back hostile labels and its record', () => {
    fc.assert(
      fc.property(labelLists, hostileText, (labels, title) => {
        const record = recordText({ modscope: title, snapshot: title, options: { query: title } });
        const text = toCytoscape(sceneOf(labels), { ...auto, title, record });
        expect(elementsOf(text).nodes.map(({ data }) => data['title'] as string)).toEqual(labels);
        expect(JSON.parse(recordInText(text, 'cytoscape') ?? '')).toEqual(JSON.parse(record));
      }),
    );
  });
});
