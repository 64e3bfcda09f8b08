import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Destination } from '../../../src/delivery/destination.ts';
import { indexedDbStore } from '../../../src/delivery/indexed-db-store.ts';
import { newRecord } from '../../../src/delivery/outbox-record.ts';
import type { Envelope } from '../../../src/lead/envelope.ts';
import { allowEndpoints, pageOutbox, setChallenge } from '../../../src/visit/page-outbox.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';
import { accept, beBusy, beUnreachable, hesitate, refuse, setUpReceiver } from '../../support/receiver.ts';

const receiver = setUpReceiver();

const page = globalThis as { dataLayer?: unknown };
let pushed: Record<string, unknown>[] = [];
beforeEach(() => {
  pushed = [];
  page.dataLayer = pushed;
});
afterEach(() => {
  Reflect.deleteProperty(page, 'dataLayer');
});

const to = (): Destination => ({ url: receiver.endpoint, readable: true, contentType: 'text/plain' });
const submit = async (envelope: Envelope, destination = to()) =>
  (await pageOutbox().submit(envelope, [destination]))[0];
const told = ({ id }: Envelope) => ({ event: 'generate_lead', event_id: id, form: 'lead-form' });

/** A form that sends to the receiver for as long as the test runs. */
function aForm(): void {
  const form = {};
  allowEndpoints(form, [receiver.endpoint]);
  onTestFinished(() => allowEndpoints(form, []));
}

describe('a lead is told to the page’s dataLayer once, after its receipt', () => {
  test('where it was sent at once; and not before', async () => {
    const { answer, goOn } = hesitate();
    receiver.will(answer);
    const envelope = buildEnvelope();
    const sending = submit(envelope);
    await expect.poll(() => receiver.received.length).toBe(1);
    expect(pushed).toEqual([]);
    goOn();
    await sending;
    expect(pushed).toEqual([told(envelope)]);
    expect(JSON.stringify(pushed)).not.toContain(envelope.profile.email);
  });

  test('where it was handed over', async () => {
    const envelope = buildEnvelope();
    expect(await submit(envelope, { ...to(), readable: false })).toEqual({ status: 'handed-over' });
    expect(pushed).toEqual([told(envelope)]);
  });

  test('where it was tried again: by the person, or by itself', async () => {
    aForm();
    const [one, other] = [buildEnvelope(), buildEnvelope()];
    receiver.will(beBusy, beBusy, accept);
    await submit(one);
    await submit(other);
    expect(pushed).toEqual([]);
    await pageOutbox().retry(one.id);
    expect(pushed).toEqual([told(one)]);
    dispatchEvent(new Event('online'));
    await expect.poll(() => pushed).toEqual([told(one), told(other)]);
  });

  test('where an earlier page could not send it', async () => {
    const envelope = buildEnvelope();
    await indexedDbStore().transact((_, write) =>
      write(envelope.id, newRecord(envelope, to(), 1_000, Date.now() - 60_000)),
    );
    aForm();
    await expect.poll(() => pushed).toEqual([told(envelope)]);
  });

  test('where the button was pressed twice, and where the same lead is sent again', async () => {
    const envelope = buildEnvelope();
    await Promise.all([submit(envelope), submit(envelope)]);
    await submit(envelope);
    expect(pushed).toEqual([told(envelope)]);
  });
});

test.each([
  ['refused', refuse('No.')],
  ['not answered', beUnreachable],
  ['not taken by a busy receiver', beBusy],
])('a lead that was %s is not told', async (_, answer) => {
  receiver.will(answer);
  await submit(buildEnvelope());
  expect(pushed).toEqual([]);
});

test('nor is one that an owner sent to try the endpoint', async () => {
  expect(await submit(buildEnvelope({ test: true }))).toEqual({ status: 'accepted' });
  expect(pushed).toEqual([]);
});

describe('the lead arrives, whatever the page has in that place', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['an element of that name', {}],
    [
      'a list that throws',
      {
        push: () => {
          throw new Error('No.');
        },
      },
    ],
  ])('%s', async (_, dataLayer) => {
    page.dataLayer = dataLayer;
    expect(await submit(buildEnvelope())).toEqual({ status: 'accepted' });
  });

  test('a list that came later than the script', async () => {
    Reflect.deleteProperty(page, 'dataLayer');
    const { answer, goOn } = hesitate();
    receiver.will(answer);
    const envelope = buildEnvelope();
    const sending = submit(envelope);
    const push = vi.fn();
    page.dataLayer = { push };
    goOn();
    await sending;
    expect(push.mock.calls).toEqual([[told(envelope)]]);
  });
});

describe('the page’s challenge', () => {
  test('is asked for each lead that the page sends, by its first form that has one', async () => {
    const [form, other] = [{}, {}];
    onTestFinished(() => {
      for (const each of [form, other]) setChallenge(each, null);
    });
    setChallenge(form, async () => ({ name: 'turnstile', token: 'one' }));
    setChallenge(other, async () => ({ name: 'hcaptcha', token: 'two' }));
    await submit(buildEnvelope());
    setChallenge(form, null);
    await submit(buildEnvelope());
    setChallenge(other, null);
    const last = buildEnvelope();
    await submit(last);
    expect(receiver.received.map(({ lead }) => lead.spam.challenge?.token)).toEqual([
      'one',
      'two',
      undefined,
    ]);
    expect(receiver.received[2]!.body).toBe(JSON.stringify(last));
  });
});
