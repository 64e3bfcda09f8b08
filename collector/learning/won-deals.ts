import { type Scenario, scenarioText, type Values } from 'unisono/calculator';
import { monthsAfter, monthsBetween } from '../agreeing/month.ts';
import { type Actuals, actualsOf } from '../measuring/actuals-of.ts';
import type { Span } from '../measuring/span.ts';
import type { Queries } from '../store/store.ts';
import { type SpendKind, spendKinds } from '../store/tables.ts';
import type { Deal } from './deal.ts';

/** Milliseconds. */
const day = 86_400_000;
/** Days: the mean of the Gregorian calendar. */
const month = 365.2425 / 12;

/** So many months of requests are looked at, at most. */
const mostMonths = 12;

/** Of the customers won, so many in a hundred had asked no longer ago than the time that is waited for. */
const waitedFor = 0.9;

/** What is not in the deals, and was agreed: see `Agreed`. */
export interface AgreedTerms {
  definition: Scenario['definition'];
  /** Fraction; `null`: not agreed. */
  grossMargin: Values['grossMargin'];
}

/** The calculator's values as history has them. */
export interface WonDeals {
  /** Who first asked within these whole months is counted. */
  span: Span;
  months: number;
  /** Days from a request until nine of ten customers were won: later requests would look worse than they are. */
  waited: number;
  actuals: Actuals;
  values: Values;
  /** What follows the `#` of a link to the calculator. */
  scenario: string;
}

const monthOf = (at: string): string => `${at.slice(0, 7)}-01`;

const daysUntilWon = ({ askedAt, decidedAt }: Deal): number =>
  Math.max(0, (Date.parse(decidedAt) - Date.parse(askedAt)) / day);

/** A rate with what it was counted from, so that the calculator knows how sure it is. */
const rate = (hits: number, of: number) => ({ hits, of });

function valuesOf(actuals: Actuals, months: number, waited: number, meanDays: number): Values {
  const { leads, mql, sql, opportunities, customers, revenue, priced, costs } = actuals;
  const spent = spendKinds.flatMap((kind: SpendKind) => (costs[kind] === null ? [] : [[kind, costs[kind]]]));
  return {
    ...Object.fromEntries(spent),
    leads,
    mqlRate: rate(mql, leads),
    sqlRate: rate(sql, mql),
    opportunityRate: rate(opportunities, sql),
    customerRate: rate(customers, opportunities),
    ...(revenue !== null && priced > 0 && { averageSale: Math.round((100 * revenue) / priced) / 100 }),
    spendMonths: months,
    delay: Math.round((10 * meanDays) / month) / 10,
    months: months + Math.ceil(waited / month),
  };
}

async function firstAsked(read: Queries): Promise<string | null> {
  const { first } = await read
    .selectFrom('persons')
    .select(({ fn }) => fn.min('asked_at').as('first'))
    .where('asked_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return first;
}

/**
 * What a next plan can start from: who asked within up to twelve whole months that are long enough ago to have ended,
 * and what became of them.
 * @param deals closed ones, as `closedDeals` has them
 * @returns `null` where nobody of them was won, or there is no such month yet
 */
export async function wonDeals(
  read: Queries,
  deals: readonly Deal[],
  agreed: AgreedTerms | null,
  now: Date,
): Promise<WonDeals | null> {
  const times = deals
    .filter(({ won }) => won)
    .map(daysUntilWon)
    .sort((one, other) => one - other);
  if (times.length === 0) return null;
  const waited = Math.ceil(times[Math.ceil(times.length * waitedFor) - 1]!);
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const first = await firstAsked(read);
  if (first === null) return null;
  const until = monthOf(new Date(now.getTime() - waited * day).toISOString());
  // A month in the middle of which the first request came is no whole one.
  const since = first.slice(8, 10) === '01' ? monthOf(first) : monthsAfter(monthOf(first), 1);
  const months = Math.min(mostMonths, monthsBetween(since, until));
  if (months < 1) return null;
  const span: Span = { from: monthsAfter(until, -months), until };
  const actuals = await actualsOf(read, { ...span, campaigns: [] }, now, 'to-today');
  if (actuals.customers === 0) return null;
  const values: Values = {
    ...valuesOf(actuals, months, waited, mean),
    ...(agreed?.grossMargin != null && { grossMargin: agreed.grossMargin }),
  };
  const scenario = scenarioText({
    mode: 'full',
    start: 'leads',
    ...(agreed && { definition: agreed.definition }),
    values,
  });
  return { span, months, waited, actuals, values, scenario };
}
