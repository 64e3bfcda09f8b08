import '../../../../src/define.ts';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { indexedDbStore } from '../../../../src/delivery/indexed-db-store.ts';
import { newsChannel } from '../../../../src/delivery/news-channel.ts';
import { createOutbox } from '../../../../src/delivery/outbox.ts';
import { newRecord } from '../../../../src/delivery/outbox-record.ts';
import type { Envelope } from '../../../../src/lead/envelope.ts';
import { form } from '../../../../src/locales/en.ts';
import { pageOutbox } from '../../../../src/visit/page-outbox.ts';
import { buildEnvelope } from '../../../support/envelope-builder.ts';
import { fillIn, focusedIn, submit } from '../../../support/form-on-page.ts';
import { mount } from '../../../support/mount.ts';
import { accept, beBusy, refuse, setUpReceiver } from '../../../support/receiver.ts';
import { ada } from '../../../support/visitor.ts';

const receiver = setUpReceiver();
const mountForm = () =>
  mount('lead-form', `<lead-form endpoint="${receiver.endpoint}" fields="name email"></lead-form>`);
const says = (text: string) => expect.element(page.getByRole('status')).toHaveTextContent(text);
const notices = () => page.getByText(form.kept.split('{date}')[0]!).elements();
const day = 24 * 3_600_000;

/** A request that has waited in this browser for so many days. */
async function waitingFor(days: number): Promise<Envelope> {
  const at = Date.now() - days * day;
  const envelope = buildEnvelope({ createdAt: new Date(at).toISOString() });
  const destination = { url: receiver.endpoint, readable: true, contentType: 'text/plain' } as const;
  await indexedDbStore().transact((_, write) =>
    write(envelope.id, newRecord(envelope, destination, 1_000, at)),
  );
  return envelope;
}

/** Requests of people whom the receiver refused on an earlier page. */
async function refusedEarlier(...people: string[]): Promise<void> {
  receiver.will(refuse('Not now.'));
  for (const name of people) {
    await mountForm();
    await fillIn({ name, email: ada.email });
    await submit().click();
    await says(form.states.rejected);
  }
}

test('a request refused on an earlier page is shown with its date, and can be sent', async () => {
  await refusedEarlier('Ada');
  const element = await mountForm();
  const today = new Date().toLocaleDateString('en', { dateStyle: 'long' });
  await expect.element(page.getByText(form.kept.replace('{date}', today))).toBeVisible();
  receiver.will(accept);
  await page.getByRole('button', { name: form.retry }).click();
  await says(form.states.accepted);
  await expect.poll(notices).toEqual([]);
  await expect.poll(() => focusedIn(element)).toContain(form.states.accepted);
  const [first, last] = receiver.received.map(({ body }) => body);
  expect(last).toBe(first);
});

test('or it can be discarded, which only a person can do, and is asked about', async () => {
  await refusedEarlier('Ada', 'Bea');
  const element = await mountForm();
  await expect.poll(() => notices().length).toBe(2);
  const discard = () => page.getByRole('button', { name: form.discard }).first();
  await discard().click();
  await expect.element(page.getByText(form.discardQuestion)).toBeVisible();
  // Where "discard" was pressed stands the way back.
  expect(focusedIn(element)).toBe(form.keep);
  await page.getByRole('button', { name: form.keep }).click();
  await expect.poll(() => notices().length).toBe(2);

  await discard().click();
  await discard().click();
  await expect.poll(() => notices().length).toBe(1);
  await says(form.discarded);
  await expect.poll(() => focusedIn(element)).toContain(form.discarded);

  // The next page knows nothing of it any more, and of the other one as before.
  await mountForm();
  dispatchEvent(new Event('online'));
  await expect.poll(() => notices().length).toBe(1);
  receiver.will(accept);
  await page.getByRole('button', { name: form.retry }).click();
  await expect.poll(notices).toEqual([]);
  expect(receiver.received.map(({ lead }) => lead.profile.name)).toEqual(['Ada', 'Bea', 'Bea']);
});

test('what was discarded in another tab is gone once this one comes into sight', async () => {
  const envelope = await waitingFor(15);
  await mountForm();
  await expect.poll(() => notices().length).toBe(1);
  await createOutbox({ allows: () => true }).discard(envelope.id);
  expect(notices().length).toBe(1);
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  await expect.poll(notices).toEqual([]);
});

test('one that has waited for more than 14 days is sent only when the person says so', async () => {
  const envelope = await waitingFor(15);
  await mountForm();
  await expect.poll(() => notices().length).toBe(1);
  const then = new Date(envelope.createdAt).toLocaleDateString('en', { dateStyle: 'long' });
  await expect.element(page.getByText(form.kept.replace('{date}', then))).toBeVisible();
  dispatchEvent(new Event('online'));
  await pageOutbox().flush();
  expect(receiver.received).toEqual([]);

  await page.getByRole('button', { name: form.retry }).click();
  await says(form.states.accepted);
  await expect.poll(notices).toEqual([]);
  expect(receiver.received.map(({ lead }) => lead)).toEqual([envelope]);
});

test('one that has waited for less is sent by itself, and nobody is asked', async () => {
  const envelope = await waitingFor(13);
  await mountForm();
  await expect.poll(() => receiver.received.map(({ lead }) => lead)).toEqual([envelope]);
  await expect.poll(() => pageOutbox().list()).toEqual([]);
  expect(notices()).toEqual([]);
});

test('a form tells of its own request once: not among those of earlier visits', async () => {
  await waitingFor(15);
  receiver.will(refuse('Not now.'));
  const element = await mountForm();
  await expect.poll(() => notices().length).toBe(1);
  await fillIn();
  await submit().click();
  await says(form.states.rejected);
  const again = page.getByRole('status').getByRole('button', { name: form.retry });
  await again.click();
  await expect.poll(() => receiver.received.length).toBe(2);
  await says(form.states.rejected);
  expect(await pageOutbox().list()).toHaveLength(2);
  await element.updateComplete;
  expect(notices()).toHaveLength(1);
});

test('what this page cannot read is shown, can be copied, and is discarded by the person alone', async () => {
  const lost = { id: 'damaged', version: 1, envelope: { profile: { message: 'Please call me.' } } };
  await indexedDbStore().transact((_, write) => write(lost.id, lost as never));
  await mountForm();
  await expect.element(page.getByText(form.unreadable)).toBeVisible();
  await page.getByRole('button', { name: form.copy }).click();
  await expect
    .poll(() => page.getByRole('status').getByRole('textbox').element())
    .toHaveProperty('value', JSON.stringify(lost));
  await pageOutbox().flush();
  expect(receiver.received).toEqual([]);

  await page.getByRole('button', { name: form.discard }).click();
  await page.getByRole('button', { name: form.discard }).click();
  await says(form.discarded);
  expect(await pageOutbox().list()).toEqual([]);
});

test('a form hears that another tab has sent its request', async () => {
  receiver.will(beBusy);
  await mountForm();
  await fillIn();
  await submit().click();
  await says(form.states.queued);
  const sent: string[] = [];
  const otherTab = createOutbox({
    channel: newsChannel(),
    transport: async ({ id }) => {
      sent.push(id);
      return { status: 'accepted' };
    },
  });
  const [request] = await pageOutbox().list();
  await otherTab.retry(request!.id);
  await says(form.states.accepted);
  expect(sent).toEqual([request!.id]);
});

test('what becomes of an earlier request is told after another one was sent, and not once more after that', async () => {
  await refusedEarlier('Ada');
  const element = await mountForm();
  receiver.will(accept);
  await fillIn({ name: 'Bea', email: ada.email });
  await submit().click();
  await says(form.states.accepted);
  receiver.will(refuse('Not now.'));
  await page.getByRole('button', { name: form.retry }).click();
  await says(form.states.rejected);
  await expect.poll(() => focusedIn(element)).toContain(form.states.rejected);
  receiver.will(accept);
  await page.getByRole('button', { name: form.retry }).click();
  await expect.poll(notices).toEqual([]);
  await page.getByRole('button', { name: form.again }).click();
  await expect.element(submit()).toBeVisible();
  await expect.element(page.getByRole('status')).not.toHaveTextContent(form.states.accepted);
});

test('nothing is called sent beside a form that was not', async () => {
  await refusedEarlier('Ada');
  await mountForm();
  receiver.will(accept);
  await page.getByRole('button', { name: form.retry }).click();
  await says(form.states.accepted);
  await submit().click();
  await expect.element(page.getByRole('status')).not.toHaveTextContent(form.states.accepted);
});
