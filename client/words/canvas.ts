/** What the picture, its tools and the sentences over it say, by key. */
import { withThousands } from '../../graph/thousands.ts';

export const canvasText = {
  /** What the region is, to a screen reader. */
  role: 'dependency graph',
  described: 'A picture. The same modules are listed as text in the tree (key T) and in the table (key B).',
  label: (isComparison: boolean, project: string | undefined, boxes: number) =>
    `${isComparison ? 'What changed in the dependency graph' : 'Dependency graph'} of ${project ?? 'this module'}: ${boxes} boxes. The arrow keys move through it.`,
  zoom: 'Zoom',
  zoomIn: 'Zoom in',
  zoomInKey: 'Zoom in (+)',
  zoomOut: 'Zoom out',
  zoomOutKey: 'Zoom out (−)',
  everything: 'Show everything',
  everythingKey: 'Show everything (0)',
  legend: 'Legend',
  /** After the key. */
  hidesLegend: 'hides this legend',
  /** What a tooltip has no room for. */
  more: (count: number) => `${count} more`,
  noCanvas: 'This browser has no 2d canvas.',
} as const;

/** While another picture is made. */
export const busyText = {
  layingOut: (boxes: number) => `Laying out ${withThousands(boxes)} boxes`,
  smaller: 'Group by owner instead',
} as const;

/** While the second end of paths is to be chosen. */
export const pathsText = {
  from: 'Paths from',
  show: 'Show paths between them',
  /** Before the key. */
  another: 'Select another module, then',
} as const;

/** Of the lines between groups, which wait for a selection. */
export const quietText = {
  all: (lines: number) => `Showing all ${withThousands(lines)} lines between groups.`,
  selected: 'Lines of the selection: blue lead to it, gray lead from it.',
  none: 'Select a group to see its lines.',
  showFewer: 'Show lines for the selection only',
  showAll: (lines: number) => `Show all ${withThousands(lines)} lines`,
} as const;
