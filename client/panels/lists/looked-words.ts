/** What was looked at for the findings, and what was not. */
import { coverageOf } from '../../../graph/findings/coverage.ts';
import type { Model } from '../../../graph/model/model.ts';
import { checkText } from '../../words/list-rows.ts';

/** How many checks ran, how many were skipped, and for want of what: `11 skipped: they need packages, go mod tidy`. */
export function lookedWords(model: Model): {
  readonly checks: string;
  readonly skipped?: { readonly word: string; readonly why: string };
} {
  const { run, notRun } = coverageOf(model);
  const missed = notRun.reduce((sum, { codes }) => sum + codes.length, 0);
  const without = notRun.map(({ lacks }) => lacks).join(', ');
  const checks = checkText.checks(run);
  if (notRun.length === 0) return { checks };
  const [word, why] = missed === 0 ? checkText.notComplete(without) : checkText.skipped(missed, without);
  return { checks, skipped: { word, why } };
}
