import type { Change } from '../store/store.ts';
import type { Account, Role } from '../store/tables.ts';
import { holdTeam } from './hold-team.ts';
import { closeSessions } from './session.ts';

export interface AccountWish {
  account: number;
  /** The admin who wishes it. */
  by: number;
  to: { role: Role } | { disabled: boolean };
  now: Date;
}

/** What came of it. `last-admin`: nobody would be left who could let others in. */
export type AccountOutcome =
  | { status: 'done'; account: Account }
  | { status: 'last-admin' | 'not-allowed' | 'gone' };

/** An admin who can sign in. */
const isActiveAdmin = ({ role, disabled_at, password_hash }: Account): boolean =>
  role === 'admin' && disabled_at === null && password_hash !== null;

/** Gives somebody another role, shuts them out, or lets them in again. */
export async function changeAccount(
  change: Change,
  { account: id, by, to, now }: AccountWish,
): Promise<AccountOutcome> {
  await holdTeam(change, now);
  const accounts = await change.selectFrom('accounts').selectAll().execute();
  // They were when they asked; meanwhile another admin may have been quicker.
  const isStillAdmin = accounts.some(
    ({ id, role, disabled_at }) => id === by && role === 'admin' && disabled_at === null,
  );
  if (!isStillAdmin) return { status: 'not-allowed' };
  const before = accounts.find((account) => account.id === id);
  if (!before) return { status: 'gone' };

  const changed =
    'role' in to
      ? { role: to.role }
      : { disabled_at: to.disabled ? (before.disabled_at ?? now.toISOString()) : null };
  const account = { ...before, ...changed };
  const isLast = accounts.every((other) => other.id === id || !isActiveAdmin(other));
  if (isLast && isActiveAdmin(before) && !isActiveAdmin(account)) return { status: 'last-admin' };

  await change.updateTable('accounts').set(changed).where('id', '=', id).execute();
  if (account.disabled_at !== null) {
    await closeSessions(change, id);
    await change.deleteFrom('links').where('account_id', '=', id).execute();
  }
  return { status: 'done', account };
}
