/** The verdict of `check` as JUnit XML, as GitLab, Jenkins and others read it: a test for each breach and each rule that holds. */
import { remedyLine } from '../../graph/remedy/words.ts';
import { xml } from '../../drawing/formats/svg/escape.ts';
import { json } from '../../graph/json-text.ts';
import { type Written, written } from '../../graph/written.ts';
import type { Breach, Policy } from '../../graph/policy/types.ts';
import { causeText, fromTop, ruleAt, type CheckReport, type ReportedBreach } from './check-report.ts';

interface Case {
  readonly group: string;
  readonly name: string;
  readonly file?: string;
  readonly line?: number;
  readonly wrong?: {
    readonly kind: 'failure' | 'error';
    readonly type: string;
    readonly message: string;
    readonly body: string;
  };
}

/** No times and no host: the same breaches give the same bytes. */
export function checkJunit(report: CheckReport, policy: Policy): Written {
  const cases = [
    ...report.breaches.map((breach) => breachCase(breach, report)),
    ...gapCases(report),
    ...heldCases(report, policy),
  ];
  const count = (kind: 'failure' | 'error'): string => String(cases.filter(({ wrong }) => wrong?.kind === kind).length);
  const counts = `tests="${String(cases.length)}" failures="${count('failure')}" errors="${count('error')}"`;
  return written(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="modscope" ${counts}>`,
      `  <testsuite name="modscope check" ${counts} skipped="0">`,
      ...cases.map(caseXml),
      '  </testsuite>',
      '</testsuites>',
      '',
    ].join('\n'),
  );
}

function breachCase(breach: ReportedBreach, { config, prefix }: CheckReport): Case {
  const { kind, rule, severity, subject, message, line, path, cause, remedy } = breach;
  const [first] = cause;
  const place = ruleAt(config, line);
  const body = [
    message,
    ...(path.length > 1 ? [`path: ${path.join(' → ')}`] : []),
    ...cause.map((one) => `cause: ${causeText(one)}`),
    ...(remedyLine(remedy) === '' ? [] : [`remedy: ${remedyLine(remedy)}`]),
    ...(place === undefined ? [] : [`rule: ${place}`]),
  ].join('\n');
  return {
    group: `modscope.${kind}`,
    name: kind === 'limit' ? rule : `${rule}: ${subject}`,
    ...(first === undefined ? {} : { file: fromTop(prefix, first.file) }),
    ...(first?.line === undefined ? {} : { line: first.line }),
    wrong: { kind: 'failure', type: severity, message, body },
  };
}

function gapCases({ unjudged, partial }: CheckReport): Case[] {
  return [
    ...unjudged.map(({ kind, rule, why }): Case => ({
      group: `modscope.${kind}`,
      name: rule,
      wrong: { kind: 'error', type: 'not-judged', message: `Not judged: ${why}`, body: why },
    })),
    ...(partial === undefined
      ? []
      : [
          {
            group: 'modscope',
            name: 'go',
            wrong: { kind: 'error', type: 'go-failed', message: partial, body: partial },
          } as const,
        ]),
  ];
}

/** Rules that nothing breaks: a report in which they do not stand would not show that they were judged. */
function heldCases({ breaches, unjudged, findings }: CheckReport, { forbid, limits }: Policy): Case[] {
  const key = (kind: string, rule: string): string => json([kind, rule]);
  const told = new Set([...breaches, ...unjudged].map(({ kind, rule }) => key(kind, rule)));
  const held = (kind: Breach['kind'], rule: string): Case[] =>
    told.has(key(kind, rule)) ? [] : [{ group: `modscope.${kind}`, name: rule }];
  const quiet = findings !== 'off' && ![...breaches, ...unjudged].some(({ kind }) => kind === 'finding');
  return [
    ...forbid.flatMap(({ query }) => held('forbid', query)),
    ...limits.flatMap(({ word }) => held('limit', word)),
    ...(quiet ? [{ group: 'modscope.finding', name: `none from ${findings} on` }] : []),
  ];
}

function caseXml({ group, name, file, line, wrong }: Case): string {
  const more = `${file === undefined ? '' : ` file="${xml(file)}"`}${line === undefined ? '' : ` line="${String(line)}"`}`;
  const head = `    <testcase classname="${xml(group)}" name="${xml(name)}"${more}`;
  if (wrong === undefined) return `${head}/>`;
  const body = wrong.body.split('\n').map(xml).join('\n');
  return [
    `${head}>`,
    `      <${wrong.kind} type="${xml(wrong.type)}" message="${xml(wrong.message)}">${body}</${wrong.kind}>`,
    '    </testcase>',
  ].join('\n');
}
