/** graphology and an XML parser read back what we write. */
import fc from 'fast-check';
import { DirectedGraph, MultiDirectedGraph } from 'graphology';
import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import { printable } from '../../../drawing/face/printable.ts';
import { toGraphml } from '../../../drawing/formats/graphml.ts';
import { recordInText } from '../../../drawing/formats/find-record.ts';
import { recordText } from '../../../drawing/formats/record.ts';
import { drawer, recordedModel, viewOf } from '../models.ts';
import { hostileText, labelLists, sceneOf } from './scenes.ts';

const { window } = new JSDOM('<p></p>', { contentType: 'text/html' });
vi.stubGlobal('DOMParser', window.DOMParser);
vi.stubGlobal('Document', window.Document);
const { default: graphml } = await import('graphology-graphml/browser');

const drawView = drawer();
const auto = { theme: 'auto' } as const;

describe('toGraphml', () => {
  it('gives graphology every box and line of a real view, in their places', async () => {
    const scene = await drawView(viewOf(recordedModel('kubectl'), { open: ['cycle:golang.org/x/net@v0.23.0'] }));
    const graph = graphml.parse(DirectedGraph, toGraphml(scene, auto));
    expect(graph.order).toBe(scene.boxes.length);
    expect(graph.size).toBe(scene.lines.length);
    const framed = scene.boxes.find((box) => box.frame !== undefined)!;
    const node = graph.findNode((_, { id }) => id === framed.id)!;
    expect(graph.getNodeAttributes(node)).toMatchObject({
      frame: framed.frame,
      kind: 'module',
      main: false,
      modules: 1,
    });
    expect(graph.getNodeAttribute(node, 'x')).toBeCloseTo(framed.x + framed.width / 2, 1);
  });

  it('gives back hostile labels and titles', () => {
    fc.assert(
      fc.property(labelLists, hostileText, (labels, title) => {
        const record = recordText({ modscope: title, snapshot: title, options: { query: title } });
        const text = toGraphml(sceneOf(labels), { ...auto, title, record });
        expect(recordInText(text, 'graphml')).toBe(record);
        const graph = graphml.parse(MultiDirectedGraph, text);
        expect(graph.mapNodes((_, { title: label }) => String(label ?? ''))).toEqual(labels.map(printable));
        expect(graph.getAttribute('title') ?? '').toBe(printable(title));
        // Nothing that a label says became an element.
        const { document } = new JSDOM(text, { contentType: 'application/xml' }).window;
        const names = new Set([...document.querySelectorAll('*')].map((element) => element.localName));
        expect(
          [...names].filter((name) => !['graphml', 'key', 'desc', 'graph', 'node', 'edge', 'data'].includes(name)),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
