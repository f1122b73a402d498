/** The words around a list: its title, columns, and what is said of the whole. */
import type { Model } from '../../../graph/model/model.ts';
import type { FindingCounts } from '../merged-findings.ts';
import type { ListKind } from './items.ts';
import { countText } from '../../words/counts.ts';
import { conflictListText, cycleListText, findingListText } from '../../words/lists.ts';
import { lookedWords } from './looked-words.ts';

export interface ListWords {
  readonly title: string;
  readonly search: string;
  readonly summary: string;
  /** What was not looked at, in short, and for want of what. */
  readonly skipped?: { readonly word: string; readonly why: string } | undefined;
  /** Said when there is nothing at all. */
  readonly none: string;
  readonly columns: readonly { readonly word: string; readonly right?: true }[];
}

/** `total` is how many rows there are without search and switches; of findings, the counts of all of them. */
export function listWords(kind: Exclude<ListKind, 'findings'>, model: Model, total: number): ListWords {
  if (kind === 'cycles') {
    const { title, search, none, columns } = cycleListText;
    return {
      title,
      search,
      summary: countText.cycles(total),
      none,
      columns: [
        { word: '' },
        { word: columns.modules, right: true },
        { word: columns.members },
        { word: columns.closedBy },
        { word: columns.kind },
      ],
    };
  }
  const selected = model.graph.selected.reduce((count, node) => (node === -1 ? count : count + 1), 0);
  const { title, search, summary, none, columns } = conflictListText;
  return {
    title,
    search,
    summary: summary(total, selected),
    none,
    columns: [
      { word: '' },
      { word: columns.module },
      { word: columns.selected },
      { word: columns.versions, right: true },
      { word: columns.requested },
      { word: columns.lowest },
      { word: columns.jump },
      { word: columns.requests, right: true },
      { word: columns.heldBy },
    ],
  };
}

/** The same for findings; the column Age is there where the age of any is known. */
export function findingWords(model: Model, { total, info }: FindingCounts, hasAge: boolean): ListWords {
  const { checks, skipped } = lookedWords(model);
  const { title, search, summary, none, columns } = findingListText;
  return {
    title,
    search,
    summary: summary(total, checks, info),
    skipped,
    none: none(checks),
    columns: [
      { word: '' },
      { word: columns.module },
      { word: columns.versions },
      { word: columns.requirers, right: true },
      ...(hasAge ? ([{ word: columns.age, right: true }] as const) : []),
      { word: columns.action },
    ],
  };
}
