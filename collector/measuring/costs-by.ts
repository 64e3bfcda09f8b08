import { type SpendKind, spendKinds } from '../store/tables.ts';
import type { Grouping } from './grouping.ts';
import type { Spent } from './spend-in.ts';

/** What was spent, kind by kind. `null`: nobody wrote it down. */
export type Costs = Record<SpendKind, number | null>;

export const noCosts = Object.fromEntries(spendKinds.map((kind) => [kind, null])) as Costs;

/** Of some kinds together; `null` where nobody wrote down any. */
export function costOf(costs: Costs, kinds: readonly SpendKind[] = spendKinds): number | null {
  const known = kinds.flatMap((kind) => costs[kind] ?? []);
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0);
}

/** Marketing's own, of which a lead's cost is made; what sales costs is not. */
export const marketingKinds: readonly SpendKind[] = ['media', 'production', 'agency', 'tools'];

/** What money says of the row it belongs to; `null`: nothing does. It is spent on no form. */
const spentKey: Record<Grouping, ((spent: Spent) => string) | null> = {
  source: ({ source }) => source,
  campaign: ({ campaign }) => campaign,
  form: null,
  month: ({ month }) => month,
};

/** What was spent on each row, what on none of them, and all of it. */
export function costsBy(
  spent: readonly Spent[],
  by: Grouping,
): { of: Map<string, Costs>; unassigned: Costs | null; all: Costs } {
  const key = spentKey[by];
  const of = new Map<string, Costs>();
  const [all, unassigned] = [{ ...noCosts }, { ...noCosts }];
  for (const each of spent) {
    const name = key?.(each) ?? '';
    const costs = name === '' ? unassigned : (of.get(name) ?? { ...noCosts });
    for (const sums of [all, costs]) sums[each.kind] = (sums[each.kind] ?? 0) + each.amount;
    if (name !== '') of.set(name, costs);
  }
  return { of, unassigned: costOf(unassigned) === null ? null : unassigned, all };
}
