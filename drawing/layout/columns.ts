/** The first view of a large graph: groups in columns by fewest steps from the main module, the main module at the left. */
import { columnGroups } from './columns/groups.ts';
import { packColumns, type Packed } from './columns/pack.ts';
import { routeColumns } from './columns/routes.ts';
import { keepColumns } from './keep-columns.ts';
import { throwIfAborted } from './stop.ts';
import type { Layout, LayoutEngine } from './types.ts';

/** Width of the picture over its height that is aimed at: between a canvas of 1600 × 840 and the same with the inspector open. */
const columnsAspect = 1.6;

/**
 * Columns for another wished aspect (width over height). Lines leave a box at its right and reach the next at its left,
 * cross columns through the room between two boxes, and curve in the gutters only; one that runs back or stays in its
 * column leaves at the left. The picture always runs to the right, whatever direction is asked for.
 */
export function columnsEngineFor(aspect: number): LayoutEngine {
  return (graph, _direction, signal) =>
    new Promise((resolve) => {
      throwIfAborted(signal);
      const packed = packColumns(graph, columnGroups(graph), aspect);
      const finish = (of: Packed): Layout => {
        const { width, height, x, y, headings } = of;
        return { width, height, x, y, headings, routes: routeColumns(graph, of), direction: 'right' };
      };
      const kept = graph.before === undefined ? undefined : keepColumns(graph, columnGroups(graph), graph.before);
      resolve(kept === undefined ? finish(packed) : { ...finish(kept), kept: true, others: [finish(packed)] });
    });
}

export const columnsEngine: LayoutEngine = columnsEngineFor(columnsAspect);
