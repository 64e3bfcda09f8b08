import type { Campaign, CostKind, Owner, Range, Rate, StageName, Timing } from './campaign.ts';
import { costOwners, defaultOwner } from './owner.ts';

/** A stage with its rate from the stage before as one fraction; 1 for the first. */
export interface ExpectedStage {
  name: StageName;
  owner: Owner;
  rate: number;
  delay: readonly number[];
}

/** A campaign with every default filled in and every interval at its likeliest point. */
export interface ExpectedCampaign {
  costs: Record<CostKind, number>;
  volume: number;
  stages: ExpectedStage[];
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

/** The likeliest point of a range; never -0, whatever was typed. */
export const likely = (range: Range): number => (typeof range === 'number' ? range : range.likely) + 0;

/** A rate as one fraction, whether given as such or as counts. */
export const fraction = (rate: Rate): number => (typeof rate === 'number' ? rate : rate.hits / rate.of) + 0;

const optional = (range: Range | undefined): number | null => (range === undefined ? null : likely(range));

/** What a (checked) campaign expects. Everything that is computed is computed from this. */
export function expectedCampaign({ costs, funnel, value, timing }: Campaign): ExpectedCampaign {
  const kinds = Object.keys(costOwners) as CostKind[];
  const amounts = kinds.map((kind) => [kind, likely(costs[kind] ?? 0)]);
  return {
    costs: Object.fromEntries(amounts) as ExpectedCampaign['costs'],
    volume: (funnel[0]?.volume ?? 0) + 0,
    stages: expectedStages(funnel),
    averageSale: likely(value.averageSale),
    margin: likely(value.grossMargin),
    ordersPerCustomer: likely(value.ordersPerCustomer ?? 1),
    churn: optional(value.churn),
    horizon: value.horizon ?? null,
    retentionSpend: likely(value.retentionSpend ?? 0),
    baseline: optional(value.baseline),
    targetProfit: value.targetProfit ?? null,
    timing: timing ?? null,
  };
}

function expectedStages(funnel: Campaign['funnel']): ExpectedStage[] {
  let before: number | null = null;
  return funnel.map(({ name, owner = defaultOwner(name), volume, rate, delay = [1] }) => {
    const share: number =
      before === null ? 1 : rate === undefined ? ratio(volume ?? 0, before) : fraction(rate);
    before = before === null ? (volume ?? 0) : before * share;
    return { name, owner, rate: share, delay };
  });
}

/** The rate behind a volume; nothing out of nothing is a rate of zero. */
const ratio = (volume: number, before: number): number => (before === 0 ? 0 : volume / before + 0);
