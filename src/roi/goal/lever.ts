import type {
  Campaign,
  CostKind,
  Owner,
  Range,
  Rate,
  StageName,
  Value,
  Volume,
} from '../campaign/campaign.ts';
import { costKinds, type ExpectedCampaign, expectedCampaign } from '../campaign/expected-campaign.ts';
import { costOwners } from '../campaign/owner.ts';

type ValueKind =
  | 'averageSale'
  | 'grossMargin'
  | 'ordersPerCustomer'
  | 'churn'
  | 'retentionSpend'
  | 'baseline';

/**
 * One input that somebody owns and can move. `volume` buys more of the first stage: media grows with it. `price` is what
 * media pays for each of them.
 */
export type LeverId = 'volume' | 'price' | `rate:${StageName}` | `cost:${CostKind}` | `value:${ValueKind}`;

export interface Lever {
  id: LeverId;
  owner: Owner;
  /** As given, with its uncertainty if it has any. */
  given: Range | Rate | Volume;
  /** Where it stands: a count, a fraction or currency units. */
  value: number;
  least: number;
  most: number;
  /** What to expect with this input moved and everything else held. */
  expect: (value: number) => ExpectedCampaign;
  /** The campaign with this input moved. */
  move: (value: number) => Campaign;
}

const MOST = 1e15;

/** What a customer is worth, by the name it has in an expected campaign, and its bounds; all of it is shared. */
const values: Readonly<Record<ValueKind, { name: keyof ExpectedCampaign; least: number; most: number }>> = {
  averageSale: { name: 'averageSale', least: 0, most: MOST },
  grossMargin: { name: 'margin', least: 0, most: 1 },
  ordersPerCustomer: { name: 'ordersPerCustomer', least: 0, most: MOST },
  churn: { name: 'churn', least: 0, most: 1 },
  retentionSpend: { name: 'retentionSpend', least: 0, most: MOST },
  baseline: { name: 'baseline', least: 0, most: MOST },
};

/**
 * Every input of a (checked) campaign that can be moved, each where it is expected to stand.
 *
 * @param expected the same campaign: what a lever expects where it stands is this very object
 */
export function leversOf(asked: Campaign, expected: ExpectedCampaign = expectedCampaign(asked)): Lever[] {
  const campaign = inRates(asked, expected);
  return [
    volumeLever(campaign, expected),
    ...priceLever(campaign, expected),
    ...rateLevers(campaign, expected),
    ...costKinds.flatMap((kind) => costLever(campaign, expected, kind)),
    ...(Object.keys(values) as ValueKind[]).flatMap((kind) => valueLever(campaign, expected, kind)),
  ].map((lever) => ({ ...lever, expect: (to) => (to === lever.value ? expected : lever.expect(to)) }));
}

/** More of the first stage for proportionally more media; with nothing bought yet and no price, media stays as it is. */
function volumeLever(campaign: Campaign, expected: ExpectedCampaign): Lever {
  const { volume, stages, costs, price } = expected;
  // What has a price is bought at it, also where nothing has been bought yet.
  const each = price ?? costs.media / volume;
  const scales = Number.isFinite(each);
  // At the very limit, a product may round beyond it.
  const mediaFor = (to: number) => (scales ? Math.min(MOST, to * each) : costs.media);
  return {
    id: 'volume',
    owner: stages[0]!.owner,
    given: campaign.funnel[0]!.volume ?? volume,
    value: volume,
    least: 0,
    // A volume that is worked out from its media may round beyond the limit.
    most: (scales && each > 1 ? MOST / each : MOST) * (price === null ? 1 : 1 - 1e-14),
    expect: (to) => ({ ...expected, volume: to, costs: { ...costs, media: mediaFor(to) } }),
    move: (to) => ({
      ...campaign,
      costs: { ...campaign.costs, media: mediaFor(to) },
      funnel: campaign.funnel.map((stage, index) => {
        return index > 0 || price !== null ? stage : { ...stage, volume: to };
      }),
    }),
  };
}

/** What media pays for each of the first stage: less of it buys more. */
function priceLever(campaign: Campaign, expected: ExpectedCampaign): Lever[] {
  const { price, costs, stages } = expected;
  const [first, ...later] = campaign.funnel;
  if (price === null) return [];
  return [
    {
      id: 'price',
      owner: stages[0]!.owner,
      given: first!.price!,
      value: price,
      // What it buys at the limit may round beyond it.
      least: Math.max(1e-15, (costs.media / MOST) * (1 + 1e-14)),
      most: MOST,
      expect: (to) => ({ ...expected, price: to, volume: costs.media / to }),
      move: (to) => ({ ...campaign, funnel: [{ ...first!, price: to }, ...later] }),
    },
  ];
}

function rateLevers(campaign: Campaign, expected: ExpectedCampaign): Lever[] {
  const { stages, rates } = expected;
  return stages.slice(1).map(({ name, owner }, before) => {
    const stage = before + 1;
    return {
      id: `rate:${name}`,
      owner,
      given: campaign.funnel[stage]!.rate!,
      value: rates[stage]!,
      least: 0,
      most: 1,
      expect(to) {
        const moved = [...rates];
        moved[stage] = to;
        return { ...expected, rates: moved };
      },
      move: (to) => ({
        ...campaign,
        funnel: campaign.funnel.map((each, index) => (index === stage ? { ...each, rate: to } : each)),
      }),
    };
  });
}

function costLever(campaign: Campaign, expected: ExpectedCampaign, kind: CostKind): Lever[] {
  const given = campaign.costs[kind];
  if (given === undefined) return [];
  const { price, volume } = expected;
  // Media buys the volume where that has a price.
  const volumeFor = (media: number) => (kind === 'media' && price !== null ? media / price : volume);
  return [
    {
      id: `cost:${kind}`,
      owner: costOwners[kind],
      given,
      value: expected.costs[kind],
      least: 0,
      most: kind === 'media' && price !== null ? Math.min(MOST, MOST * price * (1 - 1e-14)) : MOST,
      expect: (to) => ({ ...expected, volume: volumeFor(to), costs: { ...expected.costs, [kind]: to } }),
      move: (to) => ({ ...campaign, costs: { ...campaign.costs, [kind]: to } }),
    },
  ];
}

function valueLever(campaign: Campaign, expected: ExpectedCampaign, kind: ValueKind): Lever[] {
  const given = campaign.value[kind];
  if (given === undefined) return [];
  const { name, least, most } = values[kind];
  return [
    {
      id: `value:${kind}`,
      owner: 'shared',
      given,
      value: expected[name] as number,
      least,
      most,
      expect: (to) => ({ ...expected, [name]: to }),
      move: (to) => ({ ...campaign, value: { ...campaign.value, [kind]: to } satisfies Value }),
    },
  ];
}

/** The campaign with a rate instead of a volume on every later stage, so that rates hold when volume moves. */
function inRates(campaign: Campaign, { rates }: ExpectedCampaign): Campaign {
  const funnel = campaign.funnel.map(({ volume, ...stage }, index) => {
    if (index > 0) return { ...stage, rate: stage.rate ?? rates[index]! };
    return stage.price === undefined ? { ...stage, volume: volume ?? 0 } : stage;
  });
  return { ...campaign, funnel };
}
