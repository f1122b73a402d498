import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { printable } from '../../../drawing/face/printable.ts';
import { toDot } from '../../../drawing/formats/dot.ts';
import { recordInText } from '../../../drawing/formats/find-record.ts';
import { recordText } from '../../../drawing/formats/record.ts';
import { drawer, hostileModel, hostileNames, recordedModel, viewOf } from '../models.ts';
import { hostileText, sceneOf } from './scenes.ts';

const drawView = drawer();
const hasDot = spawnSync('dot', ['-V']).status === 0;

/** What Graphviz makes of it: its own JSON, without a layout. */
function graphviz(text: string): { objects: { name: string; label?: string; tooltip?: string }[]; edges?: unknown[] } {
  const run = spawnSync('dot', ['-Tdot_json'], { input: text, encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
  return JSON.parse(run.stdout) as ReturnType<typeof graphviz>;
}

describe('toDot', () => {
  it('names nodes itself and puts what others wrote into labels', async () => {
    const dot = toDot(await drawView(viewOf(hostileModel())), { theme: 'light' });
    const outside = dot.replace(/"(?:[^"\\]|\\.)*"/g, '""');
    expect(outside).not.toMatch(/script|onload|javascript|long|proto/);
    expect(outside).toMatch(/^digraph modscope \{[\s\w[\]=,"\->{}.]*\}\n$/);
  });

  it.skipIf(!hasDot)('is read by the real dot (skipped where Graphviz is not installed)', async () => {
    const scene = await drawView(viewOf(recordedModel('kubectl'), { open: ['cycle:golang.org/x/net@v0.23.0'] }));
    const graph = graphviz(toDot(scene, { theme: 'light' }));
    const nodes = graph.objects.filter((object) => /^n\d+$/.test(object.name));
    expect(nodes).toHaveLength(scene.boxes.filter((box) => !box.isFrame).length);
    expect(graph.edges).toHaveLength(scene.lines.length);
    expect(graph.objects.some((object) => object.name.startsWith('cluster_'))).toBe(true);
  });

  it.skipIf(!hasDot)(
    'gives the real dot the labels that it was given (skipped where Graphviz is not installed)',
    async () => {
      const graph = graphviz(toDot(await drawView(viewOf(hostileModel())), { theme: 'light' }));
      const tooltips = graph.objects.map((object) => object.tooltip ?? '');
      const shown = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('&', '&amp;');
      expect(tooltips.some((tooltip) => tooltip.startsWith(shown(`${hostileNames[3] ?? ''} v1.0.0`)))).toBe(true);
      expect(tooltips.some((tooltip) => tooltip.startsWith(shown(`${hostileNames[2] ?? ''} v1.0.0`)))).toBe(true);
    },
  );

  it.skipIf(!hasDot)('draws hostile labels as they are (skipped where Graphviz is not installed)', () => {
    const labels = fc.sample(hostileText, { numRuns: 150, seed: 7 });
    const title = labels.join(' ');
    const record = recordText({ modscope: title, snapshot: title, options: { query: title } });
    const text = toDot(sceneOf(labels), { theme: 'dark', title, record });
    expect(recordInText(text, 'dot')).toBe(record);
    const run = spawnSync('dot', ['-Tsvg'], { input: text, encoding: 'utf8', maxBuffer: 1 << 26 });
    expect(run.status).toBe(0);
    const { document } = new JSDOM(run.stdout, { contentType: 'image/svg+xml' }).window;
    const drawn = [...document.querySelectorAll('g.node')].map((node) =>
      words([...node.querySelectorAll('text')].map((line) => line.textContent).join('')),
    );
    expect(drawn).toEqual(labels.map((label) => words(label.split('\n').map(printable).join(''))));
    expect(document.querySelectorAll('a[*|href]:not([*|href=""])')).toHaveLength(0);
  });
});

/** Graphviz writes blanks as it likes. */
function words(text: string): string {
  return text.replace(/[\s\u00a0]+/gu, '');
}
