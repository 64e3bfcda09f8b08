import { expect, test } from 'vitest';
import { form } from '../../src/locales/en.ts';
import { configuredSteps, ownSteps } from '../support/own-form.ts';
import { ownerPage } from '../support/owner-page.ts';
import { setStage } from '../support/stage.ts';
import { storedLeads } from '../support/stored-leads.ts';
import { hears } from '../support/visitor.ts';
import { walkSteps } from '../support/walk-steps.ts';

const stage = setStage();

const strict = (endpoint: string) =>
  `default-src 'none'; script-src 'self'; connect-src ${endpoint}; form-action 'self'`;

/** The form's own script has no templates of lit, and so needs no policy of trusted types either. */
const policies = {
  'a policy that allows one script and one receiver': strict,
  'a policy that also forbids whatever could become a script': (endpoint: string) =>
    `${strict(endpoint)}; require-trusted-types-for 'script'; trusted-types 'none'`,
};
const forms = {
  'a form from configuration': configuredSteps,
  'an owner’s form': `<form method="post" action="/answer">${ownSteps}</form>`,
};
const cases = Object.keys(policies).flatMap((policy) =>
  Object.keys(forms).map((kind) => [kind, policy] as [keyof typeof forms, keyof typeof policies]),
);

test.each(cases)('%s is filled in step by step and sent under %s', async (kind, policy) => {
  const { site, collector } = stage;
  const endpoint = `${collector.origin}/api/leads`;
  const url = site.put('/policy', {
    body: ownerPage({
      script: 'unisono-form.js',
      body: `<button data-unisono-open>Ask us</button><lead-form dialog endpoint="${endpoint}" fallback="+39 02 1">${forms[kind]}</lead-form>`,
    }),
    headers: {
      'content-security-policy': `${policies[policy](endpoint)}; report-uri ${site.origin}/reports`,
    },
  });
  const page = await stage.open(url);
  await page.getByRole('button', { name: 'Ask us' }).click();
  await walkSteps(page);
  await page.getByRole('button', { name: form.again }).click();
  await page.getByRole('button', { name: form.close }).click();
  await page.getByRole('button', { name: 'Ask us' }).click();
  await page.getByRole('button', { name: form.next }).waitFor();

  expect(await page.evaluate(() => observed.violations)).toEqual([]);
  expect(site.reports).toEqual([]);
  expect((await storedLeads(collector))[0]!.envelope.source.page).toBe(url);
});

test.each(Object.entries(forms))('%s that is refused says so under such a policy, too', async (_, child) => {
  const { site, collector } = stage;
  const endpoint = `${collector.origin}/api/leads`;
  // Longer than the contract allows, which a browser cannot know of.
  const variant = 'b'.repeat(1_001);
  const url = site.put('/refused', {
    body: ownerPage({
      script: 'unisono-form.js',
      body: `<lead-form endpoint="${endpoint}" variant="${variant}" fallback="+39 02 1">${child}</lead-form>`,
    }),
    headers: {
      'content-security-policy': `${policies['a policy that also forbids whatever could become a script'](endpoint)}; report-uri ${site.origin}/reports`,
    },
  });
  const page = await stage.open(url);
  const at = page.locator('lead-form');
  await at.locator('select[name=service]').selectOption('relaunch');
  await page.getByRole('button', { name: form.next }).click();
  await at.getByLabel(form.fields.email, { exact: true }).fill('ada@shop.example');
  await page.getByRole('button', { name: form.submit }).click();
  await hears(page, form.states.rejected);
  await page.getByRole('button', { name: form.copy }).click();
  expect(await page.evaluate(() => observed.violations)).toEqual([]);
  expect(site.reports).toEqual([]);
});

test('the oracle works: what could become a script is reported', async () => {
  const { site } = stage;
  const url = site.put('/oracle', {
    body: ownerPage({ script: 'loud.js', body: '' }),
    headers: {
      'content-security-policy': `${policies['a policy that also forbids whatever could become a script']("'none'")}; report-uri ${site.origin}/reports`,
    },
  });
  site.put('/loud.js', { body: 'document.body.innerHTML = "<p>Loud</p>"' });
  const page = await stage.open(url);
  await expect.poll(() => page.evaluate(() => observed.violations.length)).toBe(1);
  await expect.poll(() => site.reports.length).toBe(1);
  site.reports.length = 0;
});
