/** What go printed for real modules, against what is computed from it. */
import { describe, expect, it } from 'vitest';
import type { Model } from '../../graph/model/model.ts';
import { joinName } from '../../graph/model/name.ts';
import { findConflicts } from '../../graph/findings/index.ts';
import { nodeName, NodeKind } from '../../graph/model/module-graph.ts';
import { assemble } from '../../graph/snapshot/assemble.ts';
import { openSnapshot } from '../../graph/snapshot/open.ts';
import { readSnapshot } from '../../graph/snapshot/read.ts';
import { writeSnapshot } from '../../graph/snapshot/write.ts';
import { scopeGraph } from '../../graph/view/scope.ts';
import { components } from '../../graph/walk/components.ts';
import { impliedRequirements } from '../../graph/walk/reduce.ts';
import { parseListModules } from '../../parsers/list-modules.ts';
import { parseModGraph } from '../../parsers/mod-graph.ts';
import { recordedBytes, recordedText } from '../recorded.ts';

function load(name: string, file = 'graph.txt', list = true): Model {
  const listed = list ? parseListModules(recordedText(name, 'list.json')) : [];
  return openSnapshot(assemble({ mains: [], edges: parseModGraph(recordedBytes(name, file)), listed }));
}

const single = ['caddy', 'cobra', 'echo', 'golangci-lint', 'gopls', 'helm', 'hugo', 'kubectl', 'prometheus', 'traefik'];
const members = ['api', 'client/pkg', 'client/v2', 'client/v3', 'etcdctl', 'etcdutl', 'pkg', 'raft', 'server'];

describe('the build list', () => {
  it.each([...single, 'etcd-workspace', ...members.map((member) => `etcd-workspace/modules/${member}`)])(
    'of %s equals go list -m all',
    (name) => {
      const { graph } = load(name);
      const computed = [...graph.selected].filter((node) => node !== -1).map((node) => nodeName(graph, node));
      const listed = parseListModules(recordedText(name, 'list.json')).map((one) =>
        joinName(one.path, one.main === true ? '' : one.version),
      );
      expect(computed.sort()).toEqual(listed.sort());
      expect(listed.length).toBeGreaterThan(4);
    },
  );
});

describe('the settled counts', () => {
  it.each([
    // name, versions, selected, requirements among selected, pairs left, requirements not implied, paths at more than one version
    ['echo', 27, 21, 43, 20, 25, 3],
    ['kubectl', 304, 159, 706, 183, 212, 53],
    ['helm', 733, 384, 1507, 455, 510, 128],
    ['prometheus', 1245, 416, 1638, 567, 669, 190],
    ['traefik', 1847, 840, 3435, 1307, 1454, 264],
    // 97 paths stand at more than one node; eight of them are members and the one version of them that is required.
    ['etcd-workspace', 639, 326, 877, 384, 455, 89],
  ])('of %s', (name, versions, selected, requirements, pairsLeft, notImplied, conflicts) => {
    const model = load(name);
    expect(model.graph.kind.filter((kind) => kind !== NodeKind.toolchain)).toHaveLength(versions);
    const scope = scopeGraph(model, 'selected');
    expect([scope.size, scope.out.targets.length]).toEqual([selected, requirements]);
    const parts = components(scope);
    const implied = impliedRequirements(scope, parts);
    const pairs = new Set<string>();
    let left = 0;
    for (let node = 0; node < scope.size; node++) {
      for (let at = scope.out.offsets[node]!; at < scope.out.offsets[node + 1]!; at++) {
        if (implied[at] === 1) continue;
        left++;
        const [a, b] = [parts.of[node]!, parts.of[scope.out.targets[at]!]!];
        if (a !== b) pairs.add(`${a} ${b}`);
      }
    }
    expect([pairs.size, left]).toEqual([pairsLeft, notImplied]);
    expect(pathsAtSeveralVersions(model)).toBe(conflicts);
  });

  it('of traefik unpruned: 4,804 versions, 55,380 requirements, a cycle of 141 among the selected', () => {
    const model = load('traefik', 'graph-unpruned.txt', false);
    const all = scopeGraph(model, 'all');
    expect([all.size, all.out.targets.length]).toEqual([4804, 55_380]);
    expect(Math.max(...components(scopeGraph(model, 'selected')).sizes)).toBe(141);
  });
});

/** Paths that are required at more than one version, main modules' own older selves left aside. */
function pathsAtSeveralVersions({ graph }: Model): number {
  let several = 0;
  graph.paths.forEach((_, path) => {
    let required = 0;
    for (let node = graph.firstOfPath[path]!; node < graph.firstOfPath[path + 1]!; node++) {
      if (graph.kind[node] === NodeKind.module && graph.in.offsets[node + 1]! > graph.in.offsets[node]!) required++;
    }
    if (required > 1) several++;
  });
  return several;
}

it.each([...single, 'etcd-workspace'])('the snapshot of %s reads back as it was written', (name) => {
  const { snapshot } = load(name);
  const bytes = writeSnapshot(snapshot);
  expect(readSnapshot(bytes)).toEqual(snapshot);
  expect(writeSnapshot(readSnapshot(bytes))).toBe(bytes);
});

describe('grades stay rare enough to be read', () => {
  it.each([
    ['kubectl', 2, 9],
    ['prometheus', 9, 39],
    ['traefik', 24, 46],
    ['golangci-lint', 1, 20],
  ])('%s: %i paths jump a major, %i a v0 minor', (name, majors, minors) => {
    const conflicts = findConflicts(load(name));
    const of = (grade: string): number => conflicts.filter((one) => one.grade === grade).length;
    expect([of('major-jump'), of('v0-jump')]).toEqual([majors, minors]);
  });
});

it.each([
  ['echo', 1],
  ['kubectl', 5],
  ['prometheus', 8],
  ['traefik', 11],
  ['hugo', 4],
])('%s has %i cycles among its selected versions', (name, cycles) => {
  const model = load(name);
  const { sizes } = components(scopeGraph(model, 'selected'));
  expect(sizes.filter((size) => size > 1)).toHaveLength(cycles);
});
