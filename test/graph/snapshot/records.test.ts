/** From what one load brought, and what it did not bring, to the snapshot and the model. */
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../graph/fault.ts';
import { nodeName } from '../../../graph/model/module-graph.ts';
import type { Model } from '../../../graph/model/model.ts';
import { assemble } from '../../../graph/snapshot/assemble.ts';
import { openSnapshot } from '../../../graph/snapshot/open.ts';
import type { MainModule, ModuleVersion, Problem, Requirement } from '../../../graph/snapshot/types.ts';
import { edgesOf } from '../lines.ts';

function mainOf(path: string, require: readonly Requirement[] = [], more: Partial<MainModule> = {}): MainModule {
  return { path, dir: '.', require, replace: [], exclude: [], retract: [], tool: [], ignore: [], ...more };
}

function directOf({ graph, direct }: Model): string[] {
  return [...direct.keys()].filter((node) => direct[node] === 1).map((node) => nodeName(graph, node));
}

const v1 = 'v1.0.0';

describe('assemble', () => {
  it('keeps the workspace, the mains and nothing that was not brought', () => {
    const work = { use: ['.'], replace: [] };
    const mains = [mainOf('m', [], { go: '1.22' })];
    expect(assemble({ mains, work, edges: edgesOf('m a@v1.0.0') })).toStrictEqual({
      format: 1,
      work,
      mains,
      modules: [
        { path: 'a', version: v1, selected: true },
        { path: 'm', selected: true, requires: ['a@v1.0.0'] },
      ],
      problems: [],
    });
    expect(assemble({ mains: [] })).toStrictEqual({ format: 1, mains: [], modules: [], problems: [] });
  });

  it('joins the go line and the replacement that go list -m tells to the selected version alone', () => {
    const listed = [{ path: 'a', version: 'v1.1.0', goVersion: '1.20', replace: { path: './a' } }];
    const { modules } = assemble({ mains: [], edges: edgesOf('m a@v1.0.0\nm a@v1.1.0'), listed });
    expect(modules).toStrictEqual([
      { path: 'a', version: v1 },
      { path: 'a', version: 'v1.1.0', selected: true, go: '1.20', replace: { path: './a' } },
      { path: 'm', selected: true, requires: ['a@v1.0.0', 'a@v1.1.0'] },
    ]);
  });

  describe('where go.mod replaces', () => {
    const to = { path: './a' };
    const mains = [mainOf('m', [], { replace: [{ old: { path: 'a' }, new: to }] })];
    const edges = edgesOf('m a@v1.0.0\nm a@v1.1.0');
    const replacedIn = (modules: readonly ModuleVersion[]): (string | undefined)[] =>
      modules.filter((one) => one.replace !== undefined).map((one) => one.version);

    it('says so of the selected version when there is no list', () => {
      expect(replacedIn(assemble({ mains, edges }).modules)).toEqual(['v1.1.0']);
    });

    it('believes the list when there is one', () => {
      expect(replacedIn(assemble({ mains, edges, listed: [] }).modules)).toEqual([]);
    });

    it('says nothing of what no line names, nor of the main module itself', () => {
      const own = [mainOf('m', [], { replace: [{ old: { path: 'm' }, new: to }] })];
      expect(replacedIn(assemble({ mains: own, edges }).modules)).toEqual([]);
    });
  });

  it('adds what only the list knows where there is no graph, and not where there is one', () => {
    const listed = [{ path: 'm', main: true } as const, { path: 'z', version: v1 }];
    const paths = (one: readonly ModuleVersion[]): string[] => one.map((module) => module.path);
    expect(paths(assemble({ mains: [mainOf('m')], listed }).modules)).toEqual(['m', 'z']);
    expect(paths(assemble({ mains: [mainOf('m')], listed, edges: edgesOf('m a@v1.0.0') }).modules)).toEqual(['a', 'm']);
  });

  it('makes up for a go.mod that is not known with one that declares nothing', () => {
    expect(assemble({ mains: [], edges: edgesOf('m a@v1.0.0\nm go@1.22') }).mains).toStrictEqual([mainOf('m')]);
  });

  it('says each problem once, in an order of their own', () => {
    const problem = (code: string, subject: string, text: string): Problem => ({ code, subject, text });
    const sorted = [
      problem('a', 'x', '1'),
      problem('a', 'x', '2'),
      problem('a', 'y', '1'),
      problem('b', 'x', '1'),
      problem('c', 'x', '1'),
    ];
    for (const problems of [sorted, [...sorted].reverse(), [3, 0, 4, 2, 0, 1].map((at) => sorted[at]!)]) {
      expect(assemble({ mains: [], problems }).problems).toEqual(sorted);
    }
  });
});

describe('openSnapshot', () => {
  it('refuses a requirement on what is not there', () => {
    const modules = [{ path: 'a', version: v1, requires: ['b@v1.0.0'] }];
    const open = (): Model => openSnapshot({ format: 1, mains: [], modules, problems: [] });
    expect(open).toThrow(Fault);
    expect(open).toThrow(
      expect.objectContaining({
        code: 'bad-input',
        message: 'a@v1.0.0 requires b@v1.0.0, which the snapshot does not hold',
      }),
    );
  });

  it('knows the mains that are there, in their order', () => {
    const snapshot = assemble({ mains: [mainOf('n'), mainOf('m')], edges: edgesOf('m a@v1.0.0') });
    const gone = { ...snapshot, mains: [mainOf('gone'), ...snapshot.mains] };
    const { mains, graph } = openSnapshot(gone);
    expect(mains.map((node) => nodeName(graph, node))).toEqual(['n', 'm']);
  });

  describe('calls direct', () => {
    const edges = edgesOf('m a@v1.0.0\nm go@1.22\na@v1.0.0 b@v1.0.0\na@v1.0.0 a@v1.1.0');

    it('what any member’s go.mod requires, though another has no requirements, and nothing that no version is selected of', () => {
      const mains = [
        mainOf('m', [
          { path: 'a', version: v1 },
          { path: 'gone', version: v1 },
        ]),
        mainOf('n'),
      ];
      expect(directOf(openSnapshot(assemble({ mains, edges })))).toEqual(['a@v1.1.0']);
      const toolchain = [mainOf('m', [{ path: 'go', version: '1.22' }])];
      expect(directOf(openSnapshot(assemble({ mains: toolchain, edges })))).toEqual([]);
    });

    it('nothing where all is // indirect', () => {
      const mains = [mainOf('m', [{ path: 'a', version: v1, indirect: true }])];
      expect(directOf(openSnapshot(assemble({ mains, edges })))).toEqual([]);
    });

    it('what a main module requires, at the version selected, where no go.mod was read', () => {
      expect(directOf(openSnapshot(assemble({ mains: [], edges })))).toEqual(['a@v1.1.0']);
    });

    it('no main module, nor what the list calls indirect', () => {
      const listed = [{ path: 'a', version: 'v1.1.0', indirect: true as const }];
      const both = edgesOf('m a@v1.0.0\nm n\nm y@v1.0.0\nm a@v1.1.0\ny@v1.0.0 z@v1.0.0');
      expect(directOf(openSnapshot(assemble({ mains: [], edges: both, listed })))).toEqual(['y@v1.0.0']);
    });
  });
});
