import Database from 'libsql';

/**
 * Takes the lock that a writer needs on the leads in a folder, as another program may: a backup, a report, a shell.
 * @returns what gives it back
 */
export function lockLeads(data: string): () => void {
  const database = new Database(`${data}/leads.db`, { timeout: 1_000 });
  database.exec('BEGIN IMMEDIATE');
  return () => {
    database.exec('ROLLBACK');
    database.close();
  };
}
