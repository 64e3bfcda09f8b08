import { expect, test } from 'vitest';
import { longestWait, retryDelay } from '../../../src/delivery/retry-delay.ts';

test('without jitter the tries follow after 5 s, 30 s, 2 min, 10 min, 1 h, then hourly', () => {
  const delays = [1, 2, 3, 4, 5, 6, 100].map((attempts) => retryDelay(attempts, 1) / 1_000);
  expect(delays).toEqual([5, 30, 120, 600, 3_600, 3_600, 3_600]);
});

test('chance spreads a try over the later half of its delay', () => {
  expect(retryDelay(2, 0)).toBe(15_000);
  expect(retryDelay(2, 0.5)).toBe(22_500);
  expect(retryDelay(9, 0.25)).toBe((longestWait * 5) / 8);
});
