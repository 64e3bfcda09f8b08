import { expect, test } from 'vitest';
import { form } from '../../src/locales/en.ts';
import { form as modulo } from '../../src/locales/it.ts';
import { setStage } from '../support/stage.ts';
import { storedLeads } from '../support/stored-leads.ts';
import { ada } from '../support/visitor.ts';

const stage = setStage();
const ask = (path = '/en/ask/') => `${stage.collector.origin}${path}`;
const newest = async () => (await storedLeads(stage.collector))[0]!;

test('a form of the page’s own is sent without JavaScript, and answered with a page', async () => {
  const page = await stage.open(ask(), { javaScriptEnabled: false });
  await page.getByLabel('A plan for a campaign').check();
  await page.getByLabel('For when?').selectOption('now');
  await page.getByLabel('Name', { exact: true }).fill(ada.name);
  await page.getByLabel('E-mail').fill(ada.email);
  await page.getByLabel('Send me your letter').check();
  await page.getByRole('button', { name: 'Ask for a call' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await page.getByRole('link').getAttribute('href')).toBe(ask());

  const { envelope, score } = await newest();
  expect(envelope.profile).toEqual({
    email: ada.email,
    name: ada.name,
    buying: { timeframe: 'now' },
    answers: [{ name: 'service', label: 'service', value: 'plan' }],
  });
  expect(envelope.source).toMatchObject({ form: 'html', page: ask() });
  // The words beside the box did not come with it.
  expect(envelope.consents).toEqual([]);
  expect(score).toMatchObject({ fit: 30, interest: 0 });
});

test('without JavaScript a request that nobody could answer is refused with a page, and is not stored', async () => {
  const before = (await storedLeads(stage.collector)).length;
  const answer = await fetch(`${stage.collector.origin}/api/leads`, {
    method: 'POST',
    headers: { 'accept-language': 'it-IT,it;q=0.9' },
    body: new URLSearchParams({ email: 'nobody', message: '<script>alert(1)</script>' }),
  });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('Non inviata');
  expect(await storedLeads(stage.collector)).toHaveLength(before);
});

test('with the script it asks in steps, hides what does not matter, and the lead says the questions', async () => {
  const page = await stage.open(ask('/en/ask/?utm_source=letter&service=review'));
  const field = page.getByLabel('Which one was it?');
  // The link has answered the first question.
  await field.waitFor();
  await page.getByLabel('A plan for a campaign').check();
  await expect.poll(() => field.isVisible()).toBe(false);
  await page.getByLabel('A look back at one that has run').check();
  await field.fill('Autumn');
  await page.getByLabel('For when?').selectOption('this-quarter');
  expect(await page.getByRole('button', { name: 'Ask for a call' }).isVisible()).toBe(false);
  await page.getByRole('button', { name: form.next, exact: true }).click();

  await page.getByText('Step 2 of 2').waitFor();
  await page.getByRole('button', { name: 'Ask for a call' }).click();
  await page.getByText(form.errors.required).first().waitFor();
  await page.getByLabel('Name', { exact: true }).fill(ada.name);
  await page.getByLabel('E-mail').fill(ada.email);
  await page.getByLabel('Send me your letter').check();

  // A reload loses nothing of what was written, and asks for consent anew.
  await page.reload();
  await expect.poll(() => field.inputValue()).toBe('Autumn');
  await page.getByRole('button', { name: form.next, exact: true }).click();
  expect(await page.getByLabel('E-mail').inputValue()).toBe(ada.email);
  expect(await page.getByLabel('Send me your letter').isChecked()).toBe(false);
  await page.getByLabel('Send me your letter').check();
  await page.getByRole('button', { name: 'Ask for a call' }).click();
  await page.getByText(form.states.accepted).waitFor();

  const { envelope } = await newest();
  expect(envelope.profile.answers).toEqual([
    { name: 'service', label: 'What is it about?', value: 'review' },
    { name: 'campaign-name', label: 'Which one was it?', value: 'Autumn' },
  ]);
  expect(envelope.consents).toMatchObject([
    {
      purpose: 'marketing',
      granted: true,
      text: 'Send me your letter on campaigns, once a month.',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      locale: 'en',
      page: ask(),
    },
  ]);
  expect(envelope.attribution).toBeUndefined();
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain(
    ada.email,
  );
  expect(await page.evaluate(() => observed.violations)).toEqual([]);
});

test('on an Italian page it speaks Italian, and an objection keeps the score away', async () => {
  const page = await stage.open(ask('/it/ask/'));
  await page.getByRole('button', { name: modulo.next, exact: true }).click();
  await page.getByText(modulo.errors.choose).first().waitFor();
  await page.getByLabel('Pianificare una campagna').check();
  await page.getByLabel('Per quando?').selectOption('now');
  await page.getByRole('button', { name: modulo.next, exact: true }).click();
  await page.getByLabel('Nome e cognome').fill(ada.name);
  await page.getByLabel('E-mail').fill(ada.email);
  await page.getByLabel('Non ordinate la mia.').check();
  await page.getByRole('button', { name: 'Chiedi di essere richiamato' }).click();
  await page.getByText(modulo.states.accepted).waitFor();
  const { envelope, score } = await newest();
  expect(score).toBeNull();
  expect(envelope.consents.at(-1)).toMatchObject({ purpose: 'scoring', granted: false });
});

test('the script adds to the page without moving it', async () => {
  const page = await stage.open(ask());
  await page.getByText('Step 1 of 2').waitFor();
  await page.waitForTimeout(500);
  const shifts = await page.evaluate(() => observed.shifts);
  expect(shifts.reduce((sum, { value }) => sum + value, 0)).toBeLessThan(0.01);
});
