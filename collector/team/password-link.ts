import type { Change, Queries } from '../store/store.ts';
import type { Account } from '../store/tables.ts';
import { newToken, tokenHash } from '../store/token.ts';
import { holdTeam } from './hold-team.ts';
import { closeSessions } from './session.ts';

/** Days for which a link may be used. */
export const linkDays = 7;

/** Where a link leads. */
export const passwordLink = (url: string, token: string): string => `${url}/welcome/${token}`;

/**
 * Makes a link with which whoever has it chooses a password, once. Older ones of the account are void.
 * @param account `null` for the first admin, who has no account yet
 */
export async function newPasswordLink(change: Change, account: number | null, now: Date): Promise<string> {
  const token = newToken();
  await holdTeam(change, now);
  await voidLinks(change, account);
  await change
    .insertInto('links')
    .values({
      token_hash: tokenHash(token),
      account_id: account,
      created_at: now.toISOString(),
      expires_at: new Date(now.getTime() + linkDays * 86_400_000).toISOString(),
    })
    .execute();
  return token;
}

async function voidLinks(change: Change, account: number | null): Promise<void> {
  await change
    .deleteFrom('links')
    .where('account_id', account === null ? 'is' : '=', account)
    .execute();
}

export async function isTeamEmpty(queries: Queries): Promise<boolean> {
  return !(await queries.selectFrom('accounts').select('id').limit(1).executeTakeFirst());
}

/** Whose password a link is for: an account's, or the first admin's; `null` if it is void. */
export async function linkedAccount(
  read: Queries,
  token: string,
  now: Date,
): Promise<Account | 'first-admin' | null> {
  const link = await read
    .selectFrom('links')
    .select('account_id')
    .where('token_hash', '=', tokenHash(token))
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst();
  if (!link) return null;
  if (link.account_id === null) return (await isTeamEmpty(read)) ? 'first-admin' : null;
  const account = await read
    .selectFrom('accounts')
    .selectAll()
    .where('id', '=', link.account_id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return account ?? null;
}

/** What somebody chose. Name, address and language count for the first admin alone: others have theirs. */
export interface Chosen {
  passwordHash: string;
  name: string;
  email: string;
  language: string;
}

/** Uses a link up: the account has its password, and its old sessions end. `null` if the link is void. */
export async function usePasswordLink(
  change: Change,
  token: string,
  { passwordHash, name, email, language }: Chosen,
  now: Date,
): Promise<Account | null> {
  await holdTeam(change, now);
  const link = await change
    .deleteFrom('links')
    .where('token_hash', '=', tokenHash(token))
    .where('expires_at', '>', now.toISOString())
    .returning('account_id')
    .executeTakeFirst();
  if (!link) return null;
  await voidLinks(change, link.account_id);
  if (link.account_id !== null) {
    const account = await change
      .updateTable('accounts')
      .set({ password_hash: passwordHash })
      .where('id', '=', link.account_id)
      .where('disabled_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
    await closeSessions(change, link.account_id);
    return account ?? null;
  }
  if (!(await isTeamEmpty(change))) return null;
  return change
    .insertInto('accounts')
    .values({
      email,
      name,
      role: 'admin',
      password_hash: passwordHash,
      language,
      alerts: 1,
      created_at: now.toISOString(),
      disabled_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
