/** Runs something that nobody waits for once the page has nothing better to do. Safari has no such callback yet. */
export const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 1_000 });
  else setTimeout(work, 200);
};
