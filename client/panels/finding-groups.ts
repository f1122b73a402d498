/** Findings of one kind as one sentence with its count and its worst case: what the strip under the filters shows. */
import { pathLabel } from '../../drawing/face/label.ts';
import { printable } from '../../drawing/face/printable.ts';
import type { Glyph } from '../../drawing/scene/types.ts';
import type { Conflict, Cycle, Finding, FindingCode, Grade, Severity } from '../../graph/findings/types.ts';
import { splitName } from '../../graph/model/name.ts';
import { compareCodes, kindOf } from './finding-kinds.ts';
import { withThousands } from '../../drawing/scene/receipt.ts';
import { counted } from './parts/counts.ts';
import type { Tone } from './parts/marks.ts';

/** A few words, those in mono set apart: module paths and names. */
export type Words = readonly (string | { readonly mono: string })[];

export interface FindingGroup {
  /** A finding code, or `jump`: conflicts across a major, a v0 minor or a pre-release. */
  readonly id: FindingCode | 'jump';
  readonly severity: Severity;
  readonly mark: Glyph;
  /** Colour of the mark where it is not the mark's own. */
  readonly tone?: Tone;
  /** `17 modules passed over a major or v0 minor`. */
  readonly title: string;
  /** The worst case, or the first ones by name. */
  readonly detail: Words;
  readonly count: number;
  /** Nodes of the model it marks, ascending. */
  readonly nodes: readonly number[];
  /** Shows exactly these, where the query language has a word for them. */
  readonly query?: string;
}

const weight: Readonly<Record<Severity, number>> = { error: 0, high: 1, warn: 2, info: 3 };

/** What the selected version of a path passed over, widest first. */
const jumpWords: ReadonlyMap<Grade, string> = new Map([
  ['major-jump', 'major'],
  ['v0-jump', 'v0 minor'],
  ['prerelease-jump', 'pre-release'],
]);

/** Paths whose selected version passed over a major, a v0 minor or a pre-release. */
export function jumpedPaths(conflicts: readonly Conflict[]): ReadonlySet<string> {
  return new Set(conflicts.filter(({ grade }) => jumpWords.has(grade)).map(({ path }) => path));
}

/** The group that a finding is counted in, by the strip and by the list alike; undefined for what only lost within a major, which is the rule. */
export function groupOf({ code, subject }: Finding, jumped: ReadonlySet<string>): FindingGroup['id'] | undefined {
  if (code !== 'superseded') return code;
  return jumped.has(splitName(subject).path) ? 'jump' : undefined;
}

/** `17 modules passed over a major or v0 minor`: what of these the conflicts passed over. */
export function jumpTitle(count: number, conflicts: readonly Conflict[]): string {
  const over = [...jumpWords]
    .filter(([grade]) => conflicts.some((each) => each.grade === grade))
    .map(([, word]) => word);
  const last = over.pop() ?? '';
  return `${counted(count, 'module')} passed over a ${over.length === 0 ? last : `${over.join(', ')} or ${last}`}`;
}

/** How many findings there are, and how many of them are errors: said by the strip, the tab and the list. */
export function findingCounts(findings: readonly Finding[]): { readonly total: number; readonly errors: number } {
  return { total: findings.length, errors: findings.filter(({ severity }) => severity === 'error').length };
}

/** Groups, errors first, then high, warn, info. Conflicts that only lost within a major are the rule and make no group. */
export function makeGroups(
  findings: readonly Finding[],
  conflicts: readonly Conflict[],
  cycles: readonly Cycle[],
): FindingGroup[] {
  const byCode = new Map<FindingCode, Finding[]>();
  for (const finding of findings) {
    // Conflicts and cycles have lists of their own, which say more.
    if (finding.code === 'superseded' || finding.code === 'cycle') continue;
    const same = byCode.get(finding.code);
    if (same === undefined) byCode.set(finding.code, [finding]);
    else same.push(finding);
  }
  const groups = [
    ...Array.from(byCode, ([code, same]) => ofCode(code, same)),
    ...jumps(findings, conflicts),
    ...ofCycles(cycles),
  ];
  const code = (group: FindingGroup): FindingCode => (group.id === 'jump' ? 'superseded' : group.id);
  return groups.sort((a, b) => weight[a.severity] - weight[b.severity] || compareCodes(code(a), code(b)));
}

function ofCode(code: FindingCode, same: readonly Finding[]): FindingGroup {
  const severity = same.reduce((a, b) => (weight[b.severity] < weight[a.severity] ? b : a)).severity;
  const kind = kindOf({ code, severity });
  return {
    id: code,
    severity,
    mark: kind.mark,
    ...(kind.tone === undefined ? {} : { tone: kind.tone }),
    title: `${withThousands(same.length)} ${same.length === 1 ? kind.one : kind.many}`,
    detail: kind.note === undefined ? names(same.map((finding) => splitName(finding.subject).path)) : [kind.note],
    count: same.length,
    nodes: ascending(same.flatMap((finding) => finding.nodes)),
    ...(kind.query === undefined ? {} : { query: kind.query }),
  };
}

function jumps(findings: readonly Finding[], conflicts: readonly Conflict[]): FindingGroup[] {
  const found = conflicts.filter(({ grade }) => jumpWords.has(grade));
  const [first] = found;
  if (first === undefined) return [];
  const largest = found.reduce((a, b) => (b.required.length > a.required.length ? b : a), first);
  const jumped = jumpedPaths(conflicts);
  const marked = findings.filter((finding) => groupOf(finding, jumped) === 'jump');
  return [
    {
      id: 'jump',
      severity: 'warn',
      mark: 'warn',
      title: jumpTitle(found.length, conflicts),
      detail: [
        'largest: ',
        { mono: name(largest.path) },
        `, ${withThousands(largest.required.length)} versions asked for`,
      ],
      count: found.length,
      nodes: ascending(marked.flatMap(({ nodes }) => nodes)),
      query: 'is:conflict',
    },
  ];
}

function ofCycles(cycles: readonly Cycle[]): FindingGroup[] {
  const [first] = cycles;
  if (first === undefined) return [];
  const largest = cycles.reduce((a, b) => (b.members.length > a.members.length ? b : a), first);
  const member = splitName(largest.members[0] ?? '').path;
  return [
    {
      id: 'cycle',
      severity: 'info',
      mark: 'cycle',
      title: cycles.length === 1 ? '1 cycle' : `${withThousands(cycles.length)} cycles`,
      detail: [
        `${cycles.length === 1 ? 'of' : 'largest:'} ${withThousands(largest.members.length)}, `,
        { mono: name(member) },
      ],
      count: cycles.length,
      nodes: ascending(cycles.flatMap((cycle) => cycle.nodes)),
      query: 'is:cycle',
    },
  ];
}

/** The first two by name, and how many more. */
function names(paths: readonly string[]): Words {
  const [first, second, ...rest] = [...new Set(paths)].map((path) => ({ mono: name(path) }));
  if (first === undefined) return [];
  if (second === undefined) return [first];
  return rest.length === 0
    ? [first, ' and ', second]
    : [first, ', ', second, ` and ${withThousands(rest.length)} more`];
}

/** What a path is called on its box, with what precedes it where that is short. */
function name(path: string): string {
  const label = pathLabel(path);
  const whole = label.prefix === '' ? label.name : `${label.prefix}/${label.name}`;
  return printable(whole.length <= 28 ? whole : label.name);
}

function ascending(nodes: readonly number[]): number[] {
  return [...new Set(nodes)].sort((a, b) => a - b);
}
