import { describe, expect, it } from 'vitest';
import { emphasise } from '../../../client/state/emphasise.ts';
import { noPath } from '../../../client/state/lit-path.ts';
import { relatedTo, waysOf } from '../../../client/state/related.ts';
import { scene } from '../scenes.ts';

const plain = scene(
  [{ id: 'main', main: true }, { id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }, { id: 'alone' }],
  ['main>a', 'main>b', 'a>c', 'b>c', 'c>d', 'b>d'],
);
/** main → [x ⇄ y] → z, with the cycle opened in place. */
const framed = scene(
  [
    { id: 'main', main: true },
    { id: 'cycle', isFrame: true },
    { id: 'x', frame: 'cycle' },
    { id: 'y', frame: 'cycle' },
    { id: 'z' },
  ],
  ['main>cycle', 'x>y', 'cycle>z'],
);

describe('what belongs to a box', () => {
  it('is all that leads to it and all that it leads to', () => {
    const boxes = relatedTo(waysOf(plain), 'c');
    expect([...boxes].sort()).toEqual(['a', 'b', 'c', 'd', 'main']);
  });

  it('is the box alone where no line leads to it', () => {
    expect(relatedTo(waysOf(plain), 'alone')).toEqual(new Set(['alone']));
  });

  it('passes through an opened frame, and not from one member to all others', () => {
    const ways = waysOf(framed);
    expect([...relatedTo(ways, 'y')].sort()).toEqual(['cycle', 'main', 'x', 'y', 'z']);
    expect([...relatedTo(ways, 'x')].sort()).toEqual(['cycle', 'main', 'x', 'y', 'z']);
    expect([...relatedTo(ways, 'cycle')].sort()).toEqual(['cycle', 'main', 'x', 'y', 'z']);
  });

  it('takes ids of any kind', () => {
    const odd = scene([{ id: 'i', main: true }, { id: 'ii' }, { id: '__proto__' }], ['i>ii', 'ii>__proto__']);
    expect([...relatedTo(waysOf(odd), '__proto__')].sort()).toEqual(['__proto__', 'i', 'ii']);
  });

  it('walks a chain of 100,000 without recursion', () => {
    const ids = Array.from({ length: 100_000 }, (_, n) => `n${n}`);
    const chain = scene(
      ids.map((id, n) => ({ id, main: n === 0 })),
      ids.slice(1).map((id, n) => `n${n}>${id}`),
    );
    expect(relatedTo(waysOf(chain), 'n99999').size).toBe(100_000);
  });
});

describe('what stands out', () => {
  const quiet = {
    selected: undefined,
    hovered: undefined,
    focused: false,
    marked: [],
    hidden: [],
    unseen: [],
    path: noPath,
  };

  it('is nothing when nothing is selected', () => {
    expect(emphasise(plain, waysOf(plain), quiet)).toEqual({
      related: new Set(),
      path: [],
      dimOthers: false,
      implied: [],
    });
  });

  it('has a ring only while the keyboard is on the canvas', () => {
    expect(emphasise(plain, waysOf(plain), { ...quiet, selected: 'a' }).focused).toBeUndefined();
    expect(emphasise(plain, waysOf(plain), { ...quiet, selected: 'a', focused: true }).focused).toBe('a');
  });

  it('is what was picked among the findings, by the boxes that stand for it', () => {
    const grouped = scene([
      { id: 'a', nodes: [1, 2] },
      { id: 'b', nodes: [3] },
    ]);
    const { related, dimOthers } = emphasise(grouped, waysOf(grouped), { ...quiet, marked: [2] });
    expect([...related]).toEqual(['a']);
    expect(dimOthers).toBe(true);
  });

  it('is, between groups, the selected one and those that a requirement joins with it; the rest dims', () => {
    const heading = { x: 0, y: 0, width: 1, title: '', note: '' };
    const groups = scene([{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }, { id: 'e' }], ['a>b', 'b>c', 'c>d'], {
      headings: [heading],
    });
    const unseen = [{ from: 'e', to: 'b' }];
    const lit = emphasise(groups, waysOf(groups), { ...quiet, selected: 'b', unseen });
    expect([...lit.related].sort()).toEqual(['a', 'b', 'c', 'e']);
    expect(lit.dimOthers).toBe(true);
    // They are drawn, though the picture has no line for them.
    expect(lit.unseen).toEqual(unseen);
  });

  it('has the path to what is selected, and the steps of it that have no line', () => {
    const path = { boxes: ['main', 'c'], hidden: [{ from: 'main', to: 'c' }] };
    const lit = emphasise(plain, waysOf(plain), { ...quiet, selected: 'c', path });
    expect(lit.path).toEqual(['main', 'c']);
    expect(lit.unlined).toEqual([{ from: 'main', to: 'c' }]);
  });
});
