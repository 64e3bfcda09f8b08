import '../../../src/script-planner.ts';
import { expect } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import type { RoiCalculator } from '../../../src/elements/roi-calculator/roi-calculator.ts';
import { calculator as en, planner } from '../../../src/locales/en.ts';
import { calculator as it } from '../../../src/locales/it.ts';
import type { Campaign } from '../../../src/roi/index.ts';
import { mountCalculator, number } from '../../support/calculator-on-page.ts';

/** Panels by what they are called. */
export const titles = {
  range: planner.forecast.title,
  levers: planner.levers.title,
  goal: planner.goal.title,
  actual: planner.actual.title,
};

/** A calculator with the full funnel whose numbers are certain: leads, qualified, worked by sales, won. */
export async function mountPlanner(lang = 'en', start = 'leads'): Promise<RoiCalculator> {
  const json = JSON.stringify({ values });
  const element = await mountCalculator(
    `mode="full" start="${start}"`,
    lang,
    `<script type="application/json">${json}</script>`,
  );
  // What an earlier test has entered is remembered by the tab.
  const { reset } = lang === 'it' ? it : en;
  await page.getByRole('button', { name: reset }).click();
  await element.updateComplete;
  return element;
}

const values = {
  leads: 300,
  mqlRate: 0.6,
  opportunityRate: 0.5,
  customerRate: 0.25,
  media: 5000,
  averageSale: 1800,
  salesPerOpportunity: 20,
};

/** Goes to a panel by its button, unless it is the one in sight, and waits until it is there. */
export async function open(element: RoiCalculator, title: string): Promise<HTMLElement> {
  const panel = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.panel')].find(
    ({ firstElementChild }) => firstElementChild?.textContent?.trim() === title,
  )!;
  const button = panel.querySelector('button')!;
  // As a press does.
  button.focus();
  if (button.ariaExpanded === 'false') button.click();
  await expect.poll(() => panel.childElementCount > 1).toBe(true);
  return panel;
}

/** Enters what has been observed, so that there is something uncertain. */
export async function enterUncertainty(messages = en): Promise<void> {
  await number(messages.inputs.media).fill('4000–6500');
  await number(messages.inputs.averageSale).fill('1400–2200');
}

/** What can be read in an element, in one line, without what only keeps a sign beside its currency. */
export const words = (element: Element): string =>
  (element as HTMLElement).innerText.replaceAll('\u2060', '').replace(/\s+/g, ' ').trim();

/** The campaign as it travels with a lead. */
export const campaignOf = ({ calculation }: RoiCalculator): Campaign =>
  calculation.inputs as unknown as Campaign;

/** Amounts of money in a text, with their signs. */
export const amounts = (text: string): number[] =>
  (text.replaceAll('\u2060', '').match(/[−+]?€[\d.,]+\d/g) ?? []).map((amount) =>
    Number(amount.replace(/[€,]/g, '').replace('−', '-')),
  );

export const choice = (label: string): Locator => page.getByRole('combobox', { name: label, exact: true });
