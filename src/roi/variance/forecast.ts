import type { Owner, StageName } from '../campaign/campaign.ts';
import { campaignPace } from '../campaign/campaign-pace.ts';
import type { ExpectedCampaign } from '../campaign/expected-campaign.ts';
import { type Standing, sumUntil } from '../campaign/standing.ts';

/** What plan and actual say of one stage. */
export interface ComparedStage {
  name: StageName;
  owner: Owner;
  /** Whether anybody counted it. What nobody counted is taken to go on at the plan's rates. */
  isMeasured: boolean;
  /** How many the plan expected by the date, and how many there were. */
  due: number;
  actual: number;
  /** How many the plan expects within the months looked at, and how many it now looks like. */
  planned: number;
  forecast: number;
}

/**
 * How many it now looks like at each stage: those who have come, those on their way at the plan's rates and delays, and
 * those who are still to enter as planned. So one lead more is never fewer customers.
 *
 * @param due the plan as it stands at the date
 * @param planned the plan as it stands at the end of the months looked at
 * @param counted how many have come to each stage, in the funnel's order; null where nobody counted
 */
export function forecastStages(
  due: Standing,
  planned: Standing,
  counted: readonly (number | null)[],
): ComparedStage[] {
  const passage = passages(due, planned);
  let before: { stage: number; actual: number; forecast: number } | null = null;
  return due.campaign.stages.map(({ name, owner }, stage) => {
    const plan = { due: due.counts[stage]!, planned: planned.counts[stage]! };
    const observed = counted[stage] ?? null;
    let actual = observed ?? plan.due;
    let forecast = plan.planned;
    if (before) {
      const { already, onTheWay, later } = passage(before.stage, stage);
      actual = observed ?? before.actual * already;
      forecast = actual + before.actual * onTheWay + left(before.forecast, before.actual) * later;
    } else if (observed !== null) {
      forecast = observed + left(plan.planned, plan.due);
    }
    // Sums of the same people in another order may differ in their last digits.
    if (Math.abs(forecast - plan.planned) <= 1e-12 * plan.planned) forecast = plan.planned;
    if (observed !== null) before = { stage, actual, forecast };
    return { name, owner, isMeasured: observed !== null, ...plan, actual, forecast };
  });
}

/** What is left of a count; nothing where sums of the same people only differ in their last digits. */
const left = (all: number, gone: number): number => (all - gone <= 1e-12 * all ? 0 : all - gone);

/** Of each one who comes to a stage, how many come to a later one. */
interface Passage {
  /** By the date, of those who had come to the first by then. */
  already: number;
  /** Of the same, after the date and within the months looked at. */
  onTheWay: number;
  /** Within the months looked at, of those who come to the first after the date. */
  later: number;
}

/** What the plan expects of those between two stages. */
function passages(due: Standing, planned: Standing): (from: number, to: number) => Passage {
  const { campaign } = due;
  const until = planned.months === null ? null : Math.ceil(planned.months);
  const pace = until === null ? null : campaignPace(campaign, until);

  /** How many of those who had come to a stage by the date come to the later one within the months looked at. */
  function comingThrough(from: number, to: number): number {
    if (pace === null || due.months === null) return due.counts[to]!;
    const rate = campaign.rates.slice(from + 1, to + 1).reduce((product, each) => product * each, 1);
    const all = planned.counts[from]! / sumUntil(pace.stages[from]!.monthly, until!) || 0;
    const inTime = inTimeWithin(campaign, from, to, until!);
    const arrivals = pace.stages[from]!.monthly.map((share, month) => share * inTime(until! - month));
    return all * rate * sumUntil(arrivals, due.months);
  }

  return (from, to) => {
    const [dueFrom, dueTo] = [due.counts[from]!, due.counts[to]!];
    const [plannedFrom, plannedTo] = [planned.counts[from]!, planned.counts[to]!];
    // Where the plan has nobody yet, those who came before they were expected fare like everybody.
    const usual =
      plannedFrom > 0
        ? plannedTo / plannedFrom
        : campaign.rates.slice(from + 1, to + 1).reduce((product, each) => product * each, 1);
    const through = comingThrough(from, to);
    const isSettled = left(plannedFrom, dueFrom) === 0;
    return {
      already: dueFrom > 0 ? dueTo / dueFrom : 0,
      onTheWay: dueFrom > 0 ? left(through, dueTo) / dueFrom : usual,
      later: isSettled ? usual : left(plannedTo, through) / (plannedFrom - dueFrom),
    };
  };
}

/** The share of those on their way between two stages who have arrived within so many months. */
function inTimeWithin(
  { stages }: ExpectedCampaign,
  from: number,
  to: number,
  longest: number,
): (months: number) => number {
  let waits = [1];
  for (const { delay } of stages.slice(from + 1, to + 1)) {
    const next = new Array<number>(Math.min(longest, waits.length + delay.length - 1)).fill(0);
    for (const [month, share] of waits.entries()) {
      for (const [wait, part] of delay.entries()) {
        if (month + wait < longest) next[month + wait]! += share * part;
      }
    }
    waits = next;
  }
  return (months) => sumUntil(waits, months);
}
