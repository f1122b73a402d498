/** How much of a diagnosis was looked at: 'nothing found' claims no more than that. */
import type { Diagnosis } from './types.ts';

/** `31 checks`, `28 checks, 3 not run: there is no go.mod; --offline`. */
export function looked({ checks, notRun }: Pick<Diagnosis, 'checks' | 'notRun'>): string {
  const run = `${String(checks)} ${checks === 1 ? 'check' : 'checks'}`;
  const missed = notRun.reduce((sum, { codes }) => sum + codes.length, 0);
  return missed === 0 ? run : `${run}, ${String(missed)} not run: ${notRun.map(({ why }) => why).join('; ')}`;
}
