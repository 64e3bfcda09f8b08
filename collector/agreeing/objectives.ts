import type { Queries } from '../store/store.ts';
import { type AgreedObjective, readObjective } from './objective-in-force.ts';

/** Who proposed and who agreed, by name; `null` for nobody. */
export interface Signed {
  proposer: string | null;
  forMarketing: string | null;
  forSales: string | null;
}

const signed = (read: Queries) =>
  read
    .selectFrom('objectives')
    .leftJoin('accounts as proposer', 'proposer.id', 'objectives.proposed_by')
    .leftJoin('accounts as marketing', 'marketing.id', 'objectives.marketing_by')
    .leftJoin('accounts as sales', 'sales.id', 'objectives.sales_by')
    .selectAll('objectives')
    .select(['proposer.name as proposer', 'marketing.name as forMarketing', 'sales.name as forSales']);

/** One objective with who signed it; `null` for none. */
export async function objectiveOf(read: Queries, id: number): Promise<(AgreedObjective & Signed) | null> {
  const found = await signed(read).where('objectives.id', '=', id).executeTakeFirst();
  if (!found) return null;
  const { proposer, forMarketing, forSales, ...objective } = found;
  return { ...readObjective(objective), proposer, forMarketing, forSales };
}

/** So many are listed at most: more than anybody agrees on in years. */
const mostListed = 50;

/** The latest objectives, without what each says. */
export const latestObjectives = (read: Queries) =>
  read
    .selectFrom('objectives')
    .select(['id', 'name', 'starts_on', 'ends_on', 'marketing_at', 'sales_at', 'ended_at'])
    .orderBy('id', 'desc')
    .limit(mostListed)
    .execute();
