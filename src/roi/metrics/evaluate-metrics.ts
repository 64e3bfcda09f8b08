import type { Campaign } from '../campaign/campaign.ts';
import { assertCampaign } from '../campaign/check/check-campaign.ts';
import { assertList, assertObject } from '../campaign/check/check-fields.ts';
import { type ExpectedCampaign, expectedCampaign } from '../campaign/expected-campaign.ts';
import { campaignTerms } from './campaign-terms.ts';
import type { Terms } from './formula.ts';
import type { Metric, MetricDefinition } from './metric.ts';
import { type Outcome, outcome } from './outcome.ts';

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
  return answerMetrics(expectedCampaign(campaign), definitions);
}

/**
 * The same for a campaign whose expectations are known to be sound.
 *
 * @param termsOf what a metric's names stand for, where that is not the same for all
 */
export function answerMetrics<const Definition extends MetricDefinition>(
  campaign: ExpectedCampaign,
  definitions: readonly Definition[],
  termsOf: (metric: MetricDefinition) => Terms = always(campaignTerms(campaign)),
): Metrics<Definition> {
  const outcomes = new Map<string, Outcome>();

  function answer(metric: MetricDefinition): Outcome {
    const known = outcomes.get(metric.id);
    if (known) return known;
    const found = metric.series?.(campaign) ?? fromTerms(metric);
    outcomes.set(metric.id, found);
    return found;
  }

  function fromTerms(metric: MetricDefinition): Outcome {
    const terms = termsOf(metric);
    if (!metric.uses) return outcome(metric, terms);
    const used = metric.uses.map((each) => [each.id, answer(each)] as const);
    const values = Object.fromEntries(used.map(([id, { value }]) => [id, value]));
    const found = outcome(metric, { ...terms, ...values });
    const unanswered = used.find(([, { value }]) => value === null);
    return unanswered ? { ...found, value: null, reason: unanswered[1].reason } : found;
  }

  return Object.fromEntries(
    definitions.map((metric) => {
      const { id, group, unit, formula, definition } = metric;
      return [id, { id, group, unit, formula, ...(definition && { definition }), ...answer(metric) }];
    }),
  ) as Metrics<Definition>;
}

const always = (terms: Terms) => () => terms;
