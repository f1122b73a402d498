/** What rows of findings, conflicts and cycles are gathered under, and what is counted of them, by key. */
import { withThousands } from '../../graph/thousands.ts';
import { counted } from '../../drawing/words/counted.ts';

/** What was looked at, said beside the list of findings and in the strip. */
export const checkText = {
  checks: (count: number) => counted(count, 'check'),
  /** Where all ran, one of them did not see all that it looks at. */
  notComplete: (without: string) => ['not complete', `not complete: without ${without}`] as const,
  skipped: (count: number, needs: string) =>
    [
      `${withThousands(count)} skipped`,
      `${withThousands(count)} skipped: ${count === 1 ? 'it needs' : 'they need'} ${needs}`,
    ] as const,
} as const;

export const conflictRowText = {
  headings: {
    declared: {
      title: 'Declared below the selected version',
      note: (modules: number) => `${counted(modules, 'module')}. go.mod names a lower version than the one in use.`,
    },
    jump: {
      title: 'Jumped a major or v0 minor version',
      note: (modules: number) =>
        `${counted(modules, 'module')}, direct requirements first. Code written for the lower version may break.`,
    },
    prerelease: {
      title: 'Jumped a pre-release',
      note: (modules: number) => `${counted(modules, 'module')}, direct requirements first.`,
    },
    compatible: {
      title: 'Compatible by semantic version',
      note: (modules: number) => `${counted(modules, 'module')}. Minor or patch only.`,
    },
  },
  grades: {
    'declared-below-selected': 'declared below',
    'major-jump': 'major',
    'v0-jump': 'v0 minor',
    'prerelease-jump': 'pre-release',
    superseded: 'compatible',
  },
  minor: 'minor',
  patch: 'patch',
  /** Whose requirements hold the selected version. */
  ownFiles: (count: number) => (count === 1 ? 'go.mod' : `${count} go.mod files`),
} as const;

export const cycleRowText = {
  filters: { version: 'exact versions', path: 'module paths' },
  headings: {
    version: {
      title: 'Exact versions that require each other',
      note: (cycles: number) => `${counted(cycles, 'cycle')}. Requiring one brings them all.`,
    },
    path: {
      title: 'Module paths only',
      note: (cycles: number) =>
        `${counted(cycles, 'cycle')}. At some point each loop requires an older version than the one in use.`,
    },
  },
} as const;
