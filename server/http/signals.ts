/** Ends the process in good order when it is told to. */

/** 128 and the number of the signal, as shells have it. */
const statuses = new Map<NodeJS.Signals, number>([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]);

/**
 * Waits for SIGINT, SIGTERM or SIGHUP, calls `close`, and resolves with the exit status. `close` is called once: a
 * terminal and npm both pass the same Ctrl-C on, so a second signal is not a wish to end harder. `close` must not hang.
 */
export function closeOnSignal(close: () => Promise<void>): Promise<number> {
  return new Promise((resolve, reject) => {
    let told = false;
    for (const [signal, status] of statuses) {
      process.on(signal, () => {
        if (told) return;
        told = true;
        close().then(() => {
          resolve(status);
        }, reject);
      });
    }
  });
}
