/** Mermaid's own parser reads back what we write. */
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import { printable } from '../../../drawing/face/printable.ts';
import { toMermaid } from '../../../drawing/formats/mermaid.ts';
import { recordText } from '../../../drawing/formats/record.ts';
import { drawer, recordedModel, viewOf } from '../models.ts';
import { hostileText, labelLists, sceneOf } from './scenes.ts';

interface Flowchart {
  readonly getVertices: () => ReadonlyMap<
    string,
    { readonly text?: string; readonly link?: string; readonly haveCallback?: boolean }
  >;
  readonly getEdges: () => readonly { readonly start: string; readonly end: string; readonly text: string }[];
  readonly getSubGraphs: () => readonly { readonly nodes: readonly string[] }[];
  readonly getTooltip: (id: string) => string | undefined;
}

function isFlowchart(db: object): db is Flowchart {
  return 'getVertices' in db && 'getEdges' in db && 'getSubGraphs' in db;
}

const { window } = new JSDOM('<p></p>', { contentType: 'text/html' });
// It cleans labels with the DOM's help, and looks for one when it is loaded.
vi.stubGlobal('window', window);
vi.stubGlobal('document', window.document);
const { default: mermaid } = await import('mermaid');

async function parse(text: string): Promise<Flowchart> {
  // The first call brings the diagrams that it knows.
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  if (!isFlowchart(db)) throw new Error('not a flowchart');
  return db;
}

/** A label as it would be drawn: mermaid keeps codes in a form of its own until then (utils.ts, decodeEntities). */
function shown(label: string): string {
  const entities = label.replaceAll('ﬂ°°', '&#').replaceAll('ﬂ°', '&').replaceAll('¶ß', ';');
  const holder = window.document.createElement('div');
  holder.innerHTML = entities;
  return holder.textContent;
}

const drawView = drawer();
const auto = { theme: 'auto' } as const;

describe('toMermaid', () => {
  it('gives mermaid every box, line and link of a real view', async () => {
    const scene = await drawView(viewOf(recordedModel('echo')));
    const chart = await parse(toMermaid(scene, { theme: 'dark', title: 'Echo "v4"', record: '{"modscope":"1"}' }));
    expect(chart.getVertices().size).toBe(scene.boxes.length);
    expect(chart.getEdges()).toHaveLength(scene.lines.length);
    const links = [...chart.getVertices().values()].flatMap(({ link }) => link ?? []);
    expect(links).toHaveLength(scene.boxes.filter((box) => box.link !== undefined).length);
    expect(links.every((link) => link.startsWith('https://pkg.go.dev/'))).toBe(true);
  });

  it('puts the boxes of an opened cycle into a subgraph', async () => {
    const scene = await drawView(viewOf(recordedModel('kubectl'), { open: ['cycle:golang.org/x/net@v0.23.0'] }));
    const chart = await parse(toMermaid(scene, auto));
    expect(chart.getSubGraphs().map(({ nodes }) => nodes.length)).toEqual([3]);
  });

  it('gives back hostile labels as they are, with no callback, no link, no directive', async () => {
    await fc.assert(
      fc.asyncProperty(labelLists, hostileText, async (labels, title) => {
        const record = recordText({ modscope: title, snapshot: title, options: { query: title } });
        const chart = await parse(toMermaid(sceneOf(labels), { ...auto, title, record }));
        const vertices = [...chart.getVertices().values()];
        expect(vertices.map(({ text }) => shown(text ?? '').trim())).toEqual(labels.map(label));
        expect(chart.getEdges()).toHaveLength(labels.length);
        for (const vertex of vertices) {
          expect(vertex.link).toBeUndefined();
          expect(vertex.haveCallback).not.toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Line ends are line breaks, which textContent does not show; all else is as printed anywhere. */
function label(text: string): string {
  return text.split('\n').map(printable).join('').trim();
}
