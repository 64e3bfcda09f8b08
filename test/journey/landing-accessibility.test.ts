import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import * as en from '../../src/locales/en.ts';
import * as it from '../../src/locales/it.ts';
import { axeFindings } from '../support/axe.ts';
import { setStage } from '../support/stage.ts';
import { ada, fillForm, hears, send } from '../support/visitor.ts';

const stage = setStage();

// Each state alone, in every combination, is looked at in the elements' own tests.
const variants = [
  { language: 'en', colorScheme: 'light' },
  { language: 'it', colorScheme: 'dark' },
] as const;

test.each(variants)(
  'axe finds nothing in any state: $language, $colorScheme',
  async ({ language, colorScheme }) => {
    const { calculator, form } = { en, it }[language];
    const page = await stage.open(`${stage.collector.origin}/${language}/`, { colorScheme });
    const found: Record<string, string[]> = {};
    const look = async (state: string, at: Page = page) => {
      found[state] = await axeFindings(at);
    };
    const submit = page.getByRole('button', { name: form.submit });
    await submit.waitFor();
    await look('on arrival');

    const widget = page.locator('roi-calculator');
    await widget.getByLabel(calculator.inputs.media, { exact: true }).fill('x');
    await widget.getByText(calculator.errors.number).waitFor();
    await submit.click();
    await hears(page, form.errors.required);
    await look('with errors');

    await page.route('**/api/leads', (route) => route.fulfill({ status: 422, json: { error: 'No.' } }));
    await fillForm(page, ada, form);
    await submit.click();
    await hears(page, form.states.rejected);
    await look('refused');

    await page.unroute('**/api/leads');
    let answer = (): void => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/leads', async (route) => {
      await answered;
      await route.abort();
    });
    await page.getByRole('button', { name: form.retry }).click();
    await page.locator('lead-form').getByRole('button', { name: form.states.sending }).waitFor();
    await look('sending');
    answer();
    await hears(page, form.states.queued);
    await look('queued');

    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.getByRole('button', { name: form.again }).click();
    await fillForm(page, { ...ada, message: 'Again' }, form);
    await send(page, form);
    await hears(page, form.states.accepted);
    await look('accepted');

    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((state) => [state, []])));
  },
);
