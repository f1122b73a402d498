/** Pictures of questions: along their fewest steps, with nothing closed and nothing implied. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { View } from '../../../graph/view/types.ts';
import { declaredModel, modelOf } from '../lines.ts';
import { declaredModels, models } from '../query/arbitrary.ts';
import { parseQuery } from '../../../graph/query/parser.ts';
import { Naive } from '../query/naive.ts';
import { ids, linesOf, show } from './show.ts';

/** m → a → b → x, a → x, and c beside them. */
const lines = 'm a@v1.0.0\nm c@v1.0.0\na@v1.0.0 b@v1.0.0\na@v1.0.0 x@v1.0.0\nb@v1.0.0 x@v1.0.0\nx@v1.0.0 y@v1.0.0';
const asked = ({ boxes }: View): unknown[] => boxes.map((box) => [box.id, box.asked]);

describe('to', () => {
  it('draws what comes a step nearer, and counts how far each box is from what was asked about', () => {
    const view = show(lines, { query: 'to(x)' });
    expect(linesOf(view)).toEqual(['a@v1.0.0 → x@v1.0.0', 'b@v1.0.0 → x@v1.0.0', 'm → a@v1.0.0']);
    expect(asked(view)).toEqual([
      ['a@v1.0.0', 1],
      ['b@v1.0.0', 1],
      ['m', 2],
      ['x@v1.0.0', 0],
    ]);
    expect(view.receipt.requirements).toEqual({
      all: 4,
      drawn: 3,
      implied: 0,
      inside: 0,
      undrawn: 0,
      listed: 0,
      aside: 1,
    });
  });

  it('is the same whether the picture is reduced or not', () => {
    for (const query of ['to(x)', 'from(m)', 'near(a)', 'between(m, x)']) {
      const [on, off] = [true, false].map((reduce) => show(lines, { query, reduce }));
      expect([on!.lines, on!.receipt]).toEqual([off!.lines, off!.receipt]);
    }
  });

  it('draws every requirement of what a filter cut off', () => {
    const view = show(lines, { query: 'to(x) -a -b' });
    expect(asked(view)).toEqual([
      ['m', -1],
      ['x@v1.0.0', 0],
    ]);
    const cut = show('m a@v1.0.0\nm c@v1.0.0\na@v1.0.0 c@v1.0.0\nc@v1.0.0 b@v1.0.0\nb@v1.0.0 x@v1.0.0', {
      query: 'to(x) -b',
    });
    expect(linesOf(cut)).toEqual(['a@v1.0.0 → c@v1.0.0', 'm → a@v1.0.0', 'm → c@v1.0.0']);
  });
});

describe('from', () => {
  it('draws what leads a step further', () => {
    const view = show(lines, { query: 'from(m)' });
    expect(linesOf(view)).toEqual([
      'a@v1.0.0 → b@v1.0.0',
      'a@v1.0.0 → x@v1.0.0',
      'm → a@v1.0.0',
      'm → c@v1.0.0',
      'x@v1.0.0 → y@v1.0.0',
    ]);
    expect(asked(view)).toEqual([
      ['a@v1.0.0', 1],
      ['b@v1.0.0', 2],
      ['c@v1.0.0', 1],
      ['m', 0],
      ['x@v1.0.0', 2],
      ['y@v1.0.0', 3],
    ]);
    expect(view.receipt.requirements).toMatchObject({ all: 6, drawn: 5, aside: 1, implied: 0 });
  });

  it('alone and dominated are drawn like it', () => {
    for (const query of ['alone(a)', 'dominated(a)']) {
      const view = show(lines, { query });
      expect(linesOf(view)).toEqual(['a@v1.0.0 → b@v1.0.0', 'a@v1.0.0 → x@v1.0.0', 'x@v1.0.0 → y@v1.0.0']);
      expect(view.receipt.requirements.aside).toBe(1);
    }
  });
});

describe('near and focus', () => {
  it('draw each side by its steps; what is as far on both stands above', () => {
    const ring = 'm a@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 a@v1.0.0\nb@v1.0.0 c@v1.0.0\na@v1.0.0 c@v1.0.0';
    expect(linesOf(show(ring, { query: 'near(b)' }))).toEqual(['a@v1.0.0 → b@v1.0.0', 'b@v1.0.0 → c@v1.0.0']);
    expect(show(ring, { query: 'near(b)' }).receipt.requirements).toMatchObject({ all: 4, drawn: 2, aside: 2 });
    expect(linesOf(show(lines, { query: 'from(b) | to(b)' }))).toEqual([
      'a@v1.0.0 → b@v1.0.0',
      'b@v1.0.0 → x@v1.0.0',
      'm → a@v1.0.0',
      'x@v1.0.0 → y@v1.0.0',
    ]);
  });

  it('leaves no box without a line: what a cycle brings to the other side leads on to it', () => {
    // t requires x and is required by it, so it stands above; g is two steps below x, through t alone, and u two above, likewise.
    const model = 'm x@v1.0.0\nx@v1.0.0 t@v1.0.0\nt@v1.0.0 x@v1.0.0\nt@v1.0.0 g@v1.0.0';
    for (const query of ['from(x) | to(x)', 'near(x, 2)'])
      expect(linesOf(show(model, { query }))).toEqual(['m → x@v1.0.0', 't@v1.0.0 → g@v1.0.0', 't@v1.0.0 → x@v1.0.0']);
    const straight = `${model}\nx@v1.0.0 d@v1.0.0\nd@v1.0.0 g@v1.0.0`;
    expect(linesOf(show(straight, { query: 'from(x) | to(x)' }))).toEqual([
      'd@v1.0.0 → g@v1.0.0',
      'm → x@v1.0.0',
      't@v1.0.0 → x@v1.0.0',
      'x@v1.0.0 → d@v1.0.0',
    ]);
  });

  it('near is one step deep, and no // indirect line of go.mod is a step', () => {
    const model = declaredModel('m a@v1.0.0\nm b@v1.0.0\nm c@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 c@v1.0.0', {
      m: 'go 1.22\nrequire a v1.0.0\nrequire b v1.0.0 // indirect\nrequire c v1.0.0 // indirect',
    });
    const view = show(model, { query: 'near(b)' });
    expect(asked(view)).toEqual([
      ['a@v1.0.0', 1],
      ['b@v1.0.0', 0],
      ['c@v1.0.0', 1],
    ]);
    expect(view.boxes.map((box) => box.steps)).toEqual([1, 2, 3]);
    expect(view.receipt.requirements).toMatchObject({ all: 2, listed: 0 });
    const path = show(model, { query: 'between(is:main, c)' });
    expect(linesOf(path)).toEqual(['a@v1.0.0 → b@v1.0.0', 'b@v1.0.0 → c@v1.0.0', 'm → a@v1.0.0']);
    expect(path.receipt.requirements).toEqual({
      all: 5,
      drawn: 3,
      implied: 0,
      inside: 0,
      undrawn: 0,
      listed: 2,
      aside: 0,
    });
    // An overview shows them as what they are: requirements, here implied.
    expect(show(model).receipt.requirements).toEqual({ all: 5, drawn: 3, implied: 2, inside: 0, undrawn: 0 });
  });
});

describe('between', () => {
  it('draws the shortest paths from its beginning and to its end, and what is beside both is counted', () => {
    const across = 'm a@v1.0.0\nm b@v1.0.0\na@v1.0.0 b@v1.0.0\na@v1.0.0 x@v1.0.0\nb@v1.0.0 x@v1.0.0\nx@v1.0.0 y@v1.0.0';
    const view = show(across, { query: 'between(is:main, x)' });
    expect(linesOf(view)).toEqual(['a@v1.0.0 → x@v1.0.0', 'b@v1.0.0 → x@v1.0.0', 'm → a@v1.0.0', 'm → b@v1.0.0']);
    expect(view.receipt.requirements).toMatchObject({ all: 5, drawn: 4, aside: 1 });
    expect(asked(view)).toEqual([
      ['a@v1.0.0', 1],
      ['b@v1.0.0', 1],
      ['m', 0],
      ['x@v1.0.0', 2],
    ]);
  });

  it('keeps each box on a drawn path: a longer way round is part of the answer', () => {
    expect(linesOf(show(lines, { query: 'between(m, x)' }))).toEqual([
      'a@v1.0.0 → b@v1.0.0',
      'a@v1.0.0 → x@v1.0.0',
      'b@v1.0.0 → x@v1.0.0',
      'm → a@v1.0.0',
    ]);
  });

  it('of two modules, whichever requires the other', () => {
    const either = (a: string, b: string): string[] =>
      linesOf(show(lines, { query: `between(${a}, ${b}) | between(${b}, ${a})` }));
    expect(either('a', 'y')).toEqual(either('y', 'a'));
    expect(either('b', 'y')).toEqual(['b@v1.0.0 → x@v1.0.0', 'x@v1.0.0 → y@v1.0.0']);
  });

  it('closes no cycle to a box, and marks what runs against its order', () => {
    // v is further than u from the beginning and from the end.
    const ring = 'm u@v1.0.0\nu@v1.0.0 y@v1.0.0\nu@v1.0.0 v@v1.0.0\nv@v1.0.0 u@v1.0.0';
    const view = show(ring, { query: 'between(m, y)' });
    expect(view.boxes.every(({ kind }) => kind === 'module')).toBe(true);
    expect(linesOf(view)).toEqual([
      'm → u@v1.0.0',
      'u@v1.0.0 → v@v1.0.0',
      'u@v1.0.0 → y@v1.0.0',
      'v@v1.0.0 → u@v1.0.0 closes-cycle',
    ]);
  });

  it('of a module and itself draws its cycle whole', () => {
    const ring = 'm a@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 c@v1.0.0\nc@v1.0.0 a@v1.0.0\na@v1.0.0 c@v1.0.0';
    const view = show(ring, { query: 'between(b, b)' });
    expect(view.receipt.requirements).toMatchObject({ all: 4, drawn: 4, aside: 0 });
    expect(view.boxes.every(({ kind }) => kind === 'module')).toBe(true);
  });
});

describe('a question without an order of its own', () => {
  it('draws every step, reduced by none', () => {
    const view = show(lines, { query: 'to(x) | from(b)' });
    expect(view.receipt.requirements).toMatchObject({ all: 5, drawn: 5, implied: 0, aside: 0 });
    expect(view.boxes.some((box) => box.asked !== undefined)).toBe(false);
  });

  it('an overview knows of no steps from what was asked', () => {
    expect(show(lines).boxes.some((box) => 'asked' in box)).toBe(false);
    expect(show(lines)).not.toHaveProperty('question');
    expect(show(lines, { query: '-to(x)' })).not.toHaveProperty('question');
  });
});

describe('above the budget', () => {
  it('what was asked for and direct requirements stand beside the owners', () => {
    const many = Array.from({ length: 30 }, (_, i) => `a.org/x@v1.0.0 b.org/l${i}@v1.0.0`).join('\n');
    const model = modelOf(`m a.org/d@v1.0.0\na.org/d@v1.0.0 a.org/x@v1.0.0\n${many}`);
    expect(ids(show(model, { query: 'near(a.org/x)', limit: 10 }))).toEqual([
      'a.org/d@v1.0.0',
      'a.org/x@v1.0.0',
      'owner:b.org',
    ]);
  });
});

it('of any module: the lines of to and from are the steps that come nearer, or lead further, by one', () => {
  fc.assert(
    fc.property(
      fc.oneof(models, declaredModels),
      fc.constantFrom('x.org/a', 'y.org/a', 'gopkg.in/b.v1', 'm.org/m'),
      fc.constantFrom('to', 'from'),
      (model, path, name) => {
        const view = show(model, { query: `${name}(${path})`, limit: 0 });
        const naive = new Naive(model, 'selected');
        const { steps } = naive;
        const matched = new Set(ids(view));
        const start = [...naive.ask(parseQuery(`from(${path}, 0)`))];
        const among = steps.filter(([a, b]) => matched.has(a) && matched.has(b));
        const ways = name === 'to' ? among.map(([a, b]) => [b, a] as const) : among;
        const far = new Map(start.map((one) => [one, 0]));
        for (const [one, distance] of far)
          for (const [a, b] of ways) if (a === one && !far.has(b)) far.set(b, distance + 1);
        const shown = ways.filter(([a, b]) => far.get(b)! === far.get(a)! + 1);
        const forward = name === 'to' ? shown.map(([a, b]) => [b, a] as const) : shown;
        const expected = [...new Set(forward.map(([a, b]) => `${a} → ${b}`))].sort();
        expect(view.lines.map(({ from, to }) => `${view.boxes[from]!.id} → ${view.boxes[to]!.id}`).sort()).toEqual(
          expected,
        );
        expect(view.receipt.requirements.drawn).toBe(forward.length);
        expect(view.boxes.map((box) => box.asked)).toEqual(view.boxes.map((box) => far.get(box.id)));
      },
    ),
    { numRuns: 200 },
  );
});
