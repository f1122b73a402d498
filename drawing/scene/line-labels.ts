/** What stands on the lines of a cycle's own view: which version each requirement names, and which is selected. */
import { requirementsOf } from '../../graph/explain/neighbours.ts';
import { components } from '../../graph/walk/components.ts';
import { NodeKind } from '../../graph/model/module-graph.ts';
import { shownVersion } from '../../graph/version/shown.ts';
import { scopeGraph } from '../../graph/view/scope.ts';
import type { View } from '../../graph/view/types.ts';
import { versionLabel } from '../face/label.ts';
import { textWidth } from '../face/widths.ts';
import { pointsAlong, type Point } from './points.ts';
import type { SceneBox, SceneLabel, SceneLine } from './types.ts';

/** More members have more lines than can be labelled. */
const mostMembers = 12;
/** Height of a label, and the room around its text, pixels. */
const height = 15;
const padding = 4;
/** Shares of a line's length at which its label is tried, best first. */
const places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9] as const;

/** True where a view shows the members of one cycle and nothing else. */
export function isCycleAlone({ model, options, boxes, matched }: View): boolean {
  if (matched.length < 2 || matched.length > mostMembers || options.query.trim() === '') return false;
  if (boxes.some(({ kind }) => kind !== 'module') || matched.some((node) => model.graph.kind[node] === NodeKind.main))
    return false;
  const graph = scopeGraph(model, options.scope);
  const { of } = components(graph);
  const parts = new Set(matched.map((node) => of[graph.localOf[node] ?? -1]));
  return parts.size === 1;
}

/** A label a line, where one has room between boxes and other labels; a line without room has none, and its menu says it. */
export function lineLabels(
  view: View,
  boxes: readonly Pick<SceneBox, 'id' | 'x' | 'y' | 'width' | 'height' | 'nodes'>[],
  lines: readonly Pick<SceneLine, 'from' | 'to' | 'path'>[],
): SceneLabel[] {
  if (!isCycleAlone(view)) return [];
  const nodeOf = new Map(boxes.map((box) => [box.id, box.nodes[0] ?? -1]));
  const taken: Area[] = boxes.map(({ x, y, width, height }) => ({ x, y, width, height }));
  return lines.flatMap(({ from, to, path }) => {
    const text = requirementWords(view, nodeOf.get(from) ?? -1, nodeOf.get(to) ?? -1);
    if (text === undefined) return [];
    const width = textWidth(text, 'line-label') + 2 * padding;
    const points = pointsAlong(path);
    // On the line, else at its right, else at its left; of two that run to and fro, one at each side.
    const isDouble = lines.some((other) => other.from === to && other.to === from);
    for (const aside of isDouble ? (from < to ? [1, -1] : [-1, 1]) : [0, 1, -1]) {
      for (const share of places) {
        const { x, y } = at(points, share);
        const area = { x: x - width / 2 + (aside * (width + padding)) / 2, y: y - height / 2, width, height };
        if (taken.some((other) => overlap(area, other))) continue;
        taken.push(area);
        return [{ ...area, text, baseline: y + 3.5 }];
      }
    }
    return [];
  });
}

/** `requires v0.21.0 (v0.23.0 selected)` of two nodes; undefined where the one requires the other in no version. */
export function requirementWords({ model, options }: View, from: number, to: number): string | undefined {
  const found = requirementsOf(model, options.scope, from).find(({ node }) => node === to);
  if (found === undefined) return undefined;
  const asked = `requires ${versionLabel(shownVersion({ version: found.asked }))}`;
  return found.lower ? `${asked} (${versionLabel(shownVersion(model.snapshot.modules[to]))} selected)` : asked;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function overlap(a: Area, b: Area): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The point at a share of the length. */
function at(points: readonly Point[], share: number): { readonly x: number; readonly y: number } {
  const lengths = points.slice(1).map(([x, y], i) => Math.hypot(x - (points[i]?.[0] ?? 0), y - (points[i]?.[1] ?? 0)));
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  for (const [i, length] of lengths.entries()) {
    const [a, b] = [points[i] ?? [0, 0], points[i + 1] ?? [0, 0]];
    if (left <= length) {
      const t = length === 0 ? 0 : left / length;
      return { x: a[0] + (b[0] - a[0]) * t, y: a[1] + (b[1] - a[1]) * t };
    }
    left -= length;
  }
  const [x = 0, y = 0] = points.at(-1) ?? [];
  return { x, y };
}
