/** Findings as rows, the heaviest first, those of one kind together: the same kinds, with the same counts, as in the strip. */
import type { Conflict, Finding } from '../../../graph/findings/types.ts';
import { row } from '../../../graph/model/adjacency.ts';
import type { Model } from '../../../graph/model/model.ts';
import { joinName, splitName } from '../../../graph/model/name.ts';
import { pseudoCommit } from '../../../graph/version/semver.ts';
import { findingText } from '../../words/findings.ts';
import { groupIds, groupTitle, jumpTitle } from '../finding-groups.ts';
import { compareCodes } from '../finding-kinds.ts';
import { keyOf, mergeFindings, severities } from '../merged-findings.ts';
import type { FindingItem, List } from './items.ts';

export function findingList(model: Model, findings: readonly Finding[], conflicts: readonly Conflict[]): List {
  const idOf = groupIds(findings);
  const known = knownOf(model, conflicts);
  const items = mergeFindings(findings).map((same) => itemOf(model, known, idOf(same[0]), same));
  const heaviest = heaviestOf(items);
  const rank = ({ severity }: FindingItem): number => severities.indexOf(severity);
  items.sort(
    (a, b) =>
      (heaviest.get(a.heading) ?? 0) - (heaviest.get(b.heading) ?? 0) ||
      compareCodes(a.code, b.code) ||
      (a.heading < b.heading ? -1 : a.heading > b.heading ? 1 : 0) ||
      rank(a) - rank(b) ||
      (a.subject < b.subject ? -1 : 1),
  );
  const present = new Set(items.map((item) => item.filter));
  return {
    items,
    headings: new Map(
      items.map(({ heading, findings: [first] }) => [
        heading,
        (count) => ({
          title:
            heading === 'jump'
              ? jumpTitle(count, conflicts)
              : first === undefined
                ? heading
                : groupTitle(heading, first, count),
          note: '',
        }),
      ]),
    ),
    folded: new Set(items.filter(({ severity }) => severity === 'info').map(({ heading }) => heading)),
    filters: severities
      .filter((severity) => present.has(severity))
      .map((severity) => ({ id: severity, word: findingText.severities[severity] })),
  };
}

/** Heading → place of the heaviest severity under it. */
function heaviestOf(items: readonly FindingItem[]): Map<string, number> {
  const heaviest = new Map<string, number>();
  for (const { heading, severity } of items) {
    heaviest.set(heading, Math.min(heaviest.get(heading) ?? Infinity, severities.indexOf(severity)));
  }
  return heaviest;
}

/** What is looked up for each row. */
interface Known {
  readonly paths: ReadonlyMap<string, number>;
  readonly conflicts: ReadonlyMap<string, Conflict>;
  /** `path@version` → day of the commit, and a newer version. */
  readonly days: ReadonlyMap<string, string>;
  readonly updates: ReadonlyMap<string, string>;
}

function knownOf({ graph, snapshot }: Model, conflicts: readonly Conflict[]): Known {
  const facts = snapshot.facts ?? [];
  return {
    paths: new Map(graph.paths.map((path, p) => [path, p])),
    conflicts: new Map(conflicts.map((conflict) => [conflict.path, conflict])),
    days: new Map(
      facts.flatMap(({ path, version, time }) => (time === undefined ? [] : [[joinName(path, version), time]])),
    ),
    updates: new Map(
      facts.flatMap(({ path, version, update }) => (update === undefined ? [] : [[joinName(path, version), update]])),
    ),
  };
}

function itemOf(model: Model, known: Known, heading: string, same: readonly [Finding, ...Finding[]]): FindingItem {
  const [first] = same;
  const { path, version } = splitName(first.subject);
  const selected = model.graph.selected[known.paths.get(path) ?? -1] ?? -1;
  const own = version === '' ? (model.graph.versions[selected] ?? '') : version;
  return {
    type: 'finding',
    key: keyOf(first),
    nodes: [...new Set(same.flatMap(({ nodes }) => nodes))].sort((a, b) => a - b),
    filter: first.severity,
    text: same.map(({ code, subject, evidence }) => `${code} ${subject} ${evidence}`.toLowerCase()).join(' '),
    heading,
    code: first.code,
    severity: first.severity,
    findings: same,
    subject: path,
    ...versionsOf(model, known, first, own),
    requirers: known.paths.has(path) ? requirersOf(model, known.paths.get(path) ?? -1) : undefined,
    day: pseudoCommit(own)?.day ?? known.days.get(joinName(path, own))?.slice(0, 10),
    action: actionOf(first),
  };
}

/** From which version to which, by what the finding is about. */
function versionsOf(
  model: Model,
  known: Known,
  { code, subject, nodes }: Finding,
  own: string,
): Pick<FindingItem, 'from' | 'to'> {
  const { path } = splitName(subject);
  switch (code) {
    case 'superseded':
      return { from: known.conflicts.get(path)?.required.at(-1)?.version ?? '', to: own };
    case 'declared-below-selected': {
      const line = model.snapshot.mains.flatMap(({ require }) => require).find((each) => each.path === path);
      return { from: line?.version ?? '', to: own };
    }
    case 'replaced': {
      const replace = model.snapshot.modules[nodes[0] ?? -1]?.replace;
      return { from: own, to: replace === undefined ? '' : joinName(replace.path, replace.version ?? '') };
    }
    default:
      return { from: own, to: known.updates.get(joinName(path, own)) ?? '' };
  }
}

/** How many selected modules require any version of a path. */
function requirersOf({ graph }: Model, path: number): number {
  const found = new Set<number>();
  for (let node = graph.firstOfPath[path] ?? 0; node < (graph.firstOfPath[path + 1] ?? 0); node++) {
    for (const from of row(graph.in, node)) {
      if (graph.pathOf[from] !== path && graph.selected[graph.pathOf[from] ?? -1] === from) found.add(from);
    }
  }
  return found.size;
}

/** A command of modscope itself is a button of the panel: the row says what it does. */
function actionOf({ remedy }: Finding): FindingItem['action'] {
  if (remedy.view !== undefined) return { word: findingText.explain, isCommand: false };
  if (remedy.command !== undefined && !remedy.command.startsWith('modscope '))
    return { word: remedy.command.split(' ').slice(0, 3).join(' '), isCommand: true };
  if (remedy.edits !== undefined) return { word: findingText.edit, isCommand: false };
  return { word: remedy.words === '' ? '' : findingText.read, isCommand: false };
}
