import { describe, expect, test } from 'vitest';
import { retryAfter } from '../../../src/delivery/retry-after.ts';
import { longestWait } from '../../../src/delivery/retry-delay.ts';

const now = Date.UTC(2026, 10, 23, 12);
const tenYears = 10 * 365.25 * 24 * 3_600_000;
const date = (time: number) => new Date(time).toUTCString();

describe('what a receiver asks for', () => {
  test.each<[string, Record<string, string>, number | null]>([
    ['nothing', {}, null],
    ['an empty value', { 'retry-after': ' ' }, null],
    ['seconds', { 'retry-after': '120' }, 120_000],
    ['no wait at all', { 'retry-after': '0' }, 0],
    ['more than we grant', { 'retry-after': '31536000' }, longestWait],
    ['an absurd number', { 'retry-after': '9'.repeat(400) }, longestWait],
    ['words', { 'retry-after': 'soon' }, null],
    ['a number with words behind it', { 'retry-after': '120 or so' }, null],
    ['a date', { 'retry-after': date(now + 90_000) }, 90_000],
    ['a date in the past', { 'retry-after': date(now - 90_000) }, 0],
  ])('%s', (_, headers, expected) => {
    expect(retryAfter(new Headers(headers), now)).toBe(expected);
  });

  test('is read with blanks around it, which not every platform takes off', () => {
    const get = (name: string) => (name === 'retry-after' ? ' 120 ' : null);
    expect(retryAfter({ get }, now)).toBe(120_000);
  });
});

describe('fault 13: HTTP-date with a skewed clock', () => {
  test.each([-tenYears, -3_600_000, 3_600_000, tenYears])('off by %d ms, with a readable Date', (skew) => {
    const headers = new Headers({ 'retry-after': date(now + 90_000), date: date(now) });
    expect(retryAfter(headers, now + skew)).toBe(90_000);
  });

  test.each([-tenYears, tenYears])('off by %d ms and no readable Date: never longer than the cap', (skew) => {
    const wait = retryAfter(new Headers({ 'retry-after': date(now + 90_000) }), now + skew);
    expect(wait).toBe(skew > 0 ? 0 : longestWait);
  });
});
