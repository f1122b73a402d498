/** Findings as rows, the heaviest first, those of one kind together. */
import type { Finding, Severity } from '../../../graph/findings/types.ts';
import { withThousands } from '../../../drawing/scene/receipt.ts';
import { compareCodes, kindOf } from '../finding-kinds.ts';
import type { FindingItem, List } from './items.ts';

const severities: readonly Severity[] = ['error', 'high', 'warn', 'info'];

export function findingList(findings: readonly Finding[]): List {
  const items = findings.map((finding, i): FindingItem => ({
    type: 'finding',
    key: `${i} ${finding.code} ${finding.subject}`,
    nodes: finding.nodes,
    filter: finding.severity,
    text: `${finding.code} ${finding.subject} ${finding.evidence}`.toLowerCase(),
    heading: `${finding.severity} ${finding.code}`,
    finding,
  }));
  items.sort(
    (a, b) =>
      severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity) ||
      compareCodes(a.finding.code, b.finding.code) ||
      (a.finding.subject < b.finding.subject ? -1 : 1),
  );
  const present = new Set(items.map((item) => item.filter));
  return {
    items,
    headings: new Map(
      items.map(({ heading, finding }) => [
        heading,
        (count) => {
          const kind = kindOf(finding);
          return { title: `${withThousands(count)} ${count === 1 ? kind.one : kind.many}`, note: kind.note ?? '' };
        },
      ]),
    ),
    filters: severities
      .filter((severity) => present.has(severity))
      .map((severity) => ({ id: severity, word: severity })),
  };
}
