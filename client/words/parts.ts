/** What small parts say that stand in many places of the page, by key. */
import { withThousands } from '../../graph/thousands.ts';

export const partText = {
  /** For a main module, in place of a version. */
  main: 'main',
  lower: (version: string) => `${version}${partText.lowerAlone}`,
  lowerAlone: ', lower than selected',
  fewer: 'show fewer',
  more: (count: number) => `${withThousands(count)} more`,
} as const;

/** Of what mends a finding. */
export const remedyText = {
  explain: 'Explain this version',
  show: 'Show them',
  tried: '✓ tried here, on a copy',
} as const;
