/** A difference drawn: each box and line says what became of it. */
import { JSDOM } from 'jsdom';
import { afterAll, describe, expect, it } from 'vitest';
import { drawDiff, viewOfUnion } from '../../drawing/diff-picture.ts';
import { unionOf } from '../../graph/diff/union.ts';
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
  it('hides no requirement behind what only one side has: each side alone leads to what it shows', async () => {
    const before = snapshot(
      'm x.y/a@v1.0.0\nm x.y/b@v1.0.0\nx.y/a@v1.0.0 x.y/b@v1.1.0\nm x.y/c@v1.0.0\nx.y/b@v1.1.0 x.y/d@v1.0.0\nm x.y/d@v1.0.0',
    );
    const after = snapshot('m x.y/b@v1.0.0\nm x.y/c@v1.0.0\nm x.y/d@v1.0.0\nx.y/c@v1.0.0 x.y/d@v1.0.0');
    const { lines } = await drawn(before, after);
    const told = lines.map(({ from, to, change }) => `${from.split('@')[0]!} ${to.split('@')[0]!} ${String(change)}`);
    // Lowered b is required by the main module alone once a is gone; d, which stayed, has no box.
    expect(told.sort()).toEqual(['m x.y/a removed', 'm x.y/b kept', 'x.y/a x.y/b removed']);
  });

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

describe('a difference above the budget', () => {
  const many = (prefix: string, count: number): string =>
    Array.from({ length: count }, (_, n) => `x.y/big@v1.0.0 x.y/${prefix}${n}@v1.0.0`).join('\n');
  const before = snapshot(`m x.y/up@v1.0.0\nm x.y/big@v1.0.0\n${many('gone', 40)}\nx.y/up@v1.0.0 x.y/one@v1.0.0`);
  const after = snapshot(
    'm x.y/up@v1.1.0\nx.y/up@v1.1.0 x.y/one@v1.1.0\nm x.y/other@v1.0.0\nx.y/other@v1.0.0 x.y/two@v1.0.0',
  );
  const gone = Array.from({ length: 40 }, (_, n) => `x.y/gone${n}`);
  const cause = (path: string, ...follows: string[]) => ({ file: 'go.mod', kind: 'require', path, follows }) as const;
  const causes = [
    cause('x.y/big', 'x.y/big', ...gone),
    cause('x.y/up', 'x.y/up', 'x.y/one'),
    cause('x.y/other', 'x.y/other'),
  ];
  const diff = { ...diffSnapshots(before, after), causes };
  const union = unionOf(before, after, diff);
  const boxesOf = (limit: number, open: readonly string[] = []) => viewOfUnion(union, { causes, limit, open }).boxes;

  it('has a box a changed line, with what follows from it, which opens in place', () => {
    expect(boxesOf(50).map(({ kind }) => kind)).not.toContain('cause');
    const boxes = boxesOf(20);
    expect(boxes.map(({ id, nodes }) => `${id} ${nodes.length}`)).toEqual([
      'm 1',
      'cause:x.y/big 41',
      'cause:x.y/up 2',
      'x.y/other@v1.0.0 1',
      'cause: 1',
    ]);
    const [, opened] = boxesOf(20, ['cause:x.y/big']);
    expect(opened?.inside?.boxes.length).toBe(41);
    expect(opened?.inside?.lines.length).toBe(40);
    expect(boxesOf(0).length).toBeGreaterThan(40);
  });

  it('adds up, and says on each box and line what became of it', async () => {
    const { requirements } = viewOfUnion(union, { causes, limit: 20 }).receipt;
    const { all, drawn, implied, inside, undrawn } = requirements;
    expect(drawn + implied + inside + undrawn).toBe(all);
    const scene = await drawDiff(
      { base: before, head: after, diff },
      'down',
      { elk: elk.engine },
      new AbortController().signal,
    );
    expect(scene.boxes.length).toBeGreaterThan(40);
    const { draw } = await import('../../drawing/picture.ts');
    const small = await draw(
      viewOfUnion(union, { causes, limit: 20 }),
      { direction: 'down', engine: 'auto', union },
      { elk: elk.engine },
      new AbortController().signal,
    );
    const texts = (id: string): readonly unknown[] => {
      const box = small.boxes.find((one) => one.id === id)!;
      return [box.change, ...box.texts.map(({ text, strike }) => `${text}${strike === true ? ' struck' : ''}`)];
    };
    expect(texts('cause:x.y/big')).toEqual(['removed', 'big + 40 struck', 'x.y', 'v1.0.0 struck']);
    expect(texts('cause:x.y/up')).toEqual(['changed', 'up + 1', 'x.y', 'v1.0.0 → v1.1.0']);
    expect(texts('cause:')).toEqual(['changed', '1 more change']);
    const line = (to: string): unknown => small.lines.find((one) => one.to === to)?.change;
    expect(['cause:x.y/big', 'cause:x.y/up', 'x.y/other@v1.0.0'].map(line)).toEqual(['removed', 'kept', 'added']);
  });
});
