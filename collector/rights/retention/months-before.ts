const day = 86_400_000;

const startOf = (moment: Date): Date =>
  new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate()));

/** The first moment (ISO 8601, UTC) of those that are not `days` old yet: what is from before has been kept so long. */
export const daysBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - days * day).toISOString();

/**
 * The day (UTC) before which everything has been kept for so many months. A month ends on the same day of the next
 * one, or with it where it is shorter: of 31 January, one month is over on 1 March, at its first moment.
 */
export function monthsBefore(now: Date, months: number): string {
  const last = new Date(startOf(now).getTime() - day);
  const isLastOfMonth = startOf(now).getUTCDate() === 1;
  const [year, month] = [last.getUTCFullYear(), last.getUTCMonth() - months];
  const daysInMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const date = isLastOfMonth ? daysInMonth : Math.min(last.getUTCDate(), daysInMonth);
  return new Date(Date.UTC(year, month, date + 1)).toISOString();
}
