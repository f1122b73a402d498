/** Cycles: closed to one box, opened in place, or drawn among the rest. */
import { describe, expect, it } from 'vitest';
import { ids, inside, linesOf, show } from './show.ts';

/** m → b; b, c and d in a ring with a chord; d → e; x and y in a ring of their own that nothing leads to. */
const lines = `m b@v1.0.0
b@v1.0.0 c@v1.0.0
c@v1.0.0 d@v1.0.0
d@v1.0.0 b@v1.0.0
b@v1.0.0 d@v1.0.0
d@v1.0.0 e@v1.0.0
m z@v1.1.0
m w@v1.0.0
w@v1.0.0 z@v1.0.0
z@v1.0.0 x@v1.0.0
x@v1.0.0 y@v1.0.0
y@v1.0.0 x@v1.0.0`;

describe('a closed cycle', () => {
  it('is one box, named by its first member, where that would stand', () => {
    const view = show(lines);
    expect(view.boxes.map(({ id, kind, steps, nodes }) => [id, kind, steps, nodes.length])).toEqual([
      ['cycle:b@v1.0.0', 'cycle', 1, 3],
      ['e@v1.0.0', 'module', 3, 1],
      ['m', 'module', 0, 1],
      ['w@v1.0.0', 'module', 1, 1],
      ['cycle:x@v1.0.0', 'cycle', -1, 2],
      ['z@v1.1.0', 'module', 1, 1],
    ]);
    expect(linesOf(view)).toEqual([
      'cycle:b@v1.0.0 → e@v1.0.0',
      'm → cycle:b@v1.0.0',
      'm → w@v1.0.0',
      'w@v1.0.0 → z@v1.1.0',
    ]);
    expect(view.receipt.requirements).toEqual({ all: 11, drawn: 4, implied: 1, inside: 6, undrawn: 0 });
  });

  it('has as many steps as its nearest member', () => {
    const ring = 'm a@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 a@v1.0.0';
    expect(show(ring).boxes.map(({ id, steps }) => [id, steps])).toEqual([
      ['cycle:a@v1.0.0', 1],
      ['m', 0],
    ]);
    expect(show('m b@v1.0.0\nb@v1.0.0 a@v1.0.0\na@v1.0.0 b@v1.0.0').boxes[0]).toMatchObject({
      id: 'cycle:a@v1.0.0',
      steps: 1,
    });
  });

  it('counts every requirement that enters or leaves it', () => {
    const view = show(
      'm a@v1.0.0\nm b@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 a@v1.0.0\na@v1.0.0 c@v1.0.0\nb@v1.0.0 c@v1.0.0',
    );
    expect(linesOf(view)).toEqual(['cycle:a@v1.0.0 → c@v1.0.0 ×2', 'm → cycle:a@v1.0.0 ×2']);
  });
});

describe('an opened cycle', () => {
  it('draws every requirement inside of it, though reduced; the one that ends where the way came by closes it', () => {
    const view = show(lines, { open: ['cycle:b@v1.0.0'] });
    expect(linesOf(inside(view, 'cycle:b@v1.0.0'))).toEqual([
      'b@v1.0.0 → c@v1.0.0',
      'b@v1.0.0 → d@v1.0.0',
      'c@v1.0.0 → d@v1.0.0',
      'd@v1.0.0 → b@v1.0.0 closes-cycle',
    ]);
    expect(inside(view, 'cycle:b@v1.0.0').boxes.map((box) => box.steps)).toEqual([1, 2, 2]);
    expect(inside(view, 'cycle:x@v1.0.0').boxes).toEqual([]);
    expect(view.receipt.requirements).toEqual({ all: 11, drawn: 8, implied: 1, inside: 2, undrawn: 0 });
    expect(view.receipt.boxes).toBe(8);
  });

  it('is walked from the member nearest to the main module', () => {
    const ring = 'm c@v1.0.0\nc@v1.0.0 a@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 c@v1.0.0';
    expect(linesOf(show(ring, { closeCycles: false }))).toEqual([
      'a@v1.0.0 → b@v1.0.0',
      'b@v1.0.0 → c@v1.0.0 closes-cycle',
      'c@v1.0.0 → a@v1.0.0',
      'm → c@v1.0.0',
    ]);
  });

  it('is walked from its main module, where it holds one', () => {
    const ring = 'm b@v1.0.0\nb@v1.0.0 a@v1.0.0\na@v1.0.0 m@v0.1.0';
    expect(linesOf(show(ring, { closeCycles: false }))).toEqual([
      'a@v1.0.0 → m closes-cycle',
      'b@v1.0.0 → a@v1.0.0',
      'm → b@v1.0.0',
    ]);
    // The other main module is nearer to nothing: both are starts.
    const two = 'm a@v1.0.0\na@v1.0.0 n@v0.1.0\nn b@v1.0.0\nb@v1.0.0 m@v0.1.0';
    expect(linesOf(show(two, { closeCycles: false })).filter((line) => line.endsWith('closes-cycle'))).toEqual([
      'b@v1.0.0 → m closes-cycle',
    ]);
  });

  it('is walked from its first member, where nothing leads to it', () => {
    const lost = 'm z@v1.1.0\nm w@v1.0.0\nw@v1.0.0 z@v1.0.0\nz@v1.0.0 y@v1.0.0\ny@v1.0.0 x@v1.0.0\nx@v1.0.0 y@v1.0.0';
    expect(linesOf(show(lost, { closeCycles: false, query: 'x | y' }))).toEqual([
      'x@v1.0.0 → y@v1.0.0',
      'y@v1.0.0 → x@v1.0.0 closes-cycle',
    ]);
  });

  it('two rings that share a member are one cycle; each is closed once', () => {
    const eight = 'm a@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 a@v1.0.0\na@v1.0.0 c@v1.0.0\nc@v1.0.0 a@v1.0.0';
    expect(ids(show(eight))).toEqual(['cycle:a@v1.0.0', 'm']);
    expect(linesOf(inside(show(eight, { open: ['cycle:a@v1.0.0'] }), 'cycle:a@v1.0.0'))).toEqual([
      'a@v1.0.0 → b@v1.0.0',
      'a@v1.0.0 → c@v1.0.0',
      'b@v1.0.0 → a@v1.0.0 closes-cycle',
      'c@v1.0.0 → a@v1.0.0 closes-cycle',
    ]);
  });

  it('without reduction shows the lines beside it too', () => {
    const view = show(`${lines}\nm e@v1.0.0`, { closeCycles: false, reduce: false });
    expect(linesOf(view)).toContain('m → e@v1.0.0');
    expect(view.receipt.requirements).toEqual({ all: 12, drawn: 12, implied: 0, inside: 0, undrawn: 0 });
    expect(linesOf(show(`${lines}\nm e@v1.0.0`))).not.toContain('m → e@v1.0.0');
  });
});

describe('what requires itself', () => {
  // b@v1.1.0 asks for b@v1.0.0: among selected versions that is b itself.
  const self = 'm a@v1.0.0\na@v1.0.0 b@v1.1.0\nb@v1.1.0 b@v1.0.0';

  it('is no cycle, and its requirement counts as inside of it', () => {
    for (const options of [{}, { closeCycles: false }, { reduce: false }]) {
      const view = show(self, options);
      expect(linesOf(view)).toEqual(['a@v1.0.0 → b@v1.1.0', 'm → a@v1.0.0']);
      expect(view.receipt.requirements).toEqual({ all: 3, drawn: 2, implied: 0, inside: 1, undrawn: 0 });
    }
  });

  it('in scope all requires another version', () => {
    expect(linesOf(show(self, { scope: 'all' }))).toEqual([
      'a@v1.0.0 → b@v1.1.0',
      'b@v1.1.0 → b@v1.0.0',
      'm → a@v1.0.0',
    ]);
  });

  it('inside an opened cycle is still inside of its own box', () => {
    const ring = `${self}\nb@v1.1.0 a@v1.0.0`;
    const view = show(ring, { open: ['cycle:a@v1.0.0'] });
    expect(linesOf(inside(view, 'cycle:a@v1.0.0'))).toEqual([
      'a@v1.0.0 → b@v1.1.0',
      'b@v1.1.0 → a@v1.0.0 closes-cycle',
    ]);
    expect(view.receipt.requirements).toEqual({ all: 4, drawn: 3, implied: 0, inside: 1, undrawn: 0 });
  });
});
