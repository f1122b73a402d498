/** What the page says around findings, by key. */
import type { Severity } from '../../graph/findings/types.ts';

const severities: Readonly<Record<Severity, string>> = {
  error: 'Error',
  high: 'High',
  warn: 'Warning',
  info: 'For information',
};

export const findingText = {
  severities,
  /** In the column Action. */
  explain: 'Explain',
  edit: 'Edit go.mod',
  read: 'Read',
  found: 'What was found',
  concerned: 'Modules concerned',
  /** From the picture to the list in which each finding is explained. */
  list: 'Explain each',
  remedy: 'What to do',
  accept: 'Accept…',
  acceptTitle: 'Accept this finding',
  acceptNote: 'Add this to “allow” in modscope.config.json. Nothing is written here.',
  reason: 'Reason',
  reasonFirst: 'modscope check needs a reason: give one, and the line to copy appears here.',
  reasonHint: 'Why it is fine, and until when',
  copy: 'Copy',
  copyAllow: 'Copy the lines for modscope.config.json',
} as const;
