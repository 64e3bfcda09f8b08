import { type Locator, page } from 'vitest/browser';
import type { RoiCalculator } from '../../src/elements/roi-calculator/roi-calculator.ts';
import { fill } from '../../src/i18n/fill.ts';
import * as english from '../../src/locales/en.ts';
import * as italian from '../../src/locales/it.ts';
import { mount } from './mount.ts';

const { calculator: en } = english;

/** A calculator on a page. */
export const mountCalculator = (attributes = '', lang = 'en', child = ''): Promise<RoiCalculator> =>
  mount('roi-calculator', `<roi-calculator ${attributes}>${child}</roi-calculator>`, lang);

/** A number field, found by its label, which may be written small where it stands inside of a sentence. */
export const number = (label: string): Locator =>
  page.getByRole('textbox', { name: new RegExp(`^${label}$`, 'i') });

/** One of a few choices, found by its words. */
export const choice = (name: string | RegExp): Locator => page.getByRole('radio', { name, exact: true });

/** Opens what is one step away: the definitions, and the figures of each team. */
export const openFigures = (messages = en): Promise<void> =>
  page.getByText(messages.more, { exact: true }).click();

/** The labels of the fields that are asked for in English. */
export const labels = {
  ...en.inputs,
  leadRate: fill(en.rate, { from: en.inputs.clicks, to: en.inputs.leads }),
  customerRate: fill(en.rate, { from: en.inputs.leads, to: en.stages.customers }),
};

/** What stands above all: the answer, and under which definition or from which numbers it is. */
export const headline = ({ shadowRoot }: HTMLElement): string =>
  shadowRoot!.querySelector('[part=headline]')!.textContent!.replace(/\s+/g, ' ').trim();

/** What one unit of the currency comes to, out of the headline. */
export const comesBack = (element: HTMLElement): number =>
  Number(
    headline(element)
      .match(/€[\d.,]+/g)?.[1]
      ?.replace(/[€,]/g, ''),
  );

/** What words mean stands beside their fields whatever happens. */
const hints = [english, italian].flatMap(({ calculator, planner }) =>
  Object.values({ ...calculator.hints, ...planner.hints }),
);

/** The note of a field: example, optional, or what is wrong. */
export const note = (label: string): string => {
  const field = number(label).element();
  const id = field.getAttribute('aria-describedby')!.split(' ').at(-1)!;
  return (field.getRootNode() as ShadowRoot)
    .getElementById(id)!
    .textContent!.trim()
    .split(' · ')
    .filter((part) => !hints.includes(part))
    .join(' · ');
};
