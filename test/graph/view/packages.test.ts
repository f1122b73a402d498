/** Modules that are opened to their packages, one by one or as a level. */
import { describe, expect, it } from 'vitest';
import type { Model } from '../../../graph/model/model.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import type { Package } from '../../../graph/snapshot/types.ts';
import { defaultView } from '../../../graph/view/defaults.ts';
import { belowModule } from '../../../graph/view/packages.ts';
import type { Box, View, ViewOptions } from '../../../graph/view/types.ts';
import { makeView } from '../../../graph/view/view.ts';
import { packagesOf } from '../findings/found.ts';
import { modelOf } from '../lines.ts';

const packages: readonly Package[] = [
  { path: 'a', module: 'a@v1.0.0', imports: ['a/x', 'a/y', 'b/p', 'fmt', 'a/x'] },
  { path: 'a/x', module: 'a@v1.0.0', imports: ['a/y'] },
  { path: 'a/y', module: 'a@v1.0.0', test: true },
  { path: 'b/p', module: 'b@v1.0.0' },
  { path: 'fmt', standard: true },
  { path: 'm', module: 'm', root: true, imports: ['a', 'm/in'] },
  { path: 'm/in', module: 'm', root: true },
];
const { snapshot } = modelOf('m a@v1.0.0\na@v1.0.0 b@v1.0.0\nm c@v1.0.0');
const bare = openSnapshot(snapshot);
const model = openSnapshot({ ...snapshot, packages: packagesOf(packages) });

const view = (options: Partial<ViewOptions>, of: Model = model): View => makeView(of, { ...defaultView, ...options });
const boxOf = ({ boxes }: View, id: string): Box | undefined => boxes.find((box) => box.id === id);
const insideOf = (shown: View): string[] =>
  shown.boxes.flatMap(({ inside }) => inside?.boxes ?? []).map(({ id }) => id);

describe('a module that is opened', () => {
  const shown = view({ open: ['a@v1.0.0'] });
  const inside = boxOf(shown, 'a@v1.0.0')?.inside;

  it('holds its packages, each of its module', () => {
    expect(inside?.boxes.map(({ id, kind, package: path }) => [id, kind, path])).toEqual([
      ['package:a', 'package', 'a'],
      ['package:a/x', 'package', 'a/x'],
      ['package:a/y', 'package', 'a/y'],
    ]);
    for (const box of inside?.boxes ?? []) expect(box.nodes).toEqual(boxOf(shown, 'a@v1.0.0')?.nodes);
  });

  it('has each import among them as one line, and none that leads out of it', () => {
    expect(inside?.lines.map(({ from, to, kind }) => [from, to, kind])).toEqual([
      [0, 1, 'import'],
      [0, 2, 'import'],
      [1, 2, 'import'],
    ]);
  });

  it('changes no count of requirements, and what is drawn by its packages', () => {
    const closed = view({}).receipt;
    expect(shown.receipt).toEqual({ ...closed, boxes: closed.boxes + 2 });
    expect(shown.lines).toEqual(view({}).lines);
  });

  it('stays closed where packages are not known, or none of it is imported', () => {
    expect(boxOf(view({ open: ['a@v1.0.0'] }, bare), 'a@v1.0.0')?.inside).toBeUndefined();
    expect(boxOf(view({ open: ['c@v1.0.0'] }), 'c@v1.0.0')?.inside).toBeUndefined();
    expect(view({ open: ['c@v1.0.0'] }).receipt).toEqual(view({}).receipt);
  });
});

describe('the level of packages', () => {
  it('opens every module that has several: one package would be a box in a box of the same name', () => {
    expect(insideOf(view({ collapse: 'package' }))).toEqual([
      ...['package:a', 'package:a/x', 'package:a/y'],
      ...['package:m', 'package:m/in'],
    ]);
    // Asked for, it opens all the same.
    expect(insideOf(view({ collapse: 'package', open: ['b@v1.0.0'] }))).toContain('package:b/p');
    expect(insideOf(view({ open: ['b@v1.0.0'] }))).toEqual(['package:b/p']);
  });

  it('opens what is nearest to the main module as far as the budget goes', () => {
    // Four modules; the main module's two packages take one box more, those of `a` two.
    expect(insideOf(view({ collapse: 'package', limit: 4 }))).toEqual([]);
    expect(insideOf(view({ collapse: 'package', limit: 5 }))).toEqual(['package:m', 'package:m/in']);
    expect(view({ collapse: 'package', limit: 5 }).receipt.boxes).toBe(5);
    expect(insideOf(view({ collapse: 'package', limit: 7 }))).toHaveLength(5);
    expect(insideOf(view({ collapse: 'package', limit: 0 }))).toHaveLength(5);
  });

  it('says that packages are not known', () => {
    expect(view({ collapse: 'package' }, bare).notes).toHaveLength(1);
    expect(view({ collapse: 'package' }).notes).toEqual([]);
    expect(view({}, bare).notes).toEqual([]);
  });
});

it('what stands below a module is told without its path', () => {
  expect(belowModule('a/b', 'a/b')).toBe('.');
  expect(belowModule('a/b', 'a/b/c/d')).toBe('c/d');
  expect(belowModule('a/b', 'a/bc')).toBe('a/bc');
});
