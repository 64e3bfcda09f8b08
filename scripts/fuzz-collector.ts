import { parseArgs } from 'node:util';
import { seededChance } from '../src/roi/chance/seeded-chance.ts';
import { fuzzCollector } from '../test/support/fuzz-collector.ts';
import { startOwnPostgres } from '../test/support/postgres-server.ts';
import { emptyDataFolder } from '../test/support/start-collector.ts';

// Sends the collector what nobody should send, on both databases, and prints what it answered.
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '12' }, requests: { type: 'string', default: '100000' } },
});
const postgres = await startOwnPostgres();
let failures = 0;
try {
  for (const [name, databaseUrl] of [
    ['libSQL', undefined],
    ['PostgreSQL', postgres.url],
  ] as const) {
    const random = seededChance(Number(values.seed)).uniform;
    const place = { folder: emptyDataFolder(), databaseUrl };
    const { statuses, failed } = await fuzzCollector(place, Number(values.requests), random);
    failures += failed.length;
    console.log(`${name}: ${JSON.stringify(statuses)}, ${failed.length} failed`);
    for (const { status, request } of failed.slice(0, 5)) console.log(status, JSON.stringify(request));
  }
} finally {
  await postgres.stop();
}
process.exitCode = failures === 0 ? 0 : 1;
