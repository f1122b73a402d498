/** Hands the main thread back for a moment, so that long work is many short tasks and the page answers in between. */

/** Resolves in a task of its own. A message is not slowed down as timers are. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
