/** Distances of a layered picture, in pixels (look.md, 'The box'). */

/** Between boxes of one layer. */
export const boxGap = 12;
/** Between two layers: the first where its lines run nearly straight, the second where they run far. */
export const smallestLayerGap = 36;
const largestLayerGap = 56;
/** The same between boxes of one line. */
const compactGaps = { smallest: 20, largest: 36 } as const;
/** From here on a line runs far: half of the width of a screen. */
const farRun = 800;
/** More of it above boxes that no line joins, for their caption. */
export const captionRoom = 12;
/** Between a box and a line that passes it. */
export const lineToBox = 10;
/** Between two lines that pass a layer side by side. */
export const lineToLine = 10;

/** Room between two layers when the longest run across it is `run`; `compact` between boxes of one line. */
export function layerGap(run: number, compact = false): number {
  const share = Math.min(1, Math.max(0, run / farRun));
  const { smallest, largest } = compact ? compactGaps : { smallest: smallestLayerGap, largest: largestLayerGap };
  return Math.round(smallest + (largest - smallest) * share);
}
