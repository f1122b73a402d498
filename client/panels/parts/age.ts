/** How old a version is, in a word. */
import { timeText } from '../../words/counts.ts';

/** Milliseconds of a day. */
const day = 86_400_000;

/** `3 days`, `7 months`, `4 years` from a day (`2023-06-01`) to a time, milliseconds since 1970; '' for what is no day. */
export function ageWords(from: string, now: number): string {
  const days = Math.floor((now - Date.parse(from)) / day);
  if (!Number.isFinite(days)) return '';
  if (days < 60) return timeText.days(Math.max(0, days));
  if (days < 730) return timeText.months(Math.floor(days / 30.44));
  return timeText.years(Math.floor(days / 365.25));
}
