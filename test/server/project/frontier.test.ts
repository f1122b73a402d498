import { describe, expect, it } from 'vitest';
import type { GoModFile } from '../../../graph/load/types.ts';
import { joinName } from '../../../graph/model/name.ts';
import type { ModuleRef } from '../../../graph/snapshot/types.ts';
import { frontierOf } from '../../../server/project/frontier.ts';
import { modelOf } from '../../graph/lines.ts';

const main = { path: 'm', dir: '.', require: [], replace: [], exclude: [], retract: [], tool: [], ignore: [] };
const files: Readonly<Record<string, readonly string[]>> = {
  'a@v1.0.0': ['b@v1.0.0', 'x@v1.9.0'],
  'b@v1.0.0': ['c@v1.0.0', 'd@v1.0.0'],
  'c@v1.0.0': [],
  'e@v1.0.0': ['x@v1.9.0'],
  'f@v1.0.0': ['x@v1.9.0', 'y@v1.0.0'],
  './fork': ['z@v1.0.0'],
};

function goMod({ path, version }: ModuleRef): GoModFile | undefined {
  const requires = files[joinName(path, version)];
  return requires === undefined
    ? undefined
    : {
        path,
        require: requires.map((name) => ({ path: name.split('@')[0] ?? '', version: name.split('@')[1] ?? '' })),
      };
}

const lines =
  'm a@v1.0.0\nm go@1.21\na@v1.0.0 b@v1.0.0\nb@v1.0.0 go@1.21\nm c@v1.0.0\nm e@v1.0.0\nm f@v1.0.0\nm unread@v1.0.0';

describe('frontierOf', () => {
  it('names versions without requirements in the graph whose go.mod has some; a go line is none', () => {
    const { frontier, dropped } = frontierOf(modelOf(lines, { mains: [main] }).snapshot, goMod);
    expect(frontier).toEqual([
      { name: 'b@v1.0.0', requires: 2 },
      { name: 'e@v1.0.0', requires: 1 },
      { name: 'f@v1.0.0', requires: 2 },
    ]);
    expect(dropped).toEqual([]);
  });

  it('does not take what an exclude line dropped for pruned', () => {
    const excluding = { ...main, exclude: [{ path: 'x', version: 'v1.9.0' }] };
    const { frontier, dropped } = frontierOf(modelOf(lines, { mains: [excluding] }).snapshot, goMod);
    expect(frontier.map((one) => one.name)).toEqual(['b@v1.0.0', 'f@v1.0.0']);
    expect(frontier[1]?.requires).toBe(1);
    expect(dropped).toEqual([
      { from: 'a@v1.0.0', path: 'x', version: 'v1.9.0' },
      { from: 'e@v1.0.0', path: 'x', version: 'v1.9.0' },
    ]);
  });

  it('reads what stands for a version', () => {
    const replacing = { ...main, replace: [{ old: { path: 'c' }, new: { path: './fork' } }] };
    const { frontier } = frontierOf(modelOf(lines, { mains: [replacing] }).snapshot, goMod);
    expect(frontier).toContainEqual({ name: 'c@v1.0.0', requires: 1 });
  });
});
