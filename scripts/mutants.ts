// Puts small faults into one room at a time, and counts those that its unit tests notice. Takes minutes a room, and far
// longer for all of `roi`: that one is best asked file by file.
//   npm run test:mutants                          every room
//   npm run test:mutants -- lead i18n             these rooms
//   npm run test:mutants -- calculator/share      a folder of one
//   npm run test:mutants -- roi/finance/irr lead/score  these files
import { existsSync, statSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';

const rooms = ['lead', 'i18n', 'delivery', 'calculator', 'contract', 'roi'];

/** Percent of the faults that have to be noticed. */
const least = 85;

/** What only a browser has is proved in `test/browser/`. */
const elsewhere = ['!src/delivery/indexed-db-store.ts'];

const roomOf = (place: string) => place.split('/')[0]!;

/** The files that an argument means. */
function filesOf(place: string): string {
  if (!rooms.includes(roomOf(place))) throw new Error(`${place} is in none of ${rooms.join(', ')}.`);
  const path = `src/${place}`;
  if (existsSync(path) && statSync(path).isDirectory()) return `${path}/**/*.ts`;
  if (existsSync(`${path}.ts`)) return `${path}.ts`;
  throw new Error(`${path} is neither a folder nor a file.`);
}

/** Percent of the faults in a place that the tests of its room notice. */
async function scoreOf(place: string, files: string): Promise<number> {
  // Told to the tests' own configuration, which runs in processes of their own.
  process.env.MUTATED_ROOM = roomOf(place);
  const results = await new Stryker({
    mutate: [files, ...elsewhere],
    testRunner: 'vitest',
    vitest: {
      configFile: 'test/support/vitest.mutants.config.ts',
      dir: `test/unit/${roomOf(place)}`,
      related: false,
    },
    concurrency: 2,
    // For what never ends: tests take that long beyond what they took without a fault.
    timeoutMS: 10_000,
    dryRunTimeoutMinutes: 10,
    // It works on a copy, without these.
    tempDirName: '.mutants',
    ignorePatterns: ['dist', 'demo', 'docs', 'bench', 'test-results'],
    reporters: ['clear-text', 'json'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    jsonReporter: { fileName: `test-results/mutants/${place.replaceAll('/', '-')}.json` },
    warnings: false,
  }).runMutationTest();
  const count = (statuses: RegExp) => results.filter(({ status }) => statuses.test(status)).length;
  const noticed = count(/^(Killed|Timeout)$/);
  return (100 * noticed) / (noticed + count(/^(Survived|NoCoverage)$/));
}

const asked = process.argv.slice(2);
const places = (asked.length ? asked : rooms).map((place) => ({ place, files: filesOf(place) }));
const scores: [place: string, score: number][] = [];
for (const { place, files } of places) scores.push([place, await scoreOf(place, files)]);
for (const [place, score] of scores) {
  const isEnough = score >= least;
  if (!isEnough) process.exitCode = 1;
  console.log(`${place}: ${score.toFixed(1)} % noticed${isEnough ? '' : `; at least ${least} % should be`}`);
}
