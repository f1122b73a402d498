/** Leaves that one box alone requires fold into one, above sixty boxes. */
import { describe, expect, it } from 'vitest';
import { ids, linesOf, show } from './show.ts';

/** `count` lines `FROM NAMEi@v1.0.0`. */
const leaves = (from: string, name: string, count: number): string =>
  Array.from({ length: count }, (_, i) => `${from} ${name}${String(i).padStart(2, '0')}@v1.0.0`).join('\n');

describe('folding', () => {
  it('begins above sixty boxes', () => {
    expect(show(leaves('m', 'l', 59)).boxes).toHaveLength(60);
    expect(ids(show(leaves('m', 'l', 60)))).toEqual(['leaves:m', 'm']);
  });

  it('counts boxes after cycles are closed', () => {
    const ring = 'l00@v1.0.0 l01@v1.0.0\nl01@v1.0.0 l00@v1.0.0';
    expect(show(`${leaves('m', 'l', 60)}\n${ring}`).boxes).toHaveLength(60);
    expect(ids(show(`${leaves('m', 'l', 61)}\n${ring}`))).toEqual(['cycle:l00@v1.0.0', 'leaves:m', 'm']);
  });

  it('stands where its first leaf stood, with all of them, a step behind who requires them', () => {
    const view = show(`${leaves('m', 'l', 60)}\nm a@v1.0.0\na@v1.0.0 b@v1.0.0`);
    expect(ids(view)).toEqual(['a@v1.0.0', 'b@v1.0.0', 'leaves:m', 'm']);
    expect(view.boxes[2]).toMatchObject({ kind: 'leaves', steps: 1 });
    expect(view.boxes[2]!.nodes).toHaveLength(60);
    expect(linesOf(view)).toEqual(['a@v1.0.0 → b@v1.0.0', 'm → a@v1.0.0', 'm → leaves:m ×60']);
    expect(view.receipt).toMatchObject({ boxes: 4, requirements: { all: 62, drawn: 62, inside: 0 } });
  });

  it('leaves alone a single leaf, a leaf of two, a main module, a cycle, and what requires something', () => {
    const view = show(
      [
        leaves('m', 'l', 60),
        'm one@v1.0.0\none@v1.0.0 only@v1.0.0',
        'm two@v1.0.0\nm three@v1.0.0\ntwo@v1.0.0 shared@v1.0.0\nthree@v1.0.0 shared@v1.0.0',
        'two@v1.0.0 shared2@v1.0.0\nthree@v1.0.0 shared2@v1.0.0',
        'm ring1@v1.0.0\nring1@v1.0.0 ring2@v1.0.0\nring2@v1.0.0 ring1@v1.0.0',
        'm ring3@v1.0.0\nring3@v1.0.0 ring4@v1.0.0\nring4@v1.0.0 ring3@v1.0.0',
        'm n@v0.1.0\nm o@v0.1.0\nn q@v1.0.0\no q@v1.0.0',
      ].join('\n'),
    );
    expect(ids(view)).toEqual([
      'leaves:m',
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
    const view = show(`${leaves('m', 'l', 60)}\nm n@v0.1.0\nm o@v0.1.0\nn x@v1.0.0\no y@v1.0.0`, {
      query: '-x -y',
    });
    expect(ids(view)).toEqual(['leaves:m', 'm', 'n', 'o']);
  });

  it('is by who requires in the picture: an implied requirement does not count', () => {
    const view = show(`${leaves('a@v1.0.0', 'l', 60)}\nm a@v1.0.0\nm l00@v1.0.0`);
    expect(ids(view)).toEqual(['a@v1.0.0', 'leaves:a@v1.0.0', 'm']);
    const whole = show(`${leaves('a@v1.0.0', 'l', 60)}\nm a@v1.0.0\nm l00@v1.0.0`, { reduce: false });
    expect(ids(whole)).toEqual(['a@v1.0.0', 'l00@v1.0.0', 'leaves:a@v1.0.0', 'm']);
  });

  it('folds the leaves of a closed cycle beside it', () => {
    const view = show(`m a@v1.0.0\na@v1.0.0 b@v1.0.0\nb@v1.0.0 a@v1.0.0\n${leaves('a@v1.0.0', 'l', 60)}`);
    expect(ids(view)).toEqual(['cycle:a@v1.0.0', 'leaves:cycle:a@v1.0.0', 'm']);
  });

  it('each requirer has its own, and each is opened by itself', () => {
    const two = `m a@v1.0.0\n${leaves('m', 'l', 40)}\n${leaves('a@v1.0.0', 'k', 40)}`;
    expect(ids(show(two))).toEqual(['a@v1.0.0', 'leaves:a@v1.0.0', 'leaves:m', 'm']);
    expect(show(two, { open: ['leaves:m'] }).boxes).toHaveLength(43);
    expect(ids(show(two, { open: ['leaves:m'] }))).toContain('leaves:a@v1.0.0');
    expect(show(two, { foldLeaves: false }).boxes).toHaveLength(82);
  });

  it('a leaf without a way in is none', () => {
    const lost = `m a@v1.1.0\nm b@v1.0.0\nb@v1.0.0 a@v1.0.0\n${leaves('a@v1.0.0', 'l', 70)}`;
    expect(show(lost).boxes).toHaveLength(73);
    expect(show(lost).boxes.some((box) => box.kind === 'leaves')).toBe(false);
  });
});
