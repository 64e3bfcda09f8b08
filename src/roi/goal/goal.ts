import type { Campaign, Owner, StageName } from '../campaign/campaign.ts';
import { assertCampaign } from '../campaign/check/check-campaign.ts';
import { type Check, checkFields } from '../campaign/check/check-fields.ts';
import { checkNumber } from '../campaign/check/check-number.ts';
import { InputError } from '../campaign/check/input-error.ts';
import type { MetricDefinition } from '../metrics/metric.ts';
import type { ReasonCode } from '../metrics/reason.ts';
import type { LeverId } from './lever.ts';
import { type Measure, measureDefinition } from './measure.ts';

/** A SMART objective: this much of this metric, by this month. */
export interface Goal {
  metric: Measure;
  /** In the metric's unit: a count, currency units, a fraction or a ratio. */
  target: number;
  /**
   * Whole months from the start. Default: the months of the campaign's timing, or 1 without timing. A campaign without
   * timing is taken to be done by any deadline, spread evenly over it.
   */
  deadline?: number;
  /** Which input moves; every other is held. Default `volume`. */
  vary?: LeverId;
  /** Currency units, marketing and sales, that may be spent by the deadline. */
  budget?: number;
  /**
   * How many opportunities sales can work in a month (without that stage in the funnel: how many of the first stage
   * that sales owns). Compared with the busiest month when the campaign has timing, with the average one otherwise.
   */
  salesCapacity?: number;
}

/** What stops a goal: money, people, the lever's own end (a rate of 1, or all the volume there is), or time. */
export type Binding = 'budget' | 'sales-capacity' | 'limit' | 'deadline';

/**
 * What somebody must deliver for the deadline. Unrounded. Without timing it is spread evenly over the deadline. With
 * timing it follows the campaign's own months, and counts only what can still matter by the deadline.
 */
export interface Delivery {
  /** All that must be there by the end of `dueMonth`. */
  total: number;
  /** `total` over the months, up to `dueMonth`, in which any of it happens (at least one). */
  perMonth: number;
  /** 1 for the first month. What comes later is too late for the deadline. */
  dueMonth: number;
}

export interface GoalPlan {
  /**
   * `met`: the campaign as it stands is as good as the target or better, within the limits; nothing moves.
   * `reached`: the lever at `value` meets the target, or does better where the limits leave no place that meets it
   * exactly. `unreachable`: `value` is the nearest it gets, and that is not near enough.
   * `no-effect`: the lever does not change the metric (a ratio without fixed costs, scaled): see `levers`.
   */
  status: 'met' | 'reached' | 'unreachable' | 'no-effect';
  lever: LeverId;
  owner: Owner;
  /** Where the lever must stand, or the best it can do; null when nothing can be said. */
  value: number | null;
  /** The metric there, by the deadline; null where the limits leave no place for the lever at all. */
  result: number | null;
  /** What stops it, when it is unreachable. */
  binds: Binding | null;
  /** Why `result` is null. */
  reason: ReasonCode | null;
  /** Unless it is met or reached: the levers that would reach it, each alone and under the same limits. */
  levers: LeverId[];
  deadline: number;
  /** What each stage must deliver, with its owner. */
  stages: ({ name: StageName; owner: Owner } & Delivery)[];
  /**
   * Currency units to be spent, by who spends them. Where the goal counts money, in its metric or against a budget,
   * all that is spent by the deadline; otherwise only what can still matter for it.
   */
  spend: { marketing: Delivery; sales: Delivery };
  /** Whether the goal asks for more volume, and no media pays for it: somebody has to know where it comes from. */
  isFreeVolume: boolean;
  /** The campaign with the lever moved. */
  campaign: Campaign;
}

/**
 * @throws InputError naming the first field of the campaign or the goal that is outside the model
 */
export function assertGoal(campaign: Campaign, goal: Goal): MetricDefinition {
  assertCampaign(campaign);
  const checks: Record<keyof Goal, Check> = {
    metric: () => [],
    target: checkNumber(),
    deadline: checkNumber('months'),
    vary: () => [],
    budget: checkNumber('amount'),
    salesCapacity: checkNumber('amount'),
  };
  const [problem] = checkFields(checks, ['target'])('goal', goal);
  if (problem) throw new InputError(problem);
  const definition = measureDefinition('goal.metric', goal.metric);
  if (definition.series) {
    throw new InputError({
      field: 'goal.metric',
      code: 'unexpected',
      expected: 'a metric that is not a cash flow',
    });
  }
  return definition;
}
