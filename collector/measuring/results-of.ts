import { monthsAfter, monthsBetween } from '../agreeing/month.ts';
import type { Queries } from '../store/store.ts';
import { spendKinds } from '../store/tables.ts';
import { contactMedians } from './contact-medians.ts';
import { costOf, costsBy, noCosts } from './costs-by.ts';
import type { Grouping } from './grouping.ts';
import { pagesBy } from './pages-by.ts';
import { peopleBy } from './people-by.ts';
import type { PageCounts, PeopleCounts, ResultRow } from './result-row.ts';
import type { Span } from './span.ts';
import { spendIn } from './spend-in.ts';

export interface Results {
  by: Grouping;
  span: Span;
  /**
   * By what they cost and bring, with those without a name last. Months stand in their order, from the first of which
   * anything is known.
   */
  rows: ResultRow[];
  /** The sum of all rows. */
  total: ResultRow & { people: NonNullable<ResultRow['people']> };
  /** How many names stand in the row of others. */
  folded: number;
}

/** So many rows are told by name. An address may say any source, so there may be thousands. */
export const mostRows = 25;

const nobody: PeopleCounts = { leads: 0, hot: 0, opportunities: 0, customers: 0, revenue: null, priced: 0 };
const notCounted: PageCounts = { visits: null, starts: null, ctas: null };

/** `null` is nothing known: with something known it is that. */
const add = (one: number | null, other: number | null): number | null =>
  one === null ? other : one + (other ?? 0);

type Sums = Pick<ResultRow, 'costs' | keyof PageCounts> & { people: PeopleCounts };

const sum = (one: Sums, other: Sums): Sums => ({
  visits: add(one.visits, other.visits),
  starts: add(one.starts, other.starts),
  ctas: add(one.ctas, other.ctas),
  people: {
    leads: one.people.leads + other.people.leads,
    hot: one.people.hot + other.people.hot,
    opportunities: one.people.opportunities + other.people.opportunities,
    customers: one.people.customers + other.people.customers,
    revenue: add(one.people.revenue, other.people.revenue),
    priced: one.people.priced + other.people.priced,
  },
  costs: Object.fromEntries(
    spendKinds.map((kind) => [kind, add(one.costs[kind], other.costs[kind])]),
  ) as ResultRow['costs'],
});

const nothing: Sums = { ...notCounted, people: nobody, costs: noCosts };

/** The months by name, one after the other. */
const monthNames = ({ from, until }: Span): string[] =>
  Array.from({ length: monthsBetween(from, until) }, (_, at) => monthsAfter(from, at).slice(0, 7));

/** Without the months before anything was known of any. */
function sinceFirst(rows: readonly [string, Sums][]): [string, Sums][] {
  const first = rows.findIndex(
    ([, { people, visits, ctas, costs }]) => people.leads > 0 || (visits ?? ctas ?? costOf(costs)) !== null,
  );
  return first < 0 ? [] : rows.slice(first);
}

/** What costs money comes before what does not, then what brings most. */
const byWeight = ([a, one]: [string, Sums], [b, other]: [string, Sums]): number =>
  Number((costOf(other.costs) ?? 0) > 0) - Number((costOf(one.costs) ?? 0) > 0) ||
  other.people.leads - one.people.leads ||
  (costOf(other.costs) ?? 0) - (costOf(one.costs) ?? 0) ||
  (other.visits ?? 0) - (one.visits ?? 0) ||
  (a < b ? -1 : 1);

/**
 * What came of some months, row by row: people by when and how they first asked, money and visits by the day. What is
 * not known of a row is `null` there, and stands in a row of its own where it is known of all.
 */
export async function resultsOf(read: Queries, by: Grouping, span: Span, now: Date): Promise<Results> {
  const [people, pages, spent] = await Promise.all([
    peopleBy(read, by, span, now),
    pagesBy(read, by, span, now),
    spendIn(read, { ...span, campaigns: [] }, now),
  ]);
  const costs = costsBy(spent, by);
  const sumsOf = (name: string): Sums => ({
    ...(pages.of.get(name) ?? notCounted),
    people: people.get(name) ?? nobody,
    costs: costs.of.get(name) ?? noCosts,
  });
  const names = new Set([...people.keys(), ...pages.of.keys(), ...costs.of.keys()].filter(Boolean));
  const sorted =
    by === 'month'
      ? sinceFirst(monthNames(span).map((name): [string, Sums] => [name, sumsOf(name)]))
      : [...names].map((name): [string, Sums] => [name, sumsOf(name)]).sort(byWeight);
  const shown = by === 'month' ? sorted : sorted.slice(0, mostRows);
  const folded = sorted.slice(shown.length);
  const isSome = people.has('') || pages.of.has('');
  const told = by === 'month' ? null : ['', ...shown.map(([name]) => name)];
  const medians = await contactMedians(read, by, told, span, now);

  const row = (
    kind: ResultRow['kind'],
    name: string,
    sums: Sums,
    contactMinutes: number | null,
  ): ResultRow => ({
    ...sums,
    kind,
    name,
    people: { ...sums.people, contactMinutes },
  });
  const rows = shown.map(([name, sums]) => row('named', name, sums, medians.of.get(name) ?? null));
  if (folded.length > 0)
    rows.push(row('others', '', folded.map(([, sums]) => sums).reduce(sum), medians.others));
  if (isSome) rows.push(row('unnamed', '', sumsOf(''), medians.of.get('') ?? null));
  if (pages.unassigned || costs.unassigned)
    rows.push({
      ...(pages.unassigned ?? notCounted),
      kind: 'unassigned',
      name: '',
      people: null,
      costs: costs.unassigned ?? noCosts,
    });
  const all = [...people.values()].reduce((total, each) => sum(total, { ...nothing, people: each }), nothing);
  return {
    by,
    span,
    rows,
    folded: folded.length,
    total: {
      ...pages.all,
      kind: 'named',
      name: '',
      people: { ...all.people, contactMinutes: medians.all },
      costs: costs.all,
    },
  };
}
