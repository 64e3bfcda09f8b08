import { expect, onTestFinished, test } from 'vitest';
import { indexedDbStore } from '../../../src/delivery/indexed-db-store.ts';
import { newRecord } from '../../../src/delivery/outbox-record.ts';
import { allowEndpoints, pageOutbox } from '../../../src/visit/page-outbox.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';
import { setUpReceiver } from '../../support/receiver.ts';

const receiver = setUpReceiver();

/** A lead that an earlier page could not send. */
async function waiting(): Promise<string> {
  const envelope = buildEnvelope();
  const destination = { url: receiver.endpoint, readable: true, contentType: 'text/plain' } as const;
  await indexedDbStore().transact((_, write) =>
    write(envelope.id, newRecord(envelope, destination, 1_000, Date.now() - 60_000)),
  );
  return envelope.id;
}

/** What takes the place of a form on the page. */
function aForm(): object {
  const form = {};
  onTestFinished(() => allowEndpoints(form, []));
  return form;
}

const ids = () => receiver.received.map(({ lead }) => lead.id);

test('all forms of a page share one outbox', () => {
  expect(pageOutbox()).toBe(pageOutbox());
});

test('what waits is sent once a form names its endpoint, and not before', async () => {
  const id = await waiting();
  await pageOutbox().flush();
  expect(ids()).toEqual([]);
  allowEndpoints(aForm(), [`${receiver.endpoint}/other`]);
  await pageOutbox().flush();
  expect(ids()).toEqual([]);
  allowEndpoints(aForm(), [receiver.endpoint]);
  await expect.poll(ids).toEqual([id]);
});

test('it goes by itself when the page comes back online', async () => {
  allowEndpoints(aForm(), [receiver.endpoint]);
  const id = await waiting();
  dispatchEvent(new Event('online'));
  await expect.poll(ids).toEqual([id]);
});

test('an endpoint is allowed for as long as some form sends there', async () => {
  const [one, other] = [aForm(), aForm()];
  for (const form of [one, other]) allowEndpoints(form, [receiver.endpoint]);
  allowEndpoints(one, []);
  const first = await waiting();
  await pageOutbox().flush();
  expect(ids()).toEqual([first]);
  allowEndpoints(other, []);
  const second = await waiting();
  await pageOutbox().flush();
  expect(ids()).toEqual([first]);
  expect(await pageOutbox().list()).toMatchObject([{ id: second, trouble: 'endpoint-not-allowed' }]);
});

test('a form that sends elsewhere now no longer allows where it sent before', async () => {
  const form = aForm();
  allowEndpoints(form, [receiver.endpoint]);
  allowEndpoints(form, [`${receiver.endpoint}/new`]);
  await waiting();
  await pageOutbox().flush();
  expect(ids()).toEqual([]);
});
