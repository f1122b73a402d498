import { expect, it } from 'vitest';
import { toJson } from '../../../drawing/formats/json.ts';
import { recordedModel, viewOf } from '../models.ts';

interface Part {
  readonly boxes: readonly { id: string; members: string[]; inside?: Part }[];
  readonly lines: readonly { from: string; to: string; requirements: number }[];
}

it('gives boxes with members and lines between them, frames with what is inside', () => {
  const view = viewOf(recordedModel('kubectl'), { open: ['cycle:golang.org/x/net@v0.23.0'] });
  const data = JSON.parse(toJson(view)) as Part & { receipt: unknown; options: { scope: string } };
  const check = (part: Part): void => {
    const ids = new Set(part.boxes.map((box) => box.id));
    expect(ids.size).toBe(part.boxes.length);
    for (const line of part.lines) expect(ids.has(line.from) && ids.has(line.to)).toBe(true);
  };
  check(data);
  const frame = data.boxes.find((box) => box.inside !== undefined)!;
  check(frame.inside!);
  expect(frame.members).toEqual([
    'golang.org/x/net@v0.23.0',
    'golang.org/x/text@v0.14.0',
    'golang.org/x/tools@v0.18.0',
  ]);
  expect(data.boxes.flatMap((box) => box.members)).toHaveLength(view.receipt.matched);
  expect(data.receipt).toEqual(view.receipt);
  expect(data.options.scope).toBe('selected');
});
