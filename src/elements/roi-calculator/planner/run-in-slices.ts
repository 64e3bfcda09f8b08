export interface SliceOptions {
  /** Milliseconds that one slice may take: a frame of 50 ms has to hold the page's own work, too. */
  budget?: number;
  now?: () => number;
  /** Lets the browser paint and hear the person. */
  pause?: () => Promise<void>;
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * Runs long work in slices that adapt to the machine: a small one first, then as much as the budget allows.
 * On the main thread, since a worker from a Blob is refused by a strict policy.
 *
 * @param step does so many units of work and answers how many are left
 * @param isWanted asked before each slice
 * @returns whether the work is done; false when it was no longer wanted
 */
export async function runInSlices(
  step: (units: number) => number,
  isWanted: () => boolean,
  { budget = 8, now = () => performance.now(), pause = nextTask }: SliceOptions = {},
): Promise<boolean> {
  let units = 16;
  while (isWanted()) {
    const start = now();
    if (step(units) === 0) return true;
    // A fast first slice may be luck: grow fourfold at most.
    units = Math.max(1, Math.min(4 * units, Math.floor((units * budget) / (now() - start))));
    await pause();
  }
  return false;
}
