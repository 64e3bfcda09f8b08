import { expect, onTestFinished, test } from 'vitest';
import { seededChance } from '../../src/roi/chance/seeded-chance.ts';
import { fuzzCollector } from '../support/fuzz-collector.ts';
import { startOwnPostgres } from '../support/postgres-server.ts';
import { emptyDataFolder } from '../support/start-collector.ts';

/** The long one is `npm run test:collector-fuzz`. */
const count = 3_000;

async function databaseUrl(): Promise<string> {
  const server = await startOwnPostgres();
  onTestFinished(server.stop);
  return server.url;
}

test.each([
  ['libSQL', async () => undefined],
  ['PostgreSQL', databaseUrl],
])(
  'whatever is sent, the collector on %s does not fail',
  async (_, urlOf) => {
    const place = { folder: emptyDataFolder(), databaseUrl: await urlOf() };
    const { statuses, failed } = await fuzzCollector(place, count, seededChance(2026).uniform);
    expect(failed).toEqual([]);
    // It was let in, refused and taken: the requests are not all broken in the same way.
    for (const status of ['201', '400', '401', '404', '413', '415', '422'])
      expect(statuses[status]).toBeGreaterThan(0);
  },
  180_000,
);
