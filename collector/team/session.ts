import type { Change, Queries } from '../store/store.ts';
import type { Account } from '../store/tables.ts';
import { newToken, tokenHash } from '../store/token.ts';

const hour = 3_600_000;
/** A session ends when it was not used for so long, */
const idle = 12 * hour;
/** and in any case after this. */
const longest = 7 * 24 * hour;

const after = (moment: Date, milliseconds: number): string =>
  new Date(moment.getTime() + milliseconds).toISOString();

/** Opens a session, and gives the token that the browser keeps. */
export async function openSession(change: Change, account: number, now: Date): Promise<string> {
  const token = newToken();
  await change
    .insertInto('sessions')
    .values({
      token_hash: tokenHash(token),
      account_id: account,
      created_at: now.toISOString(),
      seen_at: now.toISOString(),
      expires_at: after(now, longest),
    })
    .execute();
  return token;
}

/** Whose session this is; `null` if it has ended, or whoever opened it may not come in any more. */
export async function sessionOf(read: Queries, token: string, now: Date): Promise<Account | null> {
  const account = await read
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
    .selectAll('accounts')
    .where('token_hash', '=', tokenHash(token))
    .where('expires_at', '>', now.toISOString())
    .where('seen_at', '>', after(now, -idle))
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return account ?? null;
}

/** Keeps a session open that is used: at most once a minute, since a page asks for many things. */
export async function keepSession(change: Change, token: string, now: Date): Promise<void> {
  await change
    .updateTable('sessions')
    .set({ seen_at: now.toISOString() })
    .where('token_hash', '=', tokenHash(token))
    .where('seen_at', '<', after(now, -60_000))
    .execute();
}

export async function closeSession(change: Change, token: string): Promise<void> {
  await change.deleteFrom('sessions').where('token_hash', '=', tokenHash(token)).execute();
}
