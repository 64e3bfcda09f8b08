import { type Earned, type PinnedReturn, returnOn } from '../../agreeing/pinned-return.ts';
import { costOf, marketingKinds } from '../../measuring/costs-by.ts';
import type { ResultRow } from '../../measuring/result-row.ts';
import type { Words } from '../../words/words.ts';
import type { Lens } from './asked-of.ts';

/** Why a figure has no value: a word in the place of it. */
export type Missing = keyof Words['results']['missing'];

/** A figure of a row: a number, or why there is none. */
export type Figure = number | Missing;

/** In what a figure is told: `minutes` as a time, `return` as the pinned definition is written. */
export type Unit = 'count' | 'currency' | 'fraction' | 'minutes' | 'return';

export interface Column {
  name: keyof Words['results']['columns'];
  unit: Unit;
  of: (row: ResultRow, meant: PinnedReturn) => Figure;
}

type People = NonNullable<ResultRow['people']>;

const measured = (value: number | null): Figure => value ?? 'notMeasured';

/** So much for each; of none there is no share. */
function each(value: number | null, of: number | null, none: Missing): Figure {
  if (value === null || of === null) return 'notMeasured';
  return of === 0 ? none : value / of;
}

/** A figure of people, of which a row of costs and visits alone has none. */
const ofPeople =
  (figure: (people: People, row: ResultRow, meant: PinnedReturn) => Figure): Column['of'] =>
  (row, meant) =>
    row.people ? figure(row.people, row, meant) : 'noRow';

/** Where nobody was won, nothing was earned. Otherwise somebody has to have written it down. */
const revenueOf = ({ customers, revenue }: People): number | null => (customers === 0 ? 0 : revenue);

function returnOf(people: People, { costs }: ResultRow, meant: PinnedReturn): Figure {
  const earned: Earned = { revenue: revenueOf(people), cost: costOf(costs), media: costs.media };
  const put = meant.definition === 'roas' ? earned.media : earned.cost;
  if (earned.revenue === null || put === null) return 'notMeasured';
  return returnOn(earned, meant) ?? 'noCost';
}

const roi: Column = { name: 'roi', unit: 'return', of: ofPeople(returnOf) };

/** What each team reads of a row, in order. */
export const columnsOf: Record<Lens, readonly Column[]> = {
  marketing: [
    { name: 'visits', unit: 'count', of: ({ visits }) => measured(visits) },
    { name: 'starts', unit: 'count', of: ({ starts }) => measured(starts) },
    { name: 'engagement', unit: 'fraction', of: ({ starts, visits }) => each(starts, visits, 'noVisits') },
    { name: 'ctaRate', unit: 'fraction', of: ({ ctas, visits }) => each(ctas, visits, 'noVisits') },
    { name: 'leads', unit: 'count', of: ofPeople(({ leads }) => leads) },
    { name: 'spend', unit: 'currency', of: ({ costs }) => measured(costOf(costs, marketingKinds)) },
    {
      name: 'cpl',
      unit: 'currency',
      of: ofPeople(({ leads }, { costs }) => each(costOf(costs, marketingKinds), leads, 'noLeads')),
    },
    roi,
  ],
  sales: [
    { name: 'hot', unit: 'count', of: ofPeople(({ hot }) => hot) },
    {
      name: 'contact',
      unit: 'minutes',
      of: ofPeople(({ hot, contactMinutes }) => contactMinutes ?? (hot === 0 ? 'noHot' : 'notYet')),
    },
    { name: 'opportunities', unit: 'count', of: ofPeople(({ opportunities }) => opportunities) },
    { name: 'customers', unit: 'count', of: ofPeople(({ customers }) => customers) },
    { name: 'revenue', unit: 'currency', of: ofPeople((people) => measured(revenueOf(people))) },
    {
      name: 'margin',
      unit: 'currency',
      of: ofPeople((people, _, { margin }) => {
        const revenue = revenueOf(people);
        return measured(revenue === null || margin === null ? null : revenue * margin);
      }),
    },
    { name: 'cost', unit: 'currency', of: ({ costs }) => measured(costOf(costs)) },
    {
      name: 'cac',
      unit: 'currency',
      of: ofPeople(({ customers }, { costs }) => each(costOf(costs), customers, 'noCustomers')),
    },
    roi,
  ],
};
