/** The words around a list: its title, columns, and what is said of the whole. */
import { withThousands } from '../../../drawing/scene/receipt.ts';
import type { Model } from '../../../graph/model/model.ts';
import { coverageText } from '../../../graph/findings/coverage.ts';
import { counted } from '../parts/counts.ts';
import type { ListKind } from './items.ts';

export interface ListWords {
  readonly title: string;
  readonly search: string;
  readonly summary: string;
  /** Said when there is nothing at all. */
  readonly none: string;
  readonly columns: readonly { readonly word: string; readonly right?: true }[];
}

/** `total` is how many rows there are without search and switches. */
export function listWords(kind: ListKind, model: Model, total: number): ListWords {
  const selected = model.graph.selected.reduce((count, node) => (node === -1 ? count : count + 1), 0);
  switch (kind) {
    case 'conflicts':
      return {
        title: 'Conflicts',
        search: 'Filter modules',
        summary: `${withThousands(total)} of ${counted(selected, 'selected module')} are asked for at more than one version`,
        none: 'Every module is asked for at one version only.',
        columns: [
          { word: '' },
          { word: '' },
          { word: 'Module' },
          { word: 'Selected' },
          { word: 'Versions', right: true },
          { word: 'Asked for, old to new' },
          { word: 'Lowest asked' },
          { word: 'Widest jump' },
          { word: 'Asked by', right: true },
          { word: 'Held up by' },
        ],
      };
    case 'cycles':
      return {
        title: 'Cycles',
        search: 'Filter by module',
        summary: counted(total, 'cycle'),
        none: 'No module requires itself, through however many others.',
        columns: [{ word: '' }, { word: '' }, { word: 'Cycle' }, { word: 'Modules' }, { word: 'What goes round' }],
      };
    case 'findings':
      return {
        title: 'Findings',
        search: 'Filter findings',
        summary: `${counted(total, 'finding')} in ${coverageText(model)}`,
        none: `Nothing found in ${coverageText(model)}.`,
        columns: [{ word: '' }, { word: '' }, { word: 'About' }, { word: 'What was seen' }, { word: 'Severity' }],
      };
  }
}
