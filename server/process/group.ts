/** Process groups that we started: ended as a whole. */
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between asking a group to end and ending it. */
const grace = 300;

/** Milliseconds after which a group that was killed is taken for gone: what is left are zombies that nobody reaps. */
const patience = 200;

const pace = 10;

/** Asks the whole group of `leader` to end, ends it a little later, and resolves when nothing of it is left. */
export async function endGroup(leader: number): Promise<void> {
  if (process.platform === 'win32') {
    killGroup(leader);
    return;
  }
  if (!signalGroup(leader, 'SIGTERM')) return;
  for (let waited = 0; waited < grace; waited += pace) {
    await sleep(pace);
    if (!signalGroup(leader, 0)) return;
  }
  signalGroup(leader, 'SIGKILL');
  for (let waited = 0; waited < patience && signalGroup(leader, 0); waited += pace) await sleep(pace);
}

/** Ends the group at once. A group that is gone is fine. */
export function killGroup(leader: number): void {
  // Windows has no process groups of this kind: taskkill follows the tree of parents. Not run on Windows by us yet.
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(leader), '/T', '/F'], { stdio: 'ignore' });
  else signalGroup(leader, 'SIGKILL');
}

/** False when no process of the group is left. */
function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-leader, signal);
    return true;
  } catch {
    return false;
  }
}
