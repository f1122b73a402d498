/** The verdict of `check` as rows: every breach, and every rule that could not be judged. */
import type { Row } from '../columns.ts';
import { causeText, ruleAt, type CheckReport } from './check-report.ts';

export function checkRows({ breaches, unjudged, config }: CheckReport): Row<'check'>[] {
  const broken = breaches.map(({ kind, severity, rule, subject, message, path, cause, remedy, line }) => ({
    kind,
    severity,
    rule,
    subject,
    message,
    path: path.join(' '),
    cause: cause.map(causeText).join(', '),
    remedy: remedy.words,
    command: remedy.command ?? '',
    place: ruleAt(config, line) ?? '',
  }));
  const gaps = unjudged.map(({ rule, line, why }) => ({
    kind: 'unjudged',
    severity: '',
    rule,
    subject: '',
    message: why,
    path: '',
    cause: '',
    remedy: '',
    command: '',
    place: ruleAt(config, line) ?? '',
  }));
  return [...broken, ...gaps];
}
