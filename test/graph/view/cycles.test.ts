/** Cycles: closed to one box, opened in place, or drawn among the rest. */
import { describe, expect, it } from 'vitest';
import { ids, inside, linesOf, show } from './show.ts';

/** m → a → b; b, c, d and f in a ring with a chord; d → e; x, y, y2 and y3 in a ring of their own that nothing leads to. */
const lines = `m a@v1.0.0
a@v1.0.0 b@v1.0.0
b@v1.0.0 c@v1.0.0
c@v1.0.0 d@v1.0.0
d@v1.0.0 f@v1.0.0
f@v1.0.0 b@v1.0.0
b@v1.0.0 d@v1.0.0
d@v1.0.0 e@v1.0.0
m z@v1.1.0
m w@v1.0.0
w@v1.0.0 z@v1.0.0
z@v1.0.0 x@v1.0.0
x@v1.0.0 y@v1.0.0
y@v1.0.0 y2@v1.0.0
y2@v1.0.0 y3@v1.0.0
y3@v1.0.0 x@v1.0.0`;

/** `a b c` → each requires the next, and the last the first. */
const ring = (members: string): string => {
  const names = members.split(' ').map((name) => `${name}@v1.0.0`);
  return names.map((name, place) => `${name} ${names[(place + 1) % names.length]!}`).join('\n');
};

describe('a closed cycle', () => {
  it('is one box, named by its first member, where that would stand', () => {
    const view = show(lines);
    expect(view.boxes.map(({ id, kind, steps, nodes }) => [id, kind, steps, nodes.length])).toEqual([
      ['a@v1.0.0', 'module', 1, 1],
      ['cycle:b@v1.0.0', 'cycle', 2, 4],
      ['e@v1.0.0', 'module', 4, 1],
      ['m', 'module', 0, 1],
      ['w@v1.0.0', 'module', 1, 1],
      ['cycle:x@v1.0.0', 'cycle', -1, 4],
      ['z@v1.1.0', 'module', 1, 1],
    ]);
    expect(linesOf(view)).toEqual([
      'a@v1.0.0 → cycle:b@v1.0.0',
      'cycle:b@v1.0.0 → e@v1.0.0',
      'm → a@v1.0.0',
      'm → w@v1.0.0',
      'w@v1.0.0 → z@v1.1.0',
    ]);
    expect(view.receipt.requirements).toEqual({ all: 15, drawn: 5, implied: 1, inside: 9, undrawn: 0 });
  });

  it('has as many steps as its nearest member', () => {
    expect(show(`m h@v1.0.0\nh@v1.0.0 a@v1.0.0\n${ring('a b c d')}`).boxes.map(({ id, steps }) => [id, steps])).toEqual(
      [
        ['cycle:a@v1.0.0', 2],
        ['h@v1.0.0', 1],
        ['m', 0],
      ],
    );
    expect(show(`m h@v1.0.0\nh@v1.0.0 b@v1.0.0\n${ring('a b c d')}`).boxes[0]).toMatchObject({
      id: 'cycle:a@v1.0.0',
      steps: 2,
    });
  });

  it('counts every requirement that enters or leaves it', () => {
    const view = show(
      `m h@v1.0.0\nh@v1.0.0 a@v1.0.0\nh@v1.0.0 b@v1.0.0\n${ring('a b c d')}\na@v1.0.0 z@v1.0.0\nb@v1.0.0 z@v1.0.0`,
    );
    expect(linesOf(view)).toEqual(['cycle:a@v1.0.0 → z@v1.0.0 ×2', 'h@v1.0.0 → cycle:a@v1.0.0 ×2', 'm → h@v1.0.0']);
  });
});

describe('a cycle stays open', () => {
  const numbered = (count: number): string =>
    Array.from({ length: count }, (_, i) => `m l${String(i)}@v1.0.0`).join('\n');
  const two = `m h@v1.0.0\nh@v1.0.0 a@v1.0.0\n${ring('a b')}`;
  const three = `m h@v1.0.0\nh@v1.0.0 a@v1.0.0\n${ring('a b c')}`;
  const four = `m h@v1.0.0\nh@v1.0.0 a@v1.0.0\n${ring('a b c d')}`;

  it('of two or three members, where the picture has fewer than 60 boxes with it closed', () => {
    for (const small of [two, three]) expect(ids(show(small))).not.toContain('cycle:a@v1.0.0');
    expect(ids(show(four))).toContain('cycle:a@v1.0.0');
    // m, h, the cycle and so many others.
    for (const small of [two, three]) {
      expect(ids(show(`${small}\n${numbered(56)}`))).not.toContain('cycle:a@v1.0.0');
      expect(ids(show(`${small}\n${numbered(57)}`))).toContain('cycle:a@v1.0.0');
    }
  });

  it('and draws all its requirements, one of which closes it', () => {
    const view = show(three);
    expect(linesOf(view)).toEqual([
      'a@v1.0.0 → b@v1.0.0',
      'b@v1.0.0 → c@v1.0.0',
      'c@v1.0.0 → a@v1.0.0 closes-cycle',
      'h@v1.0.0 → a@v1.0.0',
      'm → h@v1.0.0',
    ]);
    expect(view.receipt.requirements).toEqual({ all: 5, drawn: 5, implied: 0, inside: 0, undrawn: 0 });
  });

  it('where it leads through a main module or a direct requirement', () => {
    expect(ids(show(`m a@v1.0.0\n${ring('a b c d e')}`))).not.toContain('cycle:a@v1.0.0');
    const home = `m h@v1.0.0\nh@v1.0.0 a@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 c@v1.0.0\nc@v1.0.0 m@v0.1.0`;
    expect(show(home).boxes.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'module'));
  });

  it('and what is a cycle without the direct requirement is closed beside it', () => {
    const view = show(`m a@v1.0.0\na@v1.0.0 b@v1.0.0\n${ring('b c d e')}\ne@v1.0.0 a@v1.0.0`);
    expect(ids(view)).toEqual(['a@v1.0.0', 'cycle:b@v1.0.0', 'm']);
    expect(linesOf(view)).toEqual([
      'a@v1.0.0 → cycle:b@v1.0.0',
      'cycle:b@v1.0.0 → a@v1.0.0 closes-cycle',
      'm → a@v1.0.0',
    ]);
  });

  it('in a question', () => {
    expect(ids(show(four, { query: 'is:selected' }))).toContain('cycle:a@v1.0.0');
    expect(ids(show(four, { query: 'from(h)' }))).toEqual(['a@v1.0.0', 'b@v1.0.0', 'c@v1.0.0', 'd@v1.0.0', 'h@v1.0.0']);
    expect(ids(show(`${four}\n${numbered(80)}`, { query: 'from(m)', limit: 0 }))).not.toContain('cycle:a@v1.0.0');
  });
});

describe('an opened cycle', () => {
  it('draws every requirement inside of it, though reduced; the one that ends where the way came by closes it', () => {
    const view = show(lines, { open: ['cycle:b@v1.0.0'] });
    expect(linesOf(inside(view, 'cycle:b@v1.0.0'))).toEqual([
      'b@v1.0.0 → c@v1.0.0',
      'b@v1.0.0 → d@v1.0.0',
      'c@v1.0.0 → d@v1.0.0',
      'd@v1.0.0 → f@v1.0.0',
      'f@v1.0.0 → b@v1.0.0 closes-cycle',
    ]);
    expect(inside(view, 'cycle:b@v1.0.0').boxes.map((box) => box.steps)).toEqual([2, 3, 3, 4]);
    expect(inside(view, 'cycle:x@v1.0.0').boxes).toEqual([]);
    expect(view.receipt.requirements).toEqual({ all: 15, drawn: 10, implied: 1, inside: 4, undrawn: 0 });
    expect(view.receipt.boxes).toBe(10);
  });

  it('is walked from the member nearest to the main module', () => {
    const round = 'm c@v1.0.0\nc@v1.0.0 a@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 c@v1.0.0';
    expect(linesOf(show(round, { closeCycles: false }))).toEqual([
      'a@v1.0.0 → b@v1.0.0',
      'b@v1.0.0 → c@v1.0.0 closes-cycle',
      'c@v1.0.0 → a@v1.0.0',
      'm → c@v1.0.0',
    ]);
  });

  it('is walked from its main module, where it holds one', () => {
    const round = 'm b@v1.0.0\nb@v1.0.0 a@v1.0.0\na@v1.0.0 m@v0.1.0';
    expect(linesOf(show(round, { closeCycles: false }))).toEqual([
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
    const eight = `m h@v1.0.0\nh@v1.0.0 a@v1.0.0\n${ring('a b')}\n${ring('a c d')}`;
    expect(ids(show(eight))).toEqual(['cycle:a@v1.0.0', 'h@v1.0.0', 'm']);
    expect(linesOf(inside(show(eight, { open: ['cycle:a@v1.0.0'] }), 'cycle:a@v1.0.0'))).toEqual([
      'a@v1.0.0 → b@v1.0.0',
      'a@v1.0.0 → c@v1.0.0',
      'b@v1.0.0 → a@v1.0.0 closes-cycle',
      'c@v1.0.0 → d@v1.0.0',
      'd@v1.0.0 → a@v1.0.0 closes-cycle',
    ]);
  });

  it('without reduction shows the lines beside it too', () => {
    const view = show(`${lines}\nm e@v1.0.0`, { closeCycles: false, reduce: false });
    expect(linesOf(view)).toContain('m → e@v1.0.0');
    expect(view.receipt.requirements).toEqual({ all: 16, drawn: 16, implied: 0, inside: 0, undrawn: 0 });
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
    const round = `m h@v1.0.0\nh@v1.0.0 a@v1.0.0\na@v1.0.0 b@v1.1.0\nb@v1.1.0 b@v1.0.0
b@v1.1.0 c@v1.0.0\nc@v1.0.0 d@v1.0.0\nd@v1.0.0 a@v1.0.0`;
    const view = show(round, { open: ['cycle:a@v1.0.0'] });
    expect(linesOf(inside(view, 'cycle:a@v1.0.0'))).toEqual([
      'a@v1.0.0 → b@v1.1.0',
      'b@v1.1.0 → c@v1.0.0',
      'c@v1.0.0 → d@v1.0.0',
      'd@v1.0.0 → a@v1.0.0 closes-cycle',
    ]);
    expect(view.receipt.requirements).toEqual({ all: 7, drawn: 6, implied: 0, inside: 1, undrawn: 0 });
  });
});
