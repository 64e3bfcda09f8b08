import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildEnvelope, consentTo } from '../support/envelope-builder.ts';
import { chromiumArgs, findChromium } from '../support/find-chromium.ts';
import { type RunningCollector, startCollector } from '../support/start-collector.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let collector: RunningCollector;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
});
afterAll(() => browser.close());
beforeEach(async () => {
  complaints.length = 0;
  collector = await startCollector();
  page = await browser.newPage();
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterEach(async () => {
  await page.close();
  await collector.kill();
});

const send = (envelope: object): Promise<Response> =>
  fetch(`${collector.origin}/api/leads`, { method: 'POST', body: JSON.stringify(envelope) });

async function open(): Promise<void> {
  await page.goto(`${collector.origin}/inbox`);
  await page.getByText('Live', { exact: true }).waitFor();
}

const names = (): Promise<string[]> => page.getByRole('heading', { level: 2 }).allInnerTexts();

/** What axe finds, in light and in dark, at the narrowest width. */
async function findings(): Promise<string[]> {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(axe);
    found.push(
      ...(await page.evaluate(async () => {
        // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window
        const { violations } = await (window as any).axe.run();
        return violations.map(
          ({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`,
        );
      })),
    );
  }
  return found;
}

test('an empty inbox says so, and where leads come from', async () => {
  await open();
  await page.getByText('No lead yet.').waitFor();
  expect(await page.getByRole('link').count()).toBe(2);
  expect(await findings()).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a lead appears by itself on top, is announced, and is explained', async () => {
  await send(buildEnvelope({ profile: { email: 'grace@navy.example', name: 'Grace' } }));
  await open();
  await send(buildEnvelope());
  const card = page.getByRole('article', { name: 'Ada Rossi' });
  await card.waitFor();

  expect(await names()).toEqual(['Ada Rossi', 'Grace']);
  expect(await page.getByRole('status').innerText()).toBe('New lead: Ada Rossi, Hot');
  const shown = await card.innerText();
  expect(shown).toMatch(/Hot 85 of 100 points/);
  expect(shown).toMatch(/What they wrote\s+55/);
  expect(shown).toMatch(/What they did\s+30/);
  expect(shown).toMatch(/Marketing-qualified: over to sales/);
  expect(shown).toMatch(/Needs it within three months\s+\+20/);
  expect(shown).toMatch(/Came by a paid click\s+\+5/);
  expect(shown).toMatch(/newsletter \/ email \/ autumn/);
  expect(shown).toMatch(/ROI on gross margin \(ROMI\) 180%/);
  expect(shown).toMatch(/Marketing no, Profiling yes/);
  expect(shown).toMatch(/Quanto costa un cliente nuovo\?/);
  expect(complaints).toEqual([]);
});

test('what needs a second look is marked: tests, suspects, forgers, repeated requests, people not profiled or not scored', async () => {
  const claim = { value: 100, temperature: 'hot', stage: 'mql', reasons: [] };
  await send(buildEnvelope({ test: true, profile: { email: 'owner@shop.example', name: 'Owner' } }));
  await send(
    buildEnvelope({
      profile: { email: 'bot@x.example', name: 'Bot' },
      spam: { signals: ['trap-filled'], quarantine: true },
    }),
  );
  await send({ ...buildEnvelope({ profile: { email: 'eve@x.example', name: 'Eve' } }), score: claim });
  await send(buildEnvelope({ profile: { email: 'EVE@x.example', name: 'Eve again' } }));
  await send(
    buildEnvelope({
      profile: { email: 'no@x.example', name: 'Nina' },
      consents: [consentTo('profiling', false)],
    }),
  );
  await send(
    buildEnvelope({
      profile: { email: 'objects@x.example', name: 'Olga' },
      consents: [consentTo('profiling'), consentTo('scoring', false)],
    }),
  );
  await send(
    buildEnvelope({
      profile: {
        email: 'warm@x.example',
        name: 'Wanda',
        buying: { timeframe: 'now' },
        interests: ['quote'],
        answers: [
          { name: 'service', label: 'Which service?', value: 'audit' },
          { name: 'channels', label: 'Channels', value: ['search', 'print'] },
        ],
      },
      consents: [],
    }),
  );
  await open();
  const shown = (name: string): Promise<string> =>
    page.getByRole('article', { name, exact: true }).innerText();
  expect(await shown('Owner')).toMatch(/^Owner\s+Test\s/);
  expect(await shown('Bot')).toMatch(/Set aside: look before you act/);
  expect(await shown('Eve')).toMatch(/The sender claimed 100 points/);
  expect(await shown('Eve again')).toMatch(/Request 2 of the same person/);
  expect(await shown('Nina')).toMatch(/Cold 0 of 100 points/);
  expect(await shown('Nina')).toMatch(/Lead: stays with marketing/);
  expect(await shown('Nina')).toMatch(/What they did\s+not looked at: they did not agree to it/);
  expect(await shown('Olga')).toMatch(/Not scored\s+This person does not want to be scored/);
  expect(await shown('Olga')).toMatch(/Profiling yes, Scoring no/);
  expect(await shown('Wanda')).toMatch(/Warm 40 of 100 points/);
  expect(await shown('Wanda')).toMatch(/Marketing-qualified: marketing nurtures it/);
  expect(await shown('Wanda')).toMatch(/Which service\?\s+audit\s+Channels\s+search, print/);

  for (const details of await page.locator('summary').all()) {
    await details.focus();
    await page.keyboard.press('Enter');
  }
  expect(await page.locator('details:not([open])').count()).toBe(0);
  expect(await findings()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(complaints).toEqual([]);
});

test('a lost connection is shown, and what was missed is there when it is back', async () => {
  await open();
  const { data, origin } = collector;
  await collector.kill();
  await page.locator('.connection').getByText('Connection lost').waitFor();

  collector = await startCollector(data, Number(new URL(origin).port));
  await send(buildEnvelope());
  await page.getByRole('article', { name: 'Ada Rossi' }).waitFor();
  await page.getByText('Live', { exact: true }).waitFor();
});

test('more than fifty leads come in pages', async () => {
  for (let i = 1; i <= 60; i++)
    await send(buildEnvelope({ profile: { email: `p${i}@x.example`, name: `P${i}` } }));
  await open();
  await page.getByText('50 newest leads').waitFor();
  await page.getByRole('button', { name: 'Show older leads' }).click();
  await page.getByText('60 leads').waitFor();
  expect(await names()).toEqual(Array.from({ length: 60 }, (_, i) => `P${60 - i}`));
});

test('what a stranger wrote stays text', async () => {
  const evil = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
  await send(
    buildEnvelope({
      profile: {
        email: 'x@x.example',
        name: evil,
        message: evil,
        company: evil,
        phone: 'javascript:alert(1)',
        interests: [evil, 'toString'],
        answers: [{ name: evil, label: evil, value: [evil] }],
      },
      consents: [consentTo('constructor')],
      source: { form: evil, page: 'https://x.example/', title: evil, locale: evil },
    }),
  );
  await open();
  expect(await names()).toEqual([evil]);
  expect(await page.locator('main img, main script').count()).toBe(0);
  for (const link of await page.getByRole('link').all()) {
    expect(await link.getAttribute('href')).toMatch(/^(https?:|mailto:|tel:|\/)/);
  }
  expect(complaints).toEqual([]);
});
