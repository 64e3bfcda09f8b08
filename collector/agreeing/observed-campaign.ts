import { actualCampaign, dueBy } from 'unisono/calculator';
import type { Campaign, CostKind } from 'unisono/roi';
import type { Actuals } from '../measuring/actuals-of.ts';
import { spendKinds } from '../store/tables.ts';

/**
 * What happened as the campaign that was observed, of the stages that somebody measured. What nobody wrote down of costs
 * and prices is as it was due.
 *
 * @param asOf months since the start
 */
export function observedCampaign(plan: Campaign, actuals: Actuals, asOf: number): Campaign {
  const due = dueBy(plan, asOf);
  const spent = spendKinds.filter((kind) => actuals.costs[kind] !== null);
  const costs = { ...due.costs };
  for (const kind of spent) costs[kind] = actuals.costs[kind]!;
  const averageSale =
    actuals.revenue !== null && actuals.priced > 0 ? actuals.revenue / actuals.priced : due.averageSale;
  // What was spent and never planned counts, too.
  const unplanned = Object.fromEntries(spent.map((kind): [CostKind, number] => [kind, 0]));
  return actualCampaign(
    { ...plan, costs: { ...unplanned, ...plan.costs } },
    { ...due, costs, averageSale, counts: due.counts.map(({ name }) => ({ name, count: actuals[name] })) },
  );
}
