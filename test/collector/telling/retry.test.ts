import { describe, expect, it } from 'vitest';
import { retryAfter } from '../../../collector/telling/retry-after.ts';
import { retryDelay } from '../../../collector/telling/retry-delay.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('waiting for the next try', () => {
  it('takes longer each time, up to a day, and ends', () => {
    const delays = Array.from({ length: 10 }, (_, at) => retryDelay(at + 1, () => 0));
    expect(delays).toEqual([
      5_000,
      5 * minute,
      30 * minute,
      ...[2, 5, 10, 14, 20, 24].map((hours) => hours * hour),
      null,
    ]);
  });

  it('is up to a fifth longer by chance', () => {
    expect(retryDelay(2, () => 0.5)).toBe(5.5 * minute);
    for (let count = 0; count < 100; count++) {
      const delay = retryDelay(1)!;
      expect(delay).toBeGreaterThanOrEqual(5_000);
      expect(delay).toBeLessThanOrEqual(6_000);
    }
  });

  it.each([
    [null, null],
    ['', null],
    ['soon', null],
    ['120', 2 * minute],
    ['0', 0],
    ['Fri, 27 Nov 2026 12:02:00 GMT', 2 * minute],
    ['Fri, 27 Nov 2026 11:00:00 GMT', 0],
    ['999999999', 24 * hour],
    ['Fri, 27 Nov 2099 12:00:00 GMT', 24 * hour],
  ])('is what the receiver asks for (%s)', (value, expected) => {
    const headers = new Headers(value === null ? {} : { 'retry-after': value });
    expect(retryAfter(headers, new Date('2026-11-27T12:00:00Z'))).toBe(expected);
  });
});
