import '../../../../src/define.ts';
import { expect, test } from 'vitest';
import { calculator as en } from '../../../../src/locales/en.ts';
import { calculator as it } from '../../../../src/locales/it.ts';
import { axeFindingsHere, nothing } from '../../../support/axe-here.ts';
import { labels, mountCalculator, number } from '../../../support/calculator-on-page.ts';

const languages = [
  ['en', en],
  ['it', it],
] as const;

test.each(languages)('axe finds nothing in the quick calculator: %s', async (lang, messages) => {
  const element = await mountCalculator('', lang);
  expect(await axeFindingsHere(element), 'on arrival').toEqual(nothing);
  await number(messages.inputs.media).fill('-5');
  await number(messages.inputs.leads).fill('');
  expect(await axeFindingsHere(element), 'with errors').toEqual(nothing);
});

test.each(languages)(
  'axe finds nothing in a loss, in what is asked about a number, and in all figures: %s',
  async (lang, messages) => {
    const element = await mountCalculator('', lang);
    await number(messages.inputs.grossMargin).fill('1');
    expect(element.shadowRoot!.querySelector('.headline.lost')).not.toBeNull();
    expect(await axeFindingsHere(element), 'a loss').toEqual(nothing);
    await number(messages.inputs.media).fill(lang === 'it' ? '1,500' : '1.500');
    await number(messages.inputs.leads).fill('200');
    expect(element.shadowRoot!.querySelector('button.meant')).not.toBeNull();
    expect(element.shadowRoot!.getElementById('leads-note')!.textContent).toContain('?');
    for (const details of element.shadowRoot!.querySelectorAll('details')) details.open = true;
    expect(await axeFindingsHere(element), 'questions, and all figures').toEqual(nothing);
  },
);

test.each(languages)('axe finds nothing where a campaign that has run is evaluated: %s', async (lang) => {
  const element = await mountCalculator('mode="evaluate" start="customers"', lang);
  for (const details of element.shadowRoot!.querySelectorAll('details')) details.open = true;
  expect(element.shadowRoot!.querySelector('#revenue')).not.toBeNull();
  expect(await axeFindingsHere(element)).toEqual(nothing);
});

test.each(languages)('axe finds nothing in the full funnel, everything opened: %s', async (lang) => {
  const element = await mountCalculator('mode="full" start="impressions"', lang);
  for (const details of element.shadowRoot!.querySelectorAll('details')) details.open = true;
  // What a panel holds comes once it is open.
  await expect
    .poll(() =>
      [...element.shadowRoot!.querySelectorAll('details')].every(
        ({ childElementCount }) => childElementCount > 1,
      ),
    )
    .toBe(true);
  expect(await axeFindingsHere(element)).toEqual(nothing);
});

test('a page that makes its rem small makes nothing here smaller than it should be', async () => {
  document.documentElement.style.fontSize = '62.5%';
  try {
    const element = await mountCalculator();
    const input = number(labels.media).element();
    const unit = element.shadowRoot!.getElementById('media-unit')!;
    expect(getComputedStyle(input).fontSize).toBe('16px');
    const textEnd =
      input.getBoundingClientRect().right - Number.parseFloat(getComputedStyle(input).paddingInlineEnd);
    expect(textEnd).toBeLessThanOrEqual(unit.getBoundingClientRect().left + 1);
  } finally {
    document.documentElement.style.fontSize = '';
  }
});
