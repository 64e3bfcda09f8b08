// Lets every property draw cases that no run has seen before, over and over, until one of them fails or it is stopped.
//   npm run test:random                for as long as you like
//   npm run test:random -- 7           once, from this seed: the one that a failure named
import { execFileSync, spawnSync } from 'node:child_process';

const [asked] = process.argv.slice(2);
const files = execFileSync('git', ['grep', '-lE', 'fast-check', '--', 'test/unit', 'test/collector'], {
  encoding: 'utf8',
})
  .trim()
  .split('\n');

/** Whether everything holds for the cases that follow from this seed. */
function holdsFrom(seed: number): boolean {
  console.log(`seed ${seed}`);
  const { status } = spawnSync(
    'npx',
    ['vitest', 'run', '--project', 'unit', '--project', 'collector', ...files],
    { stdio: 'inherit', env: { ...process.env, UNISONO_SEED: String(seed) } },
  );
  return status === 0;
}

if (asked !== undefined) process.exit(holdsFrom(Number(asked)) ? 0 : 1);
for (;;) {
  const seed = Math.floor(Math.random() * 2 ** 31);
  if (!holdsFrom(seed)) {
    console.error(`Once more: npm run test:random -- ${seed}`);
    process.exit(1);
  }
}
