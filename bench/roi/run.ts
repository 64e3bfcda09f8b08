import { parseArgs } from 'node:util';
import { correctness } from './correctness.ts';
import { sizes } from './size.ts';
import { speedAgainstPeers, speedOfCampaigns } from './speed.ts';

// npx tsx bench/roi/run.ts [--against <folder of another checkout>]...
const { against } = parseArgs({
  options: { against: { type: 'string', multiple: true, default: [] } },
}).values;

const { table, wrongWherePeerIsRight } = correctness();
console.log(`## Right first: the published examples\n\n${table}\n`);
console.log(`## Then fast: median time of a call\n\n${await speedAgainstPeers()}\n`);
console.log(`## Campaigns\n\n${await speedOfCampaigns(against)}\n`);
console.log(`## What it weighs\n\n${await sizes()}`);

if (wrongWherePeerIsRight.length > 0) {
  console.error(`A peer is right where we are wrong: ${wrongWherePeerIsRight.join(', ')}`);
  process.exitCode = 1;
}
