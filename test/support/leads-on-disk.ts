import Database from 'libsql';

/** The ids of the leads in a folder, read past the collector, in the order in which they arrived. */
export function leadsOnDisk(data: string): string[] {
  const database = new Database(`${data}/leads.db`);
  try {
    const rows = database.prepare('SELECT id FROM requests ORDER BY sequence').all([]) as { id: string }[];
    return rows.map(({ id }) => id);
  } finally {
    database.close();
  }
}
