/** Squares of the matrix and ticks as the data of SVG paths: a row is two or three elements, however many modules it is about. */
import { tick, tickPlaces, type TickRun } from '../../drawing/weight/ticks.ts';
import { CoreCell } from '../../graph/weight/core.ts';

/** CSS pixels of a square, and of the row that it stands in the middle of. */
const square = 8;
export const cellsHeight = 20;

/** Data of the paths: filled squares, hollow ones (to be stroked 1 pixel wide), the dot of a requirement in its own column. */
export function cellPaths(
  cells: Uint8Array,
  count: number,
  pitch: number,
): { readonly requires: string; readonly through: string; readonly itself: string } {
  const found = { requires: '', through: '', itself: '' };
  const top = (cellsHeight - square) / 2;
  for (let column = 0; column < count; column++) {
    const left = column * pitch + Math.floor((pitch - square) / 2);
    const cell = cells[column];
    if (cell === CoreCell.requires) found.requires += `M${left} ${top}h${square}v${square}h-${square}z`;
    else if (cell === CoreCell.through) {
      const inner = square - 1;
      found.through += `M${left + 0.5} ${top + 0.5}h${inner}v${inner}h-${inner}z`;
    } else if (cell === CoreCell.itself) found.itself += `M${left + 3} ${top + 3}h2v2h-2z`;
  }
  return found;
}

/** Data of the ticks of each shade. */
export function tickPaths(runs: readonly TickRun[], perLine: number): readonly [string, string] {
  const [a, b] = tickPlaces(runs, perLine);
  const data = (places: readonly (readonly [number, number])[]): string =>
    places.map(([x, y]) => `M${Number(x.toFixed(1))} ${y}h${tick.width}v${tick.height}h-${tick.width}z`).join('');
  return [data(a), data(b)];
}

/** How many of the first `count` cells are of each kind. */
export function cellCounts(cells: Uint8Array, count: number): { readonly requires: number; readonly through: number } {
  const shown = cells.subarray(0, count);
  return {
    requires: shown.filter((cell) => cell === CoreCell.requires).length,
    through: shown.filter((cell) => cell === CoreCell.through).length,
  };
}

/** What a square says, by name. */
export function cellName(cell: number | undefined): 'none' | 'through' | 'requires' | 'itself' {
  if (cell === CoreCell.requires) return 'requires';
  if (cell === CoreCell.through) return 'through';
  return cell === CoreCell.itself ? 'itself' : 'none';
}
