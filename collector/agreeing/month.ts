/** Milliseconds */
const dayLength = 86_400_000;

/** The first day of a month as a month field sends it, `2026-09`; `null` for what is none. */
export const firstOfMonth = (month: string): string | null =>
  /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(month) ? `${month}-01` : null;

/** So many months after the first day of a month. */
export function monthsAfter(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** Whole months between two first days of months. */
export function monthsBetween(from: string, until: string): number {
  const count = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return count(until) - count(from);
}

/** How much of its month has passed at a moment, from 0 up to 1. */
export function shareOfMonth(now: Date): number {
  const first = `${now.toISOString().slice(0, 7)}-01`;
  const [start, end] = [Date.parse(first), Date.parse(monthsAfter(first, 1))];
  return Math.floor((now.getTime() - start) / dayLength) / ((end - start) / dayLength);
}

/** Months since the first day of one, by the days that are over; below zero before it. */
export const monthsSince = (day: string, now: Date): number =>
  monthsBetween(day, now.toISOString()) + shareOfMonth(now);
