import { dueBy } from 'unisono/calculator';
import { type Campaign, costOwners, defaultOwner, type Owner, type StageName } from 'unisono/roi';

/** What one owner delivers, month by month and in all, unrounded. */
export interface MonthlyDelivery {
  /** A stage, or the money that an owner spends. */
  what: StageName | 'spend';
  owner: Owner;
  months: number[];
  total: number;
}

/** Money in major units that each side has spent by then, opportunities at what each costs included. */
function spentBy(campaign: Campaign, months: number): Record<'marketing' | 'sales', number> {
  const { costs, counts } = dueBy(campaign, months);
  const opened = counts.find(({ name }) => name === 'opportunities')?.count ?? 0;
  const spent = { marketing: 0, sales: costs.salesPerOpportunity * opened };
  for (const [kind, amount] of Object.entries(costs))
    if (kind !== 'salesPerOpportunity')
      spent[costOwners[kind as keyof typeof costOwners] === 'sales' ? 'sales' : 'marketing'] += amount;
  return spent;
}

/** What each owner is to deliver in each month: stages in the funnel's order, then what is spent. */
export function deliveriesOf(campaign: Campaign): MonthlyDelivery[] {
  const months = campaign.timing?.months ?? 1;
  const moments = Array.from({ length: months + 1 }, (_, month) => ({
    counts: dueBy(campaign, month).counts.map(({ count }) => count ?? 0),
    spent: spentBy(campaign, month),
  }));
  /** Of a sum that grows: what came with each month. Nothing has come before the first. */
  const monthly = (sums: number[]): Pick<MonthlyDelivery, 'months' | 'total'> => ({
    months: sums.slice(1).map((sum, at) => sum - (at === 0 ? 0 : sums[at]!)),
    total: sums.at(-1)!,
  });
  return [
    ...campaign.funnel.map(({ name, owner = defaultOwner(name) }, stage) => ({
      what: name,
      owner,
      ...monthly(moments.map(({ counts }) => counts[stage]!)),
    })),
    ...(['marketing', 'sales'] as const)
      .map((owner) => ({
        what: 'spend' as const,
        owner,
        ...monthly(moments.map(({ spent }) => spent[owner])),
      }))
      .filter(({ total }) => total > 0),
  ];
}
