import type { Campaign, CostKind, LeverId, Stage } from '../../../../src/roi/index.ts';
import { flowOf, meanOfOneOver, point } from './expected.ts';

/** The first stage as it is, every later one by its rate. */
function byRates(campaign: Campaign): Stage[] {
  const { rates } = flowOf(campaign);
  return campaign.funnel.map((stage, at) => {
    const { volume: _, ...rest } = stage;
    return at === 0 ? stage : { ...rest, rate: stage.rate ?? rates[at]! };
  });
}

/** Where an input is expected to stand; null where the campaign does not have it. */
export function standsAt(campaign: Campaign, lever: LeverId): number | null {
  const [kind, name] = lever.split(':') as [string, string];
  const { volume, rates } = flowOf(campaign);
  const { price } = campaign.funnel[0]!;
  if (kind === 'volume') return volume;
  if (kind === 'price') return price === undefined ? null : 1 / meanOfOneOver(price);
  const at = campaign.funnel.findIndex((stage) => stage.name === name);
  if (kind === 'rate') return at > 0 ? rates[at]! : null;
  const given = (kind === 'cost' ? campaign.costs : campaign.value)[name as never] as Parameters<
    typeof point
  >[0];
  return given === undefined ? null : point(given);
}

/** The campaign with one input at a sure number, and every other held. */
export function moved(campaign: Campaign, lever: LeverId, value: number): Campaign {
  const [kind, name] = lever.split(':') as [string, string];
  const { costs } = campaign;
  const funnel = byRates(campaign);
  const [first, ...later] = funnel as [Stage, ...Stage[]];
  if (kind === 'volume') {
    // More of them costs more media in proportion.
    const { volume } = flowOf(campaign);
    const media = volume > 0 ? (point(costs.media) * value) / volume : point(costs.media);
    const entry = first.price === undefined ? { ...first, volume: value } : first;
    return { ...campaign, costs: { ...costs, media }, funnel: [entry, ...later] };
  }
  if (kind === 'price') return { ...campaign, funnel: [{ ...first, price: value }, ...later] };
  if (kind === 'rate')
    return {
      ...campaign,
      funnel: funnel.map((stage) => (stage.name === name ? { ...stage, rate: value } : stage)),
    };
  if (kind === 'cost') return { ...campaign, funnel, costs: { ...costs, [name as CostKind]: value } };
  return { ...campaign, funnel, value: { ...campaign.value, [name]: value } };
}
