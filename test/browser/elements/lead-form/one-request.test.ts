import '../../../../src/define.ts';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { LeadReceipt } from '../../../../src/elements/lead-form/lead-form.ts';
import { form } from '../../../../src/locales/en.ts';
import { pageOutbox } from '../../../../src/visit/page-outbox.ts';
import { field, fillIn, focusedIn, submit } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';
import { accept, beBusy, hesitate, refuse, setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
const mountForm = () =>
  mount('lead-form', `<lead-form endpoint="${receiver.endpoint}" fields="name email message?"></lead-form>`);
const says = (text: string) => expect.element(page.getByRole('status')).toHaveTextContent(text);
const ids = () => receiver.received.map(({ lead }) => lead.id);
const keptNotices = () => page.getByText(form.kept.split('{date}')[0]!).elements();

test('pressed in every way at once, it is one lead', async () => {
  const { answer, goOn } = hesitate();
  receiver.will(answer);
  const element = await mountForm();
  await fillIn();
  const native = element.shadowRoot!.querySelector('form')!;
  const button = native.querySelector('button')!;
  button.click();
  button.click();
  native.requestSubmit();
  await expect.poll(() => receiver.received.length).toBe(1);
  button.click();
  goOn();
  await says(form.states.accepted);
  expect(receiver.received).toHaveLength(1);
});

test('tried again unchanged, it is the same request to the last byte', async () => {
  receiver.will(refuse('Not now.'), accept);
  await mountForm();
  await fillIn();
  await submit().click();
  await says(form.states.rejected);
  await page.getByRole('button', { name: form.retry }).click();
  await says(form.states.accepted);
  const [first, second] = receiver.received.map(({ body }) => body);
  expect(second).toBe(first);
});

test('changed after a refusal, it is a new request in place of the refused one', async () => {
  receiver.will(refuse('Say more.'), refuse('Not now.'), accept);
  await mountForm();
  await fillIn();
  await submit().click();
  await says(form.states.rejected);
  await field(form.fields.message).fill('More');
  await submit().click();
  await expect.poll(() => receiver.received.length).toBe(2);
  await says(form.states.rejected);
  const [first, second] = ids();
  expect(second).not.toBe(first);

  // The next page knows of one request: as it was mended.
  await mountForm();
  await expect.poll(keptNotices).not.toEqual([]);
  expect(keptNotices()).toHaveLength(1);
  await page.getByRole('button', { name: form.retry }).click();
  await says(form.states.accepted);
  expect(ids()).toEqual([first, second, second]);
  expect(receiver.received.at(-1)!.lead.profile.message).toBe('More');
  expect(await pageOutbox().list()).toEqual([]);
});

test('what is changed while a request is under way is no second one', async () => {
  const { answer, goOn } = hesitate();
  receiver.will(answer);
  const receipts: LeadReceipt[] = [];
  const hear = ({ detail }: CustomEvent<LeadReceipt>) => receipts.push(detail);
  document.body.addEventListener('lead-receipt', hear);
  const element = await mountForm();
  await fillIn();
  await submit().click();
  await expect.poll(() => receiver.received.length).toBe(1);
  await field(form.fields.message).fill('More');
  element.shadowRoot!.querySelector('button')!.click();
  // By now the outbox has taken whatever it was given.
  expect(await pageOutbox().list()).toHaveLength(1);
  goOn();
  await says(form.states.accepted);
  await expect.poll(() => pageOutbox().list()).toEqual([]);
  document.body.removeEventListener('lead-receipt', hear);
  expect(ids()).toEqual(receipts.map(({ id }) => id));
  expect(receipts).toHaveLength(1);
});

test('two people at one device are two requests', async () => {
  await mountForm();
  await fillIn();
  await submit().click();
  await page.getByRole('button', { name: form.again }).click();
  await fillIn({ name: 'Bea', email: 'bea@shop.example' });
  await submit().click();
  await says(form.states.accepted);
  expect(receiver.received.map(({ lead }) => lead.profile.name)).toEqual(['Ada Rossi', 'Bea']);
  expect(new Set(ids()).size).toBe(2);
});

test('a lead that waits goes on its way when the page comes back online, once', async () => {
  receiver.will(beBusy, accept);
  await mountForm();
  await fillIn();
  await submit().click();
  await says(form.states.queued);
  for (let times = 0; times < 3; times++) dispatchEvent(new Event('online'));
  await says(form.states.accepted);
  expect(ids()).toHaveLength(2);
  expect(new Set(ids()).size).toBe(1);
});

test('trying again keeps the focus at the answer, whatever it is', async () => {
  receiver.will(refuse('Not now.'));
  const element = await mountForm();
  await fillIn();
  await submit().click();
  await says(form.states.rejected);
  await page.getByRole('button', { name: form.retry }).click();
  await says(form.states.rejected);
  await expect.poll(() => focusedIn(element)).toContain(form.states.rejected);
});
