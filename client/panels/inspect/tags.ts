/** What a module is, as short tags: the states of look.md in words. */
import type { Conflict, Cycle, Finding, FindingCode } from '../../../graph/findings/types.ts';
import { constraints } from '../../../graph/packages/constraints.ts';
import { importStates, type ImportState } from '../../../graph/packages/states.ts';
import type { Model } from '../../../graph/model/model.ts';
import { nodeName, NodeKind } from '../../../graph/model/module-graph.ts';
import type { Glyph } from '../../../drawing/scene/types.ts';
import type { Tone } from '../parts/marks.ts';
import { isSelected } from '../../../graph/explain/neighbours.ts';
import { tagText } from '../../words/tags.ts';

export interface Tag {
  readonly text: string;
  readonly mark?: Glyph;
  readonly tone?: Tone;
}

const gradeTags: Readonly<Record<Exclude<Conflict['grade'], 'superseded'>, Tag>> = {
  'declared-below-selected': { text: tagText.declaredBelow, mark: 'high', tone: 'high' },
  'major-jump': { text: tagText.major, mark: 'warn', tone: 'warn' },
  'v0-jump': { text: tagText.minor, mark: 'warn', tone: 'warn' },
  'prerelease-jump': { text: tagText.prerelease, mark: 'warn', tone: 'warn' },
};

const findingTags: Readonly<Partial<Record<FindingCode, Tag>>> = {
  'load-error': { text: tagText.notLoaded, mark: 'error', tone: 'high' },
  'selection-differs': { text: tagText.differs, mark: 'error', tone: 'high' },
  'excluded-require': { text: tagText.excluded, mark: 'excluded' },
  'major-coexistence': { text: tagText.twoMajors, mark: 'two-majors', tone: 'high' },
  'incompatible-selected': { text: tagText.incompatible },
  'kept-by-superseded': { text: tagText.kept, mark: 'kept' },
};

/** Being imported is as it should be: only what is not is said. */
const importTags: Readonly<Record<Exclude<ImportState, 'imported'>, string>> = tagText.imports;

function importWords(model: Model, node: number, state: Exclude<ImportState, 'imported'>): string {
  const name = nodeName(model.graph, node);
  const use = model.snapshot.packages?.elsewhere.find((one) => one.module === name);
  if (use?.constraint === constraints.test) return tagText.testOfDependency;
  return use?.constraint === constraints.tool ? tagText.tool : importTags[state];
}

export interface Known {
  readonly conflicts: readonly Conflict[];
  readonly cycles: readonly Cycle[];
  readonly findings: readonly Finding[];
}

/** Tags of a node, what it is first, then what is to be looked at. */
export function tagsOf(model: Model, node: number, known: Known): Tag[] {
  const { graph } = model;
  const tags: Tag[] = [];
  const isMain = graph.kind[node] === NodeKind.main;
  if (isMain) tags.push({ text: tagText.main });
  else if (!isSelected(model, node)) tags.push({ text: tagText.superseded });
  else tags.push({ text: model.direct[node] === 1 ? tagText.direct : tagText.indirect });
  const state = importStates(model)?.get(node);
  if (state !== undefined && state !== 'imported') tags.push({ text: importWords(model, node, state) });
  const module = model.snapshot.modules[node];
  if (module?.go !== undefined) tags.push({ text: tagText.go(module.go) });
  if (module?.replace !== undefined) tags.push({ text: tagText.replaced, mark: 'replaced', tone: 'replaced' });
  const path = graph.paths[graph.pathOf[node] ?? -1];
  const conflict = known.conflicts.find((each) => each.path === path);
  if (conflict !== undefined && conflict.grade !== 'superseded') tags.push(gradeTags[conflict.grade]);
  for (const cycle of known.cycles) {
    if (!cycle.nodes.includes(node)) continue;
    tags.push({ text: tagText.cycle(cycle.nodes.length), mark: 'cycle', tone: 'cycle' });
  }
  for (const code of new Set(known.findings.filter((each) => each.nodes.includes(node)).map((each) => each.code))) {
    const tag = findingTags[code];
    if (tag !== undefined) tags.push(tag);
  }
  return tags;
}
