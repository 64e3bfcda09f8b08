import type { Campaign, CostKind, StageName, Volume } from '../campaign/campaign.ts';
import { expectedCampaign } from '../campaign/expected-campaign.ts';
import { portion, progressBy, type Standing, standingsBy } from '../campaign/standing.ts';
import { betaOfCounts } from './beta-of-counts.ts';
import { binomialAt } from './binomial-at.ts';
import { drawBeta, drawGamma } from './draw-beta.ts';
import { rangeAt } from './range-at.ts';
import type { Chance } from './seeded-chance.ts';

/** So many trials that the hits among them are as good as a Poisson draw. */
const COUNTLESS = 1e12;

/**
 * Draws ways a (checked) campaign could stand at the end of a month. A rate with counts is drawn from what they say of
 * it, a range and a volume likewise; then how many follow is drawn, too, for sure rates as well. Who has come through
 * by then is chance; how long a customer stays is the average of all.
 *
 * A draw takes the same numbers from chance whatever the volume is, so more volume never draws fewer people.
 *
 * @param months since the start; null: in the end
 * @param wanted the stages whose counts are asked for, in the funnel's order: between them no draw is needed, since the
 * chance to pass two stages is the product of both
 * @returns draws once more, and fills and returns the same object each time: a draw allocates nothing to speak of
 */
export function outcomeDrawer(
  campaign: Campaign,
  months: number | null,
  wanted: readonly StageName[],
  chance: Chance,
): () => Standing {
  const { uniform } = chance;
  const { costs, funnel, value } = campaign;
  const expected = expectedCampaign(campaign);
  const progress = progressBy(expected, months);
  const { arrived } = progress;
  const drawn = { ...expected, costs: { ...expected.costs }, rates: [...expected.rates] };
  const standing: Standing = {
    campaign: drawn,
    months: expected.timing && months,
    progress,
    counts: expected.stages.map(() => Number.NaN),
  };
  const counts = standing.counts as number[];
  const kinds = (Object.keys(costs) as CostKind[]).filter((kind) => typeof costs[kind] === 'object');
  const rates = funnel.flatMap(({ rate }, stage) =>
    typeof rate === 'object' ? [[stage, betaOfCounts(rate)] as const] : [],
  );
  const stops = funnel.flatMap(({ name }, stage) => (stage > 0 && wanted.includes(name) ? [stage] : []));
  const [first] = funnel;

  function drawVolume(): number {
    if (first?.price !== undefined) return drawn.costs.media / rangeAt(first.price, uniform());
    return volumeOf(first?.volume ?? 0, chance);
  }

  /** Those who have come to each stop, out of those who had come to the one before. */
  function drawCounts(): void {
    drawn.volume = drawVolume();
    const { media } = progress.spent;
    const bought = drawn.volume * media;
    // A fraction of a person is one or none by chance, so that the mean is kept.
    let people = Math.floor(bought) + (uniform() < bought % 1 ? 1 : 0);
    // Bought is a number, who of them arrives in time is chance.
    const inTime = portion(arrived[0]!, media);
    const isLate = inTime < 1 - 1e-12;
    if (isLate) people = binomialAt(people, inTime, uniform());
    counts[0] = isLate ? people : bought;
    let before = 0;
    for (const stop of stops) {
      let passing = portion(arrived[stop]!, arrived[before]!);
      for (let stage = before + 1; stage <= stop; stage++) passing *= drawn.rates[stage]!;
      people = binomialAt(people, Math.min(1, passing), uniform());
      counts[stop] = people;
      before = stop;
    }
  }

  const standingAt = standingsBy(expected, months);
  return () => {
    for (const [stage, [a, b]] of rates) drawn.rates[stage] = drawBeta(a, b, chance);
    for (const kind of kinds) drawn.costs[kind] = rangeAt(costs[kind]!, uniform());
    drawCounts();
    drawn.averageSale = rangeAt(value.averageSale, uniform());
    drawn.ordersPerCustomer = rangeAt(value.ordersPerCustomer ?? 1, uniform());
    drawn.margin = rangeAt(value.grossMargin, uniform());
    if (typeof value.churn === 'object') {
      drawn.churn = rangeAt(value.churn, uniform());
      progress.paid = standingAt(drawn).progress.paid;
    }
    if (typeof value.retentionSpend === 'object')
      drawn.retentionSpend = rangeAt(value.retentionSpend, uniform());
    if (typeof value.baseline === 'object') drawn.baseline = rangeAt(value.baseline, uniform());
    return standing;
  };
}

function volumeOf(volume: Volume, chance: Chance): number {
  if (typeof volume !== 'object' || !('counted' in volume)) return rangeAt(volume, chance.uniform());
  // What was counted once says how many to expect (its median is the count), and how many come varies around that.
  const expected = drawGamma(volume.counted + 1 / 3, chance);
  return binomialAt(COUNTLESS, expected / COUNTLESS, chance.uniform());
}
