import '../../../src/script-form.ts';
import '../../../src/script-planner.ts';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { registerLocale } from '../../../src/i18n/locales.ts';
import type { Messages } from '../../../src/i18n/messages.ts';
import * as en from '../../../src/locales/en.ts';
import { mountCalculator } from '../../support/calculator-on-page.ts';
import { describes, field, submit } from '../../support/form-on-page.ts';
import { mount } from '../../support/mount.ts';
import { open } from '../planner/planner-on-page.ts';

/** Every text in a language that nobody speaks: places such as `{low}` stay. */
const invented = <Part>(messages: Part): Part =>
  (typeof messages === 'string'
    ? `¡${messages}!`
    : Object.fromEntries(
        Object.entries(messages as object).map(([name, each]) => [name, invented(each)]),
      )) as Part;
const tlh: Messages = invented({ ...en });

// The recipe: one object that has all that English has, and its registration.
registerLocale('tlh', tlh);

test('a language that is registered is spoken by the form', async () => {
  await mount('lead-form', '<lead-form endpoint="/leads"></lead-form>', 'tlh');
  await expect.element(page.getByRole('heading', { level: 2 })).toHaveTextContent('¡Tell us what you need!');
  await submit(tlh.form).click();
  await expect.poll(() => describes(tlh.form.fields.email)).toBe('¡Please fill this in!');
  await expect.element(field(tlh.form.fields.message)).toBeVisible();
});

test('it is spoken by the calculator and by every panel, with no word of another', async () => {
  const element = await mountCalculator('mode="full"', 'tlh');
  for (const { title } of [tlh.cash, tlh.planner.forecast, tlh.planner.levers, tlh.planner.goal, tlh.share])
    await open(element, title);
  const texts: string[] = [];
  const walker = document.createTreeWalker(element.shadowRoot!, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.textContent!.trim());
  for (const text of [en.calculator.heading, en.calculator.reset, en.cash.title, en.share.print])
    expect(texts).not.toContain(text);
  for (const text of [tlh.calculator.heading, tlh.calculator.reset, tlh.cash.title, tlh.share.print])
    expect(texts).toContain(text);
});
