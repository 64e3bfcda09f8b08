import type { Queries } from '../store/store.ts';
import type { Objective } from '../store/tables.ts';
import type { Agreed } from './agreed.ts';

/** An objective as it is worked with. */
export interface AgreedObjective extends Omit<Objective, 'agreed' | 'campaigns'> {
  agreed: Agreed;
  campaigns: string[];
}

export const readObjective = ({ agreed, campaigns, ...rest }: Objective): AgreedObjective => ({
  ...rest,
  agreed: JSON.parse(agreed) as Agreed,
  campaigns: JSON.parse(campaigns) as string[],
});

/** What both teams agreed on last; `null` before they have. */
export async function objectiveInForce(read: Queries): Promise<AgreedObjective | null> {
  const found = await read
    .selectFrom('objectives')
    .selectAll()
    .where('marketing_at', 'is not', null)
    .where('sales_at', 'is not', null)
    .where('ended_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ? readObjective(found) : null;
}
