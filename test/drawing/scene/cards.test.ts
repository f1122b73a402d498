/** A group opened among columns: a card that lies over them, and moves nothing. */
import { describe, expect, it } from 'vitest';
import { toSvg } from '../../../drawing/formats/svg.ts';
import { boxAt } from '../../../drawing/pens/scene-index.ts';
import { sheetsOf } from '../../../drawing/scene/sheets.ts';
import type { Scene } from '../../../drawing/scene/types.ts';
import { drawer, recordedModel, viewOf } from '../models.ts';

const drawView = drawer();
const model = recordedModel('traefik');
const closed = viewOf(model, { collapse: 'owner' });
const groups = closed.boxes.filter(({ id, nodes }) => id.startsWith('owner:') && nodes.length > 1);
const biggest = groups.toSorted((a, b) => b.nodes.length - a.nodes.length)[0]!.id;

const opened = (id: string): Promise<Scene> =>
  drawView(viewOf(model, { collapse: 'owner', open: [id] }), { cards: true });

describe('a group opened among columns', () => {
  it.each([
    ['the first', groups[0]!.id],
    ['the last', groups.at(-1)!.id],
    ['the largest', biggest],
  ])('%s moves no other box, and lies on the picture', async (_, id) => {
    const [before, after] = [await drawView(closed), await opened(id)];
    const places = (scene: Scene) =>
      scene.boxes.flatMap((box) => (box.frame === undefined && box.id !== id ? [[box.id, box.x, box.y]] : []));
    expect(places(after)).toEqual(places(before));
    const card = after.boxes.find((box) => box.id === id)!;
    expect([card.isFrame, card.over]).toEqual([true, true]);
    for (const box of after.boxes.filter(({ over }) => over === true)) {
      expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(after.width);
      expect(box.y + box.height).toBeLessThanOrEqual(after.height);
    }
  });

  it.each([groups.at(-1)!.id, biggest])('%s: closed again, and another one opened, nothing has moved', async (id) => {
    const first = await drawView(closed);
    const open = await drawView(viewOf(model, { collapse: 'owner', open: [id] }), { cards: true, before: first });
    const both = await drawView(viewOf(model, { collapse: 'owner', open: [id, groups[1]!.id] }), {
      cards: true,
      before: open,
    });
    const again = await drawView(closed, { cards: true, before: both });
    const places = ({ boxes }: Scene) =>
      boxes.flatMap((box) => (box.frame === undefined ? [[box.id, ...at(box)]] : [])).sort();
    const at = ({ x, y, home }: Scene['boxes'][number]): number[] => [home?.x ?? x, home?.y ?? y];
    for (const scene of [open, both, again]) expect(places(scene)).toEqual(places(first));
  });

  it('is painted last, and is what is pointed at', async () => {
    const scene = await opened(biggest);
    const [paper, cards] = sheetsOf(scene);
    expect(cards!.boxes[0]).toMatchObject({ id: biggest, isFrame: true });
    expect(cards!.boxes.slice(1).every(({ frame }) => frame === biggest)).toBe(true);
    const onCard = new Set(cards!.boxes.map(({ id }) => id));
    expect(cards!.lines.every(({ from, to }) => onCard.has(from) && onCard.has(to))).toBe(true);
    expect([...paper!.lines, ...cards!.lines]).toHaveLength(scene.lines.length);
    const card = cards!.boxes[0]!;
    const covered = paper!.boxes.filter(
      (box) =>
        box.x < card.x + card.width &&
        box.x + box.width > card.x &&
        box.y < card.y + card.height &&
        box.y + box.height > card.y,
    );
    expect(covered).not.toEqual([]);
    for (const inner of cards!.boxes.slice(1)) expect(boxAt(scene, inner.x + 2, inner.y + 2)?.id).toBe(inner.id);
    const svg = toSvg(scene, { theme: 'light' });
    const at = ({ title }: { readonly title: string }): number => svg.indexOf(`<title>${title}</title>`);
    for (const box of covered) expect([at(box) > 0, at(box) < at(card)]).toEqual([true, true]);
  });

  it('is no card in a file, where what it covers could not be seen', async () => {
    const scene = await drawView(viewOf(model, { collapse: 'owner', open: [biggest] }));
    expect(scene.boxes.some(({ id, isFrame }) => id === biggest && isFrame)).toBe(true);
    expect(sheetsOf(scene)).toEqual([scene]);
  });

  it('nothing lies over a picture without columns', async () => {
    const scene = await drawView(closed);
    expect(sheetsOf(scene)).toEqual([scene]);
    const cycle = await drawView(viewOf(recordedModel('kubectl'), { open: ['cycle:golang.org/x/net@v0.23.0'] }), {
      cards: true,
    });
    expect(cycle.boxes.some(({ isFrame }) => isFrame)).toBe(true);
    expect(sheetsOf(cycle)[0]).toBe(cycle);
  });
});
