/** What go makes of requirements that do not agree: every answer here is one that go 1.26 gave. */
import { describe, expect, it } from 'vitest';
import { loadModuleGraph } from '../../../graph/load/load.ts';
import { MvsGraph } from '../../../graph/load/mvs-graph.ts';
import { inputOf, linesOf } from './worlds.ts';

function graphOf(world: Readonly<Record<string, string>>): string[] {
  return linesOf(loadModuleGraph(inputOf(new Map(Object.entries(world)))).edges);
}

describe('an unpruned module with a requirement that is raised', () => {
  const world = {
    'go.mod': [
      'module m.t/m',
      'go 1.16',
      'require a.t/a v1.0.0 // indirect',
      'require b.t/b v1.0.0',
      'require e.t/e v1.0.0 // indirect',
    ].join('\n'),
    'a.t/a@v1.0.0': 'module a.t/a\nrequire c.t/c v1.0.0',
    'a.t/a@v1.1.0': 'module a.t/a',
    'b.t/b@v1.0.0': 'module b.t/b\nrequire a.t/a v1.1.0\nrequire e.t/e v1.0.0',
    'c.t/c@v1.0.0': 'module c.t/c\nrequire f.t/f v1.0.0\nrequire d.t/d v1.0.0',
    'd.t/d@v1.0.0': 'module d.t/d',
    'f.t/f@v1.0.0': 'module f.t/f',
    'e.t/e@v1.0.0': 'module e.t/e',
  };

  it('lets the raised one go, keeps those that stand, and adds what nothing brings any more, by its topmost', () => {
    expect(graphOf(world)).toEqual([
      'm.t/m b.t/b@v1.0.0',
      'm.t/m c.t/c@v1.0.0',
      'm.t/m e.t/e@v1.0.0',
      'm.t/m go@1.16',
      'b.t/b@v1.0.0 a.t/a@v1.1.0',
      'b.t/b@v1.0.0 e.t/e@v1.0.0',
      'c.t/c@v1.0.0 f.t/f@v1.0.0',
      'c.t/c@v1.0.0 d.t/d@v1.0.0',
    ]);
  });
});

describe('a requirement on the module itself', () => {
  const others = {
    'a.t/a@v1.0.0': 'module a.t/a',
    'a.t/a@v1.5.0': 'module a.t/a',
    'm.t/m@v0.9.0': 'module m.t/m\ngo 1.17\nrequire a.t/a v1.5.0',
  };
  const own = (go: string): string => `module m.t/m\ngo ${go}\nrequire a.t/a v1.0.0\nrequire m.t/m v0.9.0`;

  it('raises nothing in a pruned module', () => {
    expect(graphOf({ ...others, 'go.mod': own('1.17') })).toEqual(['m.t/m a.t/a@v1.0.0', 'm.t/m go@1.17']);
  });

  it('raises what it requires in an unpruned one', () => {
    expect(graphOf({ ...others, 'go.mod': own('1.16') })).toEqual(['m.t/m a.t/a@v1.5.0', 'm.t/m go@1.16']);
  });
});

describe('MvsGraph', () => {
  it('lists each selected path once, those of the roots first, and none of which none is selected', () => {
    const roots = [
      { path: 'z', version: '' },
      { path: 'y', version: '' },
    ];
    const graph = new MvsGraph(roots);
    graph.require(roots[0]!, [
      { path: 'b', version: 'v1.0.0' },
      { path: 'y', version: 'v2.0.0' },
      { path: 'toolchain', version: 'default' },
      { path: 'a', version: 'v1.0.0' },
      { path: 'b', version: 'v1.1.0' },
    ]);
    expect(graph.buildList()).toEqual([...roots, { path: 'a', version: 'v1.0.0' }, { path: 'b', version: 'v1.1.0' }]);
    expect(new MvsGraph([{ path: 'toolchain', version: 'default' }]).buildList()).toEqual([]);
  });
});
