import fc from 'fast-check';
import type { Campaign, Rate, Stage } from '../../../src/roi/index.ts';
import { arbitraryCampaign } from './arbitrary-campaign.ts';
import { flowOf, point } from './oracle/expected.ts';
import { monthsOfOrders } from './oracle/happened.ts';

/** What happened to a plan, as of a date. */
export interface Comparing {
  plan: Campaign;
  actual: Campaign;
  asOf: number | undefined;
}

/** Stages few enough to look at every subset of inputs. */
const MOST_STAGES = 5;

/** A plan whose customers' worth has a sum, and few stages. */
const arbitraryPlan = arbitraryCampaign().filter(({ funnel, value, timing }) => {
  const { churn, horizon } = value;
  const isRecurring = churn !== undefined || horizon !== undefined;
  const isEndless = isRecurring && monthsOfOrders(point(churn ?? 0), horizon) === null;
  return funnel.length <= MOST_STAGES && !(isEndless && !timing);
});

const half = fc.integer({ min: 0, max: 200 }).map((percent) => percent / 100);

/**
 * A plan with timing more often than not, and what was counted at some of its stages: at all of them, at one, at none
 * of the last; as volumes, rates or counts, and more at a later stage than before it where that is how it came.
 */
export const comparing: fc.Arbitrary<Comparing> = fc
  .record({
    plan: arbitraryPlan,
    measured: fc.array(fc.boolean(), { minLength: MOST_STAGES, maxLength: MOST_STAGES }),
    seen: fc.array(fc.tuple(half, fc.constantFrom('rate', 'counts', 'volume')), {
      minLength: MOST_STAGES,
      maxLength: MOST_STAGES,
    }),
    spent: fc.array(half, { minLength: 6, maxLength: 6 }),
    worth: fc.array(half, { minLength: 4, maxLength: 4 }),
    asOf: fc.oneof(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 240 }).map((quarters) => quarters / 4),
    ),
  })
  .map(({ plan, measured, seen, spent, worth, asOf }) => {
    const { volume, rates } = flowOf(plan);
    const funnel: Stage[] = [];
    let rate = 1;
    let people = volume;
    const isAny = measured.slice(0, plan.funnel.length).some(Boolean);
    for (const [at, { name }] of plan.funnel.entries()) {
      rate *= rates[at]!;
      if (isAny && !measured[at]) continue;
      const [times, how] = seen[at]!;
      if (funnel.length === 0) {
        people = Math.round(volume * rate * times);
        funnel.push({ name, volume: people });
      } else {
        const hits = Math.round(people * rate * times);
        const counts: Rate = { hits, of: people };
        if (people === 0) funnel.push({ name, volume: at % 2 });
        else if (how === 'counts') funnel.push({ name, rate: counts });
        else if (how === 'rate') funnel.push({ name, rate: hits / people });
        else funnel.push({ name, volume: hits });
        people = people === 0 ? at % 2 : hits;
      }
      rate = 1;
    }
    const times = (range: Parameters<typeof point>[0] | undefined, factor: number) =>
      range === undefined ? undefined : point(range) * factor;
    const { costs, value } = plan;
    const isWorked = funnel.some(({ name }) => name === 'opportunities');
    const churn = times(value.churn, worth[3]!);
    const actual = {
      costs: {
        media: times(costs.media, spent[0]!)!,
        production: times(costs.production, spent[1]!),
        agency: times(costs.agency, spent[2]!),
        tools: times(costs.tools, spent[3]!),
        sales: times(costs.sales, spent[4]!),
        salesPerOpportunity: isWorked ? times(costs.salesPerOpportunity, spent[5]!) : undefined,
      },
      funnel,
      value: {
        averageSale: times(value.averageSale, worth[0]!)!,
        grossMargin: Math.min(1, times(value.grossMargin, worth[1]!)!),
        ordersPerCustomer: times(value.ordersPerCustomer, worth[2]!),
        churn: churn === undefined ? undefined : Math.min(1, churn === 0 ? point(value.churn!) : churn),
      },
    };
    return { plan, actual: JSON.parse(JSON.stringify(actual)) as Campaign, asOf: plan.timing && asOf };
  });
