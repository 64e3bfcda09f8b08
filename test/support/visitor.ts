import type { Locator, Page } from 'playwright';
import type { FormMessages } from '../../src/i18n/form-messages.ts';
import { form as en } from '../../src/locales/en.ts';

/** A person with something to ask. */
export const ada = {
  name: 'Ada Rossi',
  email: 'ada@shop.example',
  company: 'Rossi & figli',
  phone: '+39 02 1234567',
  interests: 'quote',
  timeframe: 'now',
  message: 'What does a new customer cost?',
};

/** A control of the form, found the way a person finds it: by its label. */
export const formField = (page: Page, label: string): Locator =>
  page.locator('lead-form').getByLabel(label, { exact: true });

/** Fills in the form's default fields. */
export async function fillForm(
  page: Page,
  said: Partial<typeof ada> = ada,
  form: FormMessages = en,
): Promise<void> {
  for (const [name, value] of Object.entries(said) as [keyof typeof ada, string][]) {
    const field = formField(page, form.fields[name]);
    if (name === 'interests' || name === 'timeframe') await field.selectOption(value);
    else await field.fill(value);
  }
}

/** Presses the form's button. */
export const send = (page: Page, form: FormMessages = en): Promise<void> =>
  page.getByRole('button', { name: form.submit }).click();

/** Waits until the form says a text. */
export const hears = (page: Page, text: string): Promise<void> =>
  page.locator('lead-form').getByText(text).first().waitFor();
