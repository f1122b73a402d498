/** The faces of a closed cycle and of folded leaves: boxes of two lines that open in place. */
import type { Model } from '../../graph/model/model.ts';
import { NodeKind } from '../../graph/model/module-graph.ts';
import type { Box } from '../../graph/view/types.ts';
import type { Face, NameLevel } from '../scene/types.ts';
import type { PathChange } from '../../graph/diff/union.ts';
import { counted } from '../words/counted.ts';
import { changedLines } from './change.ts';
import { versionLabel } from './label.ts';
import type { Labels } from './labels.ts';
import { heaviestFirst, type Mark, type Marks } from './marks.ts';
import { listTitle } from './titles.ts';
import { faceAt } from './one-line.ts';
import { cutToWidth } from './widths.ts';

/** Room for the names of folded leaves: 18 columns. */
const leavesRoom = 110;

interface Said {
  readonly level: NameLevel;
  readonly labels: Labels;
}

/** Named after its best known member: main, direct, most required, first. */
export function cycleFace(model: Model, box: Box, marks: Marks, { level, labels }: Said): Face {
  const named = namesake(model, box.nodes);
  const { name, prefix } = labels.of(model.graph.paths[model.graph.pathOf[named] ?? -1] ?? '');
  const direct = box.nodes.some((node) => model.direct[node] === 1);
  const version = `${box.nodes.length} in a cycle`;
  return {
    ...faceAt(level, {
      name,
      shortName: `${name} + ${box.nodes.length - 1}`,
      second: prefix,
      version: level === 'full' ? version : '',
      bar: direct,
      marks: joined(box, marks, [{ glyph: 'cycle', colour: 'cycle' }]),
    }),
    ...several,
    direct,
    border: 'double',
    cycle: true,
    sheets: 0,
    title: listTitle(model, `cycle of ${box.nodes.length}`, box.nodes),
  };
}

/** `10 leaves` over the names they begin with. */
export function leavesFace(
  model: Model,
  box: Box,
  marks: Marks,
  { level, labels }: Said,
  what = `${box.nodes.length} leaves`,
): Face {
  const names = box.nodes.map((node) => labels.of(model.graph.paths[model.graph.pathOf[node] ?? -1] ?? '').name);
  const direct = box.nodes.some((node) => model.direct[node] === 1);
  const second = cutToWidth(names.join(', '), 'prefix', leavesRoom);
  return {
    ...faceAt(level, {
      name: what,
      shortName: `${names[0] ?? ''} + ${box.nodes.length - 1}`,
      second,
      version: '',
      bar: direct,
      marks: [{ glyph: 'open', colour: 'info' }, ...joined(box, marks, [])],
    }),
    ...several,
    direct,
    border: 'plain',
    cycle: false,
    sheets: 2,
    title: listTitle(model, what, box.nodes),
  };
}

/** Direct requirements that the budget leaves no box of their own. */
export function restFace(model: Model, box: Box, marks: Marks, said: Said): Face {
  const what = `${box.nodes.length} more direct`;
  return { ...leavesFace(model, box, marks, said, what), title: listTitle(model, what, box.nodes) };
}

/** A changed line of go.mod and what follows from it: named by the path that the line is about, with what became of that. */
export function causeFace(
  model: Model,
  box: Box,
  { level, labels }: Said,
  changes: ReadonlyMap<string, PathChange>,
): Face {
  const { cause = '', nodes } = box;
  const change = changes.get(cause);
  const others = nodes.length - (change === undefined ? 0 : 1);
  const { name, prefix } = labels.of(cause);
  const what = cause === '' ? moreChanges(others) : `${name} and ${others} that follow from it`;
  const own = nodes.find((node) => model.graph.paths[model.graph.pathOf[node] ?? -1] === cause);
  return {
    ...faceAt(level, {
      name: cause === '' ? what : `${name} + ${others}`,
      second: cause === '' ? '' : prefix,
      version: own === undefined ? '' : versionLabel(model.graph.versions[own] ?? ''),
      bar: own !== undefined && model.direct[own] === 1,
      marks: [{ glyph: 'open', colour: 'info' }],
      ...(change === undefined ? {} : changedLines(change)),
    }),
    ...several,
    direct: own !== undefined && model.direct[own] === 1,
    border: 'plain',
    cycle: false,
    sheets: 2,
    title: listTitle(model, what, nodes),
    change: change?.kind ?? 'changed',
  };
}

/** `101 more changes`: of lines that have no box of their own, or of none. */
export function moreChanges(count: number): string {
  return counted(count, 'more change');
}

const several = { main: false, failed: false, ticks: [] } as const;

function namesake(model: Model, nodes: readonly number[]): number {
  const weight = (node: number): number => {
    const requirers = (model.graph.in.offsets[node + 1] ?? 0) - (model.graph.in.offsets[node] ?? 0);
    const standing = model.graph.kind[node] === NodeKind.main ? 2 : (model.direct[node] ?? 0);
    return standing * (model.graph.size + model.graph.in.targets.length) + requirers;
  };
  return nodes.reduce((best, node) => (weight(node) > weight(best) ? node : best), nodes[0] ?? -1);
}

/** Of what is inside, only what asks for a look is shown on the box: warn and heavier. */
const worthShowing: ReadonlySet<Mark['glyph']> = new Set([
  'error',
  'high',
  'two-majors',
  'retracted',
  'warn',
  'deprecated',
]);

function joined(box: Box, marks: Marks, own: readonly Mark[]): Mark[] {
  const all = new Map(own.map((mark) => [mark.glyph, mark]));
  for (const node of box.nodes)
    for (const mark of marks.of(node)) if (worthShowing.has(mark.glyph)) all.set(mark.glyph, mark);
  return [...all.values()].sort(heaviestFirst);
}
