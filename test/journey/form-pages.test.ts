import { expect, test } from 'vitest';
import { form } from '../../src/locales/en.ts';
import { ownerPage } from '../support/owner-page.ts';
import { setStage } from '../support/stage.ts';
import { storedLeads } from '../support/stored-leads.ts';
import { ada, fillForm, formField, hears, send } from '../support/visitor.ts';

const stage = setStage();
const tag = (attributes: string, endpoint = `${stage.collector.origin}/api/leads`) =>
  `<lead-form endpoint="${endpoint}" fields="email" ${attributes}></lead-form>`;

test('once a request has arrived the visitor is taken to the owner’s page, and statistics were told before', async () => {
  const { site } = stage;
  const thanks = site.put('/thanks', { body: ownerPage({ body: '<p>Thank you!</p>' }) });
  const head = `<script>
    window.dataLayer = { push: (entry) => { sessionStorage.told = (sessionStorage.told ?? '') + entry.event; } };
  </script>`;
  const page = await stage.open(
    site.put('/ask', { body: ownerPage({ head, body: tag('redirect="/thanks"') }) }),
  );
  await fillForm(page, { email: ada.email });
  await send(page);
  await page.getByText('Thank you!').waitFor();
  expect(page.url()).toBe(thanks);
  expect(await page.evaluate(() => sessionStorage.told)).toBe('generate_lead');
});

test.each([
  ['that has not arrived', 'redirect="/thanks"', 'http://127.0.0.1:9/leads', form.states.queued],
  [
    'where the address is a script',
    'redirect="javascript:document.title=1"',
    undefined,
    form.states.accepted,
  ],
])('nobody is taken away from a request %s', async (_, attributes, endpoint, state) => {
  const { site } = stage;
  const url = site.put('/stay', { body: ownerPage({ body: tag(attributes, endpoint) }) });
  const page = await stage.open(url);
  await fillForm(page, { email: ada.email });
  await send(page);
  await hears(page, state);
  expect([page.url(), await page.title()]).toEqual([url, 'An owner’s page']);
});

test.each([
  ['remember="tab"', `first`],
  ['', 'second'],
])('with %j a lead of the second page says it came by the %s', async (attributes, page) => {
  const { site, collector } = stage;
  const second = site.put('/second', { body: ownerPage({ body: tag(attributes) }) });
  const link = `<a href="${second}">On</a>`;
  const first = site.put('/first', { body: ownerPage({ body: link + tag(attributes) }) });
  const visitor = await stage.open(`${first}?utm_source=letter`);
  // The form begins to remember when the page has nothing better to do.
  await expect
    .poll(() => visitor.evaluate(() => Boolean(sessionStorage['unisono:trail'])))
    .toBe(attributes !== '');
  if (!attributes) await visitor.waitForTimeout(1_500);
  await visitor.getByRole('link', { name: 'On' }).click();
  await visitor.waitForURL(second);
  await fillForm(visitor, { email: ada.email });
  await formField(visitor, form.consent.profiling).check();
  await send(visitor);
  await hears(visitor, form.states.accepted);
  const [lead] = await storedLeads(collector);
  expect(lead!.envelope.attribution!.first!.page).toBe(page === 'first' ? first : second);
});
