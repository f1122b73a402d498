/** Cycles as rows: those of exact versions first, the largest first. */
import type { Cycle } from '../../../graph/findings/types.ts';
import type { Model } from '../../../graph/model/model.ts';
import { loopOf } from './loop.ts';
import type { CycleItem, List } from './items.ts';
import { cycleRowText } from '../../words/list-rows.ts';

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
    { id: 'version', word: cycleRowText.filters.version },
    { id: 'path', word: cycleRowText.filters.path },
  ];
  return {
    items,
    headings: new Map(
      Object.entries(cycleRowText.headings).map(([heading, { title, note }]) => [
        heading,
        (count) => ({ title, note: note(count) }),
      ]),
    ),
    folded: new Set(),
    filters: filters.filter(({ id }) => present.has(id)),
  };
}
