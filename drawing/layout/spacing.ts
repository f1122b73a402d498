/** Distances of a layered picture, in pixels (look.md, 'The box'). */

/** Between boxes of one layer. */
export const boxGap = 12;
/** Between two layers: the first where its lines run nearly straight, the second where they run far. */
export const smallestLayerGap = 36;
const largestLayerGap = 56;
/** From here on a line runs far: half of the width of a screen. */
const farRun = 800;
/** Between a box and a line that passes it. */
export const lineToBox = 10;
/** Between two lines that pass a layer side by side. */
export const lineToLine = 8;

/** Room between two layers when the longest run across it is `run`. */
export function layerGap(run: number): number {
  const share = Math.min(1, Math.max(0, run / farRun));
  return Math.round(smallestLayerGap + (largestLayerGap - smallestLayerGap) * share);
}
