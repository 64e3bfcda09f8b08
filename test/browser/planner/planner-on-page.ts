import '../../../src/script-planner.ts';
import { type Locator, page, userEvent } from 'vitest/browser';
import type { RoiCalculator } from '../../../src/elements/roi-calculator/roi-calculator.ts';
import { calculator as en, planner } from '../../../src/locales/en.ts';
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
export function mountPlanner(lang = 'en', start = 'leads'): Promise<RoiCalculator> {
  // What an earlier test has entered is not to come back.
  document.body.replaceChildren();
  sessionStorage.setItem('unisono:scenario', 'null');
  const json = JSON.stringify({ values });
  return mountCalculator(
    `mode="full" start="${start}"`,
    lang,
    `<script type="application/json">${json}</script>`,
  );
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

/** Opens a panel by its summary, the way a person does. */
export async function open(element: RoiCalculator, title: string): Promise<HTMLElement> {
  const summary = [...element.shadowRoot!.querySelectorAll('summary')].find(
    ({ textContent }) => textContent?.trim() === title,
  )!;
  await userEvent.click(summary);
  await element.updateComplete;
  return summary.parentElement!;
}

/** Enters what has been observed, so that there is something uncertain. */
export async function enterUncertainty(messages = en): Promise<void> {
  await number(messages.inputs.media).fill('4000–6500');
  await number(messages.inputs.averageSale).fill('1400–2200');
}

/** What can be read in an element, in one line. */
export const words = (element: Element): string =>
  (element as HTMLElement).innerText.replace(/\s+/g, ' ').trim();

/** The campaign as it travels with a lead. */
export const campaignOf = ({ calculation }: RoiCalculator): Campaign =>
  calculation.inputs as unknown as Campaign;

/** Amounts of money in a text, with their signs. */
export const amounts = (text: string): number[] =>
  (text.match(/[-+]?€[\d.,]+\d/g) ?? []).map((amount) => Number(amount.replace(/[€,]/g, '')));

export const choice = (label: string): Locator => page.getByRole('combobox', { name: label, exact: true });
