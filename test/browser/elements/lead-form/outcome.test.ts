import '../../../../src/define.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { LeadReceipt } from '../../../../src/elements/lead-form/lead-form.ts';
import { form } from '../../../../src/locales/en.ts';
import { pageOutbox } from '../../../../src/visit/page-outbox.ts';
import { field, fillIn, focusedIn, submit } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';
import { accept, beBusy, beUnreachable, hesitate, refuse, setUpReceiver } from '../../../support/receiver.ts';
import { ada } from '../../../support/visitor.ts';

const { states } = form;
const receiver = setUpReceiver();
const receipts: LeadReceipt[] = [];
const hear = ({ detail }: CustomEvent<LeadReceipt>) => receipts.push(detail);

beforeEach(() => {
  receipts.length = 0;
  document.body.addEventListener('lead-receipt', hear);
});
afterEach(() => {
  document.body.removeEventListener('lead-receipt', hear);
  vi.restoreAllMocks();
});

const phone = '+39 02 123456';
const mountForm = (attributes = '') =>
  mount(
    'lead-form',
    `<lead-form endpoint="${receiver.endpoint}" fields="name email message?" fallback="${phone}" ${attributes}></lead-form>`,
  );
const says = (text: string) => expect.element(page.getByRole('status')).toHaveTextContent(text);
const statuses = () => receipts.map(({ receipt }) => receipt.status);

/** Whether the form is out of sight: the request is out of the person's hands. */
const hasSteppedBack = () =>
  !document.querySelector('lead-form')!.shadowRoot!.querySelector('form')!.checkVisibility();
const written = () =>
  [
    ...document.querySelector('lead-form')!.shadowRoot!.querySelectorAll<HTMLInputElement>('.fields [name]'),
  ].map(({ value }) => value);

test('while it is sent, the button and the status say so', async () => {
  const { answer, goOn } = hesitate();
  receiver.will(answer);
  await mountForm();
  await fillIn();
  await submit().click();
  const button = page.getByRole('button', { name: states.sending });
  await expect.element(button).toHaveAttribute('aria-disabled', 'true');
  await says(states.sending);
  expect(receipts).toEqual([]);
  goOn();
  await says(states.accepted);
});

test('accepted: “sent” is said, the form steps back and the focus goes to the answer', async () => {
  const element = await mountForm();
  await fillIn();
  await submit().click();
  await says(states.accepted);
  expect(hasSteppedBack()).toBe(true);
  expect(written()).toEqual(['', '', '']);
  await expect.poll(() => focusedIn(element)).toContain(states.accepted);
  await expect.element(page.getByRole('link', { name: phone })).not.toBeInTheDocument();
  const receipt = { status: 'accepted' };
  expect(receipts).toEqual([{ id: receiver.received[0]!.lead.id, receipt, receipts: [receipt] }]);
});

test('asked for something else, the form starts afresh', async () => {
  const element = await mountForm();
  await fillIn();
  await submit().click();
  await page.getByRole('button', { name: form.again }).click();
  await expect.element(field(form.fields.name)).toHaveValue('');
  await expect.poll(() => focusedIn(element)).toBe(form.fields.name);
  await fillIn();
  await submit().click();
  await says(states.accepted);
  const ids = receiver.received.map(({ lead }) => lead.id);
  expect(new Set(ids).size).toBe(2);
});

test.each([
  ['is busy', beBusy],
  ['cannot be reached', beUnreachable],
])('queued: a receiver that %s is tried later, and the form never says “sent”', async (_, answer) => {
  receiver.will(answer);
  await mountForm();
  await fillIn();
  await submit().click();
  await says(states.queued);
  await expect.element(page.getByRole('status')).not.toHaveTextContent(states.accepted);
  await expect.element(page.getByRole('link', { name: phone })).toBeVisible();
  expect(hasSteppedBack()).toBe(true);
  expect(statuses()).toEqual(['queued']);

  // A try that changes nothing is no news.
  dispatchEvent(new Event('online'));
  await expect.poll(() => receiver.received.length).toBe(2);
  await pageOutbox().flush();
  expect(statuses()).toEqual(['queued']);

  receiver.will(accept);
  dispatchEvent(new Event('online'));
  await says(states.accepted);
  expect(statuses()).toEqual(['queued', 'accepted']);
  const ids = receiver.received.map(({ lead }) => lead.id);
  expect(new Set(ids).size).toBe(1);
});

test('rejected: the owner hears the reason, the visitor reads the fallback, and all that was written stays', async () => {
  receiver.will(refuse('We cannot serve your region.'));
  await mountForm();
  await fillIn({ name: ada.name, email: ada.email, message: ada.message });
  await submit().click();
  await says(states.rejected);
  expect(page.getByRole('status').element().textContent).not.toContain('region');
  expect(receipts.at(-1)!.receipt).toMatchObject({
    status: 'rejected',
    message: 'We cannot serve your region.',
  });
  await expect.element(page.getByRole('link', { name: phone })).toHaveAttribute('href', 'tel:+3902123456');
  await expect.element(field(form.fields.message)).toHaveValue(ada.message);
  await expect.element(field(form.fields.name)).toHaveValue(ada.name);
  expect(hasSteppedBack()).toBe(false);
  expect(statuses()).toEqual(['rejected']);
});

/** What odd receivers and those who stand in their place answer, and what the visitor reads. */
const words =
  (text: string, type = 'text/html', status = 200) =>
  () =>
    new Response(text, { status, headers: { 'content-type': type } });
const utf16 = (text: string) =>
  new Response(
    Uint8Array.from(`\uFEFF${text}`, (letter) => letter.charCodeAt(0)).reduce(
      (bytes, code, at) => bytes.fill(code, 2 * at, 2 * at + 1),
      new Uint8Array(2 * (text.length + 1)),
    ),
    { headers: { 'content-type': 'text/html; charset=utf-16le' } },
  );

test.each<[string, () => Response, keyof typeof states]>([
  ['JSON with ok: true', words('{"ok":true}', 'application/json'), 'accepted'],
  ['201 without a word', words('', 'text/plain', 201), 'accepted'],
  ['204', () => new Response(null, { status: 204 }), 'accepted'],
  ['200 without a word', words('', 'text/plain'), 'handed-over'],
  ['200 without a word, as PHP labels it', words(''), 'handed-over'],
  ['“Thank you”, as PHP labels it', words('Thank you'), 'handed-over'],
  ['JSON that says neither yes nor no', words('{"number":7}', 'application/json'), 'handed-over'],
  ['HTML', words('<!doctype html><title>Log in</title>'), 'queued'],
  ['HTML that starts with words', words('Welcome to the hotel. <form action="/login"></form>'), 'queued'],
  ['HTML in UTF-16', () => utf16('<html><p>Log in</p></html>'), 'queued'],
  ['300 kB of blanks and then HTML', words(`${' '.repeat(300_000)}<html></html>`), 'queued'],
  ['ok: false behind 5 kB', words(`{"list":"${'x'.repeat(5_000)}","ok":false}`), 'rejected'],
  ['ok: "false"', words('{"ok":"false"}', 'application/json'), 'rejected'],
])('an odd answer: %s', async (_, answer, state) => {
  receiver.will(answer);
  await mountForm();
  await fillIn();
  await submit().click();
  await says(states[state]);
  if (state !== 'accepted')
    await expect.element(page.getByRole('status')).not.toHaveTextContent(states.accepted);
  expect(statuses()).toEqual([state]);
});

test('interrupted: a receiver that must not get it twice and says nothing is asked again by the person alone', async () => {
  const { setTimeout: later } = globalThis;
  const inAHurry = (callback: () => void, milliseconds?: number) =>
    later(callback, milliseconds === 30_000 ? 200 : milliseconds);
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(inAHurry as typeof setTimeout);
  const { answer, goOn } = hesitate();
  receiver.will(answer, accept);
  await mountForm('unreadable');
  await fillIn();
  await submit().click();
  await says(states.interrupted);
  expect(hasSteppedBack()).toBe(false);
  await expect.element(page.getByRole('link', { name: phone })).toBeVisible();
  await expect.element(field(form.fields.name)).toHaveValue(ada.name);
  goOn();
  dispatchEvent(new Event('online'));

  // The next page asks about it and sends nothing by itself.
  await mountForm('unreadable');
  await expect.element(page.getByText(form.kept.split('{date}')[0]!)).toBeVisible();
  expect(receiver.received).toHaveLength(1);
  await page.getByRole('button', { name: form.retry }).click();
  await says(states['handed-over']);
  const [first, second, ...others] = receiver.received.map(({ body }) => body);
  expect(second).toBe(first);
  expect(others).toEqual([]);
});

test('a receiver that repeats the lead’s id has it', async () => {
  receiver.will(() => new Response(`stored ${receiver.received[0]!.lead.id}`));
  await mountForm();
  await fillIn();
  await submit().click();
  await says(states.accepted);
});

test('an owner can say what a receipt looks like; nothing else is one, then', async () => {
  const thanks = '<html><h1>Thank you!</h1></html>';
  receiver.will(words('{"ok":true}', 'application/json'), words(thanks));
  await mountForm('receipt="Thank you"');
  await fillIn();
  await submit().click();
  await says(states.queued);
  dispatchEvent(new Event('online'));
  await says(states.accepted);
});

test('handed over: to a receiver whose answer cannot be read, once, and in those words', async () => {
  await mountForm('unreadable');
  await fillIn();
  await submit().click();
  await says(states['handed-over']);
  await expect.element(page.getByRole('status')).not.toHaveTextContent(states.accepted);
  await expect.element(page.getByRole('link', { name: phone })).toBeVisible();
  expect(hasSteppedBack()).toBe(true);
  expect(written()).toEqual(['', '', '']);
  await expect.element(page.getByRole('button', { name: form.again })).toBeVisible();
  await expect.element(page.getByRole('button', { name: form.retry })).not.toBeInTheDocument();
  dispatchEvent(new Event('online'));
  await pageOutbox().flush();
  expect(receiver.received).toHaveLength(1);
  expect(receiver.received[0]!.request.mode).toBe('no-cors');
  expect(statuses()).toEqual(['handed-over']);
});

describe('without any storage', () => {
  beforeEach(() => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Denied', 'SecurityError');
    });
  });

  test('a lead that gets through is as good as any', async () => {
    await mountForm();
    await fillIn();
    await submit().click();
    await says(states.accepted);
  });

  test('unsaved: it says so, keeps all, and can be tried again', async () => {
    receiver.will(beUnreachable);
    await mountForm();
    await fillIn();
    await submit().click();
    await says(states.unsaved);
    expect(hasSteppedBack()).toBe(false);
    await expect.element(field(form.fields.name)).toHaveValue(ada.name);
    await expect.element(page.getByRole('link', { name: phone })).toBeVisible();

    receiver.will(accept);
    await page.getByRole('button', { name: form.retry }).click();
    await says(states.accepted);
    expect(statuses()).toEqual(['unsaved', 'accepted']);
    const [first, second] = receiver.received.map(({ body }) => body);
    expect(second).toBe(first);
  });

  test.each([
    ['with a clipboard', () => Promise.resolve()],
    ['with one that is denied', () => Promise.reject(new Error('Denied'))],
  ])('what was written can be copied, %s', async (_, write) => {
    receiver.will(beUnreachable);
    const clipboard = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(write);
    await mountForm();
    await fillIn({ name: ada.name, email: ada.email, message: ada.message });
    await submit().click();
    await page.getByRole('button', { name: form.copy }).click();
    const text = [
      `${form.fields.name}: ${ada.name}`,
      `${form.fields.email}: ${ada.email}`,
      `${form.fields.message}: ${ada.message}`,
    ].join('\n');
    await expect.element(page.getByRole('textbox', { name: form.copy })).toHaveValue(text);
    expect(clipboard.mock.calls).toEqual([[text]]);
    const said = await write().then(
      () => form.copied,
      () => form.copy,
    );
    await expect.element(page.getByRole('button', { name: said, exact: true })).toBeVisible();
  });
});

test.each([
  ['+39 02 123.456', 'tel:+3902123456'],
  ['help@shop.example', 'mailto:help@shop.example'],
  ['Ring the bell at 4, Via Roma', null],
  ['javascript:alert(1)', null],
])('the fallback %s leads to %s', async (contact, href) => {
  receiver.will(refuse('No.'));
  await mountForm();
  document.querySelector('lead-form')!.setAttribute('fallback', contact);
  await fillIn();
  await submit().click();
  await says(contact);
  const link = page.getByRole('status').getByRole('link');
  if (href) await expect.element(link).toHaveAttribute('href', href);
  else await expect.element(link).not.toBeInTheDocument();
});
