/** The settled counts of conflicts and cycles, on what go printed for real modules. */
import { expect, it } from 'vitest';
import { findConflicts, findCycles } from '../../../graph/findings/index.ts';
import { recordedModel } from '../recorded-model.ts';

it.each([
  // Eight members of the workspace are asked for at one version each and stand for it themselves: 97 with them.
  ['echo', 3, 2],
  ['kubectl', 53, 11],
  ['helm', 128, 33],
  ['prometheus', 190, 48],
  ['traefik', 264, 72],
  ['golangci-lint', 96, 21],
  ['etcd-workspace', 89, 30],
])('%s: %i conflicts, %i of them marked', (name, all, marked) => {
  const conflicts = findConflicts(recordedModel(name));
  expect(conflicts).toHaveLength(all);
  expect(conflicts.filter((one) => one.grade !== 'superseded')).toHaveLength(marked);
  expect(new Set(conflicts.map((one) => one.path)).size).toBe(all);
  for (const { required } of conflicts) expect(required.every(({ by }) => by.length > 0)).toBe(true);
});

it.each([
  ['echo', [2], []],
  ['kubectl', [3, 2, 2, 2, 2], []],
  ['prometheus', [6, 5, 2, 2, 2, 2, 2], [3, 2]],
  ['traefik', [5, 3, 2, 2, 2, 2, 2, 2, 2, 2], [3, 2, 2, 2]],
  ['hugo', [14, 5, 2, 2], []],
])('%s: cycles of paths %j, of versions %j', (name, ofPaths, ofVersions) => {
  const cycles = findCycles(recordedModel(name));
  const sizes = (kind: string): number[] => cycles.filter((one) => one.kind === kind).map((one) => one.members.length);
  expect([sizes('path'), sizes('version')]).toEqual([ofPaths, ofVersions]);
});
