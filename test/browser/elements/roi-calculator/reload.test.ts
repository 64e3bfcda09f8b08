import '../../../../src/define.ts';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { calculator as en } from '../../../../src/locales/en.ts';
import { calculator as it } from '../../../../src/locales/it.ts';
import { choice, comesBack, labels, mountCalculator, number } from '../../../support/calculator-on-page.ts';

/** The same page anew, in the same tab. */
async function reload(lang = 'en'): Promise<HTMLElementTagNameMap['roi-calculator']> {
  document.documentElement.lang = lang;
  document.body.innerHTML = '<main><h1>An owner’s page</h1><roi-calculator></roi-calculator></main>';
  const element = document.querySelector('roi-calculator')!;
  await element.updateComplete;
  return element;
}

test('a reload keeps what was typed and chosen, in whatever language the page comes back', async () => {
  const before = await mountCalculator();
  await choice(en.modes.full).click();
  await number(labels.averageSale).fill('1234.5');
  await number(labels.customerRate).fill('12/240');
  const back = comesBack(before);
  const element = await reload('it');
  await expect.element(choice(it.modes.full)).toBeChecked();
  await expect.element(number(it.inputs.averageSale)).toHaveValue('1.234,5');
  expect(element.calculation.inputs).toMatchObject({
    value: { averageSale: 1234.5 },
    funnel: [{}, { rate: { hits: 12, of: 240 } }],
  });
  expect(comesBack(await reload())).toBe(back);
});

test('“Start again” is kept, too', async () => {
  await mountCalculator();
  await number(labels.media).fill('900');
  await page.getByRole('button', { name: en.reset }).click();
  await reload();
  await expect.element(number(labels.media)).toHaveValue('5,000');
});

test.each([
  ['that says its language', '<a id="go" href="/it/elsewhere" hreflang="it"><b>Italiano</b></a>', true],
  ['without one', '<a id="go" href="/it/elsewhere"><b>Italiano</b></a>', false],
  [
    'to another site',
    '<a id="go" href="https://other.example/it/elsewhere" hreflang="it"><b>Italiano</b></a>',
    false,
  ],
])('a link %s: whether the numbers go along', async (_, html, areHandedOver) => {
  await mountCalculator();
  await number(labels.media).fill('4321');
  document.querySelector('main')!.insertAdjacentHTML('beforeend', html);
  // The test stays where it is; the listener of the page is asked after ours.
  window.addEventListener('click', (event) => event.preventDefault(), { once: true });
  document.querySelector<HTMLElement>('#go b')!.click();
  const there = Object.entries(sessionStorage).filter(([key]) => key.includes('/it/elsewhere'));
  expect(there.map(([, text]) => text.includes('4321'))).toEqual(areHandedOver ? [true] : []);
});

test('the page in another language gets the numbers where it is known by its own query, and where it is not', async () => {
  await mountCalculator();
  await number(labels.media).fill('4322');
  const link = '<a id="go" href="/?page_id=8" hreflang="it">Italiano</a>';
  document.querySelector('main')!.insertAdjacentHTML('beforeend', link);
  window.addEventListener('click', (event) => event.preventDefault(), { once: true });
  document.querySelector<HTMLElement>('#go')!.click();
  for (const path of ['/?page_id=8#', '/#'])
    expect(sessionStorage.getItem(`unisono:scenario:${location.origin}${path}`)).toContain('4322');
});
