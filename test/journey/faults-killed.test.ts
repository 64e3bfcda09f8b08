import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { uuid } from '../../src/lead/uuid.ts';
import { startFaultsPage } from '../support/faults/faults-page.ts';
import { behaviours, type FaultyReceiver, startFaultyReceiver } from '../support/faulty-receiver.ts';
import { chromiumArgs, findChromium } from '../support/find-chromium.ts';

/** Slow machines are given their time. */
const eventually = <T>(look: () => T) => expect.poll(look, { interval: 20 });

// A browser of its own on a profile of its own, so that it can be killed and come back.

let site: Awaited<ReturnType<typeof startFaultsPage>>;
let receiver: FaultyReceiver;
let profile: string;
let running: ChildProcess | undefined;

beforeAll(async () => {
  [site, receiver] = await Promise.all([startFaultsPage(), startFaultyReceiver()]);
});
afterAll(() => Promise.all([site.close(), receiver.close()]));

beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'unisono-profile-'));
  receiver.received.length = 0;
});
afterEach(async () => {
  await kill();
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

/** Starts the browser on the profile and opens the page. */
async function visit(address: string): Promise<{ page: Page; browser: Browser }> {
  const child = spawn(
    findChromium(),
    [
      ...chromiumArgs,
      '--headless',
      '--no-default-browser-check',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  running = child;
  const endpoint = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error(`The browser ended: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(endpoint);
  const page = await browser.contexts()[0]!.newPage();
  await page.goto(site.origin + address);
  return { page, browser };
}

/** SIGKILL to the browser and all its processes: nothing of it can tidy up. */
async function kill(): Promise<void> {
  const child = running;
  running = undefined;
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid!, 'SIGKILL');
  await ended;
}

const submit = (page: Page, id: string) =>
  page.evaluate(([id, url]) => client.submit(id, url), [id, receiver.origin] as const);

/** The visitor comes back, and the receiver is well. */
async function comeBack(address: string, id: string): Promise<void> {
  receiver.will(behaviours.accept);
  const before = receiver.received.length;
  const { page } = await visit(address);
  await eventually(() => page.evaluate(() => client.stored())).toEqual([]);
  const since = receiver.received.slice(before);
  expect(since.map(({ body }) => JSON.parse(body).id)).toEqual([id]);
  const bodies = new Set(receiver.received.map(({ body }) => body));
  expect(bodies.size).toBe(1);
}

test.each([0, 100, 500])('fault 31: browser killed %d ms after "saved"', async (milliseconds) => {
  receiver.will(behaviours.busy);
  const { page } = await visit('/');
  const id = uuid();
  expect(await submit(page, id)).toMatchObject({ status: 'queued', trouble: 'busy' });
  if (milliseconds) await sleep(milliseconds);
  await kill();
  await comeBack('/?start', id);
});

test('fault 31: browser killed while the first request is on its way', async () => {
  receiver.will(behaviours.silent);
  const { page } = await visit('/');
  const id = uuid();
  void submit(page, id).catch(() => {});
  await eventually(() => receiver.received.length).toBe(1);
  await kill();
  // A minute on: the lease of the sender that was killed has run out.
  await comeBack('/?start&ahead=60000', id);
});

test('fault 30: browser quit', async () => {
  receiver.will(behaviours.busy);
  const { page, browser } = await visit('/');
  const id = uuid();
  expect(await submit(page, id)).toMatchObject({ status: 'queued' });
  const devtools = await browser.newBrowserCDPSession();
  const ended = new Promise((resolve) => running!.once('exit', resolve));
  await devtools.send('Browser.close').catch(() => {});
  await ended;
  await comeBack('/?start', id);
});
