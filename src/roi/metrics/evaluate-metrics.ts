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
  const asked: Asked = { standing, whole, outcomes: new Map() };
  return (metric) => answer(metric, asked);
}

/** What is asked of a campaign at one moment, and what has been answered. */
interface Asked {
  standing: Standing;
  whole: (value: number) => number;
  outcomes: Map<string, Outcome>;
  /** The campaign in the end, once a metric has asked for it. */
  inTheEnd?: Standing;
}

function answer(metric: MetricDefinition, asked: Asked): Outcome {
  const known = asked.outcomes.get(metric.id);
  if (known) return known;
  const found = metric.series?.(asked.standing.campaign) ?? answerFromTerms(metric, asked);
  asked.outcomes.set(metric.id, found);
  return found;
}

function answerFromTerms(metric: MetricDefinition, asked: Asked): Outcome {
  const when = metric.isForLife ? inTheEnd(asked) : asked.standing;
  const terms = termsOf(metric, when);
  for (const each of metric.uses ?? []) {
    const { value, reason } = answer(each, asked);
    terms[each.id] = value === null ? reason! : each.isWhole ? asked.whole(value) : value;
  }
  const found = outcome(metric, terms);
  // What does not break even within the months looked at may do so later.
  const isTooSoon = found.reason === 'never-breaks-even' && when.months !== null;
  return isTooSoon && breaksEven(metric, inTheEnd(asked)) ? { ...found, reason: 'not-within-months' } : found;
}

function inTheEnd(asked: Asked): Standing {
  const { campaign, months } = asked.standing;
  asked.inTheEnd ??= months === null ? asked.standing : standingBy(campaign, null);
  return asked.inTheEnd;
}

function breaksEven(metric: MetricDefinition, standing: Standing): boolean {
  const { value, reason } = answering(standing)(metric);
  // Customers who stay for ever pay anything back, if only they leave a margin.
  const { averageSale, margin, ordersPerCustomer } = standing.campaign;
  const perMonth = standing.counts.at(-1)! * averageSale * margin * ordersPerCustomer;
  return value !== null || (reason === 'needs-a-horizon' && perMonth > 0);
}

/** The terms that a metric names. */
export function termsOf(
  { formula: text, requires, terms }: MetricDefinition,
  standing: Standing,
): Record<string, number | ReasonCode> {
  const { names } = formula(text);
  return campaignTerms(standing, requires ? [...requires, ...names] : names, terms);
}
