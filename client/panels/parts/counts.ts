/** Numbers in words. */
import { timeText } from '../../words/counts.ts';

export { counted } from '../../../drawing/words/counted.ts';

/** Milliseconds as `0.4 s`, `12 s`, `3 min`, `2 h`, `5 days`. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 9.95) return timeText.seconds(seconds.toFixed(1));
  if (seconds < 99.5) return timeText.seconds(String(Math.round(seconds)));
  if (seconds < 90 * 60) return timeText.minutes(Math.round(seconds / 60));
  if (seconds < 48 * 3600) return timeText.hours(Math.round(seconds / 3600));
  return timeText.days(Math.round(seconds / 86400));
}
