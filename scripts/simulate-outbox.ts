import { parseArgs } from 'node:util';
import { simulate } from '../test/support/simulation/simulate.ts';

// Schedules of the outbox in a simulated browser, far more than `npm test` has time for.
//   npm run test:outbox                        a million
//   npm run test:outbox -- --count 10000 --from 500
//   npm run test:outbox -- --seed 4711         prints what happens in this one
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
  },
});

if (values.seed) {
  const log: string[] = [];
  const faults = await simulate(Number(values.seed), log);
  console.log(log.join('\n'));
  report(Number(values.seed), faults);
} else {
  const from = Number(values.from);
  const end = from + Number(values.count);
  const started = performance.now();
  for (let seed = from; seed < end; seed++) {
    report(seed, await simulate(seed));
    const done = seed - from + 1;
    if (done % 50_000 === 0)
      console.error(`${done} schedules, ${Math.round((performance.now() - started) / 1_000)} s`);
  }
  console.log(
    `${end - from} schedules from seed ${from}: ${process.exitCode ? 'faults, see above' : 'no fault'}`,
  );
}

function report(seed: number, faults: readonly string[]): void {
  if (faults.length === 0) return;
  process.exitCode = 1;
  console.log(`seed ${seed}: ${faults.join('; ')}`);
}
