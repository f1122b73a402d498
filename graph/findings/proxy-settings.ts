/** What the settings of go have wrong on this machine; server/project/settings.ts looks at them. */
import type { Model } from '../model/model.ts';
import type { Finding } from './types.ts';

/** The subject of each is the setting to change. */
export function findSettings({ beside }: Model): Finding[] {
  return (beside.settings ?? []).map(({ subject, text }) => ({
    code: 'proxy-settings',
    severity: 'warn',
    subject,
    evidence: text,
    remedy: `\`go env ${subject}\` shows it, and \`go help environment\` says what it means; \`go env -w ${subject}=…\` sets it.`,
    nodes: [],
  }));
}
