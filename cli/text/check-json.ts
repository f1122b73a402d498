/** The verdict of `check` for programs. */
import { remedyFields } from '../../graph/remedy/words.ts';
import { ruleAt, type CheckReport } from './check-report.ts';
import type { Written } from '../../graph/written.ts';
import { jsonText } from './json.ts';

export function checkJson(report: CheckReport): Written {
  const { breaches, unjudged, idle, config, findings, known, allowed, notes, partial } = report;
  const place = (line: number | undefined): { at?: string } => {
    const at = ruleAt(config, line);
    return at === undefined ? {} : { at };
  };
  return jsonText({
    ...(config === undefined ? {} : { config }),
    findings,
    breaches: breaches.map(({ kind, rule, severity, subject, message, reason, line, path, cause, remedy }) => ({
      kind,
      rule,
      ...place(line),
      severity,
      subject,
      message,
      ...(reason === undefined ? {} : { reason }),
      path,
      cause,
      remedy: remedyFields(remedy),
    })),
    unjudged: unjudged.map(({ kind, rule, line, needs, why }) => ({ kind, rule, ...place(line), needs, why })),
    known,
    allowed,
    idle: idle.map(({ query, reason, line }) => ({ query, reason, ...place(line) })),
    ...(notes.length === 0 ? {} : { notes }),
    ...(partial === undefined ? {} : { partial }),
  });
}
