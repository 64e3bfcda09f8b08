import '../../../../src/define.ts';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { form } from '../../../../src/locales/en.ts';
import { field, fillIn, focusedIn, submit } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';
import { accept, beBusy, hesitate, refuse, setUpReceiver } from '../../../support/receiver.ts';

const receiver = setUpReceiver();
const mountForm = () =>
  mount('lead-form', `<lead-form endpoint="${receiver.endpoint}" fields="name email message?"></lead-form>`);
const says = (text: string) => expect.element(page.getByRole('status')).toHaveTextContent(text);
const ids = () => receiver.received.map(({ lead }) => lead.id);
const keptNotice = () => page.getByText(form.kept.split('{date}')[0]!);

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

test('changed after a refusal, it is a new request, and the refused one is gone', async () => {
  receiver.will(refuse('Say more.'), accept);
  await mountForm();
  await fillIn();
  await submit().click();
  await says(form.states.rejected);
  await field(form.fields.message).fill('More');
  await submit().click();
  await says(form.states.accepted);
  const [first, second, ...others] = ids();
  expect(second).not.toBe(first);
  expect(others).toEqual([]);

  // The next page has nothing left of it, and sends nothing of it.
  await mountForm();
  dispatchEvent(new Event('online'));
  await expect.element(submit()).toBeVisible();
  await expect.element(keptNotice()).not.toBeInTheDocument();
  expect(ids()).toEqual([first, second]);
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

const refusedEarlier = async () => {
  receiver.will(refuse('Not now.'));
  await mountForm();
  await fillIn();
  await submit().click();
  await says(form.states.rejected);
  await mountForm();
  await expect.element(keptNotice()).toBeVisible();
};

test('a request refused on an earlier visit is shown with its date, and can be sent', async () => {
  await refusedEarlier();
  const today = new Date().toLocaleDateString('en', { dateStyle: 'long' });
  await expect.element(page.getByText(form.kept.replace('{date}', today))).toBeVisible();
  receiver.will(accept);
  await page.getByRole('button', { name: form.retry }).click();
  await expect.element(keptNotice()).not.toBeInTheDocument();
  const [first, last] = receiver.received.map(({ body }) => body).slice(-2);
  expect(last).toBe(first);
});

test('or it can be discarded, which only a person can do, and is asked about', async () => {
  await refusedEarlier();
  const before = receiver.received.length;
  const element = document.querySelector('lead-form')!;
  const discard = () => page.getByRole('button', { name: form.discard });
  await discard().click();
  await expect.element(page.getByText(form.discardQuestion)).toBeVisible();
  // Where "discard" was pressed stands the way back.
  expect(focusedIn(element)).toBe(form.keep);
  await page.getByRole('button', { name: form.keep }).click();
  await expect.element(keptNotice()).toBeVisible();

  await discard().click();
  await discard().click();
  await expect.element(keptNotice()).not.toBeInTheDocument();
  await says(form.discarded);
  await expect.poll(() => focusedIn(element)).toContain(form.discarded);

  await mountForm();
  dispatchEvent(new Event('online'));
  await expect.element(submit()).toBeVisible();
  await expect.element(keptNotice()).not.toBeInTheDocument();
  expect(receiver.received).toHaveLength(before);
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
