/** Numbers in files: short, and the same bytes everywhere. */

/** At most two decimals, no trailing zeros, no minus zero. Not a number: 0, since a file must stay readable. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '0';
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}
