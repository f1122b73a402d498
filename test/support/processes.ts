/** Looks at processes, for tests on what is left of them. */
import { readFileSync } from 'node:fs';

/** False for one that is gone, and for one that is dead but that the system's first process has not reaped. */
export function isAlive(pid: number | string): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
