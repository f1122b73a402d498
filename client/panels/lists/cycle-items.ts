/** Cycles as rows: those of exact versions first, the largest first. */
import type { Cycle } from '../../../graph/findings/types.ts';
import { counted } from '../parts/counts.ts';
import type { CycleItem, List } from './items.ts';

export function cycleList(cycles: readonly Cycle[]): List {
  const items = cycles.map((cycle): CycleItem => ({
    type: 'cycle',
    key: `${cycle.kind} ${cycle.members[0] ?? ''}`,
    nodes: cycle.nodes,
    filter: cycle.kind,
    text: cycle.members.join(' ').toLowerCase(),
    heading: cycle.kind,
    cycle,
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
          note: `${counted(count, 'cycle')}. Whoever asks for one gets them all.`,
        }),
      ],
      [
        'path',
        (count) => ({
          title: 'Module paths only',
          note: `${counted(count, 'cycle')}. Every way round asks at least once for an older version than the selected one.`,
        }),
      ],
    ]),
    filters: filters.filter(({ id }) => present.has(id)),
  };
}
