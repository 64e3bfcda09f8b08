import { expect, test } from 'vitest';
import { calculator, form } from '../../src/locales/en.ts';
import { focused, tabTo } from '../support/keyboard.ts';
import { setStage } from '../support/stage.ts';
import { storedLeads } from '../support/stored-leads.ts';
import { ada } from '../support/visitor.ts';

const stage = setStage();

test('all of it works by keyboard alone', async () => {
  const page = await stage.open(`${stage.collector.origin}/en/`);
  await page.getByRole('button', { name: form.submit }).waitFor();

  const leads = page.locator('roi-calculator input[type=radio][value=leads]');
  await tabTo(
    page,
    (await leads.evaluate((radio) => (radio as HTMLInputElement).labels![0]!.textContent)).trim(),
  );
  await page.keyboard.press('ArrowRight');
  await tabTo(page, calculator.inputs.clicks);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('9,000');
  await page
    .locator('roi-calculator')
    .getByRole('status')
    .getByText(/^For every/)
    .waitFor();

  await tabTo(page, form.fields.name);
  await page.keyboard.type(ada.name);
  await tabTo(page, form.fields.email);
  await page.keyboard.type('not an address');
  await tabTo(page, form.fields.interests);
  await page.keyboard.type(form.choices.interests.quote!);
  await tabTo(page, form.fields.timeframe);
  await page.keyboard.type(form.choices.timeframe.now!);
  await tabTo(page, form.consent.profiling);
  await page.keyboard.press('Space');
  await tabTo(page, form.submit);
  await page.keyboard.press('Enter');

  await page.locator('lead-form').getByText(form.errors.email).waitFor();
  expect(await focused(page)).toBe(form.fields.email);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(ada.email);
  await page.keyboard.press('Enter');
  await page.locator('lead-form').getByText(form.states.accepted).waitFor();

  // The focus has gone to where the answer is, and the next thing to do comes next.
  expect(await focused(page)).toContain(form.states.accepted);
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe(form.again);
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe(form.fields.name);

  const [lead] = await storedLeads(stage.collector);
  expect(lead!.envelope.profile).toMatchObject({ name: ada.name, email: ada.email, interests: ['quote'] });
  expect(lead!.envelope.calculation?.inputs).toMatchObject({ funnel: [{ volume: 9000 }, {}, {}] });
});

test('the focus can always be seen, and never lands on what nobody sees', async () => {
  const page = await stage.open(`${stage.collector.origin}/en/`);
  await page.getByRole('button', { name: form.submit }).waitFor();
  const unseen: string[] = [];
  for (let name = ''; name !== form.submit; name = await focused(page)) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      let element = document.activeElement!;
      while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const { left, width } = element.getBoundingClientRect();
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return left >= 0 && width > 0 && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
    });
    if (!seen) unseen.push(await focused(page));
  }
  expect(unseen).toEqual([]);
});
