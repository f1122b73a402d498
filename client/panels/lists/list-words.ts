/** The words around a list: its title, columns, and what is said of the whole. */
import { withThousands } from '../../../drawing/scene/receipt.ts';
import { coverageOf } from '../../../graph/findings/coverage.ts';
import type { Model } from '../../../graph/model/model.ts';
import type { FindingCounts } from '../merged-findings.ts';
import { counted } from '../parts/counts.ts';
import type { ListKind } from './items.ts';

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
  if (kind === 'cycles')
    return {
      title: 'Cycles',
      search: 'Filter by module',
      summary: counted(total, 'cycle'),
      none: 'No module requires itself, directly or through others.',
      columns: [
        { word: '' },
        { word: 'Modules', right: true },
        { word: 'Members' },
        { word: 'Closed by' },
        { word: 'Kind' },
      ],
    };
  const selected = model.graph.selected.reduce((count, node) => (node === -1 ? count : count + 1), 0);
  return {
    title: 'Conflicts',
    search: 'Filter modules',
    summary: `${withThousands(total)} of ${counted(selected, 'module')} ${total === 1 ? 'is' : 'are'} requested at more than one version`,
    none: 'Every module is requested at one version only.',
    columns: [
      { word: '' },
      { word: 'Module' },
      { word: 'Selected' },
      { word: 'Versions', right: true },
      { word: 'Requested, old → new' },
      { word: 'Lowest requested' },
      { word: 'Widest jump' },
      { word: 'Requests', right: true },
      { word: 'Held at this version by' },
    ],
  };
}

/** The same for findings; the column Age is there where the age of any is known. */
export function findingWords(model: Model, { total, info }: FindingCounts, hasAge: boolean): ListWords {
  const { checks, skipped } = lookedWords(model);
  const rest = info === 0 ? '' : `; ${withThousands(info)} for information`;
  return {
    title: 'Findings',
    search: 'Filter findings',
    summary: `${counted(total, 'finding')} from ${checks}${rest}`,
    skipped,
    none: `Nothing found in ${checks}.`,
    columns: [
      { word: '' },
      { word: 'Module' },
      { word: 'From → to' },
      { word: 'Requirers', right: true },
      ...(hasAge ? ([{ word: 'Age', right: true }] as const) : []),
      { word: 'Action' },
    ],
  };
}

/** How many checks ran, how many were skipped, and for want of what: `11 skipped: they need packages, go mod tidy`. */
export function lookedWords(model: Model): { readonly checks: string } & Pick<ListWords, 'skipped'> {
  const { run, notRun } = coverageOf(model);
  const missed = notRun.reduce((sum, { codes }) => sum + codes.length, 0);
  const without = notRun.map(({ lacks }) => lacks).join(', ');
  const checks = counted(run, 'check');
  if (notRun.length === 0) return { checks };
  // Where all ran, one of them did not see all that it looks at.
  const word = missed === 0 ? 'not complete' : `${withThousands(missed)} skipped`;
  const lacking = missed === 0 ? 'without' : missed === 1 ? 'it needs' : 'they need';
  return { checks, skipped: { word, why: `${word}: ${lacking} ${without}` } };
}
