import { createClient } from '@libsql/client';

/**
 * Takes the lock that a writer needs on the leads in a folder, as another program may: a backup, a report, a shell.
 * @returns what gives it back
 */
export async function lockLeads(data: string): Promise<() => Promise<void>> {
  const client = createClient({ url: `file:${data}/leads.db`, timeout: 1_000 });
  const transaction = await client.transaction('write');
  return async () => {
    await transaction.rollback();
    client.close();
  };
}
