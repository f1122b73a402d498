/** Views of any small module, against their definition: boxes, lines and counts over names, as plain as can be. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Model } from '../../../graph/model/model.ts';
import { NodeKind, nodeName } from '../../../graph/model/module-graph.ts';
import { hostOf, ownerOf } from '../../../graph/view/owner.ts';
import type { Scope, View, ViewOptions } from '../../../graph/view/types.ts';
import { modelOf } from '../lines.ts';
import { models } from '../query/arbitrary.ts';
import { show } from './show.ts';

type Pair = readonly [string, string];

/** Requirements of a scope by name: among selected versions each ends at the selected version of its path. */
function requirements(model: Model, scope: Scope): { names: string[]; pairs: Pair[] } {
  const { graph, snapshot } = model;
  const all = snapshot.modules.map((_, node) => nodeName(graph, node));
  const kept = snapshot.modules.map(
    (one, node) => graph.kind[node] !== NodeKind.toolchain && (scope === 'all' || one.selected === true),
  );
  const pathOf = (name: string): string => name.split('@')[0]!;
  const selected = new Map(snapshot.modules.flatMap((one, node) => (one.selected ? [[one.path, all[node]!]] : [])));
  const end = (name: string): string | undefined => (scope === 'all' ? name : selected.get(pathOf(name)));
  const names = all.filter((_, node) => kept[node]);
  const pairs = snapshot.modules.flatMap((one, node) =>
    (one.requires ?? []).map((to): Pair => [all[node]!, end(to) ?? '']),
  );
  return { names, pairs: pairs.filter(([from, to]) => names.includes(from) && names.includes(to)) };
}

/** Main modules and what they require themselves. */
function apart({ graph, mains, direct }: Model): Set<string> {
  return new Set([...direct.keys()].filter((n) => direct[n] === 1 || mains.includes(n)).map((n) => nodeName(graph, n)));
}

/** True where a way of one requirement or more leads from one name to the other. */
function ways(pairs: readonly Pair[]): (from: string, to: string) => boolean {
  const found = new Map<string, Set<string>>();
  for (const [start] of pairs) {
    const seen = new Set<string>();
    const open = [start];
    for (let name = open.pop(); name !== undefined; name = open.pop())
      for (const [from, to] of pairs)
        if (from === name && !seen.has(to)) {
          seen.add(to);
          open.push(to);
        }
    found.set(start, seen);
  }
  return (from, to) => found.get(from)?.has(to) === true;
}

/** The rule of implied requirements over any names: another way leads through a third component. */
function impliedBy(pairs: readonly Pair[]): (from: string, to: string) => boolean {
  const way = ways(pairs);
  const same = (a: string, b: string): boolean => a === b || (way(a, b) && way(b, a));
  const names = [...new Set(pairs.flat())];
  return (from, to) =>
    !same(from, to) && names.some((c) => !same(c, from) && !same(c, to) && way(from, c) && way(c, to));
}

interface Expected {
  readonly lines: readonly string[];
  readonly drawn: number;
  readonly implied: number;
  readonly inside: number;
}

/** `boxOf` names the box of a name; `implied` tells which pairs of names are not drawn. */
function drawn(
  pairs: readonly Pair[],
  boxOf: (name: string) => string,
  implied: (from: string, to: string) => boolean,
): Expected {
  const between = pairs.filter(([from, to]) => boxOf(from) !== boxOf(to));
  const shown = between.filter(([from, to]) => !implied(from, to));
  const counts = new Map<string, number>();
  for (const [from, to] of shown) {
    const line = `${boxOf(from)} → ${boxOf(to)}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return {
    lines: [...counts].map(([line, count]) => `${line} ×${count}`).sort(),
    drawn: shown.length,
    implied: between.length - shown.length,
    inside: pairs.length - between.length,
  };
}

function shown(view: View): Expected {
  const id = (place: number): string => view.boxes[place]!.id;
  const { requirements: counts } = view.receipt;
  return {
    lines: view.lines.map((line) => `${id(line.from)} → ${id(line.to)} ×${line.requirements}`).sort(),
    drawn: counts.drawn,
    implied: counts.implied,
    inside: counts.inside,
  };
}

const scopes = fc.constantFrom<Scope[]>('selected', 'all');
const whole: Partial<ViewOptions> = { foldLeaves: false, limit: 0 };

/** Rings of two to six among modules of which some are required directly, with chords. */
const ringed: fc.Arbitrary<Model> = fc
  .tuple(
    fc.integer({ min: 2, max: 6 }),
    fc.subarray(['r0', 'r1', 'r2', 'r3', 'r4', 'r5']),
    fc.array(fc.tuple(fc.nat(7), fc.nat(7))),
  )
  .map(([size, direct, chords]) =>
    modelOf(
      [
        'm h@v1.0.0\nh@v1.0.0 r0@v1.0.0',
        ...direct.map((name) => `m ${name}@v1.0.0`),
        ...Array.from({ length: size }, (_, i) => `r${i}@v1.0.0 r${(i + 1) % size}@v1.0.0`),
        ...chords.map(([from, to]) => `r${from}@v1.0.0 r${to}@v1.0.0`),
      ].join('\n'),
    ),
  );

it('of modules: what is drawn is what no way through a third component implies', () => {
  fc.assert(
    fc.property(fc.oneof(models, ringed), scopes, fc.boolean(), fc.boolean(), (model, scope, reduce, closeCycles) => {
      const { names, pairs } = requirements(model, scope);
      // A closed cycle is one of modules that are neither main nor direct; those of two and three stay open below sixty boxes.
      const own = apart(model);
      const way = ways(pairs.filter((pair) => !pair.some((name) => own.has(name))));
      const members = (name: string): string[] =>
        names.filter((one) => one === name || (way(one, name) && way(name, one)));
      const boxOf = (name: string): string =>
        closeCycles && members(name).length > 3 ? `cycle:${members(name)[0]!}` : name;
      const view = show(model, { ...whole, scope, reduce, closeCycles });
      expect(view.boxes.map((box) => box.id)).toEqual([...new Set(names.map(boxOf))]);
      expect(shown(view)).toEqual(drawn(pairs, boxOf, reduce ? impliedBy(pairs) : () => false));
    }),
    { numRuns: 300 },
  );
});

it('of groups: the graph of groups is reduced anew', () => {
  fc.assert(
    fc.property(models, scopes, fc.boolean(), fc.constantFrom('owner', 'host'), (model, scope, reduce, by) => {
      const { names, pairs } = requirements(model, scope);
      const groupOf = by === 'owner' ? ownerOf : hostOf;
      const boxOf = (name: string): string => (name.includes('@') ? `${by}:${groupOf(name.split('@')[0]!)}` : name);
      const implied = impliedBy(pairs.map(([from, to]): Pair => [boxOf(from), boxOf(to)]));
      const view = show(model, { ...whole, scope, reduce, collapse: by });
      const boxes = [...new Set(names.map(boxOf))].sort();
      expect(view.boxes.map((box) => box.id).sort()).toEqual(boxes);
      expect(shown(view)).toEqual(drawn(pairs, boxOf, (from, to) => reduce && implied(boxOf(from), boxOf(to))));
    }),
    { numRuns: 300 },
  );
});

it('leaving out what closes a cycle leaves no cycle', () => {
  fc.assert(
    fc.property(models, scopes, (model, scope) => {
      const view = show(model, { ...whole, scope, closeCycles: false });
      const kept = view.lines.filter((line) => line.kind !== 'closes-cycle');
      const way = ways(kept.map(({ from, to }): Pair => [String(from), String(to)]));
      for (const { from, to } of kept) expect(way(String(to), String(from))).toBe(false);
      // Nothing is said to close a cycle that is in none.
      const all = ways(view.lines.map(({ from, to }): Pair => [String(from), String(to)]));
      for (const { from, to, kind } of view.lines)
        if (kind === 'closes-cycle') expect(all(String(to), String(from))).toBe(true);
    }),
    { numRuns: 300 },
  );
});
