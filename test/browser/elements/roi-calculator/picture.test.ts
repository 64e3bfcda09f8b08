import '../../../../src/define.ts';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { fill } from '../../../../src/i18n/fill.ts';
import { calculator as en } from '../../../../src/locales/en.ts';
import { calculator as it } from '../../../../src/locales/it.ts';
import { axeFindingsHere, nothing } from '../../../support/axe-here.ts';
import { headline, labels, mountCalculator, number } from '../../../support/calculator-on-page.ts';

const find = <T extends Element>(element: HTMLElement, selector: string) =>
  element.shadowRoot!.querySelector<T>(selector);
const widthOf = (element: HTMLElement, kind: string) =>
  find(element, `.balance .${kind}`)?.getBoundingClientRect().width ?? 0;
const told = (element: HTMLElement) => find(element, '.balance')!.textContent!.replace(/\s+/g, ' ');

test('what goes in and what comes back are drawn to one scale, with a profit from the mark on', async () => {
  const element = await mountCalculator();
  // 14,400 of margin for 5,000: the first 5,000 of it only pay what was spent.
  expect(widthOf(element, 'gain') / widthOf(element, 'paid')).toBeCloseTo(9400 / 5000, 2);
  const mark = find(element, '.balance line')!.getBoundingClientRect();
  expect(mark.left + mark.width / 2).toBeCloseTo(find(element, '.gain')!.getBoundingClientRect().left, 0);
  expect(find(element, '.missing')).toBeNull();
});

test.each([
  ['en', en, ['€5,000', '€14,400', '€9,400', '€5,000']],
  ['it', it, ['5.000 €', '14.400 €', '9.400 €', '5.000 €']],
] as const)('each figure of it stands beside it as text: %s', async (lang, messages, figures) => {
  const element = await mountCalculator('', lang);
  const { paid, back, even } = messages.balance;
  const names = [paid, back, messages.figures.profit, even];
  for (const [at, name] of names.entries()) expect(told(element)).toContain(`${name} ${figures[at]}`);
});

test.each([
  ['en', en, '€3,560', '−\u2060€3,560'],
  ['it', it, '3.560 €', '−3.560 €'],
] as const)(
  'a loss is told by words, by its sign and by an outline of what is missing: %s',
  async (lang, messages, amount, signed) => {
    const element = await mountCalculator('', lang);
    await number(messages.inputs.averageSale).fill('120');
    expect(headline(element)).toContain(fill(messages.loss, { amount }));
    expect(told(element)).toContain(`${messages.balance.loss} ${signed}`);
    expect(told(element)).not.toContain(messages.figures.profit);
    expect(widthOf(element, 'gain')).toBe(0);
    const outline = getComputedStyle(find(element, '.missing')!);
    expect([outline.fill, outline.strokeDasharray]).toEqual(['none', '4px, 4px']);
    expect(await axeFindingsHere(element)).toEqual(nothing);
  },
);

test('revenue above what was spent is a loss until the goods are paid, too', async () => {
  const element = await mountCalculator('definition="roas"');
  await number(labels.averageSale).fill('300');
  expect(headline(element)).toContain('€1.20 of revenue comes back. All in all, a loss of €1,400.');
  expect(widthOf(element, 'missing')).toBeGreaterThan(0);
});

test('without an answer there is no picture', async () => {
  const element = await mountCalculator();
  await number(labels.media).fill('0');
  expect(find(element, '.balance')).toBeNull();
});

test('three figures stand first, and the rest is one step away', async () => {
  const element = await mountCalculator();
  const seen = () =>
    [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part=figure]')].filter((each) =>
      each.checkVisibility(),
    ).length;
  expect(seen()).toBe(3);
  await page.getByText(en.more, { exact: true }).click();
  expect(seen()).toBeGreaterThan(8);
});

test('on a phone the answer lies over the fields once it is out of sight, and moves nothing', async () => {
  await page.viewport(390, 700);
  document.body.style.background = 'rgb(250, 240, 230)';
  try {
    const element = await mountCalculator();
    const field = number(labels.grossMargin).element();
    const strip = find<HTMLElement>(element, '.strip')!;
    const top = () => field.getBoundingClientRect().top + scrollY;
    await expect.poll(() => strip.checkVisibility()).toBe(false);
    const before = top();
    field.scrollIntoView({ block: 'center' });
    await expect.poll(() => strip.checkVisibility()).toBe(true);
    expect(top()).toBe(before);
    await number(labels.grossMargin).fill('10');
    const bar = strip.querySelector('p')!;
    expect(bar.textContent).toBe(find(element, '.headline')!.textContent);
    const { top: at, height } = bar.getBoundingClientRect();
    expect(at).toBe(0);
    // Two lines, and what surrounds them.
    expect(height).toBeLessThanOrEqual(2 * 21 + 2 * 8 + 2);
    expect(getComputedStyle(bar).backgroundImage).toContain('rgb(250, 240, 230)');
    expect(strip.ariaHidden).toBe('true');
  } finally {
    document.body.style.background = '';
    await page.viewport(1280, 800);
  }
});
