import type { Campaign } from '../campaign/campaign.ts';
import { assertCampaign } from '../campaign/check/check-campaign.ts';
import { assertList, assertObject } from '../campaign/check/check-fields.ts';
import { expectedCampaign } from '../campaign/expected-campaign.ts';
import { type Standing, standingBy, standingOf } from '../campaign/standing.ts';
import { campaignTerms } from './campaign-terms.ts';
import { formula } from './formula.ts';
import type { Metric, MetricDefinition } from './metric.ts';
import { type Outcome, outcome } from './outcome.ts';
import type { ReasonCode } from './reason.ts';

/** One answer for each definition asked for, under its id. */
export type Metrics<Definition extends MetricDefinition> = {
  [Each in Definition as Each['id']]: Metric<Each['id']>;
};

/**
 * Answers only the metrics asked for: a light calculator pays for what it shows.
 *
 * @throws InputError naming the first field outside the model (`checkCampaign` lists them all)
 */
export function evaluateMetrics<const Definition extends MetricDefinition>(
  campaign: Campaign,
  definitions: readonly Definition[],
): Metrics<Definition> {
  assertCampaign(campaign);
  assertList('definitions', definitions);
  for (let i = 0; i < definitions.length; i++) assertObject(`definitions[${i}]`, definitions[i]);
  return answerMetrics(standingOf(expectedCampaign(campaign)), definitions);
}

/** The same for a campaign that is known to be sound, at a moment. */
export function answerMetrics<const Definition extends MetricDefinition>(
  standing: Standing,
  definitions: readonly Definition[],
): Metrics<Definition> {
  const answer = answering(standing, Math.ceil);
  return Object.fromEntries(
    definitions.map((metric) => {
      const { id, group, unit, formula: text, definition } = metric;
      return [id, { id, group, unit, formula: text, ...(definition && { definition }), ...answer(metric) }];
    }),
  ) as Metrics<Definition>;
}

/**
 * Answers metrics of one campaign at one moment, each once.
 *
 * @param whole what becomes of a figure that only whole ones can be had of, where another is computed from it. A report
 * rounds it up, as a person reads it; a goal takes it as it is, so that there are no steps in its way
 */
export function answering(
  standing: Standing,
  whole: (value: number) => number = (value) => value,
): (metric: MetricDefinition) => Outcome {
  const { campaign, months } = standing;
  const outcomes = new Map<string, Outcome>();
  let forLife: Standing | undefined;
  const inTheEnd = () => {
    forLife ??= months === null ? standing : standingBy(campaign, null);
    return forLife;
  };

  function answer(metric: MetricDefinition): Outcome {
    const known = outcomes.get(metric.id);
    if (known) return known;
    const found = metric.series?.(campaign) ?? fromTerms(metric, metric.isForLife ? inTheEnd() : standing);
    outcomes.set(metric.id, found);
    return found;
  }

  function fromTerms(metric: MetricDefinition, when: Standing): Outcome {
    const terms: Record<string, number | ReasonCode> = termsOf(metric, when);
    for (const each of metric.uses ?? []) {
      const { value, reason } = answer(each);
      terms[each.id] = value === null ? reason! : each.isWhole ? whole(value) : value;
    }
    const found = outcome(metric, terms);
    // What does not break even within the months looked at may do so later.
    const isTooSoon = found.reason === 'never-breaks-even' && when.months !== null;
    return isTooSoon && breaksEvenLater(metric) ? { ...found, reason: 'not-within-months' } : found;
  }

  function breaksEvenLater(metric: MetricDefinition): boolean {
    const { value, reason } = answering(inTheEnd())(metric);
    // Customers who stay for ever pay anything back, if only they leave a margin.
    const { averageSale, margin, ordersPerCustomer } = campaign;
    const perMonth = inTheEnd().counts.at(-1)! * averageSale * margin * ordersPerCustomer;
    return value !== null || (reason === 'needs-a-horizon' && perMonth > 0);
  }
  return answer;
}

/** The terms that a metric names. */
export function termsOf(
  { formula: text, requires }: MetricDefinition,
  standing: Standing,
): Record<string, number | ReasonCode> {
  const { names } = formula(text);
  return campaignTerms(standing, requires ? [...requires, ...names] : names);
}
