import '../../../../src/define.ts';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { form as en } from '../../../../src/locales/en.ts';
import { form as it } from '../../../../src/locales/it.ts';
import { describes, field, fillIn, submit } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';
import { hearProblems } from '../../../support/problems.ts';
import { setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
afterEach(() => vi.restoreAllMocks());

const heading = () => page.getByRole('heading', { level: 2 });

test.each([
  ['the page’s language', 'it', '<lead-form endpoint="/leads"></lead-form>', it],
  ['a region of it', 'it-CH', '<lead-form endpoint="/leads"></lead-form>', it],
  ['the language around it', 'en', '<div lang="it"><lead-form endpoint="/leads"></lead-form></div>', it],
  ['its own lang', 'en', '<lead-form endpoint="/leads" lang="it"></lead-form>', it],
  ['its locale before all', 'it', '<lead-form endpoint="/leads" locale="en-GB"></lead-form>', en],
])('it speaks %s', async (_, lang, html, form) => {
  const element = await mount('lead-form', html, lang);
  // Whatever language the page is in, what the form says is marked as its own.
  const said = element.shadowRoot!.querySelector('h2')!.closest('[lang]')!.getAttribute('lang')!;
  expect(new Intl.Locale(said).language).toBe(form === it ? 'it' : 'en');
  await expect.element(heading()).toHaveTextContent(form.heading);
  await submit(form).click();
  await expect.poll(() => describes(form.fields.email)).toBe(form.errors.required);
});

test('an unknown locale is reported, and the page’s language spoken', async () => {
  const problems = hearProblems();
  await mount('lead-form', '<lead-form endpoint="/leads" locale="tlh"></lead-form>', 'it');
  await expect.element(heading()).toHaveTextContent(it.heading);
  expect(problems.events.map(({ option }) => option)).toEqual(['locale']);
});

test('the lead says which language the form spoke', async () => {
  await mount(
    'lead-form',
    `<lead-form endpoint="${receiver.endpoint}" fields="name email"></lead-form>`,
    'it-CH',
  );
  await fillIn(undefined, it);
  await submit(it).click();
  await expect.element(page.getByText(it.states.accepted)).toBeVisible();
  expect(receiver.received[0]!.lead.source.locale).toBe('it-CH');
});

test('an owner’s own words take the place of ours, and only those', async () => {
  const texts = {
    submit: 'Book a visit',
    consent: { marketing: 'Write to me about boats.' },
    heading: 44,
    fields: 'none',
    unheardOf: 'x',
  };
  const child = `<script type="application/json">${JSON.stringify({ fields: ['name', 'email'], texts })}</script>`;
  await mount('lead-form', `<lead-form endpoint="${receiver.endpoint}">${child}</lead-form>`);
  await expect.element(heading()).toHaveTextContent(en.heading);
  await fillIn();
  await field('Write to me about boats.').click();
  await page.getByRole('button', { name: 'Book a visit' }).click();
  await expect.element(page.getByText(en.states.accepted)).toBeVisible();

  // The proof is of the words that were shown.
  expect(receiver.received[0]!.lead.consents.map(({ text, granted }) => [text, granted])).toEqual([
    ['Write to me about boats.', true],
    [en.consent.profiling, false],
  ]);
});

test('no sentence of one language is missing in the other', () => {
  const shape = (messages: object): unknown =>
    Object.fromEntries(
      Object.entries(messages).map(([key, message]) => [
        key,
        typeof message === 'string' ? (message.match(/\{\w+\}/g) ?? []).toSorted() : shape(message),
      ]),
    );
  expect(shape(it)).toEqual(shape(en));
});
