import { type Locator, page } from 'vitest/browser';
import type { FormMessages } from '../../src/i18n/form-messages.ts';
import { form as en } from '../../src/locales/en.ts';
import { ada } from './visitor.ts';

/** A control, found the way a person finds it: by its label. */
export const field = (label: string): Locator => page.getByLabelText(label, { exact: true });

/** The form’s button. */
export const submit = (form: FormMessages = en): Locator => page.getByRole('button', { name: form.submit });

/** Fills in fields as a person would. */
export async function fillIn(
  said: Partial<typeof ada> = { name: ada.name, email: ada.email },
  form: FormMessages = en,
): Promise<void> {
  for (const [name, value] of Object.entries(said) as [keyof typeof ada, string][]) {
    const control = field(form.fields[name]);
    if (name === 'interests' || name === 'timeframe') await control.selectOptions(value);
    else await control.fill(value);
  }
}

/** The label of the control that has the focus inside of an element, or the text of whatever else has it. */
export function focusedIn({ shadowRoot }: HTMLElement): string {
  const focused = shadowRoot!.activeElement as HTMLInputElement | null;
  return ((focused?.labels?.[0] ?? focused)?.textContent ?? '').trim();
}

/** What assistive technology says of a control beside its label. */
export function describes(label: string): string {
  const control = field(label).element();
  const ids = (control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  const texts = ids.map((id) =>
    (control.getRootNode() as ShadowRoot).getElementById(id)?.textContent?.trim(),
  );
  return texts.filter(Boolean).join(' ');
}
