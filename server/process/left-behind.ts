/** Names by which a later modscope knows what an earlier one left behind when it was killed, and may remove it. */
import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const prefix = 'modscope';

/**
 * A name that nobody else has, for a file or folder that lives no longer than this process: `modscope-WHERE-PID-RANDOM`.
 * WHERE stands for the machine and its table of processes, in which PID means this process: folders may be shared with
 * other machines and containers.
 */
export function ownName(): string {
  return `${prefix}-${where()}-${process.pid}-${randomBytes(6).toString('hex')}`;
}

/**
 * Removes what processes that are dead have left in `folder` under names of ownName(), with `before` and `after` around
 * them: by its name ours, of this machine, owned by this user, no link. What cannot be removed stays. Throws nothing.
 */
export function sweep(folder: string, before = '', after = ''): void {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  const pattern = new RegExp(`^${prefix}-${where()}-([1-9][0-9]{0,9})-[0-9a-f]{12}$`);
  for (const name of names) {
    if (!name.startsWith(before) || !name.endsWith(after)) continue;
    const pid = pattern.exec(name.slice(before.length, name.length - after.length))?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) remove(path.join(folder, name));
  }
}

function remove(file: string): void {
  try {
    const { uid } = lstatSync(file);
    // Anybody may write in the system's folder for temporary files; Windows gives each user one of his own.
    if (process.getuid !== undefined && uid !== process.getuid()) return;
    // A link itself is removed, not what it points to.
    rmSync(file, { recursive: true, force: true });
  } catch {
    // Somebody else sweeps, too, or holds it.
  }
}

/** True also for a process of somebody else: a number may have been given anew. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

let known: string | undefined;

function where(): string {
  known ??= createHash('sha256').update(`${os.hostname()}\n${processTable()}`).digest('hex').slice(0, 12);
  return known;
}

/** Two containers of one machine may have the same host name; on Linux a table of processes has a number of its own. */
function processTable(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}
