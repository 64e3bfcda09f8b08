import { type RawBuilder, sql } from 'kysely';

/** A part of a moment's text as a whole number, in both dialects. */
const part = (column: string, from: number, length: number): RawBuilder<number> =>
  sql`cast(substr(${sql.ref(column)}, ${sql.lit(from)}, ${sql.lit(length)}) as integer)`;

/**
 * Days of a moment since a day long ago, so that two of them can be subtracted. Divisions are of whole numbers. Source:
 * Howard Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
 */
export function dayNumber(column: string): RawBuilder<number> {
  const [year, month, day] = [part(column, 1, 4), part(column, 6, 2), part(column, 9, 2)];
  // A year begins with March, so that its last day may be the 29th.
  const years = sql`(${year} - case when ${month} <= 2 then 1 else 0 end)`;
  const months = sql`(${month} + case when ${month} <= 2 then 9 else -3 end)`;
  return sql`(365 * ${years} + ${years} / 4 - ${years} / 100 + ${years} / 400 + (153 * ${months} + 2) / 5 + ${day})`;
}

/** How many whole months lie between two moments: on the same day of the next month, and at the same time, it is one. */
export function monthsBetween(from: string, until: string): RawBuilder<number> {
  const count = (column: string) => sql`(${part(column, 1, 4)} * 12 + ${part(column, 6, 2)})`;
  const rest = (column: string) => sql`substr(${sql.ref(column)}, 9)`;
  return sql`(${count(until)} - ${count(from)} - case when ${rest(until)} < ${rest(from)} then 1 else 0 end)`;
}
