import '../../../../src/define.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fill } from '../../../../src/i18n/fill.ts';
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
import { hearProblems } from '../../../support/problems.ts';

afterEach(() => vi.restoreAllMocks());

const mediaOf = (element: { calculation: { inputs: Record<string, unknown> } }) =>
  (element.calculation.inputs.costs as { media: number }).media;

test('a number that is edited where it stands has its new digits and no others', async () => {
  const element = await mountCalculator();
  await userEvent.click(number(labels.media));
  await userEvent.keyboard('{End}0');
  expect(mediaOf(element)).toBe(50_000);
  await userEvent.keyboard('{Backspace}{Backspace}');
  expect(mediaOf(element)).toBe(500);
});

describe('numbers are read and written the way of the language', () => {
  test.each([
    ['it', '1.234', 1234, '1.234'],
    ['it', '1.234,50', 1234.5, '1.234,5'],
    ['en', '1,234.50', 1234.5, '1,234.5'],
    ['it', '1234,5', 1234.5, '1.234,5'],
    ['en', '1234.5', 1234.5, '1,234.5'],
    ['it', '€ 1.500', 1500, '1.500'],
    ['en', '$1,500', 1500, '1,500'],
    ['en', '5k', 5000, '5,000'],
    ['it', '1,2 mln', 1_200_000, '1.200.000'],
    ['de-CH', '1’234.5', 1234.5, '1,234.5'],
  ])('%s: “%s” is %d, and is left as “%s”', async (lang, text, value, left) => {
    const element = await mountCalculator('', lang);
    const media = number((lang === 'it' ? it : en).inputs.media);
    await media.fill(text);
    expect(mediaOf(element)).toBe(value);
    // Nothing is rewritten under the fingers.
    await expect.element(media).toHaveValue(text);
    (media.element() as HTMLElement).blur();
    await expect.element(media).toHaveValue(left);
    expect(mediaOf(element)).toBe(value);
  });

  test.each([
    ['it', '3,5 %', 0.035],
    ['en', '3.5', 0.035],
  ])('%s: “%s” percent is the fraction %d', async (lang, text, fraction) => {
    const element = await mountCalculator('', lang);
    const messages = lang === 'it' ? it : en;
    await number(messages.inputs.grossMargin).fill(text);
    expect((element.calculation.inputs.value as { grossMargin: number }).grossMargin).toBe(fraction);
  });
});

describe('a number has groups at rest and none while it is edited', () => {
  const field = () => number(labels.media).element() as HTMLInputElement;

  test('with the keyboard: what is typed takes the place of all of it', async () => {
    const element = await mountCalculator();
    expect(field().value).toBe('5,000');
    await userEvent.click(element.shadowRoot!.querySelector('h2')!);
    while (element.shadowRoot!.activeElement !== field()) await userEvent.keyboard('{Tab}');
    expect(field().value).toBe('5000');
    await userEvent.keyboard('12500');
    expect(mediaOf(element)).toBe(12_500);
    await userEvent.keyboard('{Enter}0');
    expect(mediaOf(element)).toBe(125_000);
    await userEvent.keyboard('{Tab}');
    expect(field().value).toBe('125,000');
  });

  test('with the pointer: a click behind the last digit is where the next one goes', async () => {
    const element = await mountCalculator();
    const { width, height } = field().getBoundingClientRect();
    await userEvent.click(field(), { position: { x: width - 89, y: height / 2 } });
    expect(field().value).toBe('5000');
    await userEvent.keyboard('0');
    expect(mediaOf(element)).toBe(50_000);
  });
});

describe('what was read stands beside the field', () => {
  test.each([
    ['en', '5k', en, '5,000'],
    ['it', '5k', it, '5.000'],
    ['it', '3 mila', it, '3.000'],
  ])('%s: “%s”', async (lang, text, messages, read) => {
    await mountCalculator('', lang);
    await number(messages.inputs.media).fill(text);
    expect(note(messages.inputs.media)).toBe(fill(messages.readAs, { value: read }));
  });

  test.each([
    ['en', '5.000', en, '5', '5,000'],
    ['it', '5,000', it, '5', '5.000'],
  ])(
    '%s: and what else “%s” may mean is asked, until it is answered',
    async (lang, text, messages, read, meant) => {
      const element = await mountCalculator('', lang);
      const media = number(messages.inputs.media);
      const question = fill(messages.meant, { value: meant });
      await media.fill(text);
      (media.element() as HTMLElement).blur();
      await expect.element(media).toHaveAccessibleDescription(expect.stringContaining(question));
      expect(note(messages.inputs.media)).toContain(fill(messages.readAs, { value: read }));
      expect(mediaOf(element)).toBe(5);
      await expect.element(media).toHaveAttribute('aria-invalid', 'false');

      await page.getByRole('button', { name: question }).click();
      expect(mediaOf(element)).toBe(5000);
      expect(element.shadowRoot!.activeElement).toBe(media.element());
      expect(note(messages.inputs.media)).toBe('');
    },
  );

  test('a share of a hundred cannot be thousands: nothing is asked', async () => {
    await mountCalculator();
    await number(labels.grossMargin).fill('5.000');
    expect(note(labels.grossMargin)).toBe('');
  });
});

describe('what cannot be read is said beside its field and kept, and the last answer stays', () => {
  test.each([
    ['a negative number', labels.media, '-5', en.errors.negative],
    ['a negative number with a real minus', labels.media, '−5', en.errors.negative],
    ['an absurd number', labels.media, '99999999999999', en.errors.tooLarge],
    ['a number that floats away', labels.media, '1e99', en.errors.tooLarge],
    ['more than all of them', labels.customerRate, '101', en.errors.percent],
    ['nothing', labels.leads, '', en.errors.number],
    ['blanks', labels.leads, '   ', en.errors.number],
    ['letters', labels.averageSale, 'a lot', en.errors.number],
    ['two numbers', labels.averageSale, '12 or 13', en.errors.number],
    ['markup', labels.averageSale, '<b>5</b>', en.errors.number],
  ])('%s', async (_, label, text, error) => {
    const element = await mountCalculator();
    await number(labels.leads).fill('300');
    (number(labels.leads).element() as HTMLElement).blur();
    const before = comesBack(element);
    await number(label).fill(text);

    await expect.element(number(label)).toHaveAttribute('aria-invalid', 'true');
    expect(note(label)).toBe(error);
    expect(comesBack(element)).toBe(before);
    expect(headline(element)).toContain(en.lastResult);

    (number(label).element() as HTMLElement).blur();
    await element.updateComplete;
    await expect.element(number(label)).toHaveValue(text);
    expect(note(label)).toBe(error);

    await number(label).fill('10');
    await expect.element(number(label)).toHaveAttribute('aria-invalid', 'false');
    expect(note(label)).toBe('');
    expect(headline(element)).not.toContain(en.lastResult);
  });

  test('an unreadable number does not travel', async () => {
    const element = await mountCalculator();
    await number(labels.media).fill('4000');
    (number(labels.media).element() as HTMLElement).blur();
    await number(labels.media).fill('4000 or so');
    expect(mediaOf(element)).toBe(4000);
    expect(visit.read().calculation).toEqual(element.calculation);
  });

  test('nor does what stood there on the way to it, where nobody has entered anything else', async () => {
    await mountCalculator();
    await number(labels.media).fill('10');
    expect(visit.read().calculation).toMatchObject({ inputs: { costs: { media: 10 } } });
    await number(labels.media).fill('10 thousand');
    expect(visit.read().calculation).toBeUndefined();
    await number(labels.media).fill('10000');
    expect(visit.read().calculation).toMatchObject({ inputs: { costs: { media: 10_000 } } });
  });

  test('a text belongs to the plan or to the campaign that has run, and waits there', async () => {
    const element = await mountCalculator();
    await choice(en.modes.evaluate).click();
    await number(labels.media).fill('3000');
    await choice(en.modes.quick).click();
    await number(labels.media).fill('5.000');
    (number(labels.media).element() as HTMLElement).blur();
    await expect.element(page.getByRole('button', { name: /^Did you mean/ })).toBeVisible();
    await choice(en.modes.evaluate).click();
    await expect.element(number(labels.media)).toHaveValue('3,000');
    await expect.element(page.getByRole('button', { name: /^Did you mean/ })).not.toBeInTheDocument();
    await number(labels.media).fill('none');
    await choice(en.modes.quick).click();
    await expect.element(number(labels.media)).toHaveValue('5.000');
    await expect.element(page.getByRole('button', { name: /^Did you mean/ })).toBeVisible();
    expect(headline(element)).not.toContain(en.lastResult);
  });

  test('nor does it take back what was entered elsewhere meanwhile', async () => {
    const element = await mountCalculator();
    await number(labels.leads).fill('4-');
    (number(labels.averageSale).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowUp}');
    const { value } = element.calculation.inputs as { value: { averageSale: number } };
    expect(value.averageSale).toBeGreaterThan(1200);
    await number(labels.leads).fill('4-6');
    expect(element.calculation.inputs).toMatchObject({ value, funnel: [{ volume: 200 }, {}] });
  });

  test('counts say what they come to, and how few they are', async () => {
    await mountCalculator();
    await number(labels.customerRate).fill('1 in 8');
    expect(note(labels.customerRate)).toBe(fill(en.seen, { rate: '12.5%', of: '8' }));
  });

  test.each([
    ['40-80', labels.leads],
    ['4-6', labels.customerRate],
    ['4 to 6', labels.customerRate],
    ['120', labels.customerRate],
    ['2O', labels.averageSale],
  ])('nor does how far it could be read on the way there: %s', async (text, label) => {
    const element = await mountCalculator('id="half-typed"');
    const before = element.calculation;
    await number(label).click();
    await userEvent.keyboard(`{Control>}a{/Control}${text}`);
    await expect.element(number(label)).toHaveAttribute('aria-invalid', 'true');
    expect(element.calculation).toEqual(before);
    (number(label).element() as HTMLElement).blur();
    const again = element.cloneNode(true) as typeof element;
    element.replaceWith(again);
    await again.updateComplete;
    expect(again.calculation).toEqual(before);
  });
});

describe('in any currency', () => {
  test.each([
    ['EUR', '€', '€2.88'],
    ['USD', '$', '$2.88'],
    ['JPY', '¥', '¥288'],
    ['KWD', 'KWD', 'KWD 2.880'],
    ['HUF', 'Ft', 'Ft 2.88'],
    ['chf', 'CHF', 'CHF 2.88'],
  ])('%s', async (currency, symbol, back) => {
    const element = await mountCalculator(`currency="${currency}"`);
    expect(element.calculation.currency).toBe(currency.toUpperCase());
    expect(headline(element)).toContain(back);
    const unit = number(labels.media).element().getAttribute('aria-describedby')!.split(' ')[0]!;
    expect(element.shadowRoot!.getElementById(unit)!.textContent).toBe(symbol);
  });

  test.each(['EURO', '€', 'E1', '../x'])(
    'but not in “%s”: that is reported, and euros are used',
    async (currency) => {
      const problems = hearProblems();
      const element = await mountCalculator(`currency="${currency}"`);
      expect(element.calculation.currency).toBe('EUR');
      expect(headline(element)).toContain(
        fill(en.sentences.margin, { one: '€1', back: '€2.88', comes: en.comes }),
      );
      expect(problems.events.map(({ option }) => option)).toEqual(['currency']);
      expect(problems.console).toHaveBeenCalledOnce();
    },
  );
});

describe('an owner hears of', () => {
  test.each([
    ['definition', 'roi'],
    ['start', 'sessions'],
    ['locale', 'tlh'],
    ['mode', 'huge'],
  ])('%s="%s"', async (option, value) => {
    const problems = hearProblems();
    const element = await mountCalculator(`${option}="${value}"`);
    expect(problems.events.map((problem) => problem.option)).toEqual([option]);
    expect(headline(element)).toContain('€2.88');
  });

  test.each([
    ['a negative value', { media: -1 }],
    ['a text for a number', { media: '5000' }],
    ['an input that does not exist', { budget: 5000 }],
    ['a rate in percent', { grossMargin: 60 }],
    ['an input that must not be empty', { media: null }],
  ])('%s', async (_, values) => {
    const problems = hearProblems();
    const child = `<script type="application/json">${JSON.stringify({ values })}</script>`;
    const element = await mountCalculator('', 'en', child);
    expect(problems.events[0]?.option).toContain('values');
    expect(headline(element)).toContain('€2.88');
  });
});
