/** Groups: when a view is grouped, by what, and which lines remain. */
import { describe, expect, it } from 'vitest';
import { modelOf } from '../lines.ts';
import { ids, inside, linesOf, show } from './show.ts';

const goMod = {
  path: 'm',
  dir: '.',
  go: '1.22',
  replace: [],
  exclude: [],
  retract: [],
  tool: [],
  ignore: [],
} as const;

const numbered = (count: number, line: (i: string) => string): string =>
  Array.from({ length: count }, (_, i) => line(String(i).padStart(3, '0'))).join('\n');

describe('the budget', () => {
  /** Each module requires the next: there are no leaves to fold. */
  const chain = (count: number): string =>
    ['m a.org/000@v1.0.0', ...Array.from({ length: count - 1 }, (_, i) => [i, i + 1])]
      .map((pair) =>
        typeof pair === 'string' ? pair : pair.map((i) => `a.org/${String(i).padStart(3, '0')}@v1.0.0`).join(' '),
      )
      .join('\n');

  it('of 150 boxes is for modules; one more is the direct picture', () => {
    expect(show(chain(149)).receipt).toMatchObject({ boxes: 150, grouped: 'none' });
    expect(show(chain(150)).receipt).toMatchObject({ boxes: 2, grouped: 'direct' });
    expect(show(chain(150), { collapse: 'none' }).receipt).toMatchObject({ boxes: 151, grouped: 'none' });
    expect(show(chain(150), { collapse: 'owner' }).receipt).toMatchObject({ boxes: 2, grouped: 'owner' });
    expect(show(chain(150), { limit: 0 }).receipt).toMatchObject({ boxes: 151, grouped: 'none' });
    expect(show(chain(150), { limit: 151 }).receipt).toMatchObject({ boxes: 151, grouped: 'none' });
  });

  it('with a query is grouped by owner, and so is every version', () => {
    const asked = show(chain(150), { query: 'from(a.org/100)', limit: 40 });
    expect(asked.receipt).toMatchObject({ boxes: 2, grouped: 'owner' });
    // What was asked for and what is required directly have boxes of their own.
    expect(ids(asked)).toEqual(['a.org/100@v1.0.0', 'owner:a.org']);
    expect(ids(show(chain(150), { query: 'a.org', limit: 40 }))).toEqual(['a.org/000@v1.0.0', 'owner:a.org']);
    expect(ids(show(chain(150), { query: 'a.org', collapse: 'owner' }))).toEqual(['owner:a.org']);
    expect(show(chain(150), { scope: 'all' }).receipt).toMatchObject({ boxes: 2, grouped: 'owner' });
  });

  it('is by owner where nothing is required directly', () => {
    const lost = modelOf(
      numbered(200, (i) => `m a.org/l${i}@v1.0.0`),
      {
        mains: [
          {
            ...goMod,
            require: Array.from({ length: 200 }, (_, i) => ({
              path: `a.org/l${String(i).padStart(3, '0')}`,
              version: 'v1.0.0',
              indirect: true as const,
            })),
          },
        ],
      },
    );
    expect(show(lost, { foldLeaves: false }).receipt).toMatchObject({ boxes: 2, grouped: 'owner' });
  });

  it('counts boxes after leaves are folded', () => {
    const wide = `m a.org/h@v1.0.0\n${numbered(300, (i) => `a.org/h@v1.0.0 a.org/l${i}@v1.0.0`)}`;
    expect(show(wide).receipt).toMatchObject({ boxes: 3, grouped: 'none' });
    expect(show(wide, { foldLeaves: false }).receipt).toMatchObject({ boxes: 2, grouped: 'direct' });
  });

  it('what is opened never changes whether a view is grouped', () => {
    const wide = `m a.org/h@v1.0.0\n${numbered(300, (i) => `a.org/h@v1.0.0 a.org/l${i}@v1.0.0`)}`;
    expect(show(wide, { open: ['leaves:a.org/h@v1.0.0'] }).receipt).toMatchObject({ boxes: 302, grouped: 'none' });
    expect(show(wide, { foldLeaves: false, query: 'is:selected', open: ['owner:a.org'] }).receipt).toMatchObject({
      boxes: 302,
      grouped: 'owner',
    });
  });
});

describe('groups', () => {
  const lines = `m github.com/z/one@v1.0.0
m github.com/a/two@v1.0.0
m github.com/a/three@v1.0.0
github.com/a/two@v1.0.0 gopkg.in/yaml.v3@v3.0.0
github.com/a/two@v1.0.0 github.com/a/three@v1.0.0
github.com/z/one@v1.0.0 gopkg.in/yaml.v3@v3.0.0
github.com/a/three@v1.0.0 github.com/z/one@v1.0.0
m n@v0.1.0
n gopkg.in/yaml.v3@v3.0.0`;

  it('by owner: main modules first, then owners by name', () => {
    const view = show(lines, { collapse: 'owner' });
    expect(view.boxes.map(({ id, kind, nodes, steps }) => [id, kind, nodes.length, steps])).toEqual([
      ['m', 'module', 1, 0],
      ['n', 'module', 1, 0],
      ['owner:github.com/a', 'owner', 2, 1],
      ['owner:github.com/z', 'owner', 1, 1],
      ['owner:gopkg.in', 'owner', 1, 1],
    ]);
    expect(view.receipt.grouped).toBe('owner');
  });

  it('by host', () => {
    const view = show(lines, { collapse: 'host' });
    expect(ids(view)).toEqual(['m', 'n', 'host:github.com', 'host:gopkg.in']);
    expect(view.receipt).toMatchObject({ boxes: 4, grouped: 'host', requirements: { inside: 2 } });
  });

  it('are reduced again: what is implied between groups is not drawn', () => {
    const view = show(lines, { collapse: 'owner' });
    expect(linesOf(view)).toEqual([
      'm → n',
      'm → owner:github.com/a ×2',
      'n → owner:gopkg.in',
      'owner:github.com/a → owner:github.com/z',
      'owner:github.com/z → owner:gopkg.in',
    ]);
    expect(view.receipt.requirements).toEqual({ all: 9, drawn: 6, implied: 2, inside: 1, undrawn: 0 });
    expect(linesOf(show(lines, { collapse: 'owner', reduce: false }))).toEqual([
      'm → n',
      'm → owner:github.com/a ×2',
      'm → owner:github.com/z',
      'n → owner:gopkg.in',
      'owner:github.com/a → owner:github.com/z',
      'owner:github.com/a → owner:gopkg.in',
      'owner:github.com/z → owner:gopkg.in',
    ]);
  });

  it('opened in place show their members, and the rest stays', () => {
    const view = show(lines, { collapse: 'owner', open: ['owner:github.com/a', 'owner:nobody'] });
    expect(ids(view)).toEqual(ids(show(lines, { collapse: 'owner' })));
    expect(ids(inside(view, 'owner:github.com/a'))).toEqual(['github.com/a/three@v1.0.0', 'github.com/a/two@v1.0.0']);
    expect(linesOf(inside(view, 'owner:github.com/a'))).toEqual([
      'github.com/a/two@v1.0.0 → github.com/a/three@v1.0.0',
    ]);
    expect(view.receipt.requirements).toEqual({ all: 9, drawn: 7, implied: 2, inside: 0, undrawn: 0 });
    expect(view.receipt.boxes).toBe(6);
  });

  it('opened show what is implied only where reduction is off', () => {
    const three =
      'm a.org/1@v1.0.0\na.org/1@v1.0.0 a.org/2@v1.0.0\na.org/2@v1.0.0 a.org/3@v1.0.0\na.org/1@v1.0.0 a.org/3@v1.0.0';
    const open = ['owner:a.org'];
    const view = show(three, { collapse: 'owner', open });
    expect(linesOf(inside(view, 'owner:a.org'))).toEqual([
      'a.org/1@v1.0.0 → a.org/2@v1.0.0',
      'a.org/2@v1.0.0 → a.org/3@v1.0.0',
    ]);
    expect(view.receipt.requirements).toEqual({ all: 4, drawn: 3, implied: 1, inside: 0, undrawn: 0 });
    const whole = show(three, { collapse: 'owner', open, reduce: false });
    expect(inside(whole, 'owner:a.org').lines).toHaveLength(3);
    expect(whole.receipt.requirements).toEqual({ all: 4, drawn: 4, implied: 0, inside: 0, undrawn: 0 });
  });
});

describe('owners of one module', () => {
  /** Owners near (1 step), farther (2), far (3 and 4) and lost (no way in): two modules each, of different hosts. */
  const lines = `m n1.org/a@v1.0.0
m n2.org/a@v1.0.0
n1.org/a@v1.0.0 o1.org/a@v1.0.0
n1.org/a@v1.0.0 o2.org/a@v1.0.0
o1.org/a@v1.0.0 p1.org/a@v1.0.0
o1.org/a@v1.0.0 p2.org/a@v1.0.0
p1.org/a@v1.0.0 q1.org/a@v1.0.0
n2.org/a@v1.0.0 o2.org/a@v0.9.0
o2.org/a@v0.9.0 l1.org/a@v1.0.0
o2.org/a@v0.9.0 l2.org/a@v1.0.0
m big.org/a@v1.0.0
m big.org/b@v1.0.0`;
  const shared = (limit: number): string[] => ids(show(lines, { collapse: 'owner', limit })).filter((id) => id !== 'm');

  it('share a box a column, the farthest first, and no more than the budget asks for', () => {
    const owners = ['big', 'l1', 'l2', 'n1', 'n2', 'o1', 'o2', 'p1', 'p2', 'q1'].map((name) => `owner:${name}.org`);
    const without = (...gone: string[]): string[] =>
      owners.filter((id) => !gone.some((one) => id === `owner:${one}.org`));
    expect(shared(0)).toEqual(owners);
    expect(shared(11)).toEqual(owners);
    expect(shared(10)).toEqual([...without('l1', 'l2'), 'owners:-1']);
    expect(shared(9)).toEqual([...without('l1', 'l2', 'p1', 'p2', 'q1'), 'owners:-1', 'owners:3']);
    expect(shared(8)).toEqual([...without('l1', 'l2', 'p1', 'p2', 'q1'), 'owners:-1', 'owners:3']);
    expect(shared(7)).toEqual(['owner:big.org', 'owner:n1.org', 'owner:n2.org', 'owners:-1', 'owners:3', 'owners:2']);
    expect(shared(1)).toEqual(['owner:big.org', 'owners:-1', 'owners:3', 'owners:2', 'owners:1']);
  });

  it('a shared box holds them all, is as near as they are, and opens in place', () => {
    const view = show(lines, { collapse: 'owner', limit: 9, open: ['owners:3'] });
    const box = view.boxes.find(({ id }) => id === 'owners:3')!;
    expect(box).toMatchObject({ kind: 'owners', steps: 3 });
    expect(ids(inside(view, 'owners:3'))).toEqual(['p1.org/a@v1.0.0', 'p2.org/a@v1.0.0', 'q1.org/a@v1.0.0']);
    expect(linesOf(inside(view, 'owners:3'))).toEqual(['p1.org/a@v1.0.0 → q1.org/a@v1.0.0']);
  });

  it('one alone keeps its box', () => {
    expect(ids(show('m a.org/a@v1.0.0\na.org/a@v1.0.0 b.org/a@v1.0.0', { collapse: 'owner', limit: 1 }))).toEqual([
      'm',
      'owner:a.org',
      'owner:b.org',
    ]);
  });

  it('hosts never share one', () => {
    expect(show(lines, { collapse: 'host', limit: 1 }).boxes.every(({ kind }) => kind !== 'owners')).toBe(true);
  });
});

describe('lines between groups', () => {
  /** `from` hosts that each require every one of `to` other hosts; m requires the former. */
  const dense = (from: number, to: number): string =>
    [
      numbered(from, (i) => `m f${i}.org/a@v1.0.0`),
      ...Array.from({ length: from }, (_, f) =>
        numbered(to, (t) => `f${String(f).padStart(3, '0')}.org/a@v1.0.0 t${t}.org/a@v1.0.0`),
      ),
    ].join('\n');

  it('are all drawn up to 400', () => {
    // 16 from the main module, 16 × 24 between groups.
    const view = show(dense(16, 24), { collapse: 'owner', limit: 0 });
    expect(view.lines).toHaveLength(400);
    expect(view.receipt.requirements).toMatchObject({ drawn: 400, undrawn: 0 });
  });

  it('above that only those of main modules, and the rest is counted', () => {
    // 401 = 1 + 400: one host that requires 400 others.
    const view = show(dense(1, 400), { collapse: 'owner', limit: 0 });
    expect(linesOf(view)).toEqual(['m → owner:f000.org']);
    expect(view.receipt.requirements).toEqual({ all: 401, drawn: 1, implied: 0, inside: 0, undrawn: 400 });
  });

  it('and those between groups that both hold a finding worth a look', () => {
    const requires = (of: string, path: string): string => `${of} ${path}`;
    const model = modelOf(
      [
        dense(1, 399),
        requires('m', 'f000.org/a/v2@v2.0.0'),
        requires('f000.org/a/v2@v2.0.0', 't000.org/a/v2@v2.0.0'),
        requires('f000.org/a/v2@v2.0.0', 'u.org/a@v1.0.0'),
      ].join('\n'),
    );
    // f000.org and t000.org hold two majors of a module each, which warns.
    expect(linesOf(show(model, { collapse: 'owner', limit: 0 }))).toEqual([
      'm → owner:f000.org ×2',
      'owner:f000.org → owner:t000.org ×2',
    ]);
  });

  it('information alone is not worth a line', () => {
    // t000 and f000 require each other: a cycle is information.
    const lines = `${dense(1, 400)}\nt000.org/a@v1.0.0 f000.org/a@v1.0.0`;
    expect(linesOf(show(lines, { collapse: 'owner', limit: 0 }))).toEqual(['m → owner:f000.org']);
  });
});
