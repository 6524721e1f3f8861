/**
 * Milliseconds of processor time that a piece of work takes in this process: less than the clock says while
 * other programs keep the computer busy.
 */
export async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
