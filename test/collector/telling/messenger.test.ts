import { CompiledQuery } from 'kysely';
import { Webhook as Signature } from 'standardwebhooks';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../collector/store/open-store.ts';
import type { Store } from '../../../collector/store/store.ts';
import type { Destination } from '../../../collector/store/tables.ts';
import { destinationChanges } from '../../../collector/telling/change-destination.ts';
import { claimMessage, dueIn, dueLanes } from '../../../collector/telling/claim-message.ts';
import { putDown } from '../../../collector/telling/new-message.ts';
import { queueMail } from '../../../collector/telling/queue-mail.ts';
import { sendAgain } from '../../../collector/telling/send-again.ts';
import {
  answering,
  type Behaviour,
  behaviours,
  type FaultyReceiver,
  type Received,
  startFaultyReceiver,
} from '../../support/faulty-receiver.ts';
import { startMailServer } from '../../support/mail-server.ts';
import { messengerOn, testMessage, webhookTo } from '../../support/messenger-on.ts';
import { newDatabase, onEachStore } from '../../support/on-each-store.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** A clock that goes on only when it is told to, from now. */
function startClock() {
  let at = Date.now();
  return {
    now: () => new Date(at),
    pass: (milliseconds: number) => {
      at += milliseconds;
    },
  };
}

async function receiverFor(...ways: Behaviour[]): Promise<FaultyReceiver> {
  const receiver = await startFaultyReceiver();
  if (ways.length > 0) receiver.will(...ways);
  onTestFinished(() => receiver.close());
  return receiver;
}

/** Puts a message for a webhook down. */
const queue = (store: Store, { id }: Destination, now = new Date()) =>
  store.change((change) => putDown(change, [testMessage(id, now)]));

const messages = (store: Store) => store.read.selectFrom('messages').selectAll().orderBy('id').execute();
const only = async (store: Store) => (await messages(store))[0];
const idsOf = (received: readonly Received[]) => received.map(({ headers }) => headers['webhook-id']);
const settled = (store: Store) =>
  expect.poll(async () => (await messages(store)).filter(({ sending }) => sending).length).toBe(0);

describe('the messenger', () => {
  onEachStore((open, _, kind) => {
    it('calls a webhook with what was put down, signed so that the receiver can check it', async () => {
      const store = await open();
      const receiver = await receiverFor();
      const webhook = await webhookTo(store, `${receiver.origin}hook`);
      await queue(store, webhook);
      const before = await only(store);
      await messengerOn(store);
      await expect.poll(async () => (await only(store))?.status).toBe('sent');

      const [call] = receiver.received;
      expect(call).toMatchObject({ url: '/hook', headers: { 'content-type': 'application/json' } });
      const verified = new Signature(webhook.secret).verify(call!.body, call!.headers as never);
      expect(verified).toMatchObject({ type: 'test', data: { version: 1 } });
      expect(call!.headers['webhook-id']).toBe(before!.message_id);
      const other = new Signature(`whsec_${Buffer.alloc(32, 1).toString('base64')}`);
      expect(() => other.verify(call!.body, call!.headers as never)).toThrow('No matching signature');
    });

    it('keeps nothing of what was said once it is sent', async () => {
      const store = await open();
      const receiver = await receiverFor();
      await queue(store, await webhookTo(store, receiver.origin));
      await messengerOn(store);
      await expect
        .poll(() => only(store))
        .toMatchObject({ status: 'sent', body: '', error: '', tries: 1, sending: 0 });
      expect((await only(store))!.sent_at).not.toBeNull();
    });

    it.each([
      ['a 500', behaviours.busy, 'status 500'],
      ['a refusal', behaviours.badRequest, 'status 400'],
      ['a redirect, which it does not follow', answering(302, '', { location: '/elsewhere' }), 'status 302'],
      ['a connection that is reset', behaviours.resetBeforeHeaders, 'unreachable ECONNRESET'],
      ['no answer in time', behaviours.silent, 'too-slow'],
    ])('tries again after %s, under the same id, and later each time', async (_, behaviour, error) => {
      const store = await open();
      const clock = startClock();
      const receiver = await receiverFor(behaviour, behaviour, behaviours.accept);
      await queue(store, await webhookTo(store, receiver.origin), clock.now());
      await messengerOn(store, { now: clock.now, timeout: 250 });

      await expect.poll(() => only(store)).toMatchObject({ tries: 1, sending: 0, status: 'waiting', error });
      clock.pass(4 * second);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(receiver.received).toHaveLength(1);
      clock.pass(3 * second);
      await expect.poll(() => only(store)).toMatchObject({ tries: 2, sending: 0, status: 'waiting', error });
      clock.pass(6 * minute);
      await expect.poll(() => only(store)).toMatchObject({ tries: 3, status: 'sent', error: '' });
      expect(receiver.received.map(({ url }) => url)).toEqual(['/', '/', '/']);
      expect(new Set(idsOf(receiver.received)).size).toBe(1);
    });

    it('goes by the status of an answer that never ends', async () => {
      const store = await open();
      const receiver = await receiverFor(behaviours.endless);
      await queue(store, await webhookTo(store, receiver.origin));
      // Far longer than this test waits.
      await messengerOn(store, { timeout: 60_000 });
      await expect.poll(() => only(store)).toMatchObject({ status: 'sent' });
    });

    it('leaves a receiver alone for as long as it asks', async () => {
      const store = await open();
      const clock = startClock();
      const receiver = await receiverFor(behaviours.busyWithPauseHidden, behaviours.accept);
      await queue(store, await webhookTo(store, receiver.origin), clock.now());
      await messengerOn(store, { now: clock.now });
      await expect.poll(() => only(store)).toMatchObject({ tries: 1, sending: 0 });
      expect((await only(store))!.next_at).toBe(new Date(clock.now().getTime() + 120 * second).toISOString());
    });

    it('gives up after ten tries in more than three days, keeps it, and sends it when somebody says so', async () => {
      const store = await open();
      const clock = startClock();
      const start = clock.now().getTime();
      const receiver = await receiverFor(behaviours.busy);
      const webhook = await webhookTo(store, receiver.origin);
      await queue(store, webhook, clock.now());
      await messengerOn(store, { now: clock.now });
      for (let tries = 1; tries <= 10; tries++) {
        await expect.poll(() => only(store)).toMatchObject({ tries, sending: 0, error: 'status 500' });
        const { next_at } = (await only(store))!;
        if (tries < 10) clock.pass(Date.parse(next_at) - clock.now().getTime());
      }
      expect(await only(store)).toMatchObject({ status: 'failed' });
      expect(clock.now().getTime() - start).toBeGreaterThan(72 * hour);
      expect(clock.now().getTime() - start).toBeLessThan(100 * hour);

      receiver.will(behaviours.accept);
      const { id } = (await only(store))!;
      expect(await store.change((change) => sendAgain(change, id, clock.now()))).toBe(true);
      await expect.poll(() => only(store)).toMatchObject({ status: 'sent', tries: 1 });
    });

    it('pauses a webhook that is gone for good, and leaves what waits for it to whoever resumes it', async () => {
      const store = await open();
      const receiver = await receiverFor(behaviours.gone, behaviours.accept);
      const webhook = await webhookTo(store, receiver.origin);
      await queue(store, webhook);
      await queue(store, webhook);
      await messengerOn(store);
      await expect.poll(() => only(store)).toMatchObject({ status: 'failed', error: 'status 410' });
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(receiver.received).toHaveLength(1);
      const [paused] = await store.read.selectFrom('destinations').selectAll().execute();
      expect(paused).toMatchObject({ active: 0, gone_at: expect.any(String) });

      await store.change((change) => destinationChanges.resume(change, webhook.id));
      await expect
        .poll(async () => (await messages(store)).map(({ status }) => status))
        .toEqual(['failed', 'sent']);
    });

    it('lets no webhook that is slow hold up another one', async () => {
      const store = await open();
      const [slow, quick] = [await receiverFor(behaviours.silent), await receiverFor()];
      const [to, other] = [await webhookTo(store, slow.origin), await webhookTo(store, quick.origin)];
      for (let count = 0; count < 5; count++) await queue(store, to);
      for (let count = 0; count < 5; count++) await queue(store, other);
      await messengerOn(store);
      await expect.poll(() => quick.received.length).toBe(5);
      expect(slow.received).toHaveLength(1);
    });

    it('sends the oldest first, and goes on with what is newer where one fails', async () => {
      const store = await open();
      const receiver = await receiverFor(behaviours.busy, behaviours.accept);
      const webhook = await webhookTo(store, receiver.origin);
      for (let count = 0; count < 4; count++) await queue(store, webhook);
      await messengerOn(store);
      await expect.poll(() => receiver.received.length).toBe(4);
      await settled(store);
      const all = await messages(store);
      expect(idsOf(receiver.received)).toEqual(all.map(({ message_id }) => message_id));
      expect(all.map(({ status }) => status)).toEqual(['waiting', 'sent', 'sent', 'sent']);
    });

    it('leaves a paused webhook alone, whatever waits for it', async () => {
      const store = await open();
      const webhook = await webhookTo(store, 'https://crm.example/');
      await queue(store, webhook);
      expect(await dueLanes(store.read, new Date(), true)).toEqual([webhook.id]);
      await store.change((change) => destinationChanges.pause(change, webhook.id));
      expect(await dueLanes(store.read, new Date(), true)).toEqual([]);
      expect(await claimMessage(store, webhook.id, new Date())).toBeNull();
    });

    it('sends again what a killed process had in hand, when its claim has run out and not before', async () => {
      const store = await open();
      const clock = startClock();
      const receiver = await receiverFor();
      const webhook = await webhookTo(store, receiver.origin);
      await queue(store, webhook, clock.now());
      const killed = await claimMessage(store, webhook.id, clock.now());
      await messengerOn(store, { now: clock.now });
      clock.pass(55 * second);
      await new Promise((resolve) => setTimeout(resolve, 80));
      expect(receiver.received).toEqual([]);
      clock.pass(6 * second);
      await expect.poll(() => idsOf(receiver.received)).toEqual([killed!.message.message_id]);
      await expect.poll(() => only(store)).toMatchObject({ status: 'sent', tries: 2 });
    });

    it('cannot be made to send a second time what is on its way', async () => {
      const store = await open();
      const webhook = await webhookTo(store, 'https://crm.example/');
      await queue(store, webhook);
      const claimed = await claimMessage(store, webhook.id, new Date());
      const { id } = claimed!.message;
      expect(await store.change((change) => sendAgain(change, id, new Date()))).toBe(false);
      expect(await claimMessage(store, webhook.id, new Date())).toBeNull();
    });

    it('lets go of what is in hand when it is to end, and the next start sends it', async () => {
      const store = await open();
      const receiver = await receiverFor(behaviours.silent, behaviours.accept);
      await queue(store, await webhookTo(store, receiver.origin));
      const first = await messengerOn(store);
      await expect.poll(() => receiver.received.length).toBe(1);
      await first.stop();
      expect(await only(store)).toMatchObject({ status: 'waiting', sending: 0, tries: 0 });
      await messengerOn(store);
      await expect.poll(() => only(store)).toMatchObject({ status: 'sent', tries: 1 });
    });

    it('finishes what is nearly done when it is to end', async () => {
      const store = await open();
      const receiver = await receiverFor({
        answer: (_, response) => void setTimeout(() => response.end('ok'), 150),
      });
      await queue(store, await webhookTo(store, receiver.origin));
      const messenger = await messengerOn(store, { grace: 5_000 });
      await expect.poll(() => receiver.received.length).toBe(1);
      await messenger.stop();
      expect(await only(store)).toMatchObject({ status: 'sent' });
    });

    it('goes on where what it had in hand was erased meanwhile', async () => {
      const store = await open();
      let answer = () => {};
      const receiver = await receiverFor(
        {
          answer: (_, response) => {
            answer = () => void response.writeHead(500).end();
          },
        },
        behaviours.accept,
      );
      const webhook = await webhookTo(store, receiver.origin);
      await queue(store, webhook);
      const { logged } = await messengerOn(store);
      await expect.poll(() => receiver.received.length).toBe(1);
      await store.change((change) => change.deleteFrom('messages').execute());
      answer();
      await queue(store, webhook);
      await expect.poll(() => only(store)).toMatchObject({ status: 'sent' });
      expect(await messages(store)).toHaveLength(1);
      expect(logged.filter(({ event }) => event === 'messenger-failed')).toEqual([]);
    });

    it('goes on where a webhook was deleted while it was being called', async () => {
      const store = await open();
      let answer = () => {};
      const receiver = await receiverFor({
        answer: (_, response) => {
          answer = () => void response.writeHead(410).end();
        },
      });
      const webhook = await webhookTo(store, receiver.origin);
      await queue(store, webhook);
      const { logged } = await messengerOn(store);
      await expect.poll(() => receiver.received.length).toBe(1);
      await store.change((change) => destinationChanges.delete(change, webhook.id));
      answer();
      await expect.poll(() => logged.map(({ result }) => result)).toContain('gone');
      expect(await messages(store)).toEqual([]);
    });

    it('signs by the old secret as well for a day after there is a new one', async () => {
      const store = await open();
      const clock = startClock();
      const receiver = await receiverFor();
      const webhook = await webhookTo(store, receiver.origin);
      await store.change((change) => destinationChanges.rotate(change, webhook.id, clock.now()));
      const { secret } = await store.read
        .selectFrom('destinations')
        .select('secret')
        .executeTakeFirstOrThrow();
      expect(secret).not.toBe(webhook.secret);
      await queue(store, webhook, clock.now());
      await messengerOn(store, { now: clock.now });
      await expect.poll(() => receiver.received.length).toBe(1);
      const [{ body, headers }] = receiver.received as [Received];
      for (const key of [webhook.secret, secret])
        expect(new Signature(key).verify(body, headers as never)).toMatchObject({ type: 'test' });

      clock.pass(25 * hour);
      await queue(store, webhook, clock.now());
      await expect.poll(() => receiver.received.length).toBe(2);
      expect(String(receiver.received[1]!.headers['webhook-signature']).split(' ')).toHaveLength(1);
    });

    it('forgets what was sent a month ago, and nothing else', async () => {
      const store = await open();
      const clock = startClock();
      const receiver = await receiverFor(behaviours.accept, behaviours.gone);
      const webhook = await webhookTo(store, receiver.origin);
      await queue(store, webhook, clock.now());
      await queue(store, webhook, clock.now());
      await messengerOn(store, { now: clock.now });
      await expect
        .poll(async () => (await messages(store)).map(({ status }) => status))
        .toEqual(['sent', 'failed']);
      clock.pass(31 * 24 * hour);
      await expect.poll(async () => (await messages(store)).map(({ status }) => status)).toEqual(['failed']);
    });

    it('says in its log what came of each, and nothing of whom it is about', async () => {
      const store = await open();
      const receiver = await receiverFor(answering(500, 'ada@shop.example cannot be'));
      await queue(store, await webhookTo(store, receiver.origin));
      const { logged } = await messengerOn(store);
      await expect
        .poll(() => logged)
        .toEqual([
          {
            event: 'message',
            channel: 'webhook',
            tells: 'test',
            tries: 1,
            result: 'failed',
            trouble: 'status 500',
          },
        ]);
    });

    it('goes on when the database is back', async () => {
      const store = await open();
      const receiver = await receiverFor();
      const webhook = await webhookTo(store, receiver.origin);
      let isAway = false;
      const { logged } = await messengerOn({
        ...store,
        change: (work) => (isAway ? Promise.reject(new Error('The database is away.')) : store.change(work)),
      });
      isAway = true;
      await queue(store, webhook);
      await expect
        .poll(() => logged)
        .toContainEqual(expect.objectContaining({ event: 'messenger-failed', cause: 'Error' }));
      isAway = false;
      await expect.poll(() => receiver.received.length).toBe(1);
    });

    it(`finds what is due by an index (${kind})`, async () => {
      const store = await open();
      const webhook = await webhookTo(store, 'https://crm.example/');
      await queue(store, webhook);
      await store.change(async (change) => {
        const { id, ...waiting } = await change.selectFrom('messages').selectAll().executeTakeFirstOrThrow();
        for (const status of ['sent', 'waiting'] as const)
          await change
            .insertInto('messages')
            .values(
              Array.from({ length: 1_000 }, (_, at) => ({
                ...waiting,
                status,
                message_id: `${status} ${at}`,
                next_at: new Date(Date.now() + hour).toISOString(),
              })),
            )
            .execute();
      });
      for (const lane of [webhook.id, null]) {
        const { sql, parameters } = dueIn(store.read, lane, new Date()).compile();
        const explain = kind === 'postgres' ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
        const plan = await store.change(async (change) => {
          if (kind === 'postgres') await change.executeQuery(CompiledQuery.raw('ANALYZE messages'));
          return change.executeQuery(CompiledQuery.raw(`${explain} ${sql}`, [...parameters]));
        });
        expect(JSON.stringify(plan.rows)).toContain('messages_due');
      }
    });
  });

  it('sends each message once where three processes share one PostgreSQL', async () => {
    const place = await newDatabase();
    const stores = await Promise.all([openStore(place), openStore(place), openStore(place)]);
    onTestFinished(async () => void (await Promise.all(stores.map((store) => store.close()))));
    const store = stores[0]!;
    const receivers = [await receiverFor(), await receiverFor()];
    for (const { origin } of receivers) {
      const webhook = await webhookTo(store, origin);
      for (let count = 0; count < 60; count++) await queue(store, webhook);
    }
    const mailServer = await startMailServer();
    for (let count = 0; count < 60; count++)
      await store.change((change) =>
        queueMail(
          change,
          {
            recipient: `${count}@shop.example`,
            event: 'opt-in',
            person: null,
            mail: { subject: 'Hello', text: 'Hello' },
          },
          new Date(),
        ),
      );
    const messengers = await Promise.all(
      stores.map((each) => messengerOn(each, { settings: { smtp: mailServer.url } })),
    );
    await expect
      .poll(async () => (await messages(store)).filter(({ status }) => status === 'sent').length)
      .toBe(180);
    for (const { received } of receivers) {
      expect(received).toHaveLength(60);
      expect(new Set(idsOf(received)).size).toBe(60);
    }
    expect(mailServer.received).toHaveLength(60);
    expect(new Set(mailServer.received.flatMap(({ recipients }) => recipients)).size).toBe(60);
    // Each of them had a share in it.
    for (const { logged } of messengers) expect(logged.length).toBeGreaterThan(0);
  });
});
