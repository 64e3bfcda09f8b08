import type { Campaign, Range, Rate, Stage, Variance, Volume } from 'unisono/roi';

/** So many times as much. Where nothing was planned there is nothing to grow. */
const times = (now: number, planned: number): number => (planned === 0 ? 1 : now / planned);

function grown(volume: Volume | undefined, factor: number): Volume | undefined {
  if (volume === undefined) return undefined;
  if (typeof volume === 'number') return volume * factor;
  if ('counted' in volume) return { counted: volume.counted * factor };
  return { low: volume.low * factor, likely: volume.likely * factor, high: volume.high * factor };
}

const fraction = (rate: Rate): number => (typeof rate === 'number' ? rate : rate.hits / rate.of);

/**
 * The campaign as it now looks: its stages, costs and prices so that at the plan's own pace they come to what is
 * forecast. It can be asked whatever the plan can.
 */
export function campaignNow(plan: Campaign, { stages, parts }: Variance): Campaign {
  const growth = stages.map(({ forecast, planned }) => times(forecast, planned));
  const funnel = plan.funnel.map((stage, at): Stage => {
    const { volume, rate, ...rest } = stage;
    if (at === 0) return { ...stage, ...(volume !== undefined && { volume: grown(volume, growth[0]!)! }) };
    if (rate === undefined) return { ...stage, volume: grown(volume, growth[at]!)! };
    // Of nobody, no rate is known: it stays.
    const moved = growth[at - 1] === 0 ? fraction(rate) : (fraction(rate) * growth[at]!) / growth[at - 1]!;
    return { ...rest, rate: Math.min(1, moved) };
  });
  const moved: Record<string, { planned: number; actual: number }> = Object.fromEntries(
    parts.map((part) => [part.input, part]),
  );
  const sum = (given: Range | undefined, input: string): Range | undefined => {
    const part = moved[input];
    if (!part) return given;
    if (part.planned === part.actual && given !== undefined) return given;
    // What falls within the months looked at was compared; the whole grows alike.
    return typeof given === 'number' && given > 0 ? given * times(part.actual, part.planned) : part.actual;
  };
  const kinds = ['media', 'production', 'agency', 'tools', 'sales'] as const;
  const costs = Object.fromEntries(
    kinds.flatMap((kind) => {
      const cost = sum(plan.costs[kind], `cost:${kind}`);
      return cost === undefined ? [] : [[kind, cost]];
    }),
  );
  const customers = stages.at(-1)!;
  const sale = moved['value:averageSale'];
  const come = customers.forecast > 0 ? Math.min(1, customers.actual / customers.forecast) : 0;
  return {
    ...plan,
    costs: { ...plan.costs, ...costs },
    funnel,
    value: {
      ...plan.value,
      // Those who have come bring what they were seen to bring, the others what was planned.
      ...(sale &&
        sale.actual !== sale.planned && { averageSale: come * sale.actual + (1 - come) * sale.planned }),
    },
  };
}
