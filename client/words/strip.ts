/** What the strip of findings under the filters says, by key; the names of findings are in finding-kinds.ts. */
import { withThousands } from '../../graph/thousands.ts';
import { counted } from '../../drawing/words/counted.ts';

export const stripText = {
  title: 'Findings',
  /** On a narrow page; `errors` of them. */
  short: (findings: number, errors: number) =>
    `${counted(findings, 'finding')}${errors === 0 ? '' : `, ${counted(errors, 'error')}`}`,
  counts: (findings: number, errors: number) =>
    `${counted(findings, 'finding')}, ${errors === 0 ? 'no errors' : counted(errors, 'error')}`,
  none: (checks: string) => `Nothing found in ${checks}.`,
  rest: 'Show the rest, and what is for information only',
  less: 'Show less',
  more: (count: number) => `${count} more`,
} as const;

export const sentenceText = {
  title: (count: number, { one, many }: { readonly one: string; readonly many: string }) =>
    `${withThousands(count)} ${count === 1 ? one : many}`,
  forInformation: (title: string) => `${title}, for information`,
  major: 'major',
  minor: 'v0 minor',
  /** `over`: `major`, `v0 minor`. */
  jumped: (modules: number, over: readonly string[]) =>
    `${counted(modules, 'module')} jumped a ${over.join(' or ')} version`,
  /** Before the name of a module, and after it. */
  largest: 'largest: ',
  requested: (versions: number) => `, ${withThousands(versions)} requested versions`,
  cycles: (count: number) => counted(count, 'cycle'),
  /** Of one cycle, or of the largest of several; before the name of a member. */
  members: (count: number, isOnly: boolean) => `${isOnly ? 'of' : 'largest:'} ${withThousands(count)}, `,
  and: ' and ',
  andMore: (count: number) => ` and ${withThousands(count)} more`,
} as const;
