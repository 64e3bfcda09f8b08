import type { Campaign, CostKind, Owner, Range, Rate, StageName, Value } from '../campaign/campaign.ts';
import { expectedCampaign, likely } from '../campaign/expected-campaign.ts';
import { costOwners } from '../campaign/owner.ts';

type ValueKind =
  | 'averageSale'
  | 'grossMargin'
  | 'ordersPerCustomer'
  | 'churn'
  | 'retentionSpend'
  | 'baseline';

/** One input that somebody owns and can move. `volume` buys more of the first stage: media grows with it. */
export type LeverId = 'volume' | `rate:${StageName}` | `cost:${CostKind}` | `value:${ValueKind}`;

export interface Lever {
  id: LeverId;
  owner: Owner;
  /** As given, with its uncertainty if it has any. */
  given: Range | Rate;
  /** Where it stands: a count, a fraction or currency units. */
  value: number;
  least: number;
  most: number;
  /** The campaign with this input moved and everything else held. */
  move: (value: number) => Campaign;
}

const MOST = 1e15;

/** The bounds of what a customer is worth; all of it is shared. */
const valueBounds: Readonly<Record<ValueKind, readonly [number, number]>> = {
  averageSale: [0, MOST],
  grossMargin: [0, 1],
  ordersPerCustomer: [0, MOST],
  churn: [0, 1],
  retentionSpend: [0, MOST],
  baseline: [0, MOST],
};

/** Every input of a (checked) campaign that can be moved, each at its expected value. */
export function leversOf(asked: Campaign): Lever[] {
  const campaign = inRates(asked);
  const { costs, funnel, value } = campaign;
  const { stages } = expectedCampaign(campaign);
  const amount = (
    id: LeverId,
    owner: Owner,
    given: Range | undefined,
    [least, most]: readonly [number, number],
    move: Lever['move'],
  ): Lever[] => (given === undefined ? [] : [{ id, owner, given, value: likely(given), least, most, move }]);
  return [
    volumeLever(campaign),
    ...stages.slice(1).map(({ name, owner, rate }, index): Lever => {
      const move = (to: number) => ({
        ...campaign,
        funnel: funnel.map((each) => (each.name === name ? { ...each, rate: to } : each)),
      });
      const given = funnel[index + 1]!.rate!;
      return { id: `rate:${name}`, owner, given, value: rate, least: 0, most: 1, move };
    }),
    ...(Object.keys(costOwners) as CostKind[]).flatMap((kind) =>
      amount(`cost:${kind}`, costOwners[kind], costs[kind], [0, MOST], (to) => {
        return { ...campaign, costs: { ...costs, [kind]: to } };
      }),
    ),
    ...(Object.keys(valueBounds) as ValueKind[]).flatMap((kind) =>
      amount(`value:${kind}`, 'shared', value[kind], valueBounds[kind], (to) => {
        return { ...campaign, value: { ...value, [kind]: to } satisfies Value };
      }),
    ),
  ];
}

/** More of the first stage for proportionally more media; with nothing bought yet, media stays as it is. */
function volumeLever(campaign: Campaign): Lever {
  const { volume, stages, costs } = expectedCampaign(campaign);
  const each = costs.media / volume;
  const scales = volume > 0 && Number.isFinite(each);
  const move = (to: number): Campaign => ({
    ...campaign,
    costs: { ...campaign.costs, media: scales ? to * each : campaign.costs.media },
    funnel: campaign.funnel.map((stage, index) => (index === 0 ? { ...stage, volume: to } : stage)),
  });
  const most = scales && each > 1 ? MOST / each : MOST;
  return { id: 'volume', owner: stages[0]!.owner, given: volume, value: volume, least: 0, most, move };
}

/** The campaign with a rate instead of a volume on every later stage, so that rates hold when volume moves. */
function inRates(campaign: Campaign): Campaign {
  const { stages } = expectedCampaign(campaign);
  const funnel = campaign.funnel.map(({ volume, ...stage }, index) => {
    return index === 0
      ? { ...stage, volume: volume ?? 0 }
      : { ...stage, rate: stage.rate ?? stages[index]!.rate };
  });
  return { ...campaign, funnel };
}
