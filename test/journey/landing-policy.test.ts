import { expect, test } from 'vitest';
import { calculator, form, planner } from '../../src/locales/en.ts';
import { ownerPage } from '../support/owner-page.ts';
import { setStage } from '../support/stage.ts';
import { storedLeads } from '../support/stored-leads.ts';
import { fillForm, hears, send } from '../support/visitor.ts';

const stage = setStage();

const strict = (endpoint: string) => `default-src 'none'; script-src 'self'; connect-src ${endpoint}`;
/** A policy that requires trusted types, and allows these policies to make some. */
const trusted = (names: string) => `require-trusted-types-for 'script'; trusted-types ${names}`;

const policies = {
  'a policy without any style-src': strict,
  'a policy that also requires trusted types and allows none': (endpoint: string) =>
    `${strict(endpoint)}; ${trusted("'none'")}`,
};

test.each(Object.entries(policies))('the whole journey breaks nothing of %s', async (_, policyFor) => {
  const { site, collector } = stage;
  const endpoint = `${collector.origin}/api/leads`;
  const url = site.put('/strict', {
    body: ownerPage({
      body: `<roi-calculator></roi-calculator><lead-form endpoint="${endpoint}" fallback="+39 02 1"></lead-form>`,
    }),
    headers: { 'content-security-policy': `${policyFor(endpoint)}; report-uri ${site.origin}/reports` },
  });
  const page = await stage.open(url);
  const widget = page.locator('roi-calculator');
  const media = widget.getByLabel(calculator.inputs.media, { exact: true });
  await media.fill('not a number');
  await widget.getByText(calculator.errors.number).waitFor();
  await media.fill('4,000');
  await widget.getByText(calculator.more).click();
  await widget.locator('input[type=radio][value=full]').check();
  await widget.locator('input[type=radio][value=clicks]').check();
  await widget.getByRole('textbox', { name: calculator.inputs.clicks, exact: true }).fill('9,000');
  await send(page);
  await hears(page, form.errors.required);
  await fillForm(page);
  await send(page);
  await hears(page, form.states.accepted);
  await page.getByRole('button', { name: form.again }).click();

  expect(await page.evaluate(() => observed.violations)).toEqual([]);
  expect(site.reports).toEqual([]);
  expect((await storedLeads(collector))[0]!.envelope.source.page).toBe(url);
});

test('the planner breaks nothing of it either', async () => {
  const { site } = stage;
  const url = site.put('/planned', {
    body: ownerPage({
      script: 'unisono-planner.js',
      body: '<roi-calculator mode="full"></roi-calculator>',
    }),
    headers: {
      'content-security-policy': `${strict("'none'")}; ${trusted("'none'")}; report-uri ${site.origin}/reports`,
    },
  });
  const page = await stage.open(url);
  const widget = page.locator('roi-calculator');
  for (const [{ title }, shown] of [
    [planner.levers, widget.getByRole('columnheader', { name: planner.levers.lever })],
    [planner.goal, widget.getByLabel(planner.goal.metric)],
    [planner.actual, widget.locator('legend', { hasText: planner.actual.counts })],
  ] as const) {
    await widget.getByRole('button', { name: title }).click();
    await shown.waitFor();
  }
  expect(await page.evaluate(() => observed.violations)).toEqual([]);
  expect(site.reports).toEqual([]);
});

test('the oracle works: a page that does break its policy is noticed', async () => {
  const { site } = stage;
  const url = site.put('/broken', {
    body: ownerPage({ body: '<p style="color: red">Loud</p>' }),
    headers: { 'content-security-policy': `${strict("'none'")}; report-uri ${site.origin}/reports` },
  });
  const page = await stage.open(url);
  await expect.poll(() => page.evaluate(() => observed.violations.length)).toBe(1);
  await expect.poll(() => site.reports.length).toBe(1);
  site.reports.length = 0;
});

test('the elements keep their own style where the page may have none', async () => {
  const { site } = stage;
  const page = await stage.open(
    site.put('/styled', {
      body: ownerPage({ body: '<lead-form endpoint="/api/leads"></lead-form>' }),
      headers: { 'content-security-policy': strict("'self'") },
    }),
  );
  const height = await page
    .getByRole('button', { name: form.submit })
    .evaluate((button) => button.getBoundingClientRect().height);
  expect(height).toBeGreaterThanOrEqual(44);
});
