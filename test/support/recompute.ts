import type { Calculation } from '../../src/lead/calculation.ts';
import { type Campaign, evaluateCampaign, type MetricId } from '../../src/roi/index.ts';

const roiOf = {
  margin: 'roiMargin',
  'total-cost': 'roiTotalCost',
  revenue: 'roiRevenue',
  roas: 'roas',
} as const satisfies Record<Calculation['definition'], MetricId>;

/** A calculation's results as whoever receives it finds them anew, from its inputs alone. */
export function recompute({ definition, inputs, results }: Calculation): Calculation['results'] {
  const { metrics } = evaluateCampaign(inputs as unknown as Campaign);
  const idOf = (name: string) => (name === 'roi' ? roiOf[definition] : (name as MetricId));
  return Object.fromEntries(Object.keys(results).map((name) => [name, metrics[idOf(name)].value]));
}
