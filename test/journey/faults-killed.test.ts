import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { uuid } from '../../src/lead/uuid.ts';
import { quitChromium, startChromium } from '../support/browsers/chromium.ts';
import { newProfile, removeProfile } from '../support/browsers/profile.ts';
import { startFaultsPage } from '../support/faults/faults-page.ts';
import { behaviours, type FaultyReceiver, startFaultyReceiver } from '../support/faulty-receiver.ts';

/** Slow machines are given their time. */
const eventually = <T>(look: () => T) => expect.poll(look, { interval: 20 });

// A browser of its own on a profile of its own, so that it can be killed and come back.

let site: Awaited<ReturnType<typeof startFaultsPage>>;
let receiver: FaultyReceiver;
let profile: string;
let running: Awaited<ReturnType<typeof startChromium>> | undefined;

beforeAll(async () => {
  [site, receiver] = await Promise.all([startFaultsPage(), startFaultyReceiver()]);
});
afterAll(() => Promise.all([site.close(), receiver.close()]));

beforeEach(async () => {
  profile = await newProfile();
  receiver.received.length = 0;
});
afterEach(async () => {
  await kill();
  await removeProfile(profile);
});

/** Starts the browser on the profile and opens the page. */
async function visit(address: string): Promise<Page> {
  running = await startChromium(profile);
  const page = await running.browser.contexts()[0]!.newPage();
  await page.goto(site.origin + address);
  return page;
}

/** SIGKILL to the browser and all its processes: nothing of it can tidy up. */
const kill = async (): Promise<void> => running?.group.kill();

const submit = (page: Page, id: string) =>
  page.evaluate(([id, url]) => client.submit(id, url), [id, receiver.origin] as const);

/** The visitor comes back, and the receiver is well. */
async function comeBack(address: string, id: string): Promise<void> {
  receiver.will(behaviours.accept);
  const before = receiver.received.length;
  const page = await visit(address);
  await eventually(() => page.evaluate(() => client.stored())).toEqual([]);
  const since = receiver.received.slice(before);
  expect(since.map(({ body }) => JSON.parse(body).id)).toEqual([id]);
  const bodies = new Set(receiver.received.map(({ body }) => body));
  expect(bodies.size).toBe(1);
}

test.each([0, 100, 500])('fault 31: browser killed %d ms after "saved"', async (milliseconds) => {
  receiver.will(behaviours.busy);
  const page = await visit('/');
  const id = uuid();
  expect(await submit(page, id)).toMatchObject({ status: 'queued', trouble: 'busy' });
  if (milliseconds) await sleep(milliseconds);
  await kill();
  await comeBack('/?start', id);
});

test('fault 31: browser killed while the first request is on its way', async () => {
  receiver.will(behaviours.silent);
  const page = await visit('/');
  const id = uuid();
  void submit(page, id).catch(() => {});
  await eventually(() => receiver.received.length).toBe(1);
  await kill();
  // A minute on: the lease of the sender that was killed has run out.
  await comeBack('/?start&ahead=60000', id);
});

test('fault 30: browser quit', async () => {
  receiver.will(behaviours.busy);
  const page = await visit('/');
  const id = uuid();
  expect(await submit(page, id)).toMatchObject({ status: 'queued' });
  await quitChromium(running!);
  await comeBack('/?start', id);
});
