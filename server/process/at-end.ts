/** What must happen when modscope ends, however it ends: child processes ended, scratch folders removed. */

const wills = new Set<() => void>();

/** What ends a process in words: Ctrl-C, kill, a terminal that closes, Ctrl-\, what supervisors send to one that hangs. */
export const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGABRT'] as const;

export type EndingSignal = (typeof endingSignals)[number];

/**
 * Has `will` run when the process ends: by itself, by process.exit, by an error, or by a signal of endingSignals that
 * nobody else listens to (who does listen ends the process in his own way, and it runs then). It must be synchronous.
 * Returns the way to take it back. SIGKILL cannot be caught: watcher.ts.
 */
export function atEnd(will: () => void): () => void {
  if (wills.size === 0) {
    process.on('exit', runAll);
    for (const signal of endingSignals) process.on(signal, onSignal);
  }
  wills.add(will);
  return () => {
    if (wills.delete(will) && wills.size === 0) stopListening();
  };
}

function stopListening(): void {
  process.off('exit', runAll);
  for (const signal of endingSignals) process.off(signal, onSignal);
}

function onSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  runAll();
  // Without a listener the signal does what it would have done without us.
  stopListening();
  process.kill(process.pid, signal);
}

function runAll(): void {
  for (const will of wills) {
    wills.delete(will);
    try {
      will();
    } catch {
      // The others are to run all the same.
    }
  }
}
