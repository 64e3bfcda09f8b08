// How long somebody with a slow phone on a slow network waits for a form of six fields. Measured are a plain HTML form,
// ours around such a form, ours from configuration, the same of another build if one is named, and two peers. All take
// turns in one run, and each round begins with another of them, so that a busy minute is everybody's. It fails nothing:
// the table is for people.
//
//   npm run build && npx tsx bench/form/run.ts [--against <folder of another build's dist>] [--rounds <number>]
//                                              [--json <file for every measurement>]
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { chromiumArgs, findChromium } from '../../test/support/find-chromium.ts';
import { markdownTable } from '../roi/markdown-table.ts';
import { buildPeers } from './build-peers.ts';
import { type Kind, kinds, pageOf } from './kinds.ts';
import { serve } from './serve.ts';
import { type Spread, spread } from './spread.ts';
import { conditions, type Measured, visitForm } from './visit-form.ts';

const { values: given } = parseArgs({
  options: {
    against: { type: 'string' },
    rounds: { type: 'string', default: '12' },
    json: { type: 'string' },
  },
});
const { against, json } = given;
const rounds = Math.max(1, Math.floor(Number(given.rounds)) || 1);
/** So many times as long as the plain form may ours around an owner's form take, at most. */
const limit = 1.05;

const measuredKinds = kinds(against !== undefined);
const pathOf = ({ name }: Kind) => `/${encodeURIComponent(name)}`;
const formScript = (dist: string) => readFileSync(join(dist, 'unisono-form.js'));
const server = serve([
  ['/', '<!doctype html><title>Before</title>'],
  ...measuredKinds.map((kind) => [pathOf(kind), pageOf(kind)] as const),
  ['/unisono-form.js', formScript('dist')],
  ...(against ? [['/before/unisono-form.js', formScript(against)] as const] : []),
  ...(await buildPeers()),
]);
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
const visit = (kind: Kind) => visitForm(browser, `${server.origin}${pathOf(kind)}`);

const visits = new Map<Kind, (Measured | null)[]>(measuredKinds.map((kind) => [kind, []]));
// Whatever Chromium does for the first time, it does before the first round.
for (const kind of measuredKinds) await visit(kind);
for (let round = 0; round < rounds; round++) {
  const first = round % measuredKinds.length;
  for (const kind of [...measuredKinds.slice(first), ...measuredKinds.slice(0, first)])
    visits.get(kind)!.push(await visit(kind));
}
await browser.close();
server.close();

const results = measuredKinds.map((kind) => {
  const all = visits.get(kind)!;
  const came = all.filter((each) => each !== null);
  const over = (figure: (each: Measured) => number) => spread(came.map(figure));
  const fates = all.map((each) => each?.typed ?? 'never came');
  const counted = [...new Set(fates)].map(
    (fate) => `${fate} ${fates.filter((each) => each === fate).length}x`,
  );
  return {
    kind: kind.name,
    usable: over((each) => each.usable),
    handled: over((each) => each.handled),
    script: over((each) => each.script),
    tasks: over((each) => each.tasks),
    shift: over((each) => each.shift),
    bytes: over((each) => each.bytes),
    /** What became of what was typed: always the same, or each fate with its number of rounds. */
    typed: counted.length === 1 ? fates[0]! : counted.join(', '),
    rounds: all,
  };
});
type Result = (typeof results)[number];
const [plain] = results as [Result];
/** How many times as long as for the plain form. */
const ratio = ({ usable }: Result) => usable.median / plain.usable.median;

const ms = ({ median, lower, upper }: Spread) =>
  `${Math.round(median)} ms (${Math.round(lower)}–${Math.round(upper)})`;
const cells = (result: Result) => [
  result.kind,
  ms(result.usable),
  result.typed === 'kept' ? ratio(result).toFixed(2) : `lost (${ratio(result).toFixed(2)})`,
  ms(result.handled),
  ms(result.script),
  ms(result.tasks),
  result.shift.median.toFixed(3),
  Math.round(result.bytes.median).toLocaleString('en'),
  result.typed,
];
const { slowdown, megabits, latency } = conditions;
const load = `${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} cores`;
const own = results.find(({ kind }) => kind === 'own')!;
console.log(
  `## A form of six fields, Chromium at ${slowdown}x CPU slowdown, ${megabits} Mbit/s, ${latency} ms latency\n`,
);
console.log(`Medians of ${rounds} rounds (and quartiles); load of this machine: ${load}.\n`);
console.log(
  markdownTable(
    [
      'form',
      'usable',
      'times plain',
      'press handled',
      'script',
      'main thread',
      'layout shift',
      'bytes',
      'what was typed',
    ],
    results.map(cells),
  ),
);
const within = `usable after ${ratio(own).toFixed(2)} times as long as the plain one: ${ratio(own) <= limit ? 'within' : 'above'} ${limit}`;
console.log(
  `\nOurs around an owner's form: ${own.typed === 'kept' ? within : `what was typed is lost (${own.typed})`}.`,
);
if (json) writeFileSync(json, `${JSON.stringify({ ...conditions, rounds, results }, null, 2)}\n`);
