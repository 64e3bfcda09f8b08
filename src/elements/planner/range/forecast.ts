import type { Campaign } from '../../../roi/campaign/campaign.ts';
import { type SimulationResult, simulationOf } from '../../../roi/chance/create-simulation.ts';
import { nextTask, runInSlices } from './run-in-slices.ts';

export const draws = 10_000;

/** The same inputs give the same answer. */
const seed = 1;

/** Milliseconds without a change before it is worth drawing again. */
const pause = 200;

/** What is shown of a simulation. Each spread that is read has to be sorted first, so no more than these are. */
export type Spread = Pick<SimulationResult, 'draws' | 'reason' | 'lossChance' | 'profit' | 'roiMargin'>;

/** How the campaign may turn out, as far as it is known. */
export interface Forecast {
  /** Of the campaign, or of the one before it while this one is being drawn. */
  result: Spread | null;
  isSettled: boolean;
}

/**
 * Draws a campaign while somebody looks, and anew when it changes.
 * @param isOpen asked before each slice
 * @param update called when there is something to show
 */
export function createForecast(isOpen: () => boolean, update: () => void): (campaign: Campaign) => Forecast {
  let drawing = '';
  let forecast: Forecast = { result: null, isSettled: false };
  let timer: ReturnType<typeof setTimeout>;

  async function draw(campaign: Campaign, key: string): Promise<void> {
    const simulation = simulationOf(campaign, { draws, seed });
    if (!(await runInSlices(simulation.run, () => isOpen() && drawing === key))) {
      // Closed before the end: the next look begins anew.
      if (drawing === key) drawing = '';
      return;
    }
    const drawn = simulation.result();
    const { reason, lossChance } = drawn;
    const result: Spread = { draws, reason, lossChance, profit: null, roiMargin: null };
    // Sorting ten thousand draws takes a slow phone a good part of a frame: each in a task of its own.
    for (const figure of ['profit', 'roiMargin'] as const) {
      await nextTask();
      result[figure] = drawn[figure];
    }
    if (drawing !== key) return;
    forecast = { result, isSettled: true };
    update();
  }

  return (campaign) => {
    const key = JSON.stringify(campaign);
    if (key === drawing) return forecast;
    drawing = key;
    clearTimeout(timer);
    const sure = simulationOf(campaign, { draws: 1, seed }).result();
    forecast = sure.reason
      ? { result: sure, isSettled: true }
      : { result: forecast.result?.reason ? null : forecast.result, isSettled: false };
    if (!forecast.isSettled) timer = setTimeout(draw, forecast.result ? pause : 0, campaign, key);
    return forecast;
  };
}
