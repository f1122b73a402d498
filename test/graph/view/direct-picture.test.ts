/** The direct picture: what main modules require themselves, and what each of those brings. */
import { describe, expect, it } from 'vitest';
import type { Model } from '../../../graph/model/model.ts';
import { nodeName } from '../../../graph/model/module-graph.ts';
import type { View } from '../../../graph/view/types.ts';
import { declaredModel, modelOf } from '../lines.ts';
import { ids, linesOf, show } from './show.ts';

const brought = (model: Model, view: View): unknown[] =>
  view.boxes.map((box) => [box.id, box.brings?.map((node) => nodeName(model.graph, node)), box.shares]);

/** m requires a, b and c; a brings a1 and a2 and shares s with b; c requires a. */
const model = declaredModel(
  `m a@v1.0.0
m b@v1.0.0
m c@v1.0.0
m s@v1.0.0
a@v1.0.0 a1@v1.0.0
a@v1.0.0 a2@v1.0.0
a@v1.0.0 s@v1.0.0
b@v1.0.0 s@v1.0.0
c@v1.0.0 a@v1.0.0`,
  { m: 'go 1.22\nrequire a v1.0.0\nrequire b v1.0.0\nrequire c v1.0.0\nrequire s v1.0.0 // indirect' },
);

describe('the direct picture', () => {
  const view = show(model, { limit: 5 });

  it('has boxes for main modules and direct requirements, with what each alone brings and how much it shares', () => {
    expect(view.receipt.grouped).toBe('direct');
    expect(brought(model, view)).toEqual([
      ['m', undefined, undefined],
      ['a@v1.0.0', ['a1@v1.0.0', 'a2@v1.0.0'], 1],
      ['b@v1.0.0', [], 1],
      ['c@v1.0.0', [], 4],
    ]);
  });

  it('draws what they require of each other, reduced, and counts the requirements of all the rest', () => {
    expect(linesOf(view)).toEqual(['m → b@v1.0.0', 'm → c@v1.0.0', 'c@v1.0.0 → a@v1.0.0']);
    expect(view.receipt).toMatchObject({
      boxes: 4,
      matched: 7,
      requirements: { all: 9, drawn: 3, implied: 1, inside: 0, undrawn: 5 },
    });
    expect(view.receipt.requirements).not.toHaveProperty('listed');
    const whole = show(model, { limit: 5, reduce: false });
    expect(linesOf(whole)).toContain('m → a@v1.0.0');
    expect(whole.receipt.requirements).toEqual({ all: 9, drawn: 4, implied: 0, inside: 0, undrawn: 5 });
  });

  it('a path through what has no box implies nothing', () => {
    const through = modelOf('m a@v1.0.0\nm b@v1.0.0\na@v1.0.0 x@v1.0.0\nx@v1.0.0 b@v1.0.0\nx@v1.0.0 y@v1.0.0');
    expect(linesOf(show(through, { limit: 3 }))).toEqual(['m → a@v1.0.0', 'm → b@v1.0.0']);
  });

  it('marks what closes a cycle', () => {
    const ring = modelOf(
      'm a@v1.0.0\nm b@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 a@v1.0.0\na@v1.0.0 x@v1.0.0\nx@v1.0.0 y@v1.0.0',
    );
    const lines = linesOf(show(ring, { limit: 4 }));
    expect(lines.filter((line) => line.includes('closes-cycle'))).toEqual(['b@v1.0.0 → a@v1.0.0 closes-cycle']);
  });

  it('comes without a query, in the build list, where nothing else was chosen', () => {
    expect(show(model, { limit: 5, query: '  ' }).receipt.grouped).toBe('direct');
    expect(show(model, { limit: 7 }).receipt.grouped).toBe('none');
    expect(show(model, { limit: 5, query: 'is:selected' }).receipt.grouped).toBe('owner');
    expect(show(model, { limit: 5, query: 'from(m)' }).receipt.grouped).toBe('owner');
    expect(show(model, { limit: 5, scope: 'all' }).receipt.grouped).toBe('owner');
    expect(show(model, { limit: 5, collapse: 'owner' }).receipt.grouped).toBe('owner');
    expect(show(model, { limit: 5, collapse: 'host' }).receipt.grouped).toBe('host');
    expect(show(model, { limit: 5, collapse: 'none' }).receipt.grouped).toBe('none');
  });

  it('opening a box of it changes nothing', () => {
    expect(show(model, { limit: 5, open: ['a@v1.0.0', 'rest:m'] })).toMatchObject({
      boxes: view.boxes,
      lines: view.lines,
      receipt: view.receipt,
    });
  });
});

describe('above the budget', () => {
  it('those that alone bring most keep their boxes, in the order of their paths; the rest share one', () => {
    const weights: Record<string, number> = { a: 0, b: 3, c: 1, d: 2, e: 0, f: 5 };
    const heavy = modelOf(
      Object.entries(weights)
        .flatMap(([name, count]) => [
          `m ${name}@v1.0.0`,
          ...Array.from({ length: count }, (_, i) => `${name}@v1.0.0 ${name}${i}@v1.0.0`),
        ])
        .join('\n'),
    );
    expect(ids(show(heavy, { limit: 7 }))).toEqual(['m', ...Object.keys(weights).map((name) => `${name}@v1.0.0`)]);
    const view = show(heavy, { limit: 5 });
    expect(ids(view)).toEqual(['m', 'b@v1.0.0', 'd@v1.0.0', 'f@v1.0.0', 'rest:m']);
    const rest = view.boxes.at(-1)!;
    expect(rest).toMatchObject({ kind: 'rest', steps: 1 });
    expect(rest.nodes.map((node) => nodeName(heavy.graph, node))).toEqual(['a@v1.0.0', 'c@v1.0.0', 'e@v1.0.0']);
    expect(linesOf(view)).toContain('m → rest:m ×3');
    expect(view.receipt).toMatchObject({ boxes: 5, requirements: { all: 17, drawn: 6, undrawn: 11 } });
    // Among equals the first of them keeps its box.
    expect(ids(show(heavy, { limit: 6 }))).toEqual(['m', 'b@v1.0.0', 'c@v1.0.0', 'd@v1.0.0', 'f@v1.0.0', 'rest:m']);
  });

  it('in a workspace each member has a box for the rest of what it requires', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const work = declaredModel(
      [...names.map((name, i) => `${i < 3 ? 'm' : 'n'} ${name}@v1.0.0`), 'b@v1.0.0 z@v1.0.0', 'z@v1.0.0 y@v1.0.0'].join(
        '\n',
      ),
      {
        m: 'go 1.22\nrequire a v1.0.0\nrequire b v1.0.0\nrequire c v1.0.0',
        n: 'go 1.22\nrequire d v1.0.0\nrequire e v1.0.0\nrequire f v1.0.0',
      },
    );
    const view = show(work, { limit: 5 });
    expect(ids(view)).toEqual(['m', 'n', 'b@v1.0.0', 'rest:m', 'rest:n']);
    expect(linesOf(view)).toEqual(['m → b@v1.0.0', 'm → rest:m ×2', 'n → rest:n ×3']);
    expect(view.boxes.find(({ id }) => id === 'b@v1.0.0')?.brings).toHaveLength(2);
  });
});
