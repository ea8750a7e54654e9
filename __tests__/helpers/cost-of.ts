/** The processor time that some work takes, in milliseconds: what else runs on the machine does not count. */
export function costOf(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user / 1000;
}

/** Ten times and more of what a reader takes on a slow machine, and far below what a quadratic one would take. */
export const bearableMs = 20_000;
