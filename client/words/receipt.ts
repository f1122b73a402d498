/** What the line at the foot says, by key. Its counts are in the words of the exports (drawing/scene/receipt.ts). */
import { withThousands } from '../../graph/thousands.ts';

export const receiptText = {
  label: 'Receipt',
  more: 'more',
  less: 'less',
  same: 'matches go list -m',
  /** `modules` is 0 where it is not known in how many. */
  differs: (modules: number) =>
    `differs from go list -m${modules === 0 ? '' : ` in ${modules} ${modules === 1 ? 'module' : 'modules'}`}`,
  read: (run: string, age: string) => `${run} · read ${age} ago`,
  noWorkspace: 'no workspace',
} as const;

/** Parts of the sentence of requirements that lead somewhere: as drawing/scene/receipt.ts says them, or they are not found in it. */
export const requirementText = {
  implied: (count: number) => `${withThousands(count)} implied`,
  inside: (count: number) => `${withThousands(count)} inside`,
  between: (count: number) => `${withThousands(count)} between`,
  ofModules: (count: number) => `${withThousands(count)} of modules`,
  drawn: (count: number) => `${withThousands(count)} of`,
  shown: 'requirements shown',
  /** In place of the one before, where lines wait for a selection; `isOther` when a group is selected. */
  shownAndWaiting: (count: number, isOther: boolean) =>
    `requirements shown, ${withThousands(count)} ${isOther ? 'more between other groups' : 'more when you select a group'}`,
} as const;
