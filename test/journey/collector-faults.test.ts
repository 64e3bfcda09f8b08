import { expect, onTestFinished, test } from 'vitest';
import { seededChance } from '../../src/roi/chance/seeded-chance.ts';
import {
  folderFaults,
  folderScene,
  lostOf,
  postgresFaults,
  postgresScene,
  type Result,
  suffer,
} from '../support/collector-faults.ts';
import { emptyDataFolder, startCollector } from '../support/start-collector.ts';

const dose = () => ({ times: 2, random: seededChance(12).uniform });

/** Who is not answered 2xx is told when to try again, and nothing else ever. */
function expectNothingLost(result: Result): void {
  expect(result.acknowledged.length).toBeGreaterThan(0);
  expect(lostOf(result)).toEqual([]);
  expect(new Set(result.stored).size).toBe(result.stored.length);
  const said = Object.keys(result.statuses);
  expect(said.filter((status) => !['200', '201', '503, again in 30 s'].includes(status))).toEqual([]);
}

test.each(folderFaults)('in a folder, nothing is lost that was answered 2xx: $name', async (fault) => {
  const scene = await folderScene();
  onTestFinished(scene.end);
  expectNothingLost(await suffer(scene, fault, dose()));
});

test.each(postgresFaults)(
  'in PostgreSQL, nothing is lost that was answered 2xx: $name',
  async (fault) => {
    const scene = await postgresScene();
    onTestFinished(scene.end);
    const result = await suffer(scene, fault, dose());
    expectNothingLost(result);
    const counts = await scene.ask(
      'SELECT p.key, p.requests::int AS said, count(*)::int AS there FROM persons p JOIN requests r ON r.person_id = p.id GROUP BY p.id',
    );
    expect(counts.filter(({ said, there }) => said !== there)).toEqual([]);

    if (fault.name === 'database away and back') expect(result.statuses).toHaveProperty('503, again in 30 s');
    if (fault.name === 'three processes, each lead to all')
      expect(result.statuses).toEqual({ 201: result.stored.length, 200: 2 * result.stored.length });
  },
  120_000,
);

test('a database that is away at the start is said in one line', async () => {
  const starting = startCollector(emptyDataFolder(), 0, undefined, {
    DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/leads',
  });
  await expect(starting).rejects.toThrow(
    /ended with 1:\nThe leads in the database cannot be opened: .*ECONNREFUSED.*\n$/,
  );
  await expect(starting).rejects.not.toThrow('secret');
});
