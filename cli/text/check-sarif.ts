/** The verdict of `check` as SARIF 2.1.0 (OASIS standard, 27 March 2020), for code scanning. */
import { remedyFields, remedyLine } from '../../graph/remedy/words.ts';
import { printable } from '../../drawing/face/printable.ts';
import { json } from '../../graph/json-text.ts';
import { meanings } from '../../graph/findings/meanings.ts';
import type { FindingCode, Severity } from '../../graph/findings/types.ts';
import { sha256 } from '../../graph/snapshot/sha256.ts';
import { causeText, fromTop, type CheckReport, type PlacedCause, type ReportedBreach } from './check-report.ts';
import type { Written } from '../../graph/written.ts';
import { jsonText } from './json.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  high: 'error',
  warn: 'warning',
  info: 'note',
};

const folder = '%SRCROOT%';

/** One run; the same breaches give the same bytes. Places are relative to the top of the repository. */
export function checkSarif(report: CheckReport): Written {
  const ids = [...new Set(report.breaches.map(idOf))];
  const rules = ids.map((id) =>
    ruleOf(
      id,
      report.breaches.find((breach) => idOf(breach) === id),
    ),
  );
  const notifications = [
    ...report.unjudged.map(({ kind, rule, why }) => ({
      level: 'error',
      message: message(`Not judged: ${kind} ${rule}: ${why}`),
    })),
    ...(report.partial === undefined ? [] : [{ level: 'error', message: message(report.partial) }]),
  ];
  return jsonText({
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'modscope', version: report.version, rules } },
        invocations: [
          {
            executionSuccessful: notifications.length === 0,
            ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: report.breaches.map((breach) => resultOf(breach, ids.indexOf(idOf(breach)), report)),
      },
    ],
  });
}

function idOf({ kind, rule }: ReportedBreach): string {
  return printable(kind === 'finding' ? rule : `${kind}/${rule}`);
}

function ruleOf(id: string, breach: ReportedBreach | undefined): object {
  const code = Object.keys(meanings).find((one): one is FindingCode => one === breach?.rule);
  const means = breach?.kind === 'finding' && code !== undefined ? meanings[code].means : undefined;
  const what =
    breach?.kind === 'limit' ? `The limit of ${breach.rule}` : (means ?? `Forbidden: ${breach?.reason ?? ''}`);
  return {
    id,
    shortDescription: message(what),
    ...(breach === undefined || breach.kind === 'limit'
      ? {}
      : { defaultConfiguration: { level: levels[breach.severity] } }),
  };
}

function resultOf(breach: ReportedBreach, ruleIndex: number, { prefix, configUri }: CheckReport): object {
  const { kind, rule, severity, subject, message: said, line, path, cause, remedy } = breach;
  const [first, ...others] = cause;
  const advice = remedyLine(remedy);
  const remedied = advice === '' ? '' : ` ${advice}`;
  const way = path.length > 1 ? ` It comes by ${path.join(' → ')}.` : '';
  const atPolicy = configUri === undefined || line === undefined ? undefined : physical(configUri, line);
  const place = first === undefined ? (atPolicy ?? physical(fromTop(prefix, 'go.mod'))) : placeOf(first, prefix);
  const related = [
    ...others.slice(0, mostRelated).map((one) => ({ ...placeOf(one, prefix), message: message(causeText(one)) })),
    ...(atPolicy === undefined || first === undefined ? [] : [{ ...atPolicy, message: message('The rule.') }]),
  ];
  return {
    ruleId: idOf(breach),
    ruleIndex,
    level: levels[severity],
    message: message(`${said}${/[.!?]$/.test(said) ? '' : '.'}${way}${remedied}`),
    locations: [
      {
        ...place,
        logicalLocations: [{ fullyQualifiedName: printable(subject), kind: kind === 'limit' ? 'count' : 'module' }],
      },
    ],
    ...(related.length === 0 ? {} : { relatedLocations: related.map((one, id) => ({ id, ...one })) }),
    partialFingerprints: { 'modscope/v1': sha256(json([kind, rule, subject.replace(/@.*/s, '')])) },
    properties: {
      path,
      remedy: remedyFields(remedy),
      ...(breach.reason === undefined ? {} : { reason: breach.reason }),
    },
  };
}

/** Other lines of go.mod that a viewer is shown beside the first. */
const mostRelated = 10;

function placeOf({ file, line }: PlacedCause, prefix: string): { physicalLocation: object } {
  return physical(fromTop(prefix, file), line);
}

function physical(file: string, line?: number): { physicalLocation: object } {
  const uri = file
    .split('/')
    .map((part) => encodeURIComponent(printable(part)))
    .join('/');
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: folder },
      ...(line === undefined ? {} : { region: { startLine: line } }),
    },
  };
}

/** Braces are doubled (3.11.5, placeholders), and nothing becomes a link (3.11.6): a name is text. */
function message(text: string): { text: string } {
  return { text: printable(text).replace(/[{}]/g, '$&$&').replaceAll('](', '] (') };
}
