/** What holds of every diff: of worlds made by chance, and of recorded modules against each other. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Causes } from '../../../graph/diff/causes.ts';
import { changedPaths, diffSnapshots, isEmptyDiff } from '../../../graph/diff/diff.ts';
import { lineEdits } from '../../../graph/diff/line-edits.ts';
import type { Changed, Diff, LineChange } from '../../../graph/diff/types.ts';
import { compareText } from '../../../graph/model/name.ts';
import { assemble } from '../../../graph/snapshot/assemble.ts';
import { readSnapshot } from '../../../graph/snapshot/read.ts';
import type { Snapshot } from '../../../graph/snapshot/types.ts';
import { writeSnapshot } from '../../../graph/snapshot/write.ts';
import { readGoMod } from '../../../parsers/go-mod-text.ts';
import { parseListModules } from '../../../parsers/list-modules.ts';
import { parseModGraph } from '../../../parsers/mod-graph.ts';
import { recordedBytes, recordedText } from '../../recorded.ts';
import {
  appliedCauses,
  appliedDetails,
  appliedList,
  appliedRequirements,
  buildList,
  declarations,
  details,
  requirements,
} from './apply.ts';
import { sides, type Side } from './worlds.ts';

const runs = { numRuns: 150 };

/** The diff the other way round. */
function mirrored({ added, removed, changed, requirements: lines, findings, packages, go, toolchain }: Diff): Diff {
  const line = ({ from, to }: LineChange): LineChange => ({
    ...(to === undefined ? {} : { from: to }),
    ...(from === undefined ? {} : { to: from }),
  });
  return {
    added: removed,
    removed: added,
    changed: changed.map(mirroredChange),
    requirements: { added: lines.removed, removed: lines.added },
    findings: { new: findings.mended, mended: findings.new },
    ...(packages === undefined ? {} : { packages: { added: packages.removed, removed: packages.added } }),
    ...(go === undefined ? {} : { go: line(go) }),
    ...(toolchain === undefined ? {} : { toolchain: line(toolchain) }),
    causes: [],
  };
}

function mirroredChange({ path, from, to, direction, replaceFrom, replaceTo, directFrom, directTo }: Changed): Changed {
  return {
    path,
    from: to,
    to: from,
    direction: direction === 'same' ? 'same' : direction === 'raised' ? 'lowered' : 'raised',
    ...(replaceTo === undefined ? {} : { replaceFrom: replaceTo }),
    ...(replaceFrom === undefined ? {} : { replaceTo: replaceFrom }),
    ...(directFrom === undefined || directTo === undefined ? {} : { directFrom: directTo, directTo: directFrom }),
  };
}

/** Of a pair of snapshots: everything but causes. */
function hold(a: Snapshot, b: Snapshot): void {
  const diff = diffSnapshots(a, b);
  expect(isEmptyDiff(diffSnapshots(a, a))).toBe(true);
  expect(diffSnapshots(b, a)).toStrictEqual(mirrored(diff));
  expect(appliedList(buildList(a), diff)).toEqual(buildList(b));
  expect(appliedRequirements(requirements(a), diff)).toEqual(requirements(b));
  // What is added is told with its version alone.
  const [there, made] = [details(b), appliedDetails(details(a), diff)];
  for (const [path, one] of made) if (there.has(path)) expect([path, one]).toEqual([path, there.get(path)]);
  expect(isEmptyDiff(diff)).toBe(isEmptyDiff(diffSnapshots(b, a)));
  for (const list of [diff.added, diff.removed, diff.changed]) {
    expect(list.map(({ path }) => path)).toEqual(list.map(({ path }) => path).sort(compareText));
  }
}

describe('worlds made by chance', () => {
  it('come in all kinds', () => {
    const seen = fc.sample(sides, { numRuns: 150, seed: 1 }).map(([a, b]) => diffSnapshots(a.snapshot, b.snapshot));
    const counts = [
      seen.filter(({ changed }) => changed.some(({ direction }) => direction === 'raised')),
      seen.filter(({ changed }) => changed.some(({ direction }) => direction === 'lowered')),
      seen.filter(({ changed }) => changed.some(({ replaceTo }) => replaceTo !== undefined)),
      seen.filter(({ changed }) => changed.some(({ directTo }) => directTo !== undefined)),
      seen.filter(({ changed }) => changed.some(({ from, to }) => from === '' || to === '')),
      seen.filter(({ findings }) => findings.new.length > 0 && findings.mended.length > 0),
      seen.filter(({ go, toolchain }) => go !== undefined && toolchain !== undefined),
      seen.filter((diff) => !isEmptyDiff(diff) && changedPaths(diff).length === 0),
    ].map((list) => list.length);
    for (const count of counts) expect(count).toBeGreaterThan(2);
  });

  it('the marks of a snapshot are the build list that was loaded', () => {
    fc.assert(
      fc.property(sides, ([{ snapshot, loaded }]) => {
        expect(buildList(snapshot)).toEqual(loaded.buildList);
      }),
      runs,
    );
  });

  it('against itself nothing; the other way round the mirror; applied to a it gives b', () => {
    fc.assert(
      fc.property(sides, ([a, b]) => {
        hold(a.snapshot, b.snapshot);
      }),
      runs,
    );
  });

  it('written to files and read back, the diff is the same', () => {
    fc.assert(
      fc.property(sides, ([a, b]) => {
        const [one, other] = [a, b].map(({ snapshot }) => readSnapshot(writeSnapshot(snapshot)));
        if (one === undefined || other === undefined) throw new Error('two were given');
        expect(diffSnapshots(one, other)).toEqual(diffSnapshots(a.snapshot, b.snapshot));
      }),
      { numRuns: 100 },
    );
  });
});

describe('lines', () => {
  it('of a against itself there are none; applied to a they declare what b does', () => {
    fc.assert(
      fc.property(sides, ([{ declared: a }, { declared: b }]) => {
        expect(lineEdits(a, a)).toEqual([]);
        const edits = lineEdits(a, b);
        expect(edits === undefined).toBe((a.work === undefined) !== (b.work === undefined));
        if (edits === undefined) return;
        const made = edits.reduce((declared, edit) => edit.apply(declared), a);
        expect(declarations(made)).toEqual(declarations(b));
        for (const [folder, file] of b.folders) {
          const one = made.folders.get(folder);
          if (one === undefined) continue;
          expect([folder, one.go]).toEqual([folder, file.go]);
          expect([...one.require].sort(byPath)).toEqual([...file.require].sort(byPath));
        }
      }),
      runs,
    );
  });

  it('what the JSON says of them is enough to edit a go.mod', () => {
    fc.assert(
      fc.property(sides, ([{ declared: a }, { declared: b }]) => {
        const [[before, ...more], [after]] = [a.mains, b.mains];
        fc.pre(a.work === undefined && b.work === undefined && more.length === 0);
        if (before === undefined || after === undefined) throw new Error('each has a main module');
        // go itself keeps one line for a path.
        const once = { ...before, require: uniqueByPath(before.require) };
        const other = { ...after, require: uniqueByPath(after.require) };
        const edits = lineEdits({ mains: [once], folders: new Map() }, { mains: [other], folders: new Map() }) ?? [];
        const made = appliedCauses(
          once,
          edits.map(({ cause }) => cause),
        );
        expect(declarations({ mains: [made] })).toEqual(declarations({ mains: [other] }));
      }),
      runs,
    );
  });

  it('the other way round they say the same with both sides changed', () => {
    fc.assert(
      fc.property(sides, ([{ declared: a }, { declared: b }]) => {
        const said = (from: Side['declared'], to: Side['declared'], turned: boolean): string[] | undefined =>
          lineEdits(from, to)
            ?.map(({ cause: { file, kind, path, from: was = '', to: is = '' } }) => {
              const name = kind === 'module' ? '' : path;
              const verb = kind === 'drop' ? 'require' : kind;
              return [file, verb, name, ...(turned ? [is, was] : [was, is])].join(' ');
            })
            .sort();
        expect(said(b, a, true)).toEqual(said(a, b, false));
      }),
      runs,
    );
  });
});

it('every change follows from some line, or it is said why that is not known', async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(sides, async ([a, b]) => {
      const diff = diffSnapshots(a.snapshot, b.snapshot);
      const found = await new Causes({
        base: a.declared,
        head: b.declared,
        changed: changedPaths(diff),
        before: a.loaded.buildList,
        after: b.loaded.buildList,
        goMod: (one) => a.goMod(one, undefined),
        pause: () => Promise.resolve(),
      }).find();
      if (found.unknown !== undefined) return;
      told++;
      const { alone = [], together = [] } = found.follows ?? {};
      const followers = new Set([...alone.flat(), ...together.flatMap(({ paths }) => paths)]);
      expect([...followers].sort(compareText)).toEqual(changedPaths(diff));
      for (const { edits } of together) expect(edits.length).toBeGreaterThan(1);
    }),
    { numRuns: 100 },
  );
  expect(told).toBeGreaterThan(20);
});

describe('recorded modules against each other', () => {
  const names = ['echo', 'cobra', 'kubectl', 'prometheus', 'helm'];
  const recorded = new Map(
    names.map((name) => [
      name,
      assemble({
        mains: [readGoMod(recordedText(name, 'go.mod')).main],
        edges: parseModGraph(recordedBytes(name, 'graph.txt')),
        listed: parseListModules(recordedText(name, 'list.json')),
      }),
    ]),
  );
  const pairs = names.flatMap((one, n) => names.slice(n).map((other) => [one, other] as const));

  it.each(pairs)('%s and %s', (one, other) => {
    const [a, b] = [recorded.get(one), recorded.get(other)];
    if (a === undefined || b === undefined) throw new Error('not recorded');
    hold(a, b);
    const [before, after] = [a, b].map(({ mains }) => ({ mains, folders: new Map<string, never>() }));
    if (before === undefined || after === undefined) throw new Error('two were given');
    const edits = lineEdits(before, after) ?? [];
    const made = edits.reduce<Side['declared']>((declared, edit) => edit.apply(declared), before);
    expect(declarations(made)).toEqual(declarations(after));
    expect(edits.length === 0).toBe(one === other);
  });
});

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return compareText(a.path, b.path);
}

function uniqueByPath<T extends { readonly path: string }>(lines: readonly T[]): T[] {
  return [...new Map(lines.map((line) => [line.path, line])).values()];
}
