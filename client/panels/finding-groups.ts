/** Findings of one kind as one sentence with its count and its worst case: what the strip under the filters shows. */
import { pathLabel } from '../../drawing/face/label.ts';
import { printable } from '../../drawing/face/printable.ts';
import type { Glyph } from '../../drawing/scene/types.ts';
import type { Conflict, Cycle, Finding, FindingCode, Grade, Severity } from '../../graph/findings/types.ts';
import { splitName } from '../../graph/model/name.ts';
import { compareCodes, kindOf } from './finding-kinds.ts';
import { mergeFindings, severities } from './merged-findings.ts';
import type { Tone } from './parts/marks.ts';
import { sentenceText } from '../words/strip.ts';

/** A few words, those in mono set apart: module paths and names. */
export type Words = readonly (string | { readonly mono: string })[];

export interface FindingGroup {
  /** See groupIds. */
  readonly id: string;
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly mark: Glyph;
  /** Colour of the mark where it is not the mark's own. */
  readonly tone?: Tone;
  /** `17 modules jumped a major or v0 minor version`. */
  readonly title: string;
  /** The worst case, or the first ones by name. */
  readonly detail: Words;
  readonly count: number;
  /** Nodes of the model it marks, ascending. */
  readonly nodes: readonly number[];
  /** Shows exactly these, where the query language has a word for them. */
  readonly query?: string;
}

const weight = ({ severity }: Pick<Finding, 'severity'>): number => severities.indexOf(severity);

/** What the selected version of a path jumped, widest first. */
const jumpWords: ReadonlyMap<Grade, string> = new Map([
  ['major-jump', sentenceText.major],
  ['v0-jump', sentenceText.minor],
]);

/**
 * The id of the group that a finding is counted in, by the strip and by the list alike: its code, or `jump` for what lost
 * across a major or a v0 minor. Where some of a code are worth a look and some only to be known, these stand apart.
 */
export function groupIds(findings: readonly Finding[]): (finding: Finding) => string {
  const heavy = new Set(findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code));
  return ({ code, severity }) => {
    if (code === 'superseded') return severity === 'info' ? code : 'jump';
    return severity === 'info' && heavy.has(code) ? `${code}-info` : code;
  };
}

/** `17 modules jumped a major or v0 minor version`: what of these the conflicts jumped. */
export function jumpTitle(count: number, conflicts: readonly Conflict[]): string {
  const over = [...jumpWords]
    .filter(([grade]) => conflicts.some((each) => each.grade === grade))
    .map(([, word]) => word);
  return sentenceText.jumped(count, over);
}

/** Groups, errors first, then high, warn, info. Conflicts that only lost within a major are the rule and make no group. */
export function makeGroups(
  findings: readonly Finding[],
  conflicts: readonly Conflict[],
  cycles: readonly Cycle[],
): FindingGroup[] {
  const idOf = groupIds(findings);
  const byId = new Map<string, Finding[]>();
  for (const finding of findings) {
    // Conflicts and cycles have lists of their own, which say more.
    if (finding.code === 'superseded' || finding.code === 'cycle') continue;
    const id = idOf(finding);
    const same = byId.get(id);
    if (same === undefined) byId.set(id, [finding]);
    else same.push(finding);
  }
  const groups = [
    ...Array.from(byId, ([id, same]) => ofFindings(id, same)).flat(),
    ...jumps(findings, conflicts),
    ...ofCycles(cycles),
  ];
  return groups.sort((a, b) => weight(a) - weight(b) || compareCodes(a.code, b.code));
}

function ofFindings(id: string, same: readonly Finding[]): FindingGroup[] {
  const [first] = [...same].sort((a, b) => weight(a) - weight(b));
  if (first === undefined) return [];
  const { code, severity } = first;
  const kind = kindOf(first);
  const count = mergeFindings(same).length;
  return [
    {
      id,
      code,
      severity,
      mark: kind.mark,
      ...(kind.tone === undefined ? {} : { tone: kind.tone }),
      title: groupTitle(id, first, count),
      detail: kind.note === undefined ? names(same.map((finding) => splitName(finding.subject).path)) : [kind.note],
      count,
      nodes: ascending(same.flatMap((finding) => finding.nodes)),
      ...(kind.query === undefined ? {} : { query: kind.query }),
    },
  ];
}

/** `2 modules are deprecated`; what is only to be known of a code that has heavier ones says so. */
export function groupTitle(id: string, finding: Finding, count: number): string {
  const kind = kindOf(finding);
  const title = sentenceText.title(count, kind);
  return id === finding.code ? title : sentenceText.forInformation(title);
}

function jumps(findings: readonly Finding[], conflicts: readonly Conflict[]): FindingGroup[] {
  const found = conflicts.filter(({ grade }) => jumpWords.has(grade));
  const [first] = found;
  if (first === undefined) return [];
  const largest = found.reduce((a, b) => (b.required.length > a.required.length ? b : a), first);
  const idOf = groupIds(findings);
  const marked = findings.filter((finding) => idOf(finding) === 'jump');
  return [
    {
      id: 'jump',
      code: 'superseded',
      severity: 'warn',
      mark: 'warn',
      title: jumpTitle(found.length, conflicts),
      detail: [sentenceText.largest, { mono: name(largest.path) }, sentenceText.requested(largest.required.length)],
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
      code: 'cycle',
      severity: 'info',
      mark: 'cycle',
      title: sentenceText.cycles(cycles.length),
      detail: [sentenceText.members(largest.members.length, cycles.length === 1), { mono: name(member) }],
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
    ? [first, sentenceText.and, second]
    : [first, ', ', second, sentenceText.andMore(rest.length)];
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
