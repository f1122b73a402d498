import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../../graph/model/model.ts';
import { nodeName } from '../../../graph/model/module-graph.ts';
import { defaultView } from '../../../graph/view/defaults.ts';
import { scopeGraph } from '../../../graph/view/scope.ts';
import type { Box, View, ViewOptions } from '../../../graph/view/types.ts';
import { makeView } from '../../../graph/view/view.ts';
import { modelOf } from '../lines.ts';
import { models } from '../query/arbitrary.ts';

const show = (model: Model, options: Partial<ViewOptions> = {}): View =>
  makeView(model, { ...defaultView, ...options });
const drawn = (boxes: readonly Box[], lines: View['lines']): string[] =>
  lines.map(
    (line) =>
      `${boxes[line.from]?.id ?? '?'} → ${boxes[line.to]?.id ?? '?'}${line.kind === 'requirement' ? '' : ` ${line.kind}`}`,
  );

/** m → a → b → c, a → c (implied), c in a path cycle of four: c → d → x → y → c@lower. */
const small = modelOf(`m a@v1.0.0
m go@1.22
a@v1.0.0 b@v1.0.0
a@v1.0.0 c@v1.1.0
b@v1.0.0 c@v1.0.0
c@v1.1.0 d@v1.0.0
d@v1.0.0 x@v1.0.0
x@v1.0.0 y@v1.0.0
y@v1.0.0 c@v1.0.0
c@v1.0.0 e@v1.0.0`);

describe('scopeGraph', () => {
  it('ends a requirement at the selected version of its path and marks the one that asks for less', () => {
    const graph = scopeGraph(small, 'selected');
    expect(Array.from(graph.nodes, (node) => nodeName(small.graph, node))).toEqual([
      'a@v1.0.0',
      'b@v1.0.0',
      'c@v1.1.0',
      'd@v1.0.0',
      'e@v1.0.0',
      'm',
      'x@v1.0.0',
      'y@v1.0.0',
    ]);
    expect(graph.out.targets).toHaveLength(8);
    expect(graph.lower.reduce((sum, one) => sum + one, 0)).toBe(2);
  });

  it('keeps every version, and none of go or toolchain, in scope all', () => {
    expect(scopeGraph(small, 'all').size).toBe(9);
    expect(scopeGraph(small, 'all').lower.includes(1)).toBe(false);
  });

  it('ends a requirement on an older self at the main module, and keeps it apart in scope all', () => {
    const model = modelOf('m a@v1.0.0\na@v1.0.0 m@v0.9.0');
    expect(scopeGraph(model, 'selected').size).toBe(2);
    expect(show(model).boxes.map((box) => box.id)).toEqual(['a@v1.0.0', 'm']);
    expect(show(model, { scope: 'all' }).boxes.map((box) => box.id)).toEqual(['a@v1.0.0', 'm', 'm@v0.9.0']);
  });
});

describe('makeView', () => {
  it('closes cycles, hides implied requirements and says so in the receipt', () => {
    const view = show(small);
    expect(drawn(view.boxes, view.lines)).toEqual(['a@v1.0.0 → b@v1.0.0', 'b@v1.0.0 → cycle:c@v1.1.0', 'm → a@v1.0.0']);
    expect(view.receipt).toEqual({
      versions: 9,
      scoped: 8,
      matched: 8,
      boxes: 5,
      requirements: { all: 8, drawn: 3, implied: 1, inside: 4, undrawn: 0 },
      grouped: 'none',
    });
  });

  it('shows e, which no selected version requires, as a box without a way in', () => {
    expect(show(small).boxes.find((box) => box.id === 'e@v1.0.0')?.steps).toBe(-1);
    expect(show(small).boxes.find((box) => box.id === 'm')?.steps).toBe(0);
  });

  it('opens a cycle in place with all its requirements, one of which closes it', () => {
    const view = show(small, { open: ['cycle:c@v1.1.0'] });
    const frame = view.boxes.find((box) => box.kind === 'cycle');
    expect(drawn(frame?.inside?.boxes ?? [], frame?.inside?.lines ?? [])).toEqual([
      'c@v1.1.0 → d@v1.0.0',
      'd@v1.0.0 → x@v1.0.0',
      'x@v1.0.0 → y@v1.0.0',
      'y@v1.0.0 → c@v1.1.0 closes-cycle',
    ]);
    expect(view.receipt.requirements).toEqual({ all: 8, drawn: 7, implied: 1, inside: 0, undrawn: 0 });
    expect(view.receipt.boxes).toBe(8);
  });

  it('draws every requirement when reduction and closing are off', () => {
    const view = show(small, { reduce: false, closeCycles: false });
    expect(view.receipt.requirements).toEqual({ all: 8, drawn: 8, implied: 0, inside: 0, undrawn: 0 });
    expect(view.lines.filter((line) => line.kind === 'closes-cycle')).toHaveLength(1);
  });

  it('dashes the requirements of superseded versions in scope all', () => {
    const view = show(small, { scope: 'all' });
    expect(drawn(view.boxes, view.lines)).toContain('c@v1.0.0 → e@v1.0.0 superseded');
  });
});

describe('folding and grouping', () => {
  const hub = 'example.com/hub@v1.0.0';
  const leaves = Array.from({ length: 70 }, (_, i) => `${hub} github.com/o${i % 40}/l${i}@v1.0.0`);
  const wide = modelOf(
    [`m ${hub}`, ...leaves, 'm example.com/x@v1.0.0', 'example.com/x@v1.0.0 example.com/y@v1.0.0'].join('\n'),
  );

  it('folds the leaves of one requirer, above sixty boxes only', () => {
    expect(show(wide).boxes.map((box) => box.id)).toEqual([
      hub,
      'example.com/x@v1.0.0',
      'example.com/y@v1.0.0',
      `leaves:${hub}`,
      'm',
    ]);
    expect(show(wide).boxes[3]?.nodes).toHaveLength(70);
    expect(show(wide, { foldLeaves: false }).boxes).toHaveLength(74);
    expect(show(wide, { open: [`leaves:${hub}`] }).boxes).toHaveLength(74);
    expect(show(small).boxes.some((box) => box.kind === 'leaves')).toBe(false);
  });

  it('above the budget shows what is required directly; with a query groups by owner, and lets owners of one module share a box while there are still too many', () => {
    const direct = show(wide, { foldLeaves: false, limit: 50 });
    expect(direct.receipt).toMatchObject({ grouped: 'direct', boxes: 3 });
    const asked = { foldLeaves: false, query: 'is:selected' };
    const grouped = show(wide, { ...asked, limit: 50 });
    expect(grouped.receipt.grouped).toBe('owner');
    expect(grouped.boxes).toHaveLength(44);
    const shared = show(wide, { ...asked, limit: 35 });
    expect(shared.boxes.map((box) => box.kind).filter((kind) => kind === 'owners')).toHaveLength(1);
    expect(shared.boxes).toHaveLength(34);
    expect(show(wide, { foldLeaves: false, limit: 0 }).receipt.grouped).toBe('none');
  });

  it('keeps the main module a box of its own and opens an owner in place', () => {
    const view = show(wide, { collapse: 'owner', open: ['owner:example.com'] });
    expect(view.boxes[0]?.id).toBe('m');
    const owner = view.boxes.find((box) => box.id === 'owner:example.com');
    expect(drawn(owner?.inside?.boxes ?? [], owner?.inside?.lines ?? [])).toEqual([
      'example.com/x@v1.0.0 → example.com/y@v1.0.0',
    ]);
  });

  it('opening never changes how the rest is grouped', () => {
    const closed = show(wide, { foldLeaves: true, limit: 10 });
    expect(closed.receipt.grouped).toBe('none');
    const open = show(wide, { limit: 10, open: [`leaves:${hub}`] });
    expect(open.receipt).toMatchObject({ grouped: 'none', boxes: 74 });
  });

  it('leaves lines out when a grouped view has more than 400, and counts them', () => {
    const lines: string[] = [];
    for (let i = 0; i < 25; i++) {
      lines.push(`m h${i}.example/a@v1.0.0`, `m h${i}.example/b@v1.0.0`);
      for (let j = 0; j < 25; j++) if (i !== j) lines.push(`h${i}.example/a@v1.0.0 h${j}.example/b@v1.0.0`);
    }
    const view = show(modelOf(lines.join('\n')), { collapse: 'owner' });
    const { all, drawn: shown, implied, inside, undrawn } = view.receipt.requirements;
    expect(undrawn).toBe(600);
    expect(all).toBe(shown + implied + inside + undrawn);
    expect(view.lines.every((line) => view.boxes[line.from]?.id === 'm')).toBe(true);
  });
});

it('the receipt adds up, and no requirement is counted twice, for any graph, any question and any options', () => {
  const queries = fc.constantFrom(
    '',
    'x.org/...',
    'to(x.org/a)',
    'from(is:direct, 1)',
    'near(b)',
    'from(y.org/a) | to(y.org/a)',
    'between(is:main, b)',
    'shortest(is:main, x)',
    'alone(is:direct)',
    'dominated(y.org/a) | near(x.org/ab)',
    '-to(y.org/a)',
  );
  const options = fc.record({
    scope: fc.constantFrom('selected', 'all'),
    closeCycles: fc.boolean(),
    reduce: fc.boolean(),
    foldLeaves: fc.boolean(),
    collapse: fc.constantFrom('auto', 'none', 'owner', 'host'),
    limit: fc.constantFrom(0, 2, 5, 150),
    query: queries,
    openAll: fc.boolean(),
  });
  fc.assert(
    fc.property(models, options, (model, { openAll, ...rest }) => {
      const closed = show(model, rest);
      const view = openAll
        ? show(model, { ...(rest as Partial<ViewOptions>), open: closed.boxes.map((box) => box.id) })
        : closed;
      const { all, drawn: shown, implied, inside, undrawn, listed, aside } = view.receipt.requirements;
      expect(all).toBe(shown + implied + inside + undrawn + (listed ?? 0) + (aside ?? 0));
      const matched = new Set(view.matched);
      const scope = scopeGraph(model, view.options.scope);
      const among = [...scope.nodes].flatMap((node, local) =>
        matched.has(node)
          ? [...scope.out.targets.slice(scope.out.offsets[local], scope.out.offsets[local + 1])].filter((to) =>
              matched.has(scope.nodes[to]!),
            )
          : [],
      );
      expect(all).toBe(among.length);
      const asks = view.question !== undefined;
      expect([listed !== undefined, aside !== undefined]).toEqual([asks, asks]);
      const inFrames = view.boxes.flatMap((box) => box.inside?.lines ?? []);
      expect([...view.lines, ...inFrames].reduce((sum, line) => sum + line.requirements, 0)).toBe(shown);
      const nodes = view.boxes.flatMap((box) => box.nodes).sort((a, b) => a - b);
      if (view.receipt.grouped === 'direct') expect(nodes).toEqual(nodes.filter((node) => apartIn(model, node)));
      else expect(nodes).toEqual(view.matched);
      if (view.receipt.grouped === 'direct') expect(view.matched.filter((node) => apartIn(model, node))).toEqual(nodes);
      expect(new Set(view.boxes.map((box) => box.id)).size).toBe(view.boxes.length);
      expect(show(model, view.options)).toEqual(view);
    }),
    { numRuns: 600 },
  );
});

/** Main modules and what they require themselves. */
function apartIn(model: Model, node: number): boolean {
  return model.mains.includes(node) || model.direct[node] === 1;
}
