/** Time that this process has computed: unlike a clock it does not run while other programs have the machine. */

/** Milliseconds of all its threads. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
