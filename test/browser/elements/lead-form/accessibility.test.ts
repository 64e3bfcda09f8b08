import '../../../../src/define.ts';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { form as en } from '../../../../src/locales/en.ts';
import { form as it } from '../../../../src/locales/it.ts';
import { axeFindingsHere, nothing } from '../../../support/axe-here.ts';
import { fillIn, submit } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';
import { hearProblems } from '../../../support/problems.ts';
import { accept, beBusy, beUnreachable, hesitate, refuse, setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
afterEach(() => vi.restoreAllMocks());

const languages = [
  ['en', en],
  ['it', it],
] as const;

const mountForm = (lang: string, attributes = '') =>
  mount(
    'lead-form',
    `<lead-form endpoint="${receiver.endpoint}" fields="name email phone? interests? message?" fallback="+39 02 1234567"
      policy-url="https://shop.example/privacy" ${attributes}></lead-form>`,
    lang,
  );

test.each(languages)('axe finds nothing before anything is sent: %s', async (lang, form) => {
  const element = await mountForm(lang);
  expect(await axeFindingsHere(element), 'on arrival').toEqual(nothing);
  await submit(form).click();
  await expect.element(page.getByText(form.errors.required).first()).toBeVisible();
  expect(await axeFindingsHere(element), 'with errors').toEqual(nothing);
  hearProblems();
  element.setAttribute('endpoint', '');
  await expect.element(page.getByText(form.unconnected)).toBeVisible();
  expect(await axeFindingsHere(element), 'unconnected').toEqual(nothing);
});

const outcomes = [
  ['accepted', accept],
  ['queued', beBusy],
  ['rejected', refuse('No.')],
  ['sending', hesitate().answer],
] as const;

test.each(outcomes)('axe finds nothing when a lead is %s', async (state, answer) => {
  receiver.will(answer);
  const element = await mountForm('en');
  await fillIn();
  await submit().click();
  await expect.element(page.getByRole('status')).toHaveTextContent(en.states[state]);
  expect(await axeFindingsHere(element)).toEqual(nothing);
});

test('axe finds nothing when a lead is handed over', async () => {
  const element = await mountForm('en', 'unreadable');
  await fillIn();
  await submit().click();
  await expect.element(page.getByText(en.states['handed-over'])).toBeVisible();
  expect(await axeFindingsHere(element)).toEqual(nothing);
});

test('axe finds nothing when a lead can be neither sent nor kept, and is shown to be copied', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Denied', 'SecurityError');
  });
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('Denied'));
  receiver.will(beUnreachable);
  const element = await mountForm('en');
  await fillIn();
  await submit().click();
  await page.getByRole('button', { name: en.copy }).click();
  await expect.element(page.getByRole('textbox', { name: en.copy })).toBeVisible();
  expect(await axeFindingsHere(element)).toEqual(nothing);
});

test('axe finds nothing when an earlier request waits for a word', async () => {
  receiver.will(refuse('No.'));
  await mountForm('en');
  await fillIn();
  await submit().click();
  await expect.element(page.getByText(en.states.rejected)).toBeVisible();
  const element = await mountForm('en');
  await expect.element(page.getByRole('button', { name: en.discard })).toBeVisible();
  expect(await axeFindingsHere(element)).toEqual(nothing);
});
