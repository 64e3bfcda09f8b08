import type { Desk } from '../desk.ts';
import { personKey } from '../receiving/person-key.ts';
import type { Account } from '../store/tables.ts';
import { countTry, forgiveTry, sweepAttempts, type Tried } from './attempts.ts';
import { knownDevice } from './known-device.ts';
import { hashPassword, isOutdated, isPassword } from './password.ts';
import { closeSession, openSession } from './session.ts';

interface Wish {
  email: string;
  password: string;
  /** See `senderOf`. */
  sender: string;
  /** The token of a session that the browser has already: it ends. */
  former: string | undefined;
  /** What the browser keeps of having signed in before. */
  device: string | undefined;
}

/** `wrong` is all that is said of an address that is unknown, shut out, or has no password yet. */
export type SignInResult =
  | { status: 'done'; account: Account; token: string }
  | { status: 'wrong' }
  | { status: 'limited'; seconds: number };

/** Opens a session for whoever knows the password of an address. */
export async function signIn(
  desk: Desk,
  { email, password, sender, former, device: token }: Wish,
): Promise<SignInResult> {
  const { store, secret, now } = desk;
  const key = personKey(email);
  const device = knownDevice(secret, key, token);
  const tries: Tried[] = [
    { what: 'sender', who: sender },
    device === null ? { what: 'address', who: key } : { what: 'device', who: device },
  ];
  for (const tried of tries) {
    const seconds = await countTry(desk, tried);
    if (seconds > 0) return { status: 'limited', seconds };
  }

  const known = await store.read
    .selectFrom('accounts')
    .select('password_hash')
    .where('email', '=', key)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  const hash = known?.password_hash ?? null;
  if (!(await isPassword(password, hash, desk.passwordCost)) || hash === null) return { status: 'wrong' };

  const kept = isOutdated(hash, desk.passwordCost) ? await hashPassword(password, desk.passwordCost) : hash;
  const opened = await store.change(async (change) => {
    // Asked again, which holds the row: meanwhile the password may have been changed, or the account shut out.
    const account = await change
      .updateTable('accounts')
      .set({ password_hash: kept })
      .where('email', '=', key)
      .where('password_hash', '=', hash)
      .where('disabled_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (!account) return null;
    if (former) await closeSession(change, former);
    return { account, token: await openSession(change, account.id, now()) };
  });
  if (!opened) return { status: 'wrong' };
  for (const tried of tries) await forgiveTry(desk, tried);
  await sweepAttempts(desk);
  return { status: 'done', ...opened };
}
