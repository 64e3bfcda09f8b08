import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { openPostgres } from '../../collector/store/postgres/open-postgres.ts';
import { startPostgres } from './postgres-server.ts';
import { quickDisk } from './quick-disk.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a PostgreSQL server in which tests make databases of their own. */
    postgres: string;
  }
}

/** A database with the tables of a collector and nothing in them: to copy it is quicker than to make them again. */
export const emptyCollector = 'empty_collector';

async function makeEmptyCollector(server: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${emptyCollector}`);
  await client.query(`CREATE DATABASE ${emptyCollector}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${emptyCollector}`;
  await (await openPostgres(url.href)).close();
}

/** Starts the PostgreSQL that the tests of a project share. */
export default async function providePostgres(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres(quickDisk());
  await makeEmptyCollector(server.url);
  console.log(`The collector is tested on libSQL and on ${server.name}.`);
  project.provide('postgres', server.url);
  return server.stop;
}
