/** Findings as rows, the heaviest first, those of one kind together: the same kinds, with the same counts, as in the strip. */
import type { Conflict, Finding, FindingCode, Severity } from '../../../graph/findings/types.ts';
import { withThousands } from '../../../drawing/scene/receipt.ts';
import { groupOf, jumpedPaths, jumpTitle } from '../finding-groups.ts';
import { compareCodes, kindOf } from '../finding-kinds.ts';
import type { FindingItem, List } from './items.ts';

const severities: readonly Severity[] = ['error', 'high', 'warn', 'info'];

export function findingList(findings: readonly Finding[], conflicts: readonly Conflict[]): List {
  const jumped = jumpedPaths(conflicts);
  const items = findings.map((finding, i): FindingItem => ({
    type: 'finding',
    key: `${i} ${finding.code} ${finding.subject}`,
    nodes: finding.nodes,
    filter: finding.severity,
    text: `${finding.code} ${finding.subject} ${finding.evidence}`.toLowerCase(),
    heading: groupOf(finding, jumped) ?? finding.code,
    finding,
  }));
  const heaviest = heaviestOf(items);
  const rank = ({ severity }: Finding): number => severities.indexOf(severity);
  items.sort(
    (a, b) =>
      (heaviest.get(a.heading) ?? 0) - (heaviest.get(b.heading) ?? 0) ||
      compareCodes(a.finding.code, b.finding.code) ||
      (a.heading < b.heading ? -1 : a.heading > b.heading ? 1 : 0) ||
      rank(a.finding) - rank(b.finding) ||
      (a.finding.subject < b.finding.subject ? -1 : 1),
  );
  const present = new Set(items.map((item) => item.filter));
  return {
    items,
    headings: new Map(
      items.map(({ heading, finding }) => [
        heading,
        (count) =>
          heading === 'jump'
            ? { title: jumpTitle(count, conflicts), note: '' }
            : titled(finding.code, severities[heaviest.get(heading) ?? 0] ?? finding.severity, count),
      ]),
    ),
    filters: severities
      .filter((severity) => present.has(severity))
      .map((severity) => ({ id: severity, word: severity })),
  };
}

/** Heading → place of the heaviest severity under it. */
function heaviestOf(items: readonly FindingItem[]): Map<string, number> {
  const heaviest = new Map<string, number>();
  for (const { heading, finding } of items) {
    heaviest.set(heading, Math.min(heaviest.get(heading) ?? Infinity, severities.indexOf(finding.severity)));
  }
  return heaviest;
}

function titled(code: FindingCode, severity: Severity, count: number): { title: string; note: string } {
  const kind = kindOf({ code, severity });
  return { title: `${withThousands(count)} ${count === 1 ? kind.one : kind.many}`, note: kind.note ?? '' };
}
