/** Things that are counted, with their plurals, by key: `1 module`, `1,245 modules`. */
import { counted } from '../../drawing/words/counted.ts';

export const countText = {
  modules: (count: number) => counted(count, 'module'),
  versions: (count: number) => counted(count, 'version'),
  packages: (count: number) => counted(count, 'package'),
  requirements: (count: number) => counted(count, 'requirement'),
  changes: (count: number) => counted(count, 'change'),
  cycles: (count: number) => counted(count, 'cycle'),
  boxes: (count: number) => counted(count, 'box', 'boxes'),
  rows: (count: number) => counted(count, 'row'),
  steps: (count: number) => counted(count, 'step'),
  notes: (count: number) => counted(count, 'note'),
} as const;

/** Spans of time; `count` in whole units but for seconds, which may have a digit behind the point. */
export const timeText = {
  seconds: (count: string) => `${count} s`,
  minutes: (count: number) => `${count} min`,
  hours: (count: number) => `${count} h`,
  days: (count: number) => counted(count, 'day'),
  months: (count: number) => counted(count, 'month'),
  years: (count: number) => counted(count, 'year'),
} as const;
