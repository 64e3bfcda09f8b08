import { createHmac } from 'node:crypto';
import { personKey } from '../receiving/person-key.ts';
import type { Change, Queries } from '../store/store.ts';

type What = 'person' | 'request';

/** What stays of somebody who was erased: nothing that leads to them without the key. */
export const forgottenHash = (secret: string, what: What, value: string): string =>
  createHmac('sha256', secret).update(`${what}\n${value}`).digest('hex');

/** Which of these hashes are those of somebody erased. */
export async function forgottenAmong(queries: Queries, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const found = await queries.selectFrom('forgotten').select('hash').where('hash', 'in', hashes).execute();
  return new Set(found.map(({ hash }) => hash));
}

/** Whether somebody with this address was erased: for imports, which must not bring them back. */
export async function isForgotten(queries: Queries, secret: string, email: string): Promise<boolean> {
  const hash = forgottenHash(secret, 'person', personKey(email));
  return (await forgottenAmong(queries, [hash])).has(hash);
}

/** How many hashes are put down by one statement. */
const batch = 1_000;

/** Puts down who, or which requests, may not be brought back. */
export async function forget(
  change: Change,
  secret: string,
  what: What,
  values: readonly string[],
  now: Date,
): Promise<void> {
  const rows = values.map((value) => ({ hash: forgottenHash(secret, what, value), at: now.toISOString() }));
  for (let from = 0; from < rows.length; from += batch)
    await change
      .insertInto('forgotten')
      .values(rows.slice(from, from + batch))
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
}
