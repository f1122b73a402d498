/** The build list of a snapshot. */
import type { Snapshot } from './types.ts';

/** Modules of the build list, main modules among them. */
export function countSelected({ modules }: Snapshot): number {
  return modules.filter(({ selected }) => selected === true).length;
}
