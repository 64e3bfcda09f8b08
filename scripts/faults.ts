import { parseArgs } from 'node:util';
import type { Engine } from '../test/support/browsers/engine.ts';
import { engines, sayWhatIsMissing } from '../test/support/browsers/engines.ts';
import { newProfile, removeProfile } from '../test/support/browsers/profile.ts';
import { faults } from '../test/support/faults/faults.ts';
import { type Result, writeResults } from '../test/support/faults/results.ts';
import { play } from '../test/support/faults/scene.ts';

// Every fault in every engine that is there, with several seeds each, for longer than `npm test` has time for.
//   npm run test:faults                                                prints the table, and writes it into docs/faults.md
//   npm run test:faults -- --fault 31 --engine Firefox --seeds 20      looks closer, and writes nothing
const { values } = parseArgs({
  options: {
    fault: { type: 'string' },
    engine: { type: 'string' },
    seeds: { type: 'string', default: '3' },
  },
});
const seeds = Number(values.seeds);
const chosen = faults.filter(({ number }) => !values.fault || number === Number(values.fault));
const results: Result[] = [];
sayWhatIsMissing();

async function playIn(engine: Engine): Promise<void> {
  const profile = await newProfile();
  const browser = await engine.start(profile);
  try {
    for (const { number, cannot, needsOwnBrowser, suffer } of chosen) {
      if (cannot?.[engine.name]) continue;
      const result: Result = {
        number,
        engine: engine.name,
        version: browser.version,
        seeds,
        wrong: [],
        statements: 0,
      };
      for (let seed = 1; seed <= seeds; seed++) {
        const { wrong, statements } = await play(
          engine,
          number * 1_000 + seed,
          suffer,
          needsOwnBrowser ? undefined : browser,
        );
        result.statements += statements;
        for (const each of wrong) result.wrong.push(`seed ${seed}: ${each}`);
      }
      results.push(result);
      const verdict = result.wrong.length ? `WRONG: ${result.wrong.join('; ')}` : 'well';
      console.error(`${engine.name}, fault ${number}: ${verdict}`);
    }
  } finally {
    await browser.quit();
    await removeProfile(profile);
  }
}

await Promise.all(
  engines.filter(({ name, missing }) => !missing && (!values.engine || name === values.engine)).map(playIn),
);

const isWhole = !values.fault && !values.engine;
console.log(await writeResults(results, isWhole));
process.exit(results.some(({ wrong }) => wrong.length) ? 1 : 0);
