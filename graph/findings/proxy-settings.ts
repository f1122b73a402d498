/** What the settings of go have wrong on this machine; server/project/settings.ts looks at them. */
import { typed } from '../remedy/typed.ts';
import { onMachine } from '../remedy/words.ts';
import type { Model } from '../model/model.ts';
import type { Finding } from './types.ts';

/** The subject of each is the setting to change. */
export function findSettings({ beside }: Model): Finding[] {
  return (beside.settings ?? []).map(({ subject, text }) => ({
    code: 'proxy-settings',
    severity: 'warn',
    subject,
    evidence: text,
    remedy: onMachine(
      `This shows what it is set to; what ${subject} means stands in go’s own help on environment variables.`,
      typed('go', 'env', subject),
    ),
    nodes: [],
  }));
}
