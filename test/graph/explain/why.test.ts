import { describe, expect, it } from 'vitest';
import { Fault } from '../../../graph/fault.ts';
import { why } from '../../../graph/explain/why.ts';
import { nodeName, NodeKind } from '../../../graph/model/module-graph.ts';
import { joinName, splitName } from '../../../graph/model/name.ts';
import { modelOf } from '../lines.ts';
import { recordedModel, sampleModel } from '../recorded-model.ts';
import { Ways } from '../../../graph/policy/ways.ts';
import { pathTo } from '../../../graph/view/step-graph.ts';

const model = modelOf(`m a@v1.0.0
m b@v1.0.0
a@v1.0.0 c@v1.2.0
b@v1.0.0 c@v1.1.0
b@v1.0.0 a@v0.9.0
c@v1.2.0 d@v1.0.0
c@v1.1.0 e@v1.0.0
a@v0.9.0 c@v1.0.0`);

describe('why', () => {
  it('gives the shortest way, every way, and who asks for which version', () => {
    const byA = { main: 'm', path: 'a', version: 'v1.0.0', way: ['m', 'a@v1.0.0', 'c@v1.2.0'] };
    const byB = { main: 'm', path: 'b', version: 'v1.0.0', way: ['m', 'b@v1.0.0', 'c@v1.1.0'] };
    expect(why(model, 'c')).toEqual({
      target: 'c',
      path: 'c',
      selected: 'v1.2.0',
      main: false,
      direct: false,
      shortest: ['m', 'a@v1.0.0', 'c@v1.2.0'],
      paths: [
        ['m', 'a@v1.0.0', 'c@v1.2.0'],
        ['m', 'b@v1.0.0', 'c@v1.2.0'],
        ['m', 'b@v1.0.0', 'a@v1.0.0', 'c@v1.2.0'],
      ],
      morePaths: false,
      requiredBy: [
        { version: 'v1.2.0', by: ['a@v1.0.0'] },
        { version: 'v1.1.0', by: ['b@v1.0.0'] },
        { version: 'v1.0.0', by: ['a@v0.9.0'] },
      ],
      heldBy: ['a@v1.0.0'],
      lower: [
        { version: 'v1.1.0', change: ['a@v1.0.0'], lines: [byA], unproved: 'not-declared' },
        { version: 'v1.0.0', change: ['a@v1.0.0', 'b@v1.0.0'], lines: [byA, byB], unproved: 'not-declared' },
      ],
      lose: { lines: [byA, byB], unproved: 'not-declared' },
      keptBy: [],
      through: [],
      // e hangs on a superseded version of c: it goes too.
      dominates: ['d@v1.0.0', 'e@v1.0.0'],
      alone: ['d@v1.0.0'],
    });
  });

  it('names the superseded versions that alone keep a module', () => {
    expect(why(model, 'e')).toMatchObject({ shortest: [], paths: [], keptBy: ['c@v1.1.0'] });
  });

  it('explains a version that lost by the ways over all versions', () => {
    expect(why(model, 'c@v1.0.0')).toMatchObject({
      version: 'v1.0.0',
      selected: 'v1.2.0',
      shortest: ['m', 'b@v1.0.0', 'a@v0.9.0', 'c@v1.0.0'],
    });
  });

  it('knows the main module', () => {
    expect(why(model, 'm')).toMatchObject({ main: true, shortest: ['m'], requiredBy: [], heldBy: [], dominates: [] });
  });

  it('lists twenty ways at most, the shortest first, and says when there are more', () => {
    const middle = Array.from({ length: 30 }, (_, i) => `m x${i}@v1.0.0\nx${i}@v1.0.0 z@v1.0.0`).join('\n');
    const { paths, morePaths } = why(modelOf(middle), 'z');
    expect([paths.length, morePaths]).toEqual([20, true]);
  });

  it.each([
    ['bb', 'not in the module graph'],
    ['c@v9.0.0', 'not at v9.0.0'],
  ])('%s: says so and what is near', (target, words) => {
    expect(() => why(model, target)).toThrow(words);
    try {
      why(model, target);
    } catch (error) {
      expect(error).toBeInstanceOf(Fault);
      expect((error as Fault).code).toBe('not-found');
      expect((error as Fault).hint).toMatch(/Did you mean|It is there at v1.2.0, v1.1.0, v1.0.0/);
    }
  });
});

it('names main modules first among those who hold it, theirs is the go.mod that can be edited', () => {
  const held = why(modelOf('m a@v1.2.0\nm b@v1.0.0\nb@v1.0.0 a@v1.2.0\na@v1.2.0 c@v1.0.0\nc@v1.0.0 a@v1.1.0'), 'a');
  expect(held.heldBy).toEqual(['m', 'b@v1.0.0']);
  expect(held.lower).toMatchObject([{ version: 'v1.1.0', change: ['m', 'b@v1.0.0'] }]);
});

describe('through', () => {
  const narrow = modelOf(
    'm a@v1.0.0\nm b@v1.0.0\na@v1.0.0 c@v1.0.0\nb@v1.0.0 c@v1.0.0\nc@v1.0.0 d@v1.0.0\nd@v1.0.0 e@v1.0.0',
  );

  it('names what every way goes through, nearest the main module first', () => {
    expect(why(narrow, 'e').through).toEqual(['c@v1.0.0', 'd@v1.0.0']);
    expect(why(narrow, 'c').through).toEqual([]);
    expect(why(narrow, 'm').through).toEqual([]);
  });

  it('has none where two main modules lead there by ways of their own', () => {
    expect(why(modelOf('m a@v1.0.0\nn b@v1.0.0\na@v1.0.0 c@v1.0.0\nb@v1.0.0 c@v1.0.0'), 'c').through).toEqual([]);
  });
});

describe('what would leave the build list', () => {
  it('is not promised where a superseded version asks for it too', () => {
    const kept = modelOf('m a@v1.1.0\nm x@v1.0.0\nx@v1.0.0 z@v1.0.0\nm y@v1.0.0\ny@v1.0.0 a@v1.0.0\na@v1.0.0 z@v1.0.0');
    expect(why(kept, 'x').dominates).toEqual([]);
    expect(why(kept, 'y').dominates).toEqual([]);
  });

  it('has the selected versions of what goes, whatever version was asked for', () => {
    const two = modelOf('m a@v1.0.0\na@v1.0.0 c@v1.0.0\na@v1.0.0 d@v1.0.0\nd@v1.0.0 c@v1.1.0');
    expect(why(two, 'a').dominates).toEqual(['c@v1.1.0', 'd@v1.0.0']);
    expect(why(two, 'd').dominates).toEqual([]);
  });

  it.each(['kubectl', 'helm', 'prometheus'])(
    'of %s is what the build list loses when every requirement on it goes',
    (name) => {
      const recorded = recordedModel(name);
      const { graph, snapshot } = recorded;
      for (let p = 0; p < graph.paths.length; p += 7) {
        const path = graph.paths[p]!;
        if (graph.kind[graph.selected[p] ?? -1] !== NodeKind.module) continue;
        const without = snapshot.modules
          .filter((one) => one.path !== path)
          .flatMap((one) =>
            (one.requires ?? [])
              .filter((to) => to.split('@')[0] !== path)
              .map((to) => `${joinName(one.path, one.version)} ${to}`),
          );
        const left = buildListOf(
          without.join('\n'),
          recorded.mains.map((main) => nodeName(graph, main)),
        );
        const lost = snapshot.modules.filter(
          (one) => one.selected === true && one.path !== path && !left.has(one.path),
        );
        expect(why(recorded, path).dominates).toEqual(lost.map((one) => joinName(one.path, one.version)));
      }
    },
  );
});

/** Paths that any way leads to from the main modules, over the lines as they stand. */
function buildListOf(lines: string, mains: readonly string[]): Set<string> {
  const to = new Map<string, string[]>();
  for (const line of lines.split('\n')) {
    const [a = '', b = ''] = line.split(' ');
    to.set(a, [...(to.get(a) ?? []), b]);
  }
  const seen = new Set(mains);
  for (const name of seen) for (const next of to.get(name) ?? []) seen.add(next);
  return new Set([...seen].map((name) => splitName(name).path));
}

describe('go and toolchain lines', () => {
  const lines = modelOf(
    'm a@v1.0.0\nm go@1.22\na@v1.0.0 go@1.21\na@v1.0.0 b@v1.0.0\nb@v1.0.0 go@1.22\ngo@1.22 toolchain@go1.22',
  );

  it('are explained by who has them', () => {
    expect(why(lines, 'go')).toMatchObject({
      shortest: ['m', 'go@1.22'],
      paths: [
        ['m', 'go@1.22'],
        ['m', 'a@v1.0.0', 'b@v1.0.0', 'go@1.22'],
      ],
      requiredBy: [
        { version: '1.22', by: ['m', 'b@v1.0.0'] },
        { version: '1.21', by: ['a@v1.0.0'] },
      ],
      keptBy: [],
      dominates: [],
    });
    expect(why(lines, 'go@1.21').shortest).toEqual(['m', 'a@v1.0.0', 'go@1.21']);
    expect(why(lines, 'toolchain').shortest).toEqual(['m', 'go@1.22', 'toolchain@go1.22']);
  });
});

describe('in real graphs', () => {
  it.each(['kubectl', 'prometheus', 'etcd-workspace'])(
    '%s: a way is listed wherever there is one, the shortest first',
    (name) => {
      const recorded = recordedModel(name);
      for (let node = 0; node < recorded.graph.size; node += 5) {
        const { shortest, paths, through } = why(recorded, nodeName(recorded.graph, node));
        expect(paths[0] ?? []).toEqual(shortest);
        for (const way of paths) expect(way).toEqual(expect.arrayContaining([...through]));
      }
    },
  );

  it('traefik unpruned: the first way comes though no walk could try them all', () => {
    const { shortest, paths, morePaths } = why(
      recordedModel('traefik', 'graph-unpruned.txt'),
      'cloud.google.com/go/aiplatform@v1.37.0',
    );
    expect([shortest.length > 2, paths[0], paths.length, morePaths]).toEqual([true, shortest, 20, true]);
  });
});

it('an endless name is answered in short', () => {
  expect(() => why(model, 'x'.repeat(100_000))).toThrow(/^x{300}… is not in the module graph\.$/);
  expect(() => why(model, `c@${'9'.repeat(100_000)}`)).toThrow(/^c is in the graph, but not at 9{300}…\.$/);
});

describe('the path to a module of a recording', () => {
  it.each(['kubectl', 'prometheus', 'traefik'])(
    'is one in %s, whatever asks for it, and no // indirect line',
    (name) => {
      const model = sampleModel(name);
      const { graph, snapshot } = model;
      const [main] = snapshot.mains;
      const indirect = new Set(main!.require.flatMap((line) => (line.indirect === true ? [line.path] : [])));
      const ways = new Ways(model);
      let listed = 0;
      for (const node of graph.selected) {
        if (node === -1 || graph.kind[node] !== NodeKind.module) continue;
        const path = graph.paths[graph.pathOf[node]!]!;
        const found = why(model, path);
        expect(found.shortest).toEqual(pathTo(model, 'selected', node).map((one) => nodeName(graph, one)));
        if (found.shortest.length === 0) continue;
        expect(ways.wayTo(node)).toEqual(found.shortest);
        expect(found.paths[0]).toEqual(found.shortest);
        if (!indirect.has(path)) continue;
        listed++;
        // go.mod lists it, and something else leads there.
        if (found.requiredBy.some(({ by }) => by.some((one) => one !== main!.path)))
          expect(found.shortest.length).toBeGreaterThan(2);
      }
      expect(listed).toBeGreaterThan(30);
    },
  );
});
