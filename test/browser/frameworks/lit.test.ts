import '../../../src/script.ts';
import { html, render } from 'lit/html.js';
import { expect, test } from 'vitest';
import type { LeadForm } from '../../../src/elements/lead-form/lead-form.ts';
import type { RoiCalculator } from '../../../src/elements/roi-calculator/roi-calculator.ts';
import { headline, labels, number } from '../../support/calculator-on-page.ts';

/** A page that somebody writes with lit: options as properties and attributes, events as listeners. */
function page(currency: string, media: number, hear: (event: Event) => void = () => {}) {
  render(
    html`<roi-calculator currency=${currency} .values=${{ media, leads: 100 }} @roi-calculate=${hear}></roi-calculator>
      <lead-form .config=${{ endpoint: '/leads', fields: 'name email', texts: { heading: 'Write to us' } }}></lead-form>`,
    document.body,
  );
  return {
    calculator: document.querySelector<RoiCalculator>('roi-calculator')!,
    form: document.querySelector<LeadForm>('lead-form')!,
  };
}

test('elements take what a template of lit gives them, and follow when it changes', async () => {
  const { calculator, form } = page('EUR', 5000);
  await Promise.all([calculator.updateComplete, form.updateComplete]);
  expect(headline(calculator)).toContain('€');
  expect(calculator.calculation.inputs).toMatchObject({ costs: { media: 5000 } });
  expect(form.shadowRoot!.textContent).toContain('Write to us');

  expect(page('USD', 700).calculator).toBe(calculator);
  await calculator.updateComplete;
  expect(headline(calculator)).toContain('$');
  expect(calculator.calculation.inputs).toMatchObject({ costs: { media: 700 } });
});

test('and tell it what happens', async () => {
  const told: unknown[] = [];
  const { calculator } = page('EUR', 5000, (event) => told.push((event as CustomEvent).detail));
  await calculator.updateComplete;
  await number(labels.averageSale).fill('999');
  await expect.poll(() => told).toEqual([calculator.calculation]);
});
