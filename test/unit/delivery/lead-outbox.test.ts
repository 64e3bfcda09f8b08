import { describe, expect, test } from 'vitest';
import { endpointOf } from '../../../src/delivery/destination.ts';
import { leadOutbox, leastSure } from '../../../src/delivery/lead-outbox.ts';
import { createOutbox } from '../../../src/delivery/outbox.ts';
import type { Receipt } from '../../../src/delivery/receipt.ts';
import type { Outcome } from '../../../src/delivery/transport.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';
import { memoryStore } from '../../support/memory-store.ts';

const page = 'https://shop.example/';
const crm = endpointOf('https://crm.example/', page)!;
const chat = endpointOf('https://chat.example/', page, { readable: false })!;
const yes: Outcome = { status: 'accepted' };
const busy: Outcome = { status: 'failed', trouble: 'busy' };
const no: Outcome = { status: 'rejected', trouble: 'refused', http: 422 };

/** A page that sends to receivers which answer like this; `later` moves its clock. */
function openPage(answers: Record<string, Outcome | Promise<Outcome>>, store = memoryStore()) {
  const sent: string[] = [];
  let now = Date.UTC(2026, 10, 23, 10);
  const outbox = leadOutbox(
    createOutbox({
      store,
      transport: async ({ id }, { url }) => {
        sent.push(`${id} ${url}`);
        return answers[url]!;
      },
      now: () => now,
      random: () => 1,
    }),
  );
  const later = () => {
    now += 3_600_000;
  };
  return { outbox, sent, answers, store, later };
}

const statuses = (receipts: readonly Receipt[]) => receipts.map(({ status }) => status);

test('one press makes one lead with one id, for each receiver, and each has its own receipt', async () => {
  const { outbox, sent, store } = openPage({ [crm.url]: yes, [chat.url]: { status: 'handed-over' } });
  const envelope = buildEnvelope();
  expect(statuses(await outbox.submit(envelope, [crm, chat]))).toEqual(['accepted', 'handed-over']);
  expect(sent).toEqual([`${envelope.id} ${crm.url}`, `${envelope.id} ${chat.url}`]);
  expect(store.records.size).toBe(0);
});

test('one receiver’s trouble does not hold up the other', async () => {
  const { outbox, answers, store, sent, later } = openPage({ [crm.url]: busy, [chat.url]: yes });
  const envelope = buildEnvelope();
  expect(statuses(await outbox.submit(envelope, [crm, chat]))).toEqual(['queued', 'accepted']);
  expect([...store.records.keys()]).toEqual([envelope.id]);
  answers[crm.url] = yes;
  later();
  await outbox.flush();
  expect(sent.slice(2)).toEqual([`${envelope.id} ${crm.url}`]);
});

test('who has the lead does not get it again when the person tries again', async () => {
  const { outbox, answers, sent } = openPage({ [crm.url]: yes, [chat.url]: no });
  const envelope = buildEnvelope();
  expect(statuses(await outbox.submit(envelope, [crm, chat]))).toEqual(['accepted', 'rejected']);
  answers[chat.url] = yes;
  expect(statuses(await outbox.submit(envelope, [crm, chat]))).toEqual(['accepted', 'accepted']);
  expect(sent).toEqual([crm.url, chat.url, chat.url].map((url) => `${envelope.id} ${url}`));
});

test('a receiver that was reached while another was slow has the lead, and the person is told so', async () => {
  let answer: (outcome: Outcome) => void = () => {};
  const slow = new Promise<Outcome>((resolve) => {
    answer = resolve;
  });
  const { outbox, answers, later } = openPage({ [crm.url]: busy, [chat.url]: slow });
  const envelope = buildEnvelope();
  const submitted = outbox.submit(envelope, [crm, chat]);
  const heard: string[][] = [];
  outbox.subscribe((_, receipts) => heard.push(statuses(receipts)));
  await expect.poll(() => heard).toContainEqual(['queued']);
  answers[crm.url] = yes;
  later();
  void outbox.flush();
  await expect.poll(() => heard).toContainEqual(['accepted']);
  answer(yes);
  expect(statuses(await submitted)).toEqual(['accepted', 'accepted']);
});

test('two receivers at one address both get it', async () => {
  const { outbox, sent } = openPage({ [crm.url]: yes });
  await outbox.submit(buildEnvelope(), [crm, { ...crm, adapter: 'form' }, { ...crm, adapter: 'json' }]);
  expect(sent).toHaveLength(3);
});

describe('what comes later', () => {
  test('is told with the receipts of all receivers in their order, and says whether it is about the first', async () => {
    const { outbox, answers, later } = openPage({ [crm.url]: busy, [chat.url]: busy });
    const envelope = buildEnvelope();
    const news: [string, string[], boolean][] = [];
    outbox.subscribe(({ id }, receipts, isFirst) => news.push([id, statuses(receipts), isFirst]));
    await outbox.submit(envelope, [crm, chat]);
    answers[chat.url] = yes;
    later();
    await outbox.flush();
    answers[crm.url] = yes;
    later();
    await outbox.flush();
    expect(news.filter(([, receipts]) => receipts.includes('accepted'))).toEqual(
      expect.arrayContaining([
        [envelope.id, ['queued', 'accepted'], false],
        [envelope.id, ['accepted', 'accepted'], true],
      ]),
    );
    expect(news.at(-1)).toEqual([envelope.id, ['accepted', 'accepted'], true]);
  });

  test('also of a lead of an earlier page', async () => {
    const store = memoryStore();
    const envelope = buildEnvelope();
    await openPage({ [crm.url]: yes, [chat.url]: busy }, store).outbox.submit(envelope, [crm, chat]);
    const next = openPage({ [chat.url]: yes }, store);
    const news: [string[], boolean][] = [];
    next.outbox.subscribe((_, receipts, isFirst) => news.push([statuses(receipts), isFirst]));
    next.later();
    await next.outbox.flush();
    expect(news).toEqual([[['accepted'], false]]);
    expect(store.records.size).toBe(0);
  });
});

describe('of a lead that waits for several receivers', () => {
  async function kept() {
    const page = openPage({ [crm.url]: busy, [chat.url]: no });
    const [envelope, other] = [buildEnvelope(), buildEnvelope()];
    await page.outbox.submit(envelope, [crm, chat]);
    await page.outbox.submit(other, [crm]);
    return { ...page, envelope, other };
  }

  test('a person sees one, by what wants their word', async () => {
    const { outbox, envelope, other } = await kept();
    const leads = await outbox.list();
    expect(leads.map(({ id, status }) => [id, status]).sort()).toEqual(
      [
        [envelope.id, 'rejected'],
        [other.id, 'waiting'],
      ].sort(),
    );
  });

  test('sending it sends all of it, and tells the least sure receipt', async () => {
    const { outbox, sent, answers, envelope } = await kept();
    sent.length = 0;
    answers[crm.url] = yes;
    expect(await outbox.retry(envelope.id)).toMatchObject({ status: 'rejected' });
    expect(sent.sort()).toEqual([crm.url, chat.url].map((url) => `${envelope.id} ${url}`).sort());
  });

  test('discarding it discards all of it, and no other', async () => {
    const { outbox, store, envelope, other } = await kept();
    await outbox.discard(envelope.id);
    expect([...store.records.keys()]).toEqual([other.id]);
    expect(await outbox.retry(envelope.id)).toBeNull();
  });
});

test('the least sure receipt is the worst of them', () => {
  const queued: Receipt = { status: 'queued', trouble: 'busy', retryAt: 0 };
  const unsaved: Receipt = { status: 'unsaved', trouble: 'no-storage' };
  const worse: Receipt[] = [
    { status: 'accepted' },
    { status: 'handed-over' },
    queued,
    { status: 'interrupted', trouble: 'timeout' },
    { status: 'rejected', trouble: 'refused' },
    unsaved,
  ];
  for (const [at, receipt] of worse.entries())
    for (const better of worse.slice(0, at + 1)) {
      expect(leastSure([better, receipt])).toBe(receipt);
      expect(leastSure([receipt, better])).toBe(receipt);
    }
});
