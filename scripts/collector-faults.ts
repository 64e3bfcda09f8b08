import { parseArgs } from 'node:util';
import { markdownTable } from '../bench/roi/markdown-table.ts';
import { seededChance } from '../src/roi/chance/seeded-chance.ts';
import {
  folderFaults,
  folderScene,
  lostOf,
  postgresFaults,
  postgresScene,
  type Result,
  suffer,
} from '../test/support/collector-faults.ts';

// Lets everything go wrong that may, for longer than `npm test` has time for, and prints what was lost.
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '2026' }, times: { type: 'string', default: '20' } },
});
const dose = () => ({ times: Number(values.times), random: seededChance(Number(values.seed)).uniform });

async function within<S extends { end(): Promise<void> }>(
  open: () => Promise<S>,
  work: (scene: S) => Promise<Result>,
): Promise<Result> {
  const scene = await open();
  try {
    return await work(scene);
  } finally {
    await scene.end();
  }
}

const rows: string[][] = [];
let lost = 0;
function put(database: string, name: string, result: Result): void {
  const gone = lostOf(result).length;
  lost += gone;
  const said = Object.entries(result.statuses).map(([status, count]) => `${status}: ${count}`);
  rows.push([
    name,
    database,
    `${result.acknowledged.length}`,
    `${result.stored.length}`,
    `${gone}`,
    said.join('; '),
  ]);
  console.error(`${database}, ${name}: ${gone} lost`);
}

for (const fault of folderFaults)
  put('libSQL', fault.name, await within(folderScene, (scene) => suffer(scene, fault, dose())));
for (const fault of postgresFaults)
  put('PostgreSQL', fault.name, await within(postgresScene, (scene) => suffer(scene, fault, dose())));

console.log(markdownTable(['scenario', 'database', 'acknowledged', 'stored', 'lost', 'answers'], rows));
process.exitCode = lost === 0 ? 0 : 1;
