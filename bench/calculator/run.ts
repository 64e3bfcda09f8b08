// How long a key press takes to become a painted result on a slow machine: Chromium at a quarter of its speed, the
// built script under a strict policy, with no panel open, and with each of them: one at a time is. Other
// builds can be measured in the same run: their rounds and ours take turns, so that a busy minute is everybody's.
//
//   npm run build && npm run bench:calculator [-- --against <folder of another build's dist>]...
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type CDPSession, chromium, type Page } from 'playwright';
import { chromiumArgs, findChromium } from '../../test/support/find-chromium.ts';
import { markdownTable } from '../roi/markdown-table.ts';
import { type Observed, observeFrames } from './observe-frames.ts';

const slowdown = 4;
const { against } = parseArgs({
  options: { against: { type: 'string', multiple: true, default: [] } },
}).values;
/** Folders of the builds that are measured, ours first. */
const builds = ['dist', ...against];
/** Of so many rounds the quietest is reported: another program's load is not ours. */
const rounds = against.length ? 5 : 3;

const policy = "default-src 'none'; script-src 'self'; style-src 'none'";
const html = (build: number) => `<!doctype html><html lang="en"><title>Bench</title>
<script src="/${build}/unisono-planner.js" defer></script>
<body><roi-calculator mode="full" start="impressions"></roi-calculator></body></html>`;

/** What is open. The range draws 10,000 times after each key. */
const scenes = ['no panel', 'figures', 'funnel', 'cash', 'range', 'levers', 'goal', 'actual', 'share'];

const scripts = builds.map((folder) => readFileSync(join(folder, 'unisono-planner.js')));

/** Each build's page, such as `/0/`, and its script beside it. */
const server = createServer(({ url = '/' }, response) => {
  const build = Number(url.split('/')[1]);
  const isScript = url.endsWith('.js');
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
  response.setHeader('content-security-policy', policy);
  response.end(isScript ? scripts[build] : html(build));
}).listen(0, '127.0.0.1');

/** Types a text over what a field holds, each key while the draws of the one before still run. */
async function type(page: Page, devtools: CDPSession, field: string, text: string): Promise<void> {
  // Reaching the field is the tool's own work in the page: not a person's, and so not slowed down.
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.locator(`#${field}`).click();
  await page.waitForTimeout(500);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.keyboard.press('ControlOrMeta+a');
  for (const key of text) {
    await page.keyboard.press(key);
    // Longer than the panel waits before it draws, shorter than it draws.
    await page.waitForTimeout(300);
  }
  await page.waitForTimeout(1200);
}

async function play(page: Page, build: number, scene: string): Promise<Observed> {
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${build}/`);
  // Every rate from counts, costs and value as ranges: as much to draw as there can be.
  const uncertain = {
    clickRate: '400/20000',
    leadRate: '12/240',
    mqlRate: '120/200',
    sqlRate: '60/120',
    opportunityRate: '40/60',
    customerRate: '12/48',
    media: '4,000-6,500',
    averageSale: '1,400-2,200',
  };
  for (const [field, text] of Object.entries(uncertain)) await page.locator(`#${field}`).fill(text);
  // The figures are there from the start: a press on their title closes them, one on another goes there.
  const pressed = scene === 'no panel' ? 'figures' : scene;
  const title = page.locator(`[data-panel=${pressed}] > :is(h3, summary)`);
  // An older build may not have it.
  if (scene !== 'figures' && (await title.count())) await title.click();
  await page.waitForTimeout(1500);
  const devtools = await page.context().newCDPSession(page);
  await page.evaluate(observeFrames);
  await type(page, devtools, 'media', '5200-7100');
  await type(page, devtools, 'customerRate', '14/52');
  await type(page, devtools, 'averageSale', '1550');
  return page.evaluate(() => (globalThis as unknown as { observed: Observed }).observed);
}

const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });

/** The quietest round of each build. In every other round the last one begins: none is always the first. */
async function quietestRounds(scene: string): Promise<Observed[]> {
  const played: Observed[][] = builds.map(() => []);
  const turns = builds.map((_, build) => build);
  for (let round = 0; round < rounds; round++) {
    for (const build of turns) {
      // A context of its own, since a tab remembers what was entered.
      const context = await browser.newContext();
      played[build]!.push(await play(await context.newPage(), build, scene));
      await context.close();
    }
    turns.reverse();
  }
  const mean = ({ event }: Observed) => event.reduce((sum, duration) => sum + duration, 0) / event.length;
  return played.map((all) => all.reduce((best, round) => (mean(round) < mean(best) ? round : best)));
}

const ms = (value: number | undefined) => (value === undefined ? 'none' : `${Math.round(value)} ms`);
const counted = (durations: readonly number[]) =>
  durations.length ? `${durations.length}, longest ${ms(Math.max(...durations))}` : '0';
const rows: string[][] = [];
for (const scene of scenes) {
  const quietest = await quietestRounds(scene);
  for (const [build, { event: keys, longtask, 'long-animation-frame': frames }] of quietest.entries()) {
    keys.sort((a, b) => a - b);
    const at = (share: number) => ms(keys[Math.floor(keys.length * share)]);
    rows.push([
      scene,
      ...(against.length ? [builds[build]!] : []),
      String(keys.length),
      at(0.5),
      at(0.95),
      ms(keys.at(-1)),
      counted(longtask),
      counted(frames),
    ]);
  }
}
await browser.close();
server.close();
const load = `${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} cores`;
console.log(`## From key press to painted result, Chromium at ${slowdown}x CPU slowdown\n`);
console.log(`The quietest of ${rounds} rounds; load of this machine: ${load}.\n`);
console.log(
  markdownTable(
    [
      'open',
      ...(against.length ? ['build'] : []),
      'key presses',
      'median',
      '95 %',
      'longest',
      'tasks over 50 ms',
      'frames over 50 ms',
    ],
    rows,
  ),
);
