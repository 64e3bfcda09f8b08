export interface SliceOptions {
  /** Milliseconds that one slice may take: a frame of 50 ms has to hold the page's own work, too. */
  budget?: number;
  now?: () => number;
  /** Lets the browser paint and hear the person. */
  pause?: () => Promise<void>;
}

/** Lets the browser paint and hear the person. */
export const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Units between two looks at the clock. */
const few = 25;
/** Units of one slice at most: some browsers blur their clock, and it seems to stand still. */
const most = 1000;

/**
 * Runs long work in slices that follow the clock, whatever the machine. On the main thread, since a worker from a
 * Blob is refused by a strict policy.
 *
 * @param step does so many units of work and answers how many are left
 * @param isWanted asked before each slice
 * @returns whether the work is done; false when it was no longer wanted
 */
export async function runInSlices(
  step: (units: number) => number,
  isWanted: () => boolean,
  { budget = 6, now = () => performance.now(), pause = nextTask }: SliceOptions = {},
): Promise<boolean> {
  while (isWanted()) {
    const end = now() + budget;
    for (let units = 0; units < most && now() < end; units += few) if (step(few) === 0) return true;
    await pause();
  }
  return false;
}
