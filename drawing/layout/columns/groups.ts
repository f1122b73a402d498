/** Which boxes stand under one heading, and in which order. */
import type { LayoutGraph } from '../types.ts';

export interface ColumnGroup {
  readonly title: string;
  /** Places in the graph's boxes, first to last. */
  readonly boxes: readonly number[];
}

/** From this many steps on, boxes share a heading: few are that far, and how far says little by then. */
const farSteps = 3;

/** Main modules, `1 step`, `2 steps`, `3 to 6 steps`, `Not reachable`; those that are not empty. Heaviest boxes first. */
export function columnGroups(graph: LayoutGraph): ColumnGroup[] {
  const lists = new Map<number, number[]>();
  let farthest = 0;
  graph.boxes.forEach((box, n) => {
    const key = box.steps < 0 ? Infinity : Math.min(box.steps, farSteps);
    farthest = Math.max(farthest, box.steps);
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [n]);
    else list.push(n);
  });
  return [...lists]
    .sort(([a], [b]) => a - b)
    .map(([key, list]) => ({ title: titleOf(key, farthest), boxes: list.sort((a, b) => heavier(graph, a, b)) }));
}

function titleOf(key: number, farthest: number): string {
  if (key === Infinity) return 'Not reachable';
  if (key === 0) return 'Main module';
  if (key < farSteps || farthest === farSteps) return key === 1 ? '1 step' : `${key} steps`;
  return `${farSteps} to ${farthest} steps`;
}

function heavier(graph: LayoutGraph, a: number, b: number): number {
  const one = graph.boxes[a];
  const two = graph.boxes[b];
  return (two?.weight ?? two?.height ?? 0) - (one?.weight ?? one?.height ?? 0) || a - b;
}
