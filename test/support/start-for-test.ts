import { onTestFinished } from 'vitest';
import { type RunningCollector, startCollector } from './start-collector.ts';

/** Starts a collector that goes with the test that started it. */
export async function startForTest(...args: Parameters<typeof startCollector>): Promise<RunningCollector> {
  const collector = await startCollector(...args);
  onTestFinished(() => collector.kill());
  return collector;
}
