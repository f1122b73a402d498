/** Lines that belong to a box: the hatching of one that failed, the sheets behind one that opens. Relative to its corner. */

/** Diagonals at 45° within a box, one every 8 pixels: x1, y1, x2, y2. */
export function hatchLines(width: number, height: number): (readonly [number, number, number, number])[] {
  const found: (readonly [number, number, number, number])[] = [];
  for (let start = 8; start < width + height; start += 8) {
    const [x1, y1] = start <= height ? [0, start] : [start - height, height];
    const [x2, y2] = start <= width ? [start, 0] : [width, start - width];
    found.push([x1 + 1, y1 - 1, x2 - 1, y2 + 1]);
  }
  return found;
}

/** The visible edges of one or two sheets behind a box, each 3 pixels further out: x, y of each corner. */
export function sheetLines(box: {
  readonly width: number;
  readonly height: number;
  readonly sheets: number;
}): (readonly (readonly [number, number])[])[] {
  const { width, height } = box;
  return Array.from({ length: box.sheets }, (_, place) => {
    const near = place * 3;
    const far = near + 3;
    return [
      [far + 1, height + near],
      [far + 1, height + far],
      [width + far, height + far],
      [width + far, far + 1],
      [width + near, far + 1],
    ] as const;
  });
}
