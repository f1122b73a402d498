/** How old a version is, in a word. */

/** Milliseconds of a day. */
const day = 86_400_000;

/** `3 days`, `7 months`, `4 years` from a day (`2023-06-01`) to a time, milliseconds since 1970; '' for what is no day. */
export function ageWords(from: string, now: number): string {
  const days = Math.floor((now - Date.parse(from)) / day);
  if (!Number.isFinite(days)) return '';
  if (days < 61) return inWords(Math.max(0, days), 'day');
  if (days < 731) return inWords(Math.floor(days / 30.44), 'month');
  return inWords(Math.floor(days / 365.25), 'year');
}

function inWords(count: number, unit: string): string {
  return `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
}
