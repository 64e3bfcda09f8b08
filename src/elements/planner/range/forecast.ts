import type { Campaign } from '../../../roi/campaign/campaign.ts';
import { type SimulationResult, simulationOf } from '../../../roi/chance/create-simulation.ts';
import { seed } from '../draw-while-open.ts';
import { nextTask, runInSlices } from '../run-in-slices.ts';

export const draws = 10_000;

/** What is shown of a simulation. Each spread that is read has to be sorted first, so no more than these are. */
export type Spread = Pick<SimulationResult, 'draws' | 'lossChance' | 'profit' | 'roiMargin'>;

/** How a campaign may turn out; null when nobody wants to know any more. */
export async function forecast(isWanted: () => boolean, campaign: Campaign): Promise<Spread | null> {
  const simulation = simulationOf(campaign, { draws, seed });
  if (!(await runInSlices(simulation.run, isWanted))) return null;
  const drawn = simulation.result();
  const result: Spread = { draws, lossChance: drawn.lossChance, profit: null, roiMargin: null };
  // Sorting ten thousand draws takes a slow phone a good part of a frame: each in a task of its own.
  for (const figure of ['profit', 'roiMargin'] as const) {
    await nextTask();
    result[figure] = drawn[figure];
  }
  return result;
}
