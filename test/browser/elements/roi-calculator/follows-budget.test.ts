import '../../../../src/define.ts';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { calculator as en } from '../../../../src/locales/en.ts';
import { calculator as it } from '../../../../src/locales/it.ts';
import { visit } from '../../../../src/visit/visit.ts';
import {
  choice,
  comesBack,
  headline,
  labels,
  mountCalculator,
  note,
  number,
} from '../../../support/calculator-on-page.ts';

const follows = (messages = en) => page.getByRole('checkbox', { name: messages.follows });
const heard = (element: HTMLElement) => element.shadowRoot!.querySelector('output')!.textContent;

describe('what the budget buys', () => {
  test('follows it, so that who spends half gets half and the same return', async () => {
    const element = await mountCalculator();
    await expect.element(follows()).toBeChecked();
    await number(labels.media).fill('2500');
    await expect.element(number(labels.leads)).toHaveValue('100');
    expect(comesBack(element)).toBe(2.88);
    expect(note(labels.leads)).toBe(en.example);
  });

  test('is held once somebody writes a number, and follows again from there once they say so', async () => {
    await mountCalculator();
    await number(labels.media).fill('2500');
    await number(labels.leads).fill('300');
    await expect.element(follows()).not.toBeChecked();
    await number(labels.media).fill('5000');
    await expect.element(number(labels.leads)).toHaveValue('300');

    // The box itself moves nothing: what comes after it does.
    await follows().click();
    await expect.element(number(labels.leads)).toHaveValue('300');
    await number(labels.media).fill('10000');
    await expect.element(number(labels.leads)).toHaveValue('600');
    await follows().click();
    await number(labels.media).fill('1000');
    await expect.element(number(labels.leads)).toHaveValue('600');
  });

  test('is at 10,000 what it was, after 5,000 and whatever a key on the way stood for', async () => {
    await mountCalculator();
    await number(labels.media).fill('10000');
    await number(labels.leads).fill('333');
    await follows().click();
    for (const budget of ['5000', '1', '0', '3333,33', '10000']) await number(labels.media).fill(budget);
    await expect.element(number(labels.leads)).toHaveValue('333');
  });

  test('is nothing where nothing is spent, and there is nothing to choose', async () => {
    const element = await mountCalculator();
    await number(labels.media).fill('0');
    await expect.element(follows()).toBeDisabled();
    await expect.element(number(labels.leads)).toHaveValue('0');
    expect(headline(element)).not.toMatch(/NaN|Infinity/);
    await number(labels.media).fill('5000');
    await expect.element(number(labels.leads)).toHaveValue('200');
  });

  test('follows the stage that counts: another one is not held with it', async () => {
    await mountCalculator();
    await number(labels.leads).fill('300');
    await choice(en.inputs.clicks).click();
    await expect.element(follows()).toBeChecked();
    await number(labels.media).fill('2500');
    await expect.element(number(labels.clicks)).toHaveValue('2,000');
    await choice(en.inputs.leads).click();
    await expect.element(follows()).not.toBeChecked();
    await expect.element(number(labels.leads)).toHaveValue('300');
  });

  test('follows the reading that was meant', async () => {
    await mountCalculator();
    await number(labels.media).fill('2.500');
    await expect.element(number(labels.leads)).toHaveValue('0.1');
    await page.getByRole('button', { name: 'Did you mean 2,500?' }).click();
    await expect.element(number(labels.leads)).toHaveValue('100');
  });

  test('follows again after a reset', async () => {
    await mountCalculator();
    await number(labels.leads).fill('300');
    await page.getByRole('button', { name: en.reset }).click();
    await expect.element(follows()).toBeChecked();
    await number(labels.media).fill('2500');
    await expect.element(number(labels.leads)).toHaveValue('100');
  });

  test.each(['fixed', 'hides'])('is no choice where the owner %s it', async (how) => {
    await mountCalculator(`${how}="leads"`);
    await expect.element(follows()).not.toBeInTheDocument();
    await number(labels.media).fill('50');
    await expect.element(number(labels.media)).toHaveValue('50');
  });

  test.each([
    ['en', en, '100'],
    ['it', it, '100'],
  ] as const)(
    'is heard when the budget was written, and chosen with the keyboard: %s',
    async (lang, messages, count) => {
      const element = await mountCalculator('', lang);
      await number(messages.inputs.media).fill('2500');
      await expect
        .poll(() => heard(element), { timeout: 5000 })
        .toContain(`${messages.inputs.leads}: ${count}.`);
      follows(messages).element().focus();
      await userEvent.keyboard(' ');
      await expect.element(follows(messages)).not.toBeChecked();
      expect(element.shadowRoot!.activeElement).toBe(follows(messages).element());
      await expect
        .poll(() => heard(element), { timeout: 5000 })
        .not.toContain(`${messages.inputs.leads}: ${count}.`);
    },
  );
});

/** Enters what is known of a campaign that has run. */
async function tell(
  known: Partial<Record<'media' | 'agency' | 'customers' | 'revenue' | 'grossMargin', string>>,
) {
  const names: Record<string, string> = { ...en.figures, ...en.stages, ...labels };
  for (const [name, text] of Object.entries(known)) await number(names[name]!).fill(text);
}

/** How the headline asks for what is not known. */
const missing = en.awaited.slice(0, en.awaited.indexOf('{'));

describe('a campaign that has run', () => {
  test('is told from what is known of it', async () => {
    const element = await mountCalculator();
    await choice(en.modes.evaluate).click();
    await tell({ media: '8000', customers: '25', revenue: '30000', grossMargin: '60' });
    expect(headline(element)).toContain('€2.25 of margin came back');
    expect(headline(element)).not.toContain('12 months');
    expect(element.calculation.results).toMatchObject({ profit: 10_000, cac: 320, cpl: null });
    await number(labels.leads).fill('200');
    expect(element.calculation.results).toMatchObject({ profit: 10_000, cpl: 40 });
    await expect.element(follows()).not.toBeInTheDocument();
    await expect.element(number(labels.averageSale)).not.toBeInTheDocument();

    // Leads need not be known.
    await choice(en.stages.customers).click();
    await expect.element(number(labels.leads)).not.toBeInTheDocument();
    expect(element.calculation.results).toMatchObject({ profit: 10_000, cpl: null });
    await choice(en.modes.quick).click();
    await expect.element(number(labels.leads)).toBeVisible();
  });

  test('takes nothing for granted: no example stands in it, and nothing invites to guess', async () => {
    const element = await mountCalculator('mode="evaluate"');
    const fields = [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('.inputs .field input')];
    expect(fields.length).toBeGreaterThan(8);
    for (const { type, value } of fields) expect([type, value]).toEqual(['text', '']);
    const optional = (label: string) =>
      number(label).element().closest('.field')!.querySelector('.note')!.textContent!.includes(en.optional);
    for (const label of [labels.production, labels.sales, labels.leads]) expect(optional(label)).toBe(true);
    for (const label of [labels.media, en.stages.customers, en.figures.revenue, labels.grossMargin])
      expect(optional(label)).toBe(false);
  });

  test('takes a number back that is emptied, and says nothing until it is there again', async () => {
    const element = await mountCalculator('mode="evaluate"');
    await tell({ media: '8000', customers: '25', revenue: '30000', grossMargin: '60', agency: '1000' });
    expect(element.calculation.results.profit).toBe(9000);
    await number(labels.agency).fill('');
    expect(element.calculation.results.profit).toBe(10_000);
    await number(labels.grossMargin).fill('');
    await expect.element(number(labels.grossMargin)).toHaveAttribute('aria-invalid', 'false');
    expect(headline(element)).toContain(missing);
    await number(labels.grossMargin).fill('50');
    expect(element.calculation.results.profit).toBe(7000);
  });

  test('says what is missing, by the names of its fields', async () => {
    const element = await mountCalculator('mode="evaluate"');
    await tell({ media: '5000', customers: '0', revenue: '20000', grossMargin: '40' });
    // Somebody bought: it is not known how many.
    expect(headline(element)).toContain(`${missing}${en.stages.customers}`);
    expect(element.calculation.results).toMatchObject({ roi: null, profit: null, revenue: null });
    await number(en.figures.revenue).fill('0');
    expect(headline(element)).toContain('All in all, a loss of €5,000.');
    await number(en.figures.revenue).fill('');
    expect(headline(element)).toContain(`${missing}${en.figures.revenue}`);
    expect(element.calculation.results).toMatchObject({ roi: null, profit: null });
  });

  test('is withdrawn from the lead with what it was told by', async () => {
    const element = await mountCalculator('mode="evaluate"');
    await tell({ media: '5000', customers: '10', revenue: '20000', grossMargin: '40' });
    expect(visit.read().calculation).toEqual(element.calculation);
    await number(en.figures.revenue).fill('');
    expect(visit.read().calculation).toBeUndefined();
  });

  test('has no verdict until it is known what came of it', async () => {
    const element = await mountCalculator('mode="evaluate" start="customers"');
    const told = vi.fn();
    element.addEventListener('roi-calculate', told);
    expect(headline(element)).toContain(missing);
    expect(element.shadowRoot!.querySelector('.balance, .lens')).toBeNull();
    await number(labels.media).fill('8000');
    expect(headline(element)).toContain(missing);
    await expect.poll(() => heard(element), { timeout: 5000 }).toContain(missing);
    expect(told).not.toHaveBeenCalled();
    await number(en.stages.customers).fill('25');
    await number(en.figures.revenue).fill('30000');
    expect(headline(element)).toContain(missing);
    await number(labels.grossMargin).fill('50');
    expect(headline(element)).toContain('€1.88 of margin came back');
    expect(headline(element)).not.toContain(en.exampleResult);
  });

  test('is heard in its tense when it is chosen, and counts as a calculation', async () => {
    const element = await mountCalculator('', 'it');
    const told: unknown[] = [];
    element.addEventListener('roi-calculate', ({ detail }) => told.push(detail));
    await choice(it.modes.evaluate).click();
    await number(it.inputs.media).fill('8000');
    await number(it.stages.customers).fill('25');
    await number(it.figures.revenue).fill('30000');
    await number(it.inputs.grossMargin).fill('60');
    await expect.poll(() => heard(element), { timeout: 5000 }).toContain('sono tornati');
    expect(told).toHaveLength(1);
  });

  test('is left as it was by a reset: only its numbers go, and come back by a second press', async () => {
    await mountCalculator('mode="evaluate"');
    await number(en.stages.customers).fill('25');
    await page.getByRole('button', { name: en.reset }).click();
    await expect.element(number(en.stages.customers)).toHaveValue('');
    await page.getByRole('button', { name: en.undo }).click();
    await expect.element(number(en.stages.customers)).toHaveValue('25');
    await expect.element(page.getByRole('button', { name: en.reset })).toBeVisible();
  });

  test('changes nothing of a plan, which is there again as it was', async () => {
    const element = await mountCalculator();
    await number(labels.media).fill('20000');
    await number(labels.leads).fill('384');
    const { inputs } = element.calculation;
    await choice(en.modes.evaluate).click();
    await number(labels.media).fill('8000');
    await number(labels.leads).fill('90');
    await choice(en.stages.customers).click();
    await page.getByRole('button', { name: en.reset }).click();
    await choice(en.modes.quick).click();
    expect(element.calculation.inputs).toEqual(inputs);
  });

  test('can be all that the owner asks about', async () => {
    await mountCalculator('mode="evaluate" no-modes');
    await expect.element(number(en.figures.revenue)).toHaveValue('');
    await expect.element(choice(en.modes.quick)).not.toBeInTheDocument();
  });
});
