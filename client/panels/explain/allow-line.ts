/** What has `modscope check` accept a finding: a line of `allow` in modscope.config.json (docs/policy.md). */
import type { FindingItem } from '../lists/items.ts';

/**
 * The line as JSON, to paste into the list `allow`. The query is the whole module path, which in a policy means that
 * module alone; `findings` keeps the exception to this cause.
 */
export function allowLine({ subject, code }: Pick<FindingItem, 'subject' | 'code'>, reason: string): string {
  return `{ "query": ${JSON.stringify(subject)}, "reason": ${JSON.stringify(reason.trim())}, "findings": [${JSON.stringify(code)}] }`;
}
