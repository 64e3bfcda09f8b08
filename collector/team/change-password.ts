import type { Desk } from '../desk.ts';
import type { Account } from '../store/tables.ts';
import { countTry, forgiveTry } from './attempts.ts';
import { hashPassword, isPassword } from './password.ts';
import { closeSessions } from './session.ts';

interface Wish {
  old: string;
  wanted: string;
  /** See `senderOf`. */
  sender: string;
  /** The token of the session that stays open: all others end. */
  session: string;
}

/** Changes somebody's password. Whoever has their browser may not guess at the old one without end. */
export async function changePassword(
  desk: Desk,
  account: Account,
  { old, wanted, sender, session }: Wish,
): Promise<{ status: 'done' | 'wrong' } | { status: 'limited'; seconds: number }> {
  const tries = [{ what: 'sender', who: sender } as const, { what: 'address', who: account.email } as const];
  for (const tried of tries) {
    const seconds = await countTry(desk, tried);
    if (seconds > 0) return { status: 'limited', seconds };
  }
  if (!(await isPassword(old, account.password_hash, desk.passwordCost))) return { status: 'wrong' };
  const hash = await hashPassword(wanted, desk.passwordCost);
  const isChanged = await desk.store.change(async (change) => {
    // Unless it was changed meanwhile.
    const changed = await change
      .updateTable('accounts')
      .set({ password_hash: hash })
      .where('id', '=', account.id)
      .where('password_hash', '=', account.password_hash)
      .returning('id')
      .executeTakeFirst();
    if (changed) await closeSessions(change, account.id, session);
    return changed !== undefined;
  });
  if (!isChanged) return { status: 'wrong' };
  for (const tried of tries) await forgiveTry(desk, tried);
  return { status: 'done' };
}
