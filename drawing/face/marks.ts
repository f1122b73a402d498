/** Which marks a module carries, from what was found about it; and the one table of marks: glyph, colour, words, order. */
import type { Conflict, Cycle, Finding, Severity } from '../../graph/findings/types.ts';
import type { Model } from '../../graph/model/model.ts';
import { joinName } from '../../graph/model/name.ts';
import type { Glyph } from '../scene/types.ts';
import type { Token } from '../theme/tokens.ts';

export interface Mark {
  readonly glyph: Glyph;
  readonly colour: Token;
  /** How many versions were asked for; glyph `low` shows it. */
  readonly count?: number;
  /** It could not be loaded: an error that is about what is in the box, not about what it is asked for. */
  readonly failed?: true;
  /** A cycle of module paths: among every version there is none, so scope all does not draw it. */
  readonly ofPaths?: true;
}

export interface Marks {
  /** Marks of a node, heaviest first. */
  readonly of: (node: number) => readonly Mark[];
}

export interface Found {
  readonly findings: readonly Finding[];
  readonly conflicts: readonly Conflict[];
  readonly cycles: readonly Cycle[];
}

/** Heaviest first (the look: right to left by weight), with what the title of a box says of it. */
export const markOrder: readonly { readonly glyph: Glyph; readonly state: string }[] = [
  { glyph: 'error', state: 'has an error' },
  { glyph: 'high', state: 'needs attention' },
  { glyph: 'two-majors', state: 'stands beside another major version' },
  { glyph: 'retracted', state: 'retracted' },
  { glyph: 'warn', state: 'skipped a major or v0 minor' },
  { glyph: 'deprecated', state: 'deprecated' },
  { glyph: 'cycle', state: 'in a cycle' },
  { glyph: 'replaced', state: 'replaced' },
  { glyph: 'low', state: 'required at more than one version' },
  { glyph: 'excluded', state: 'a version of it is excluded' },
  { glyph: 'kept', state: 'required only by superseded versions' },
];
const rank = new Map<Glyph, number>(markOrder.map((row, place) => [row.glyph, place]));

const severityColour: Readonly<Record<Severity, Token>> = { error: 'high', high: 'high', warn: 'warn', info: 'info' };
const severityGlyph: Readonly<Record<Severity, Glyph>> = { error: 'error', high: 'high', warn: 'warn', info: 'low' };

/** The mark of one finding; undefined for a kind that marks no box (contracts: one table code → mark). */
export function markOfFinding(finding: Pick<Finding, 'code' | 'severity'>): Mark | undefined {
  const colour = severityColour[finding.severity];
  switch (finding.code) {
    case 'load-error':
    case 'checksum-mismatch':
    case 'go-too-new':
      return { glyph: 'error', colour: 'high', failed: true };
    case 'workspace-use-missing':
    case 'workspace-use-repeated':
    case 'workspace-replace-conflict':
    case 'selection-differs':
    case 'ambiguous-import':
    case 'import-cycle':
      return { glyph: 'error', colour: 'high' };
    case 'declared-below-selected':
    case 'superseded':
      return { glyph: severityGlyph[finding.severity], colour };
    case 'major-coexistence':
      return finding.severity === 'info' ? undefined : { glyph: 'two-majors', colour };
    case 'vulnerable':
      return finding.severity === 'info' ? undefined : { glyph: 'high', colour };
    case 'selected-retracted':
      return { glyph: 'retracted', colour: 'high' };
    case 'deprecated':
      return { glyph: 'deprecated', colour: 'warn' };
    case 'not-tidy':
    case 'version-query':
      return { glyph: 'warn', colour: 'warn' };
    case 'excluded-require':
      return { glyph: 'excluded', colour: 'info' };
    case 'replaced':
      return { glyph: 'replaced', colour: 'replaced' };
    case 'kept-by-superseded':
      return { glyph: 'kept', colour: 'info' };
    case 'cycle':
      return { glyph: 'cycle', colour: 'cycle' };
    case 'listed-not-imported':
    case 'replace-unused':
    case 'not-installable':
    case 'incompatible-selected':
    case 'update-available':
    case 'toolchain-mismatch':
    case 'proxy-settings':
    case 'pruned-frontier':
      return undefined;
  }
}

/**
 * The marks of a model. A grade above superseded is drawn as `warn` on the selected version; declared-below-selected is
 * drawn by its finding alone, which knows whether it is an error. Superseded gives `low`, which faces draw when asked.
 */
export function marksOf(model: Model, found: Found): Marks {
  const marks = new Map<number, Map<Glyph, Mark>>();
  const add = (node: number, mark: Mark): void => {
    const here = marks.get(node) ?? new Map<Glyph, Mark>();
    if (here.size === 0) marks.set(node, here);
    const known = here.get(mark.glyph);
    const says = mark.count !== undefined || mark.failed === true || (known?.ofPaths === true && mark.ofPaths !== true);
    if (known === undefined || says) here.set(mark.glyph, mark);
  };
  for (const finding of found.findings) {
    const mark = markOfFinding(finding);
    // Which kind of cycle it is, the cycles below say.
    if (mark !== undefined && mark.glyph !== 'cycle') for (const node of finding.nodes) add(node, mark);
  }
  const selected = selectedByPath(model);
  for (const conflict of found.conflicts) {
    const node = selected.get(conflict.path);
    if (node === undefined || conflict.grade === 'declared-below-selected') continue;
    if (conflict.grade === 'superseded') add(node, { glyph: 'low', colour: 'info', count: conflict.required.length });
    else add(node, { glyph: 'warn', colour: 'warn' });
  }
  for (const cycle of found.cycles) for (const node of cycle.nodes) add(node, cycleMark(cycle));
  addFacts(model, add);
  const sorted = new Map([...marks].map(([node, here]) => [node, [...here.values()].sort(heaviestFirst)]));
  return { of: (node) => sorted.get(node) ?? [] };
}

export function heaviestFirst(a: Mark, b: Mark): number {
  return (rank.get(a.glyph) ?? markOrder.length) - (rank.get(b.glyph) ?? markOrder.length);
}

function cycleMark(cycle: Cycle): Mark {
  return { glyph: 'cycle', colour: 'cycle', ...(cycle.kind === 'path' ? { ofPaths: true } : {}) };
}

function selectedByPath(model: Model): Map<string, number> {
  const byPath = new Map<string, number>();
  model.graph.paths.forEach((path, place) => {
    const node = model.graph.selected[place] ?? -1;
    if (node !== -1) byPath.set(path, node);
  });
  return byPath;
}

/** Replacements stand in the snapshot, retractions and deprecations in its facts: they need no finding to be drawn. */
function addFacts(model: Model, add: (node: number, mark: Mark) => void): void {
  const facts = new Map((model.snapshot.facts ?? []).map((fact) => [joinName(fact.path, fact.version), fact]));
  model.snapshot.modules.forEach((module, node) => {
    if (module.replace !== undefined) add(node, { glyph: 'replaced', colour: 'replaced' });
    const fact = facts.get(joinName(module.path, module.version));
    if (fact?.retracted !== undefined && fact.retracted.length > 0) add(node, { glyph: 'retracted', colour: 'high' });
    if (fact?.deprecated !== undefined) add(node, { glyph: 'deprecated', colour: 'warn' });
  });
}
