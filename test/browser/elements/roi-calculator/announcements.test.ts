import '../../../../src/define.ts';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { calculator as en } from '../../../../src/locales/en.ts';
import { calculator as it } from '../../../../src/locales/it.ts';
import {
  comesBack,
  headline,
  labels,
  mountCalculator,
  note,
  number,
} from '../../../support/calculator-on-page.ts';

const heard = (element: HTMLElement) => element.shadowRoot!.querySelector('output')!.textContent;

test('a number that cannot be read is read out as such, and no result of what stood there before', async () => {
  const element = await mountCalculator();
  const changes: string[] = [];
  new MutationObserver(() => changes.push(heard(element)!)).observe(
    element.shadowRoot!.querySelector('output')!,
    {
      childList: true,
      characterData: true,
      subtree: true,
    },
  );
  const field = number(labels.media).element() as HTMLInputElement;
  for (const typed of ['12', '12x']) {
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  await vi.waitUntil(() => changes.length > 0, { timeout: 5_000 });
  expect(changes).toEqual([`${labels.media}: ${en.errors.number}`]);
  await number(labels.media).fill('1200');
  const { textContent } = element.shadowRoot!.querySelector('.headline')!;
  await expect.poll(() => heard(element)).toBe(`${textContent} ${labels.leads}: 48.`);
});

test.each([
  ['', en.errors.number],
  ['1e20', en.errors.tooLarge],
  ['many', en.errors.number],
])('%j is told what is wrong with it', async (text, error) => {
  const element = await mountCalculator();
  await number(labels.grossMargin).fill('60');
  await number(labels.averageSale).fill(text);
  expect(note(labels.averageSale)).toBe(error);
  expect(headline(element)).toContain(`${en.lastResult} · within 12 months · ${en.exampleResult}`);
  expect(comesBack(element)).toBe(2.88);
});

test.each([
  ['en', en, '200 for €1.50'],
  ['it', it, '200 per 1,50\u00a0€'],
])(
  'a budget that can hardly have bought so many is asked about, seen and heard, and counts: %s',
  async (lang, messages, bought) => {
    const element = await mountCalculator('', lang);
    await number(messages.inputs.leads).fill('200');
    await number(messages.inputs.media).fill('1.5');
    expect(note(messages.inputs.leads)).toContain(bought);
    await expect.element(number(messages.inputs.leads)).toHaveAttribute('aria-invalid', 'false');
    await expect.poll(() => heard(element)).toContain(bought);
    expect(element.calculation.results.profit).toBe(14_398.5);
    await number(messages.inputs.media).fill('4000');
    expect(note(messages.inputs.leads)).not.toContain(bought);
  },
);

test('a loss is written with a minus, which is read out', async () => {
  const element = await mountCalculator();
  await number(labels.leads).fill('200');
  await number(labels.media).fill('50000');
  const profit = [...element.shadowRoot!.querySelectorAll('[part=figure]')].find((figure) =>
    figure.textContent!.includes(en.figures.profit),
  )!;
  expect(profit.querySelector('strong')!.textContent).toBe('−\u2060€35,600');
});

test('a slider that was clicked has a name and a value; a stepper takes no focus', async () => {
  const element = await mountCalculator();
  const slider = page.getByRole('slider', { name: `${labels.media} …`, exact: true });
  await slider.click({ position: { x: 10, y: 5 } });
  expect(element.shadowRoot!.activeElement).toBe(slider.element());
  await expect.element(slider).toHaveAttribute('aria-valuetext', expect.stringMatching(/^\d+ €$/));

  await number(labels.media).click();
  element.shadowRoot!.querySelector<HTMLElement>('button[name=media][value="1"]')!.scrollIntoView();
  await page.elementLocator(element.shadowRoot!.querySelector('button[name=media][value="1"]')!).click();
  expect(element.shadowRoot!.activeElement).toBe(number(labels.media).element());
});

test('what it says is marked with its language, whatever the page’s is', async () => {
  const element = await mountCalculator('locale="it"', 'en');
  expect(element.shadowRoot!.querySelector('h2')!.closest('[lang]')!.getAttribute('lang')).toBe('it');
});
