import { agree, propose } from '../agreeing/agree.ts';
import { monthsAfter } from '../agreeing/month.ts';
import { plannedObjective } from '../agreeing/planned-objective.ts';
import type { Change } from '../store/store.ts';

/** A plan close to what the example does, as the planner's link says it: half a year, with a goal for customers. */
const plan =
  'unisono=1&mode=full&start=clicks&definition=margin&media=36600&sales=90000&clicks=30600&leadRate=0.027&mqlRate=0.92' +
  '&sqlRate=0.38&opportunityRate=0.9&customerRate=0.4&averageSale=16500&grossMargin=0.4&spendMonths=6&delay=1&months=6' +
  '&goal-metric=customers&goal-customers=95&goal-deadline=6&goal-lever=volume';

/**
 * What the example's teams agreed on a quarter ago: it began with the month before last, so that there is as much to
 * look back on as there is to do.
 */
export async function keepObjective(
  change: Change,
  { marketing, sales }: { marketing: number; sales: number },
  currency: string,
  now: Date,
): Promise<void> {
  const read = plannedObjective(plan, currency);
  if (!read.ok) throw new Error(`The example's plan is none: ${read.problem}`);
  const starts_on = monthsAfter(`${now.toISOString().slice(0, 7)}-01`, -2);
  const proposal = {
    name: `Plan ${starts_on.slice(0, 7)}`,
    agreed: read.agreed,
    starts_on,
    ends_on: monthsAfter(starts_on, read.months),
    campaigns: [],
  };
  const proposed = new Date(`${monthsAfter(starts_on, -1).slice(0, 8)}20T09:00Z`);
  const answered = new Date(`${monthsAfter(starts_on, -1).slice(0, 8)}22T14:30Z`);
  const byMarketing = { id: marketing, role: 'marketing' } as const;
  const id = await propose(change, proposal, byMarketing, proposed, true);
  await agree(change, id, 'marketing', byMarketing, proposed);
  await agree(change, id, 'sales', { id: sales, role: 'sales' }, answered);
}
