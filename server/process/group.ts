/** Process groups that we started: ended as a whole, and never outliving us. */

/** Milliseconds between asking a group to end and ending it. */
const grace = 300;

/** Leaders of the groups that run now. */
export const groups = new Set<number>();

/** Asks the whole group to end, and ends it when some of it is still there a little later. A group that is gone is fine. */
export function endGroup(leader: number): void {
  if (!signalGroup(leader, 'SIGTERM')) return;
  setTimeout(() => signalGroup(leader, 'SIGKILL'), grace).unref();
}

/** False when no process of the group is left. */
function signalGroup(leader: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(-leader, signal);
    return true;
  } catch {
    return false;
  }
}

// A detached group would outlive us: 'exit' handlers are the last that runs, and they may only be synchronous.
process.on('exit', () => {
  for (const leader of groups) signalGroup(leader, 'SIGKILL');
});
