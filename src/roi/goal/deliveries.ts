import { campaignMonths } from '../campaign/campaign-months.ts';
import { campaignPace } from '../campaign/campaign-pace.ts';
import type { ExpectedCampaign } from '../campaign/expected-campaign.ts';
import { standingBy } from '../campaign/standing.ts';
import { campaignTerms } from '../metrics/campaign-terms.ts';
import { formula } from '../metrics/formula.ts';
import type { MetricDefinition } from '../metrics/metric.ts';
import type { Delivery, Goal, GoalPlan } from './goal.ts';

/** Terms through which a metric counts money that is spent. */
const spentTerms: readonly string[] = ['adSpend', 'marketingCost', 'salesCost', 'cost', 'fixedCost', 'cac'];

/**
 * What each owner must deliver, and by which month, so that the goal is met by its deadline. Who reaches a stage too
 * late to come through by then is not asked for: a lead that takes two months to buy is due two months earlier.
 *
 * @param campaign the one that meets the goal
 */
export function deliveries(
  campaign: ExpectedCampaign,
  metric: MetricDefinition,
  { budget }: Goal,
  deadline: number,
): Pick<GoalPlan, 'stages' | 'spend'> {
  const { stages, timing, costs } = campaign;
  if (!timing) {
    const standing = standingBy(campaign, null);
    const { marketingCost, salesCost } = campaignTerms(standing, ['marketingCost', 'salesCost']);
    const spread = (total: number): Delivery => ({ total, perMonth: total / deadline, dueMonth: deadline });
    return {
      stages: stages.map(({ name, owner }, stage) => ({ name, owner, ...spread(standing.counts[stage]!) })),
      spend: { marketing: spread(marketingCost as number), sales: spread(salesCost as number) },
    };
  }
  const { names } = formula(metric.formula);
  const last = lastMonths(campaign, names, deadline);
  const { months } = campaignMonths(campaign, deadline);
  const { media } = campaignPace(campaign, deadline).spent;
  const opened = stages.findIndex(({ name }) => name === 'opportunities');
  const countsMoney = budget !== undefined || names.some((name) => spentTerms.includes(name));
  // Media and work that come too late need not be paid for; whoever is paid by the month is paid all the same.
  const isTooLate = (month: number, lastMonth: number) => !countsMoney && month >= lastMonth;
  return {
    stages: stages.map(({ name, owner }, index) => {
      const arrivals = months.map(({ counts }) => counts[name]!);
      return { name, owner, ...delivery(arrivals, last.stages[index]!) };
    }),
    spend: {
      marketing: delivery(
        months.map(({ marketingCost }, month) => {
          const spared = isTooLate(month, last.spend) ? costs.media * (media.monthly[month] ?? 0) : 0;
          return marketingCost - spared;
        }),
        deadline,
      ),
      sales: delivery(
        months.map(({ salesCost, counts }, month) => {
          const isSpared = isTooLate(month, last.stages[opened] ?? deadline);
          return salesCost - (isSpared ? costs.salesPerOpportunity * (counts.opportunities ?? 0) : 0);
        }),
        deadline,
      ),
    },
  };
}

/** What happens up to a month, in the months in which it does. */
function delivery(monthly: readonly number[], lastMonth: number): Delivery {
  const until = monthly.slice(0, lastMonth);
  const total = until.reduce((sum, amount) => sum + amount, 0);
  const busy = until.filter((amount) => amount > 0).length;
  const dueMonth = until.findLastIndex((amount) => amount > 0) + 1;
  return { total, perMonth: total / Math.max(1, busy), dueMonth: dueMonth || lastMonth };
}

/**
 * The last month in which money spent, or an arrival at each stage, can still count by the deadline: what the goal
 * measures (a stage, or revenue as it is collected) less the shortest way there. Where nothing can come through in
 * time, and after the stage that is measured, it is the deadline.
 */
function lastMonths(
  { stages, timing }: ExpectedCampaign,
  names: readonly string[],
  deadline: number,
): { spend: number; stages: number[] } {
  const paid = names.includes('revenue') || names.includes('ordersPerCustomer');
  const named = stages.findLastIndex(({ name }) => names.includes(name));
  const measured = paid || named < 0 ? stages.length - 1 : named;
  const last = stages.map(() => deadline);
  let month = deadline - (paid ? shortest(timing?.collection ?? [1]) : 0);
  for (let stage = measured; stage >= 0; stage--) {
    last[stage] = month;
    month -= shortest(stages[stage]!.delay);
  }
  const comesThrough = month > shortest(timing?.spend ?? [1]);
  return comesThrough
    ? { spend: month, stages: last }
    : { spend: deadline, stages: stages.map(() => deadline) };
}

/** Months until the first of anything arrives. */
const shortest = (shares: readonly number[]): number => shares.findIndex((share) => share > 0);
