import type { Campaign, StageName } from '../campaign/campaign.ts';
import { assertCampaign } from '../campaign/check/check-campaign.ts';
import { assertObject } from '../campaign/check/check-fields.ts';
import { assertNumber } from '../campaign/check/check-number.ts';
import { ownCopy } from '../campaign/own-copy.ts';
import type { ReasonCode } from '../metrics/reason.ts';
import { drawnReturns } from './drawn-returns.ts';
import { outcomeDrawer } from './outcome-drawer.ts';
import { type Percentiles, percentiles } from './percentiles.ts';
import { seededChance } from './seeded-chance.ts';
import { whyNotDrawn } from './why-not-drawn.ts';

export interface SimulationOptions {
  /** Whole, 1 to a million. */
  draws: number;
  /** Any number: the same seed gives the same draws. */
  seed: number;
}

/** How a campaign may turn out by the end of the months looked at (in the end, without timing). Without anything uncertain in it everything is null, with the reason. */
export interface SimulationResult {
  /** How many were drawn. */
  draws: number;
  seed: number;
  /**
   * `no-uncertainty-given`: no range and nothing counted; `stage-not-in-funnel`: nobody becomes a customer;
   * `needs-a-horizon`: customers stay for ever, and no months are looked at.
   */
  reason: ReasonCode | null;
  /** Fraction of the draws with a profit below zero. */
  lossChance: number | null;
  /** Currency units. */
  profit: Percentiles | null;
  /** Currency units. */
  revenue: Percentiles | null;
  /** Fraction, on gross margin; of the draws that cost anything. */
  roiMargin: Percentiles | null;
  /** Whole customers. */
  customers: Percentiles | null;
  /** The rates that were given as counts, as drawn: fractions. */
  rates: Partial<Record<StageName, Percentiles>>;
}

/** A simulation that can be run in slices, so that a page stays responsive. */
export interface Simulation {
  /** Draws so many more, at most up to the end. Answers how many are still to come. */
  run(draws: number): number;
  /** Of what has been drawn so far. Percentiles are computed when they are read, each time anew. */
  result(): SimulationResult;
}

/**
 * Prepares a simulation: `while (simulation.run(500)) await nextFrame()`. Slices of any size give the same result.
 *
 * @throws InputError naming the first field of the campaign or the options that is outside the model
 */
export function createSimulation(given: Campaign, options: SimulationOptions): Simulation {
  assertCampaign(given);
  assertObject('options', options);
  const { draws, seed } = options;
  assertNumber('draws', draws, 'draws');
  assertNumber('seed', seed);
  return simulationOf(given, options);
}

/** The same for a campaign and options that are known to be sound. */
export function simulationOf(given: Campaign, { draws, seed }: SimulationOptions): Simulation {
  // Its caller may edit the campaign between two slices.
  const campaign = ownCopy(given);
  const reason = whyNotDrawn(campaign);
  const { timing, costs } = campaign;
  const draw = outcomeDrawer(
    campaign,
    timing?.months ?? null,
    costs.salesPerOpportunity ? ['opportunities', 'customers'] : ['customers'],
    seededChance(seed),
  );
  const samples = () => new Float64Array(reason ? 0 : draws);
  const [profit, revenue, roiMargin, customers] = [samples(), samples(), samples(), samples()];
  const rates = campaign.funnel.map(({ rate }) => (typeof rate === 'object' ? samples() : null));
  const returns = drawnReturns();
  let drawn = 0;
  let losses = 0;

  function run(more: number): number {
    if (reason) return 0;
    for (const end = Math.min(draws, drawn + more); drawn < end; drawn++) {
      const standing = draw();
      const terms = returns.of(standing);
      profit[drawn] = returns.profit();
      roiMargin[drawn] = returns.roiMargin();
      revenue[drawn] = terms.revenue;
      customers[drawn] = terms.customers;
      if (profit[drawn]! < 0) losses++;
      for (let stage = 0; stage < rates.length; stage++) {
        const kept = rates[stage];
        if (kept) kept[drawn] = standing.campaign.rates[stage]!;
      }
    }
    return draws - drawn;
  }

  function result(): SimulationResult {
    const end = drawn;
    // Sorting ten thousand draws takes a phone a whole frame: each figure is sorted when it is asked for.
    const soFar = (all: Float64Array) => percentiles(all.subarray(0, end));
    return {
      draws: end,
      seed: seed + 0,
      reason,
      lossChance: end === 0 ? null : losses / end,
      get profit() {
        return soFar(profit);
      },
      get revenue() {
        return soFar(revenue);
      },
      get roiMargin() {
        return soFar(roiMargin);
      },
      get customers() {
        return soFar(customers);
      },
      get rates() {
        const drawnRates = campaign.funnel.flatMap(({ name }, stage) => {
          const kept = rates[stage] ? soFar(rates[stage]) : null;
          return kept ? [[name, kept] as const] : [];
        });
        return Object.fromEntries(drawnRates);
      },
    };
  }

  return { run, result };
}
