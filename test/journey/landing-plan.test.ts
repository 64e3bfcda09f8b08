import { expect, test } from 'vitest';
import { calculator, form } from '../../src/locales/en.ts';
import { setStage } from '../support/stage.ts';
import { storedLeads } from '../support/stored-leads.ts';
import { formField, hears, send } from '../support/visitor.ts';

const stage = setStage();

test('who asks about a plan below its answer sends the plan along, with the yes to profiling', async () => {
  const page = await stage.open(`${stage.collector.origin}/en/plan/`);
  const widget = page.locator('roi-calculator');
  await widget.getByLabel(calculator.inputs.averageSale, { exact: true }).fill('1500');
  await page.getByRole('heading', { name: 'Ask us about this plan' }).waitFor();
  const [answer, question] = await Promise.all([
    widget.locator('[part=headline]').boundingBox(),
    page.locator('lead-form').boundingBox(),
  ]);
  expect(question!.y).toBeGreaterThan(answer!.y + answer!.height);

  await formField(page, form.fields.name).fill('Ada Rossi');
  await formField(page, form.fields.email).fill('ada@shop.example');
  await formField(page, form.consent.profiling).check();
  await send(page);
  await hears(page, form.states.accepted);
  const [lead] = await storedLeads(stage.collector);
  expect(lead!.envelope).toMatchObject({
    source: { form: 'plan' },
    calculation: { inputs: { value: { averageSale: 1500 } } },
  });
});

test('the link to the other language takes the numbers along', async () => {
  for (const path of ['', 'plan/']) {
    const page = await stage.open(`${stage.collector.origin}/en/${path}`);
    const sale = page.locator('roi-calculator').locator('#averageSale');
    await sale.fill('1500');
    await page.getByRole('link', { name: 'Italiano' }).click();
    await page.waitForURL(`**/it/${path}`);
    await expect.poll(() => sale.inputValue()).toBe('1.500');
  }
});
