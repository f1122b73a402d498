/** The verdict of `check` in words: each breach with the path that brings it, its cause and its remedy. */
import { remedyLines } from './remedy.ts';
import type { Severity } from '../../graph/findings/types.ts';
import { causeText, ruleAt, type CheckReport, type ReportedBreach } from './check-report.ts';
import { counted, listed } from '../../drawing/words/counted.ts';
import { joined, plainLines, type Printable, said } from './plain.ts';

/** Breaches of one rule that are printed; the other formats have all. */
const mostOfRule = 20;
/** Lines of go.mod, and steps of a path, that are named. */
const mostLines = 3;
const mostSteps = 8;

const words: Readonly<Record<ReportedBreach['kind'], string>> = {
  forbid: 'forbidden',
  limit: 'limit',
  finding: 'finding',
};

/** Ends in a newline. */
export function checkText(report: CheckReport): Printable {
  const { breaches, unjudged, idle, config, notes } = report;
  const shown = new Map<string, ReportedBreach[]>();
  for (const breach of breaches) {
    const key = `${breach.kind} ${breach.rule}`;
    shown.set(key, [...(shown.get(key) ?? []), breach]);
  }
  const parts = [...shown.values()].flatMap((all) => [
    ...all.slice(0, mostOfRule).map((breach) => breachText(breach, config)),
    ...(all.length > mostOfRule
      ? [
          `  and ${counted(all.length - mostOfRule, 'more breach', 'more breaches')} of the same rule (--json lists them)\n`,
        ]
      : []),
  ]);
  const gaps = unjudged.map(
    ({ kind, rule, line, why }) => said`not judged  ${kind} ${rule}${at(config, line)}\n  ${why}\n`,
  );
  const aside = [
    ...notes.map((note) => `${note}\n`),
    ...idle.map(({ query, line }) => said`Nothing needs this line of allow any more: ${query}${at(config, line)}\n`),
  ];
  return plainLines([...parts, ...gaps, ...(aside.length === 0 ? [] : [aside.join('')]), summary(report)].join('\n'));
}

function breachText(
  { kind, rule, severity, subject, message, line, path, cause, remedy }: ReportedBreach,
  config?: string,
): Printable {
  const head = kind === 'finding' ? `${severity}  ${rule}  ${subject}` : words[kind];
  const ways = path.length > 1 ? [`  path   ${shortened(path).join(' → ')}`] : [];
  const causes =
    cause.length === 0
      ? []
      : [`  cause  ${listed(cause.map(causeText), cause.length === mostLines + 1 ? cause.length : mostLines)}`];
  const lines = [`${head}${at(config, line)}`, `  ${message}`, ...ways, ...causes, ...remedyLines(remedy, '  ')];
  return joined(lines.map((one) => said`${one}\n`));
}

function shortened(way: readonly string[]): string[] {
  if (way.length <= mostSteps) return [...way];
  const half = mostSteps / 2;
  return [...way.slice(0, half), `${String(way.length - mostSteps)} more`, ...way.slice(-half)];
}

function at(config: string | undefined, line: number | undefined): string {
  const place = ruleAt(config, line);
  return place === undefined ? '' : `  (${place})`;
}

function summary({
  breaches,
  unjudged,
  config,
  rules,
  findings,
  known,
  allowed,
  looked,
  partial,
}: CheckReport): string {
  const judged = [
    ...(rules.forbid === 0 ? [] : [counted(rules.forbid, 'rule')]),
    ...(rules.limits === 0 ? [] : [counted(rules.limits, 'limit')]),
    findings === 'off' ? 'no findings' : `findings of ${fromText(findings)} in ${looked}`,
  ];
  const gaps = unjudged.filter(({ kind }) => kind !== 'finding').length;
  const found = breaches.length === 0 ? 'No breach' : counted(breaches.length, 'breach', 'breaches');
  const more = [
    ...(gaps === 0 ? [] : [`${counted(gaps, 'rule')} not judged`]),
    ...(unjudged.length === gaps ? [] : ['what go says of the module not judged']),
    ...(known === 0 ? [] : [`${counted(known, 'finding')} known to the baseline`]),
    ...(allowed === 0 ? [] : [`${String(allowed)} allowed`]),
  ];
  const by = config === undefined ? 'No modscope.config.json; judged:' : `${config}:`;
  return [
    ...(partial === undefined ? [] : ['Go failed: this is what is known without it.\n']),
    `${[found, ...more].join(', ')}. ${by} ${judged.join(', ')}.\n`,
  ].join('');
}

/** `severity high or error` */
function fromText(severity: Severity): string {
  const all: readonly Severity[] = ['error', 'high', 'warn', 'info'];
  const heavy = all.slice(0, all.indexOf(severity) + 1);
  return `severity ${heavy.join(', ')}`;
}
