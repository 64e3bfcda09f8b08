import type { Campaign } from '../campaign/campaign.ts';
import { progressBy } from '../campaign/campaign-by.ts';
import { campaignPace } from '../campaign/campaign-pace.ts';
import { type ExpectedCampaign, expectedCampaign } from '../campaign/expected-campaign.ts';
import { stageCounts } from '../campaign/stage-counts.ts';
import { answerMetrics } from '../metrics/evaluate-metrics.ts';
import { formula } from '../metrics/formula.ts';
import type { MetricDefinition } from '../metrics/metric.ts';
import type { Outcome } from '../metrics/outcome.ts';
import { termsBy } from '../metrics/terms-by.ts';
import { workedStage } from './worked-stage.ts';

/** What a goal asks of a campaign, by its deadline. */
export interface GoalMeasures {
  /** The goal's metric. */
  result: (campaign: Campaign) => Outcome;
  /** The same once everything has happened, deadline or not. */
  resultInTheEnd: (campaign: Campaign) => Outcome;
  /**
   * Whether a result is at least as good as the target.
   *
   * @param size of the metric, to tell zero from rounding by where the target is zero and has no size of its own
   */
  meets: (result: number, size: number) => boolean;
  /**
   * Zero where the metric meets the target. For a quotient: what is above the line less target times what is below,
   * which is linear in every single lever of the funnel. NaN where it cannot be said.
   */
  gap: (campaign: Campaign) => number;
  /** Currency units spent, marketing and sales. */
  cost: (campaign: Campaign) => number;
  /** What sales has to work in its busiest month (the average month without timing). */
  load: (campaign: Campaign) => number;
}

/**
 * @param campaign the one whose levers are moved: when things happen is worked out once, since no lever changes it
 * @param deadline whole months
 */
export function goalMeasures(
  campaign: Campaign,
  metric: MetricDefinition,
  target: number,
  deadline: number,
): GoalMeasures {
  const { compute, names, divisions } = formula(metric.formula);
  const quotient = divisions.find((division) => division.compute === compute);
  const planned = expectedCampaign(campaign);
  const progress = progressBy(planned, deadline);
  const loadOf = loadBy(planned, deadline);
  const termsOf = (moved: Campaign) => termsBy(expectedCampaign(moved), deadline, progress);
  const answer = (moved: Campaign, terms?: ReturnType<typeof termsOf>) =>
    answerMetrics(expectedCampaign(moved), [metric], terms)[metric.id]!;
  const result = (moved: Campaign) => answer(moved, termsOf(moved));

  function gap(moved: Campaign): number {
    if (metric.uses || metric.requires) return (result(moved).value ?? Number.NaN) - target;
    const terms = termsOf(moved)(metric);
    if (names.some((name) => (terms[name] ?? null) === null)) return Number.NaN;
    if (!quotient) return compute(terms) - target;
    return quotient.above(terms) - target * quotient.below(terms);
  }

  return {
    result,
    resultInTheEnd: (moved) => answer(moved),
    meets: (value, size) => {
      const slack = 1e-9 * Math.abs(target || size);
      return metric.better === 'lower' ? value <= target + slack : value >= target - slack;
    },
    gap,
    cost: (moved) => termsOf(moved)({ group: 'return' }).cost!,
    load: (moved) => loadOf(expectedCampaign(moved)),
  };
}

/** What sales has to work in its busiest month by a deadline, of any campaign at one pace. */
function loadBy(planned: ExpectedCampaign, deadline: number): (campaign: ExpectedCampaign) => number {
  const worked = workedStage(planned);
  if (!worked) return () => 0;
  const arrivals = campaignPace(planned, deadline).stages[planned.stages.indexOf(worked)]!;
  const busiest = Math.max(0, ...arrivals.monthly);
  return (campaign) => {
    const count = stageCounts(campaign)[worked.name]!;
    return planned.timing ? count * busiest : count / deadline;
  };
}
