import type { Campaign } from '../campaign/campaign.ts';
import { createSimulation, type SimulationOptions, type SimulationResult } from './create-simulation.ts';

/**
 * How a campaign may turn out, all draws at once; `createSimulation` does the same in slices. A single-stage funnel
 * has no chance in it but its ranges.
 *
 * @throws InputError naming the first field of the campaign or the options that is outside the model
 */
export function simulate(campaign: Campaign, options: SimulationOptions): SimulationResult {
  const simulation = createSimulation(campaign, options);
  simulation.run(options.draws);
  return simulation.result();
}
