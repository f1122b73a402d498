/** What the settings of go have wrong on this machine; server/project/settings.ts looks at them. */
import { typed } from './command.ts';
import type { Model } from '../model/model.ts';
import type { Finding } from './types.ts';

/** The subject of each is the setting to change. */
export function findSettings({ beside }: Model): Finding[] {
  return (beside.settings ?? []).map(({ subject, text }) => ({
    code: 'proxy-settings',
    severity: 'warn',
    subject,
    evidence: text,
    remedy: {
      words: `What ${subject} means stands in go’s own help on environment variables.`,
      command: typed('go', 'env', subject),
      tried: 'in tests',
    },
    nodes: [],
  }));
}
