import { writeSetting } from '../store/setting.ts';
import type { Change } from '../store/store.ts';
import type { Account, Objective, Team } from '../store/tables.ts';
import type { Agreed } from './agreed.ts';

export type By = Pick<Account, 'id' | 'role'>;

/**
 * Lets what is agreed happen one after the other, also where several processes do it: whoever comes second sees what
 * the first one did.
 */
const holdObjectives = (change: Change, now: Date): Promise<void> =>
  writeSetting(change, 'objectives-changed', now.toISOString());

/** For whom somebody may agree: each team for itself, an admin for either. */
export const agreesFor = (role: Account['role']): readonly Team[] =>
  role === 'admin' ? ['marketing', 'sales'] : [role];

export type ObjectiveState = 'proposed' | 'in-force' | 'superseded' | 'withdrawn';

/** How an objective stands. */
export function stateOf({
  marketing_at,
  sales_at,
  ended_at,
}: Pick<Objective, 'marketing_at' | 'sales_at' | 'ended_at'>): ObjectiveState {
  const isAgreed = marketing_at !== null && sales_at !== null;
  if (ended_at === null) return isAgreed ? 'in-force' : 'proposed';
  return isAgreed ? 'superseded' : 'withdrawn';
}

export interface Proposal {
  name: string;
  agreed: Agreed;
  /** Days: the first, and the first that does not belong to it any more. */
  starts_on: string;
  ends_on: string;
  campaigns: readonly string[];
}

/** Puts down what somebody proposes. Nobody has agreed yet, nor has who proposes it. */
export async function propose(
  change: Change,
  { agreed, campaigns, ...rest }: Proposal,
  by: By,
  now: Date,
  isExample = false,
): Promise<number> {
  const { id } = await change
    .insertInto('objectives')
    .values({
      ...rest,
      agreed: JSON.stringify(agreed),
      campaigns: JSON.stringify(campaigns),
      proposed_at: now.toISOString(),
      proposed_by: by.id,
      marketing_by: null,
      marketing_at: null,
      sales_by: null,
      sales_at: null,
      ended_at: null,
      example: isExample ? 1 : 0,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Why nothing came of a press. */
export type AgreeProblem = 'gone' | 'not-open' | 'agreed-already' | 'same-person' | 'not-yours';

const columns = {
  marketing: { by: 'marketing_by', at: 'marketing_at', other: 'sales_by' },
  sales: { by: 'sales_by', at: 'sales_at', other: 'marketing_by' },
} as const;

const find = (change: Change, id: number) =>
  change.selectFrom('objectives').selectAll().where('id', '=', id).executeTakeFirst();

/**
 * Agrees for a team. It takes two people; with the second one the objective is in force, and the one before it ends in
 * the same change.
 */
export async function agree(
  change: Change,
  id: number,
  team: Team,
  by: By,
  now: Date,
): Promise<AgreeProblem | 'agreed' | 'in-force'> {
  if (!agreesFor(by.role).includes(team)) return 'not-yours';
  await holdObjectives(change, now);
  const found = await find(change, id);
  if (!found) return 'gone';
  const { by: whose, at, other } = columns[team];
  if (found[at] !== null) return 'agreed-already';
  if (stateOf(found) !== 'proposed') return 'not-open';
  if (found[other] === by.id) return 'same-person';
  const moment = now.toISOString();
  await change
    .updateTable('objectives')
    .set({ [whose]: by.id, [at]: moment })
    .where('id', '=', id)
    .execute();
  if (found[other] === null) return 'agreed';
  await change
    .updateTable('objectives')
    .set({ ended_at: moment })
    .where('id', '!=', id)
    .where('marketing_at', 'is not', null)
    .where('sales_at', 'is not', null)
    .where('ended_at', 'is', null)
    .execute();
  return 'in-force';
}

/** Takes a proposal back, for as long as it is one: who proposed it may, or an admin. */
export async function withdraw(
  change: Change,
  id: number,
  by: By,
  now: Date,
): Promise<AgreeProblem | 'withdrawn'> {
  await holdObjectives(change, now);
  const found = await find(change, id);
  if (!found) return 'gone';
  if (stateOf(found) !== 'proposed') return 'not-open';
  if (found.proposed_by !== by.id && by.role !== 'admin') return 'not-yours';
  await change.updateTable('objectives').set({ ended_at: now.toISOString() }).where('id', '=', id).execute();
  return 'withdrawn';
}
