/** Cycles as rows: those of exact versions first, the largest first. */
import type { Cycle } from '../../../graph/findings/types.ts';
import type { Model } from '../../../graph/model/model.ts';
import { counted } from '../parts/counts.ts';
import { loopOf } from './loop.ts';
import type { CycleItem, List } from './items.ts';

export function cycleList(model: Model, cycles: readonly Cycle[]): List {
  const items = cycles.map((cycle): CycleItem => ({
    type: 'cycle',
    key: `${cycle.kind} ${cycle.members[0] ?? ''}`,
    nodes: cycle.nodes,
    filter: cycle.kind,
    text: cycle.members.join(' ').toLowerCase(),
    heading: cycle.kind,
    cycle,
    loop: loopOf(model, cycle),
  }));
  items.sort(
    (a, b) =>
      Number(a.heading === 'path') - Number(b.heading === 'path') ||
      b.nodes.length - a.nodes.length ||
      (a.key < b.key ? -1 : 1),
  );
  const present = new Set(items.map((item) => item.filter));
  const filters = [
    { id: 'version', word: 'exact versions' },
    { id: 'path', word: 'module paths' },
  ];
  return {
    items,
    headings: new Map([
      [
        'version',
        (count) => ({
          title: 'Exact versions that require each other',
          note: `${counted(count, 'cycle')}. Requiring one brings them all.`,
        }),
      ],
      [
        'path',
        (count) => ({
          title: 'Module paths only',
          note: `${counted(count, 'cycle')}. At some point each loop requires an older version than the one in use.`,
        }),
      ],
    ]),
    folded: new Set(),
    filters: filters.filter(({ id }) => present.has(id)),
  };
}
