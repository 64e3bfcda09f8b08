/** What a page saw while somebody typed, in milliseconds. */
export interface Observed {
  /** From each key press to the paint after it (Event Timing: in steps of 8 ms, and from 16 ms on). */
  event: number[];
  /** Tasks of more than 50 ms. */
  longtask: number[];
  /** Frames of more than 50 ms. */
  'long-animation-frame': number[];
}

/** Runs in the page, and so is complete in itself: observes into `globalThis.observed` from now on. */
export function observeFrames(): void {
  const observed: Observed = { event: [], longtask: [], 'long-animation-frame': [] };
  for (const type of ['event', 'longtask', 'long-animation-frame'] as const)
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries())
        if (type !== 'event' || name === 'keydown') observed[type].push(duration);
    }).observe({ type, ...(type === 'event' && { durationThreshold: 16 }) });
  Object.assign(globalThis, { observed });
}
