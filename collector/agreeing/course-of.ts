import { dueBy } from 'unisono/calculator';
import type { Campaign, StageName } from 'unisono/roi';
import type { Actuals, StageTallies } from '../measuring/actuals-of.ts';
import { monthsAfter } from './month.ts';

/** Up to the end of a month of the plan: how many were agreed, and how many have come. */
export interface CoursePoint {
  /** Months since the start. */
  months: number;
  /** The first day of the month that ends then. */
  month: string;
  agreed: number;
  /** `null` for what is yet to come. */
  happened: number | null;
}

const isTallied = (stage: StageName): stage is keyof StageTallies =>
  ['leads', 'mql', 'sql', 'opportunities', 'customers'].includes(stage);

/** How a stage adds up, month by month: the one that the goal counts, customers otherwise. */
export function courseOf(
  campaign: Campaign,
  goalStage: string | undefined,
  actuals: Actuals,
  startsOn: string,
  asOf: number,
): { stage: keyof StageTallies; points: CoursePoint[]; due: number } {
  const wanted = campaign.funnel.find(({ name }) => name === goalStage)?.name ?? 'customers';
  const stage = isTallied(wanted) ? wanted : 'customers';
  const dueAt = (months: number): number =>
    dueBy(campaign, months).counts.find(({ name }) => name === stage)?.count ?? 0;
  const months = campaign.timing?.months ?? 1;
  const points = Array.from({ length: months }, (_, at): CoursePoint => {
    const month = monthsAfter(startsOn, at);
    const come = actuals.months
      .filter((each) => each.month <= month.slice(0, 7))
      .reduce((sum, each) => sum + each[stage], 0);
    return { months: at + 1, month, agreed: dueAt(at + 1), happened: at < asOf || at === 0 ? come : null };
  });
  return { stage, points, due: dueAt(asOf) };
}
