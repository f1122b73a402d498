/** A difference drawn: each box and line says what became of it. */
import { JSDOM } from 'jsdom';
import { afterAll, describe, expect, it } from 'vitest';
import { drawDiff } from '../../drawing/diff-picture.ts';
import { toSvg } from '../../drawing/formats/svg.ts';
import { diffSnapshots } from '../../graph/diff/diff.ts';
import { assemble } from '../../graph/snapshot/assemble.ts';
import type { Snapshot } from '../../graph/snapshot/types.ts';
import { startElk } from '../../server/layout/elk-node.ts';
import { edgesOf } from '../graph/lines.ts';
import { hostileNames } from './models.ts';

const elk = startElk();
afterAll(() => elk.close());

function snapshot(lines: string, replaced?: string): Snapshot {
  const replace = replaced === undefined ? [] : [{ old: { path: 'x.y/same' }, new: { path: replaced } }];
  const mains = [{ path: 'm', dir: '.', require: [], replace, exclude: [], retract: [], tool: [], ignore: [] }];
  const made = assemble({ edges: edgesOf(lines), mains });
  if (replaced === undefined) return made;
  const modules = made.modules.map((one) => (one.path === 'x.y/same' ? { ...one, replace: { path: replaced } } : one));
  return { ...made, modules };
}

async function drawn(base: Snapshot, head: Snapshot): Promise<Awaited<ReturnType<typeof drawDiff>>> {
  const diff = diffSnapshots(base, head);
  return drawDiff({ base, head, diff }, 'down', { elk: elk.engine }, new AbortController().signal);
}

const base = snapshot(
  'm x.y/up@v1.0.0\nm x.y/down@v1.2.0\nm x.y/gone@v1.0.0\nm x.y/way@v1.0.0\nx.y/way@v1.0.0 x.y/same@v1.0.0',
  './old',
);
const head = snapshot(
  'm x.y/up@v1.1.0\nm x.y/down@v1.1.0\nm x.y/new@v1.0.0\nm x.y/way@v1.0.0\nx.y/way@v1.0.0 x.y/same@v1.0.0',
  './new',
);

describe('the picture of a difference', () => {
  it('marks boxes and lines, and leaves alone what only leads to a change', async () => {
    const { boxes, lines, legend } = await drawn(base, head);
    const said = (id: string): unknown => {
      const box = boxes.find((one) => one.id.startsWith(id))!;
      return [box.change, box.glyphs.map(({ glyph }) => glyph), box.texts.at(-1)?.text, box.texts[0]?.strike === true];
    };
    expect(said('x.y/up')).toEqual(['changed', ['raised'], 'v1.0.0 → v1.1.0', false]);
    expect(said('x.y/down')).toEqual(['changed', ['lowered'], 'v1.2.0 → v1.1.0', false]);
    expect(said('x.y/gone')).toEqual(['removed', ['removed'], 'v1.0.0', true]);
    expect(said('x.y/new')).toEqual(['added', ['added'], 'v1.0.0', false]);
    expect(said('x.y/same')).toEqual(['changed', ['edited'], './old → ./new', false]);
    expect(said('x.y/way')).toEqual(['kept', [], 'v1.0.0', false]);
    expect(said('m')).toEqual(['kept', [], 'main', false]);
    expect(boxes.find(({ id }) => id.startsWith('x.y/up'))?.title).toContain('raised from v1.0.0 to v1.1.0');
    expect(boxes.find(({ id }) => id.startsWith('x.y/same'))?.title).toContain('replaced by ./new instead of ./old');
    const line = (to: string): unknown => lines.find((one) => one.to.startsWith(to))?.change;
    expect(['x.y/new', 'x.y/gone', 'x.y/way', 'x.y/same'].map(line)).toEqual(['added', 'removed', 'kept', 'kept']);
    expect(legend.map(({ key }) => key)).toEqual([
      ...[
        'added',
        'removed',
        'raised',
        'lowered',
        'edited',
        'line-added',
        'line-removed',
        'line-kept',
        'main',
        'direct',
      ],
    ]);
  });

  it('stands at the same places whichever side is the base', async () => {
    const places = (scene: Awaited<ReturnType<typeof drawn>>): unknown =>
      scene.boxes.map(({ id, x, y }) => [id.replace(/@.*/, ''), Math.round(y), x > 0]);
    // Widths differ by what is written on a box; layers and order do not.
    expect(places(await drawn(base, head))).toEqual(places(await drawn(head, base)));
  });

  it('writes hostile names as words, the same bytes each time', async () => {
    const plain = hostileNames.map((name) => name.replace(/[\s\p{Cc}]/gu, ''));
    const before = snapshot(plain.map((name) => `m ${name}@v1.0.0`).join('\n'));
    const after = snapshot(plain.map((name, n) => `m ${name}@v1.${n % 2}.0`).join('\n'));
    const svg = toSvg(await drawn(before, after), { theme: 'auto', subtitle: plain.join(' ') });
    expect(svg).toBe(toSvg(await drawn(before, after), { theme: 'auto', subtitle: plain.join(' ') }));
    const { document } = new JSDOM(svg, { contentType: 'image/svg+xml' }).window;
    expect(document.querySelectorAll('script, foreignObject, image, use')).toHaveLength(0);
    for (const element of document.querySelectorAll('*'))
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on/);
        expect(value).not.toMatch(/^javascript:/i);
      }
  });
});
