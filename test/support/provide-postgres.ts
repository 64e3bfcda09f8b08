import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a PostgreSQL server in which tests make databases of their own. */
    postgres: string;
  }
}

/** Starts the PostgreSQL that the tests of a project share. */
export default async function providePostgres(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  console.log(`The collector is tested on libSQL and on ${server.name}.`);
  project.provide('postgres', server.url);
  return server.stop;
}
