import type { Calculation } from '../lead/calculation.ts';
import type { RoiDefinition } from '../roi/metrics/roi-definition.ts';
import type { Answer } from './answer.ts';

/** An answer as it travels with a lead: with its inputs as the model takes them, so that it can be computed again. */
export function calculationOf(
  { campaign, roi, figures }: Answer,
  definition: RoiDefinition,
  currency: string,
): Calculation {
  const results = Object.entries({ roi: roi[definition], roas: roi.roas, ...figures });
  return {
    model: 2,
    currency,
    definition,
    inputs: { ...campaign },
    results: Object.fromEntries(results.map(([name, { value }]) => [name, value])),
  };
}
