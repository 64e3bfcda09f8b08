import { createClient } from '@libsql/client';

/** The ids of the leads in a folder, read past the collector, in the order in which they arrived. */
export async function leadsOnDisk(data: string): Promise<string[]> {
  const client = createClient({ url: `file:${data}/leads.db` });
  try {
    const { rows } = await client.execute('SELECT id FROM leads ORDER BY sequence');
    return rows.map(({ id }) => String(id));
  } finally {
    client.close();
  }
}
