import type { Campaign, CostKind, Owner, Range, StageName, Timing } from './campaign.ts';
import { fraction, mean, meanReciprocal, meanVolume } from './mean.ts';
import { costOwners, defaultOwner } from './owner.ts';

/** Of a stage, what no lever moves. */
export interface ExpectedStage {
  name: StageName;
  owner: Owner;
  delay: readonly number[];
}

/** A campaign with every default filled in and every interval at its mean. */
export interface ExpectedCampaign {
  costs: Record<CostKind, number>;
  /** How many enter, bought or not. */
  volume: number;
  /** Currency units of media for each, where the volume is bought at a price; null otherwise. */
  price: number | null;
  stages: readonly ExpectedStage[];
  /** From the stage before, as fractions, in the funnel's order; 1 for the first. */
  rates: readonly number[];
  averageSale: number;
  margin: number;
  ordersPerCustomer: number;
  churn: number | null;
  horizon: number | null;
  retentionSpend: number;
  baseline: number | null;
  targetProfit: number | null;
  timing: Timing | null;
}

/** What a (checked) campaign expects. Everything that is computed is computed from this. */
export function expectedCampaign({ costs, funnel, value, timing }: Campaign): ExpectedCampaign {
  const [first] = funnel;
  const media = mean(costs.media);
  const bought = first?.price === undefined ? null : meanReciprocal(first.price);
  const volume = bought === null ? meanVolume(first?.volume ?? 0) : media * bought;
  return {
    costs: {
      media,
      production: mean(costs.production ?? 0),
      agency: mean(costs.agency ?? 0),
      tools: mean(costs.tools ?? 0),
      sales: mean(costs.sales ?? 0),
      salesPerOpportunity: mean(costs.salesPerOpportunity ?? 0),
    },
    volume,
    price: bought && 1 / bought,
    stages: funnel.map(({ name, owner = defaultOwner(name), delay = atOnce }) => ({ name, owner, delay })),
    rates: expectedRates(funnel, volume),
    averageSale: mean(value.averageSale),
    margin: mean(value.grossMargin),
    ordersPerCustomer: mean(value.ordersPerCustomer ?? 1),
    churn: optional(value.churn),
    horizon: value.horizon ?? null,
    retentionSpend: mean(value.retentionSpend ?? 0),
    baseline: optional(value.baseline),
    targetProfit: value.targetProfit ?? null,
    timing: timing ?? null,
  };
}

/** Whether customers order every month, for as long as they stay. */
export const isRecurring = ({ churn, horizon }: Pick<ExpectedCampaign, 'churn' | 'horizon'>): boolean =>
  churn !== null || horizon !== null;

const atOnce: readonly number[] = [1];

/** Every kind of cost, in the order of the campaign. */
export const costKinds = Object.keys(costOwners) as CostKind[];

const optional = (range: Range | undefined): number | null => (range === undefined ? null : mean(range));

/** A rate stands for itself; behind a volume it is what the volume makes of those before. */
function expectedRates(funnel: Campaign['funnel'], entrants: number): number[] {
  let before = entrants;
  return funnel.map(({ volume, rate }, index) => {
    if (index === 0) return 1;
    const share = rate === undefined ? ratio(meanVolume(volume ?? 0), before) : fraction(rate);
    before *= share;
    return share;
  });
}

/** The rate behind a volume; nothing out of nothing is a rate of zero. */
const ratio = (volume: number, before: number): number => (before === 0 ? 0 : volume / before + 0);
