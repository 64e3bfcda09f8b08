import { createHmac } from 'node:crypto';
import type { Queries } from '../store/store.ts';

/** What stays of somebody who was erased: nothing that leads to them without the key. */
export const forgottenHash = (secret: string, what: 'person' | 'request', value: string): string =>
  createHmac('sha256', secret).update(`${what}\n${value}`).digest('hex');

/** Which of these hashes are those of somebody erased. */
export async function forgottenAmong(queries: Queries, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const found = await queries.selectFrom('forgotten').select('hash').where('hash', 'in', hashes).execute();
  return new Set(found.map(({ hash }) => hash));
}
