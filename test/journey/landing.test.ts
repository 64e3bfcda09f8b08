import { expect, test } from 'vitest';
import type { StoredLead } from '../../collector/working/stored-leads.ts';
import { calculator, form } from '../../src/locales/en.ts';
import { calculator as calcolatore, form as modulo } from '../../src/locales/it.ts';
import { recompute } from '../support/recompute.ts';
import { setStage } from '../support/stage.ts';
import { startCollector } from '../support/start-collector.ts';
import { storedLeads } from '../support/stored-leads.ts';
import { ada, fillForm, formField, hears, send } from '../support/visitor.ts';

const stage = setStage();

test('a visitor works out a return and asks for a call; the lead stands in the database after a restart', async () => {
  const page = await stage.open(`${stage.collector.origin}/en/?utm_source=newsletter#return`);
  const widget = page.locator('roi-calculator');
  const answer = widget.getByText(/^For every €1/).first();
  const atFirst = await answer.textContent();
  // A smaller budget buys less, and each euro brings as much as before.
  await widget.getByLabel(calculator.inputs.media, { exact: true }).fill('4,000');
  await widget.getByLabel(calculator.inputs.averageSale, { exact: true }).fill('1,500');
  await expect.poll(() => answer.textContent()).not.toBe(atFirst);
  const said = (await answer.textContent())!;
  await widget.getByRole('status').getByText(said).waitFor();

  await fillForm(page);
  await formField(page, form.consent.profiling).check();
  await send(page);
  await hears(page, form.states.accepted);

  const { collector } = stage;
  expect(await collector.stop()).toBe(0);
  stage.collector = await startCollector(collector.data);
  const [lead, ...others] = await storedLeads(stage.collector);
  expect(others).toEqual([]);
  const { interests, timeframe, ...plain } = ada;
  expect(lead!.envelope).toMatchObject({
    version: 1,
    source: { form: 'lead-form', page: `${collector.origin}/en/`, locale: 'en' },
    profile: { ...plain, interests: [interests], buying: { timeframe } },
    consents: [
      { purpose: 'marketing', granted: false, text: form.consent.marketing },
      { purpose: 'profiling', granted: true, text: form.consent.profiling },
    ],
    attribution: { first: { utm: { source: 'newsletter' } } },
    engagement: { pageViews: 1, calculations: 1 },
    calculation: {
      currency: 'EUR',
      definition: 'margin',
      inputs: { costs: { media: 4000 }, funnel: [{ volume: 160 }, {}] },
    },
  });
  const { calculation } = lead!.envelope;
  expect(recompute(calculation!)).toEqual(calculation!.results);
  expect(lead!.score?.reasons.map(({ rule }) => rule)).toContain('calculation');
});

test('without the profiling box nothing about the visit travels', async () => {
  const page = await stage.open(`${stage.collector.origin}/it/?utm_source=newsletter&gclid=click`);
  const widget = page.locator('roi-calculator');
  await widget.getByLabel(calcolatore.inputs.media, { exact: true }).fill('4.000');
  await widget
    .getByRole('status')
    .getByText(/^Per ogni/)
    .waitFor();
  await fillForm(page, { ...ada }, modulo);
  await send(page, modulo);
  await hears(page, modulo.states.accepted);

  const [lead] = await storedLeads(stage.collector);
  expect(lead!.envelope.source.locale).toBe('it');
  for (const part of ['attribution', 'engagement', 'calculation'])
    expect(lead!.envelope).not.toHaveProperty(part);
  expect(lead!.score).toMatchObject({ interest: 0 });
});

test('a visitor can ask again, and both requests are stored', async () => {
  const page = await stage.open(`${stage.collector.origin}/en/`);
  const before = (await storedLeads(stage.collector)).length;
  await fillForm(page);
  await send(page);
  await hears(page, form.states.accepted);
  await page.getByRole('button', { name: form.again }).click();
  await expect.poll(() => formField(page, form.fields.email).inputValue()).toBe('');
  await fillForm(page, { ...ada, message: 'And something else' });
  await send(page);
  await hears(page, form.states.accepted);

  const messages = (await storedLeads(stage.collector)).map(({ envelope }) => envelope.profile.message);
  expect(messages.slice(0, -before || undefined)).toEqual(['And something else', ada.message]);
});

test.each([
  ['once the site’s consent banner has said yes', true],
  ['without a yes only what this page has seen', false],
])('with the profiling box the visit is told, from page to page %s', async (_, hasBanner) => {
  const { origin } = stage.collector;
  const page = await stage.open(`${origin}/en/?utm_source=newsletter&gclid=click-1&email=ada@shop.example`);
  if (hasBanner)
    await page.evaluate(() => window.unisono!.consent({ profiling: true, text: 'Yes.', version: '3' }));
  await page.locator('[data-unisono-cta]').last().click();
  await page.getByRole('link', { name: 'Italiano' }).click();
  await page.waitForURL('**/it/');
  await fillForm(page, ada, modulo);
  const box = formField(page, modulo.consent.profiling);
  // Who has said yes already is not asked again.
  if (hasBanner) await expect.poll(() => box.isVisible()).toBe(false);
  else await box.check();
  await send(page, modulo);
  await hears(page, modulo.states.accepted);

  const [{ envelope }] = (await storedLeads(stage.collector)) as [StoredLead];
  expect(envelope.source.page).toBe(`${origin}/it/`);
  if (!hasBanner) {
    expect(envelope.attribution!.first).toMatchObject({ page: `${origin}/it/` });
    expect(JSON.stringify(envelope.attribution)).not.toMatch(/newsletter|click-1/);
    expect(envelope.engagement).toMatchObject({ pageViews: 1, ctaClicks: 0 });
    return;
  }
  expect(envelope.consents.at(-1)).toMatchObject({
    purpose: 'profiling',
    granted: true,
    text: 'Yes.',
    version: '3',
  });
  const arrival = {
    page: `${origin}/en/`,
    utm: { source: 'newsletter' },
    click: { name: 'gclid', value: 'click-1' },
  };
  expect(envelope.attribution).toMatchObject({ first: arrival, last: arrival, current: arrival });
  expect(envelope.engagement).toMatchObject({ pageViews: 2, ctaClicks: 1, calculations: 0 });
  expect(envelope).not.toHaveProperty('calculation');
  expect(JSON.stringify(envelope.attribution)).not.toContain('ada@');
});
