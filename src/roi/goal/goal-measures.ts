import { campaignPace } from '../campaign/campaign-pace.ts';
import { MONTHS } from '../campaign/check/check-number.ts';
import type { ExpectedCampaign } from '../campaign/expected-campaign.ts';
import { stageCounts } from '../campaign/stage-counts.ts';
import { standingBy, standingsBy } from '../campaign/standing.ts';
import { campaignTerms } from '../metrics/campaign-terms.ts';
import { answering, termsOf } from '../metrics/evaluate-metrics.ts';
import { formula } from '../metrics/formula.ts';
import type { MetricDefinition } from '../metrics/metric.ts';
import type { Outcome } from '../metrics/outcome.ts';
import { workedStage } from './worked-stage.ts';

/** What a goal asks of a campaign, by its deadline. */
export interface GoalMeasures {
  /** The goal's metric. */
  result: (campaign: ExpectedCampaign) => Outcome;
  /** The same once everything has happened, deadline or not; of customers who never leave, after a century. */
  resultInTheEnd: (campaign: ExpectedCampaign) => Outcome;
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
  gap: (campaign: ExpectedCampaign) => number;
  /** Currency units spent, marketing and sales. */
  cost: (campaign: ExpectedCampaign) => number;
  /** What sales has to work in its busiest month (the average month without timing). */
  load: (campaign: ExpectedCampaign) => number;
}

/**
 * @param planned the campaign whose levers are moved: when things happen is worked out once, since no lever but churn
 * changes it, and what is asked of the plan itself is answered once
 * @param deadline whole months
 */
export function goalMeasures(
  planned: ExpectedCampaign,
  metric: MetricDefinition,
  target: number,
  deadline: number,
): GoalMeasures {
  const { compute, divisions } = formula(metric.formula);
  const quotient = divisions.find((division) => division.compute === compute);
  const standing = standingsBy(planned, deadline);
  const result = (moved: ExpectedCampaign) => answering(standing(moved))(metric);

  function gap(moved: ExpectedCampaign): number {
    if (metric.uses || metric.requires) return (result(moved).value ?? Number.NaN) - target;
    const terms = termsOf(metric, metric.isForLife ? standingBy(moved, null) : standing(moved));
    if (!isKnown(terms)) return Number.NaN;
    if (!quotient) return compute(terms) - target;
    return quotient.above(terms) - target * quotient.below(terms);
  }

  const onceOfPlan = <Answer>(ask: (campaign: ExpectedCampaign) => Answer) => {
    let known: Answer | undefined;
    return (campaign: ExpectedCampaign): Answer => {
      if (campaign !== planned) return ask(campaign);
      known ??= ask(planned);
      return known;
    };
  };

  return {
    result: onceOfPlan(result),
    resultInTheEnd(moved) {
      const end = answering(standingBy(moved, null))(metric);
      return end.reason === 'needs-a-horizon' ? answering(standingBy(moved, MONTHS))(metric) : end;
    },
    meets: (value, size) => {
      const slack = 1e-9 * Math.abs(target || size);
      return metric.better === 'lower' ? value <= target + slack : value >= target - slack;
    },
    gap: onceOfPlan(gap),
    cost: onceOfPlan((moved) => campaignTerms(standing(moved), ['cost']).cost as number),
    load: loadBy(planned, deadline),
  };
}

const isKnown = (terms: Readonly<Record<string, unknown>>): terms is Record<string, number> =>
  Object.values(terms).every((term) => typeof term === 'number');

/** What sales has to work in its busiest month by a deadline, of any campaign at one pace. */
function loadBy(planned: ExpectedCampaign, deadline: number): (campaign: ExpectedCampaign) => number {
  const worked = workedStage(planned);
  if (worked < 0) return () => 0;
  const arrivals = campaignPace(planned, deadline).stages[worked]!;
  const busiest = Math.max(0, ...arrivals.monthly);
  return (campaign) => {
    const count = stageCounts(campaign)[worked]!;
    return planned.timing ? count * busiest : count / deadline;
  };
}
