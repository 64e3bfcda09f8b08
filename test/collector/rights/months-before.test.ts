import { describe, expect, it } from 'vitest';
import { daysBefore, monthsBefore } from '../../../collector/rights/retention/months-before.ts';

const day = 86_400_000;

/** The last day on which something is kept, counted forward as a calendar is read: the outside oracle. */
function lastDay(from: string, months: number): string {
  const [year, month, date] = from.split('-').map(Number) as [number, number, number];
  const [toYear, toMonth] = [year + Math.floor((month - 1 + months) / 12), ((month - 1 + months) % 12) + 1];
  const lengths = [31, toYear % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const last = Math.min(date, lengths[toMonth - 1]!);
  return `${toYear}-${String(toMonth).padStart(2, '0')}-${String(last).padStart(2, '0')}`;
}

describe('the end of a time in months', () => {
  it.each([
    ['2027-02-28T23:59:59.999Z', 1, '2027-01-31T23:00:00.000Z', false],
    ['2027-03-01T00:00:00.000Z', 1, '2027-01-31T23:00:00.000Z', true],
    ['2028-02-29T12:00:00.000Z', 1, '2028-01-31T00:00:00.000Z', false],
    ['2028-03-01T00:00:00.000Z', 1, '2028-01-31T00:00:00.000Z', true],
    ['2027-04-01T23:00:00.000Z', 1, '2027-03-01T00:00:00.000Z', false],
    ['2027-04-02T00:00:00.000Z', 1, '2027-03-01T23:00:00.000Z', true],
    ['2029-03-01T00:00:00.000Z', 12, '2028-02-29T10:00:00.000Z', true],
    ['2026-12-31T10:00:00.000Z', 1, '2026-11-30T10:00:00.000Z', true],
    ['2026-12-30T10:00:00.000Z', 1, '2026-11-30T10:00:00.000Z', false],
  ])('at %s, %i months are over for what is from %s: %s', (now, months, from, isOver) => {
    expect(from < monthsBefore(new Date(now), months)).toBe(isOver);
  });

  it('agrees with the calendar on every day of five years', () => {
    for (let from = Date.UTC(2024, 0, 1); from < Date.UTC(2029, 0, 1); from += day) {
      const text = new Date(from).toISOString();
      for (const months of [1, 2, 11, 12, 24, 25]) {
        const last = Date.parse(`${lastDay(text.slice(0, 10), months)}T00:00:00Z`);
        const evening = new Date(last + day - 1);
        expect([text, months, text < monthsBefore(evening, months)]).toEqual([text, months, false]);
        const latest = new Date(from + day - 1).toISOString();
        expect([latest, months, latest < monthsBefore(new Date(last + day), months)]).toEqual([
          latest,
          months,
          true,
        ]);
      }
    }
  });

  it('counts days as 24 hours', () => {
    expect(daysBefore(new Date('2026-11-27T12:00:00Z'), 30)).toBe('2026-10-28T12:00:00.000Z');
  });
});
