import '../../../../src/define.ts';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { fill } from '../../../../src/i18n/fill.ts';
import { form } from '../../../../src/locales/en.ts';
import { describes, field, fillIn, focusedIn, submit } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';
import { setUpReceiver } from '../../../support/receiver.ts';
import { ada } from '../../../support/visitor.ts';

const { fields, errors } = form;
const receiver = setUpReceiver();
const mountForm = () =>
  mount(
    'lead-form',
    `<lead-form endpoint="${receiver.endpoint}" fields="name email company? phone? message?"></lead-form>`,
  );

const expectError = async (label: string, error: string) => {
  await expect.poll(() => describes(label)).toBe(error);
  await expect.element(field(label)).toHaveAttribute('aria-invalid', 'true');
};
const expectNoError = async (label: string, note = '') => {
  await expect.poll(() => describes(label)).toBe(note);
  await expect.element(field(label)).toHaveAttribute('aria-invalid', 'false');
};

test('an empty form names each field that is missing, goes to the first and sends nothing', async () => {
  const element = await mountForm();
  await submit().click();
  await expectError(fields.name, errors.required);
  await expectError(fields.email, errors.required);
  await expectNoError(fields.company, form.optional);
  expect(focusedIn(element)).toBe(fields.name);
  expect(receiver.received).toEqual([]);
});

test('the first wrong field gets the focus, not the first field', async () => {
  const element = await mountForm();
  await fillIn({ name: ada.name, email: 'ada at shop' });
  await submit().click();
  await expectError(fields.email, errors.email);
  expect(focusedIn(element)).toBe(fields.email);
});

test('an error goes as soon as it is mended', async () => {
  await mountForm();
  await submit().click();
  await expectError(fields.name, errors.required);
  await field(fields.name).fill('A');
  await expectNoError(fields.name);
  await expectError(fields.email, errors.required);
});

test('a name of blanks is no name', async () => {
  await mountForm();
  await fillIn({ name: '   ', email: ada.email });
  await submit().click();
  await expectError(fields.name, errors.required);
  expect(receiver.received).toEqual([]);
});

test('leaving a field tells of a fault in it, and not of what is still to come', async () => {
  await mountForm();
  await field(fields.name).click();
  await fillIn({ phone: 'after six', email: 'ada@' });
  await field(fields.company).click();
  await expectError(fields.phone, errors.phone);
  await expectError(fields.email, errors.email);
  await expectNoError(fields.name);
});

test('a fault in a field that was left is read out with the field’s name', async () => {
  const element = await mountForm();
  const heard = () => element.shadowRoot!.querySelector('[aria-live=polite].visually-hidden')!.textContent;
  await fillIn({ email: 'ada@' });
  await field(fields.company).click();
  await expect.poll(heard).toBe(`${fields.email}: ${errors.email}`);
  await field(fields.email).fill(ada.email);
  await field(fields.company).click();
  await expect.poll(heard).toBe('');
});

test.each([
  ['12', errors.tooShort],
  ['+39', errors.tooShort],
  ['after six', errors.phone],
  ['0'.repeat(31), fill(errors.tooLong, { max: 30, length: 31 })],
])('the phone number %s is told what is wrong with it', async (phone, error) => {
  await mountForm();
  await fillIn({ phone });
  await field(fields.company).click();
  await expectError(fields.phone, error);
});

test('no choice is invalid before it was made, in the tree that is read out either', async () => {
  const element = await mount(
    'lead-form',
    '<lead-form endpoint="/leads" fields="timeframe message"></lead-form>',
  );
  const controls = element.shadowRoot!.querySelectorAll('.fields :is(input, select, textarea)');
  expect(controls.length).toBe(3);
  for (const control of controls) expect(control.getAttribute('aria-invalid')).toBe('false');
});

test('while something is being typed for the first time, nothing is told of it', async () => {
  await mountForm();
  await field(fields.name).click();
  await field(fields.email).fill('ada@');
  await expectNoError(fields.email);
  await field(fields.name).click();
  await expectError(fields.email, errors.email);
});

test.each([
  ['name', 200],
  ['company', 200],
  ['phone', 30],
  ['message', 5_000],
] as const)('%s takes %i characters and no more', async (name, limit) => {
  const element = await mountForm();
  const control = element.shadowRoot!.querySelector<HTMLInputElement>(`[name=${name}]`)!;
  const write = (length: number) => {
    control.value = '1'.repeat(length);
    control.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  };
  write(limit);
  await expectNoError(fields[name], name === 'name' ? '' : form.optional);
  write(limit + 1);
  await expect.element(field(fields[name])).toHaveAttribute('aria-invalid', 'true');
  expect(control.value).toHaveLength(limit + 1);
});

test('a message of 3 MB is told its limit, and nothing of it is lost', async () => {
  const element = await mountForm();
  await fillIn();
  const message = 'word '.repeat(600_000);
  const box = element.shadowRoot!.querySelector('textarea')!;
  box.value = message;
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await submit().click();
  await expectError(fields.message, fill(errors.tooLong, { max: 5_000, length: message.length }));
  expect(box.value).toBe(message);
  expect(focusedIn(element)).toBe(fields.message);
  expect(receiver.received).toEqual([]);

  box.value = 'word '.repeat(900);
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await submit().click();
  await expect.element(page.getByText(form.states.accepted)).toBeVisible();
});

test('people with one name, short names, and names in any script are let through', async () => {
  await mountForm();
  await fillIn({
    name: '李',
    email: 'li@xn--r8jz45g.jp',
    phone: '+81 (0)3-1234.5678',
  });
  await submit().click();
  await expect.element(page.getByText(form.states.accepted)).toBeVisible();
  expect(receiver.received[0]!.lead.profile.name).toBe('李');
});

test('a request that is too large for any receiver is told as that', async () => {
  // Under the limit in characters, and over that of a lead in bytes.
  const message = '漢'.repeat(4_900);
  const title = '漢'.repeat(300);
  const { title: before } = document;
  document.title = title;
  const json = JSON.stringify({ texts: { consent: { marketing: '漢'.repeat(6_000) } } });
  await mount(
    'lead-form',
    `<lead-form endpoint="${receiver.endpoint}" fields="name email message?"><script type="application/json">${json}</script></lead-form>`,
  );
  await fillIn({ name: ada.name, email: ada.email, message });
  await submit().click();
  await expect.element(page.getByText(form.states.tooLarge)).toBeVisible();
  expect(receiver.received).toEqual([]);
  document.title = before;
});

test('an error is marked by a sign, which is not read out', async () => {
  const element = await mountForm();
  await submit().click();
  await expectError(fields.name, errors.required);
  const note = element.shadowRoot!.querySelector('#name-note')!;
  expect(getComputedStyle(note, '::before').content).toBe('"⚠\u00a0" / ""');
});
