import { describe, expect, test } from 'vitest';
import { isRecord, keyOf, newRecord, type OutboxRecord } from '../../../src/delivery/outbox-record.ts';
import { storedLead } from '../../../src/delivery/stored-lead.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';

const now = Date.UTC(2026, 10, 23, 10);
const minute = 60_000;
const day = 24 * 60 * minute;
const destination = {
  url: 'https://hooks.example/leads',
  readable: true,
  contentType: 'text/plain',
} as const;
const envelope = buildEnvelope({ createdAt: '2026-11-23T09:00:00.000Z' });
const record = { ...newRecord(envelope, destination, 1_000, now), leasedUntil: 0 };
const anywhere = () => true;

/** What a person is told of a stored thing, an hour after it was stored. */
const told = (stored: object, allows = anywhere) =>
  storedLead({ id: envelope.id, ...stored }, now + 60 * minute, allows);

test('a lead that waits is told with its moment and without trouble, until there was some', () => {
  expect(told(record)).toEqual({
    id: envelope.id,
    createdAt: Date.UTC(2026, 10, 23, 9),
    status: 'waiting',
    trouble: undefined,
  });
  const last = { status: 'failed', trouble: 'busy' };
  expect(told({ ...record, last })).toMatchObject({ status: 'waiting', trouble: 'busy' });
});

test.each<[string, object, string]>([
  ['refused', { last: { status: 'rejected', trouble: 'refused' } }, 'rejected'],
  ['older than 14 days', { waitingSince: now - 14 * day }, 'stale'],
  [
    'cut short on its way to a receiver that says nothing',
    { leasedUntil: now, destination: { ...destination, readable: false } },
    'interrupted',
  ],
  ['being sent right now', { leasedUntil: now + 60 * minute + 1, waitingSince: now - 20 * day }, 'waiting'],
])('one that is %s', (_, changes, status) => {
  expect(told({ ...record, ...changes })).toMatchObject({ status });
});

test('where the page no longer names its endpoint, that is the trouble', () => {
  expect(told(record, () => false)).toMatchObject({ status: 'waiting', trouble: 'endpoint-not-allowed' });
});

describe('what is no record of ours', () => {
  test.each<[string, object]>([
    ['nothing but a key', {}],
    ['an older version', { ...record, version: 0 }],
    ['no envelope', { ...record, envelope: undefined }],
    ['an envelope of another lead', { ...record, envelope: buildEnvelope() }],
    ['no destination', { ...record, destination: null }],
    ['a destination without an address', { ...record, destination: {} }],
    ...(['size', 'waitingSince', 'attempts', 'nextTryAt', 'notBefore', 'leasedUntil'] as const).flatMap(
      (part): [string, object][] => [
        [`no ${part}`, { ...record, [part]: undefined }],
        [`a text as ${part}`, { ...record, [part]: '7' }],
        [`an endless ${part}`, { ...record, [part]: Infinity }],
      ],
    ),
  ])('%s: it is told by name, and can only be discarded', (_, stored) => {
    expect(isRecord({ id: envelope.id, ...stored })).toBe(false);
    expect(told(stored)).toMatchObject({ id: envelope.id, status: 'unreadable', trouble: 'malformed' });
  });

  test('a newer version of the script knows what it is', () => {
    expect(told({ ...record, version: 2 })).toMatchObject({ status: 'unreadable', trouble: 'other-version' });
  });

  test('a kind of receiver that this version does not know is left to the one that does', () => {
    const to = (adapter: string) => newRecord(envelope, { ...destination, adapter }, 1_000, now);
    expect(isRecord(to('hubspot'))).toBe(true);
    for (const adapter of ['later', 'constructor']) {
      expect(isRecord(to(adapter))).toBe(false);
      expect(told(to(adapter))).toMatchObject({ status: 'unreadable', trouble: 'other-version' });
    }
  });

  test('what an older version could not send, or not under this key, has a version that it leaves alone', () => {
    expect(newRecord(envelope, destination, 1_000, now).version).toBe(1);
    expect(newRecord(envelope, { ...destination, adapter: 'form' }, 1_000, now).version).toBe(2);
    expect(newRecord(envelope, destination, 1_000, now, keyOf(envelope.id, 1)).version).toBe(2);
  });

  test('a record for a further receiver is one of this lead’s, and of no other', () => {
    const further = newRecord(envelope, destination, 1_000, now, keyOf(envelope.id, 1));
    expect(isRecord(further)).toBe(true);
    expect(isRecord({ ...further, version: 1 } as object as OutboxRecord)).toBe(false);
    expect(isRecord({ ...further, id: keyOf(buildEnvelope().id, 1) })).toBe(false);
  });

  test.each([{}, { envelope: { createdAt: 'today' } }])('a moment that is not known is 0: %j', (stored) => {
    expect(told(stored).createdAt).toBe(0);
  });
});
