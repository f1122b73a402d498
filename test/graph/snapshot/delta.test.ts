import { expect, it } from 'vitest';
import fc from 'fast-check';
import { deltaOf, withDelta } from '../../../graph/snapshot/delta.ts';
import { compareModules } from '../../../graph/model/order.ts';
import type { ModuleVersion, Snapshot } from '../../../graph/snapshot/types.ts';

const main: ModuleVersion = { path: 'example.com/main', selected: true };
const names = ['a', 'b', 'c', 'd'].flatMap((path) =>
  ['v1.0.0', 'v1.1.0'].map((version) => ({ path: `x.io/${path}`, version })),
);

/** Any set of versions with any requirements between them. */
const snapshots = fc
  .array(fc.tuple(fc.constantFrom(...names), fc.subarray(names), fc.boolean()), { maxLength: 8 })
  .map((rows): Snapshot => {
    const unique = [...new Map(rows.map((row) => [JSON.stringify(row[0]), row])).values()];
    const held = new Set(unique.map(([name]) => JSON.stringify(name)));
    const modules = unique.map(([name, requires, selected]): ModuleVersion => {
      const kept = requires.filter((one) => held.has(JSON.stringify(one)));
      return {
        ...name,
        ...(selected && { selected: true }),
        requires: kept.map(({ path, version }) => `${path}@${version}`),
      };
    });
    const mains = [
      { path: main.path, dir: '.', require: [], replace: [], exclude: [], retract: [], tool: [], ignore: [] },
    ];
    return { format: 1, mains, modules: [main, ...modules].sort(compareModules), problems: [] };
  });

it('what differs from a snapshot makes the other one again, as it comes over the wire', () => {
  fc.assert(
    fc.property(snapshots, snapshots, (base, head) => {
      const sent: unknown = JSON.parse(JSON.stringify(deltaOf(base, head)));
      expect(withDelta(base, sent)).toEqual(head);
    }),
  );
});

it('what is the same is not sent, and is the same object', () => {
  fc.assert(
    fc.property(snapshots, (base) => {
      const delta = deltaOf(base, structuredClone(base));
      expect([delta.modules, delta.gone]).toEqual([[], []]);
      expect(withDelta(base, delta).modules.every((module, n) => module === base.modules[n])).toBe(true);
    }),
  );
});

it('what does not fit what it is over is refused, as is what says nothing of what is gone', () => {
  const whole: ModuleVersion[] = [
    { ...main, requires: ['x.io/a@v1.0.0'] },
    { path: 'x.io/a', version: 'v1.0.0', selected: true },
  ];
  const base = { format: 1, mains: [], modules: whole, problems: [] } satisfies Snapshot as Snapshot;
  const delta = { ...base, modules: [], gone: ['x.io/a@v1.0.0'] };
  expect(() => withDelta(base, delta)).toThrow('example.com/main requires x.io/a@v1.0.0, which it does not hold');
  expect(() => withDelta(base, { ...delta, gone: undefined })).toThrow('does not say what is gone');
  expect(() => withDelta(base, { ...delta, modules: [{}] })).toThrow(/damaged at modules/);
});
