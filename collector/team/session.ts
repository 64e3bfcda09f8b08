import type { Change, Queries } from '../store/store.ts';
import type { Account } from '../store/tables.ts';
import { newToken, tokenHash } from '../store/token.ts';

const minute = 60_000;
const hour = 60 * minute;
/** A session ends when it was not used for so long, */
const idle = 12 * hour;
/** and in any case after this. Milliseconds. */
export const longestSession = 7 * 24 * hour;

const after = (moment: Date, milliseconds: number): string =>
  new Date(moment.getTime() + milliseconds).toISOString();

/** Opens a session, and gives the token that the browser keeps. Those of the account that have ended go. */
export async function openSession(change: Change, account: number, now: Date): Promise<string> {
  const token = newToken();
  await change
    .deleteFrom('sessions')
    .where('account_id', '=', account)
    .where((session) =>
      session.or([
        session('expires_at', '<=', now.toISOString()),
        session('seen_at', '<=', after(now, -idle)),
      ]),
    )
    .execute();
  await change
    .insertInto('sessions')
    .values({
      token_hash: tokenHash(token),
      account_id: account,
      created_at: now.toISOString(),
      seen_at: now.toISOString(),
      expires_at: after(now, longestSession),
    })
    .execute();
  return token;
}

/** A session that is open, and whose. */
export interface Session {
  account: Account;
  /** Whether it was used so long ago that this use is to be put down: see `keepSession`. */
  isStale: boolean;
}

/** The open session of a token; `null` if it has ended, or whoever opened it may not come in any more. */
export async function sessionOf(read: Queries, token: string, now: Date): Promise<Session | null> {
  const found = await read
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
    .selectAll('accounts')
    .select('sessions.seen_at')
    .where('token_hash', '=', tokenHash(token))
    .where('expires_at', '>', now.toISOString())
    .where('seen_at', '>', after(now, -idle))
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (!found) return null;
  const { seen_at, ...account } = found;
  return { account, isStale: seen_at < after(now, -minute) };
}

/** Keeps a session open that is used: at most once a minute, since a page asks for many things. */
export async function keepSession(change: Change, token: string, now: Date): Promise<void> {
  await change
    .updateTable('sessions')
    .set({ seen_at: now.toISOString() })
    .where('token_hash', '=', tokenHash(token))
    .where('seen_at', '<', after(now, -minute))
    .execute();
}

export async function closeSession(change: Change, token: string): Promise<void> {
  await change.deleteFrom('sessions').where('token_hash', '=', tokenHash(token)).execute();
}

/**
 * Ends the sessions of an account.
 * @param but the token of the one that stays
 */
export async function closeSessions(change: Change, account: number, but?: string): Promise<void> {
  await change
    .deleteFrom('sessions')
    .where('account_id', '=', account)
    .$if(but !== undefined, (query) => query.where('token_hash', '!=', tokenHash(but!)))
    .execute();
}

/** When the open sessions of an account began and were last used, the latest first. */
export async function sessionsOf(
  read: Queries,
  account: number,
  now: Date,
): Promise<{ tokenHash: string; begun: string; used: string }[]> {
  return read
    .selectFrom('sessions')
    .select(['token_hash as tokenHash', 'created_at as begun', 'seen_at as used'])
    .where('account_id', '=', account)
    .where('expires_at', '>', now.toISOString())
    .where('seen_at', '>', after(now, -idle))
    .orderBy('seen_at', 'desc')
    .execute();
}
