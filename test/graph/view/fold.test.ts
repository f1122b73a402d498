/** Leaves that one box alone requires fold into one, above sixty boxes. */
import { describe, expect, it } from 'vitest';
import { ids, linesOf, show } from './show.ts';

/** `count` lines `FROM NAMEi@v1.0.0`. */
const leaves = (from: string, name: string, count: number): string =>
  Array.from({ length: count }, (_, i) => `${from} ${name}${String(i).padStart(2, '0')}@v1.0.0`).join('\n');

/** m → h, what is required directly; h → what is folded. */
const hub = 'm h@v1.0.0';
const h = 'h@v1.0.0';

describe('folding', () => {
  it('begins above sixty boxes', () => {
    expect(show(`${hub}\n${leaves(h, 'l', 58)}`).boxes).toHaveLength(60);
    expect(ids(show(`${hub}\n${leaves(h, 'l', 59)}`))).toEqual([h, `leaves:${h}`, 'm']);
  });

  it('counts boxes after cycles are closed', () => {
    const ring = 'l00@v1.0.0 l01@v1.0.0\nl01@v1.0.0 l00@v1.0.0';
    expect(show(`${hub}\n${leaves(h, 'l', 59)}\n${ring}`).boxes).toHaveLength(60);
    expect(ids(show(`${hub}\n${leaves(h, 'l', 60)}\n${ring}`))).toEqual([h, 'cycle:l00@v1.0.0', `leaves:${h}`, 'm']);
  });

  it('stands where its first leaf stood, with all of them, a step behind what requires them', () => {
    const view = show(`${hub}\n${leaves(h, 'l', 60)}\nm a@v1.0.0\na@v1.0.0 b@v1.0.0`);
    expect(ids(view)).toEqual(['a@v1.0.0', 'b@v1.0.0', h, `leaves:${h}`, 'm']);
    expect(view.boxes[3]).toMatchObject({ kind: 'leaves', steps: 2 });
    expect(view.boxes[3]!.nodes).toHaveLength(60);
    expect(linesOf(view)).toEqual(['a@v1.0.0 → b@v1.0.0', `${h} → leaves:${h} ×60`, 'm → a@v1.0.0', `m → ${h}`]);
    expect(view.receipt).toMatchObject({ boxes: 5, requirements: { all: 63, drawn: 63, inside: 0 } });
  });

  it('leaves alone a direct requirement, a single leaf, a leaf of two, a main module, a cycle, and what requires something', () => {
    const view = show(
      [
        hub,
        leaves(h, 'l', 60),
        'm one@v1.0.0\none@v1.0.0 only@v1.0.0',
        'm two@v1.0.0\nm three@v1.0.0\ntwo@v1.0.0 shared@v1.0.0\nthree@v1.0.0 shared@v1.0.0',
        'two@v1.0.0 shared2@v1.0.0\nthree@v1.0.0 shared2@v1.0.0',
        `${h} ring1@v1.0.0\nring1@v1.0.0 ring2@v1.0.0\nring2@v1.0.0 ring1@v1.0.0`,
        `${h} ring3@v1.0.0\nring3@v1.0.0 ring4@v1.0.0\nring4@v1.0.0 ring3@v1.0.0`,
        'm n@v0.1.0\nm o@v0.1.0\nn q@v1.0.0\no q@v1.0.0',
        `${h} inner@v1.0.0\ninner@v1.0.0 deep@v1.0.0`,
        'm leaf1@v1.0.0\nm leaf2@v1.0.0',
      ].join('\n'),
    );
    expect(ids(view)).toEqual([
      'deep@v1.0.0',
      h,
      'inner@v1.0.0',
      `leaves:${h}`,
      'leaf1@v1.0.0',
      'leaf2@v1.0.0',
      'm',
      'n',
      'o',
      'one@v1.0.0',
      'only@v1.0.0',
      'q@v1.0.0',
      'cycle:ring1@v1.0.0',
      'cycle:ring3@v1.0.0',
      'shared@v1.0.0',
      'shared2@v1.0.0',
      'three@v1.0.0',
      'two@v1.0.0',
    ]);
  });

  it('never takes in a main module that another one alone requires', () => {
    const view = show(`${hub}\n${leaves(h, 'l', 60)}\nm n@v0.1.0\nm o@v0.1.0\nn x@v1.0.0\no y@v1.0.0`, {
      query: '-x -y',
    });
    expect(ids(view)).toEqual([h, `leaves:${h}`, 'm', 'n', 'o']);
  });

  it('never takes in what was asked for, where what stands beside it folds', () => {
    const query = `to(l00) | from(${h.split('@')[0]!})`;
    const view = show(`${hub}\n${leaves(h, 'l', 62)}`, { query });
    expect(ids(view)).toEqual([h, 'l00@v1.0.0', `leaves:${h}`, 'm']);
    expect(view.boxes[2]!.nodes).toHaveLength(61);
  });

  it('is by what requires in the picture: an implied requirement does not count', () => {
    const lines = `${hub}\n${leaves('a@v1.0.0', 'l', 60)}\n${h} a@v1.0.0\n${h} l00@v1.0.0`;
    expect(ids(show(lines))).toEqual(['a@v1.0.0', h, 'leaves:a@v1.0.0', 'm']);
    expect(ids(show(lines, { reduce: false }))).toEqual(['a@v1.0.0', h, 'l00@v1.0.0', 'leaves:a@v1.0.0', 'm']);
  });

  it('folds the leaves of a closed cycle beside it', () => {
    const ring = 'a@v1.0.0 b@v1.0.0\nb@v1.0.0 c@v1.0.0\nc@v1.0.0 a@v1.0.0';
    const view = show(`${hub}\n${h} a@v1.0.0\n${ring}\n${leaves('a@v1.0.0', 'l', 60)}`);
    expect(ids(view)).toEqual(['cycle:a@v1.0.0', h, 'leaves:cycle:a@v1.0.0', 'm']);
  });

  it('each requirer has its own, and each is opened by itself', () => {
    const two = `${hub}\nm a@v1.0.0\n${leaves(h, 'l', 40)}\n${leaves('a@v1.0.0', 'k', 40)}`;
    expect(ids(show(two))).toEqual(['a@v1.0.0', h, 'leaves:a@v1.0.0', `leaves:${h}`, 'm']);
    expect(show(two, { open: [`leaves:${h}`] }).boxes).toHaveLength(44);
    expect(ids(show(two, { open: [`leaves:${h}`] }))).toContain('leaves:a@v1.0.0');
    expect(show(two, { foldLeaves: false }).boxes).toHaveLength(83);
  });

  it('a leaf without a way in is none', () => {
    const lost = `m a@v1.1.0\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0\n${leaves('a@v1.0.0', 'l', 70)}`;
    expect(show(lost).boxes).toHaveLength(73);
    expect(show(lost).boxes.some((box) => box.kind === 'leaves')).toBe(false);
  });
});
