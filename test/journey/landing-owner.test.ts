import { expect, test } from 'vitest';
import { form } from '../../src/locales/en.ts';
import { ownerPage } from '../support/owner-page.ts';
import { setStage } from '../support/stage.ts';
import { storedLeads } from '../support/stored-leads.ts';
import { ada, fillForm, formField, hears, send } from '../support/visitor.ts';

const stage = setStage();

/** What the console offers an owner. */
declare const unisono: { sendTest(): Promise<string> };

test('unisono.sendTest() says in one line what came back, and the collector stores the lead marked as a test', async () => {
  const page = await stage.open(`${stage.collector.origin}/en/`);
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  const report = await page.evaluate(() => unisono.sendTest());
  expect(report).toContain(`${stage.collector.origin}/api/leads accepted`);
  expect(report.split('\n')).toHaveLength(1);
  expect(lines).toEqual([`[unisono] ${report}`]);
  const [lead] = await storedLeads(stage.collector);
  expect(lead!.envelope.test).toBe(true);
});

test.each([
  ['nobody listens', 'http://127.0.0.1:9/leads', /failed network/],
  ['the address is wrong', '/nowhere', /refused 404/],
  ['there is no endpoint', '', /no .*endpoint/i],
])('unisono.sendTest() says so when %s', async (_, endpoint, said) => {
  const page = await stage.open(
    stage.site.put('/owner', { body: ownerPage({ body: `<lead-form endpoint="${endpoint}"></lead-form>` }) }),
  );
  expect(await page.evaluate(() => unisono.sendTest())).toMatch(said);
});

test('a page without a form is told that there is none', async () => {
  const page = await stage.open(stage.site.put('/formless', { body: ownerPage({ body: '' }) }));
  expect(await page.evaluate(() => unisono.sendTest())).toMatch(/no <lead-form> on this page/);
});

test('a lead that the collector refuses keeps what was typed and tells the owner why; changed, it is sent', async () => {
  const { site, collector } = stage;
  // An owner's mistake that a browser cannot know of: the contract allows 1,000 characters.
  const variant = 'b'.repeat(1_001);
  const body = `<lead-form endpoint="${collector.origin}/api/leads" variant="${variant}"></lead-form>`;
  const page = await stage.open(site.put('/refused', { body: ownerPage({ body }) }));
  const before = await storedLeads(collector);
  const told = page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('lead-receipt', ({ detail }) => resolve(detail.receipt), { once: true });
      }),
  );
  await fillForm(page);
  await send(page);
  await hears(page, form.states.rejected);
  expect(await told).toMatchObject({
    status: 'rejected',
    http: 422,
    message: 'Some fields are not what the contract expects.',
  });
  expect(await formField(page, form.fields.message).inputValue()).toBe(ada.message);
  expect(await formField(page, form.fields.email).inputValue()).toBe(ada.email);
  expect(await storedLeads(collector)).toEqual(before);

  await page.locator('lead-form').evaluate((element) => element.removeAttribute('variant'));
  await formField(page, form.fields.message).fill('Once more');
  await send(page);
  await hears(page, form.states.accepted);
  const [lead, ...others] = await storedLeads(collector);
  expect(others).toEqual(before);
  expect(lead!.envelope.profile.message).toBe('Once more');
});
