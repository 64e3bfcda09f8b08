import { describe, expect, test, vi } from 'vitest';
import { createOutbox } from '../../../src/delivery/outbox.ts';
import type { Outcome } from '../../../src/delivery/transport.ts';
import { type Challenge, type Solve, withChallenge } from '../../../src/delivery/with-challenge.ts';
import { bodyOf, type Envelope } from '../../../src/lead/envelope.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';
import { memoryStore } from '../../support/memory-store.ts';

const destination = {
  url: 'https://one.example/leads',
  readable: true,
  contentType: 'text/plain',
} as const;

/** A receiver that notes each body; timers that ring when the test says so. */
function aPage(solve?: Solve, outcome: (body: string) => Outcome = () => ({ status: 'accepted' })) {
  const bodies: string[] = [];
  const timers: { callback: () => void; milliseconds: number }[] = [];
  const transport = withChallenge(
    async (envelope) => {
      bodies.push(bodyOf(envelope)!);
      return outcome(bodies.at(-1)!);
    },
    () => solve,
    {
      timers: {
        setTimeout: (callback, milliseconds) => {
          timers.push({ callback, milliseconds });
          return timers.at(-1);
        },
        clearTimeout: (timer) => void timers.splice(timers.indexOf(timer), 1),
      },
    },
  );
  return {
    transport,
    bodies,
    timers,
    spams: () => bodies.map((body) => (JSON.parse(body) as Envelope).spam),
  };
}

/** Gives another token each time. */
function tokens(): Solve {
  let number = 0;
  return async () => ({ name: 'turnstile', token: `token-${++number}` });
}

test('without a challenge on the page, the body is the envelope’s, byte for byte', async () => {
  const envelope = buildEnvelope();
  const { transport, bodies, timers } = aPage();
  expect(await transport(envelope, destination)).toEqual({ status: 'accepted' });
  expect(bodies).toEqual([bodyOf(envelope)]);
  expect(timers).toEqual([]);
});

test('each try has a token of its own, and is the same lead but for that', async () => {
  const envelope = buildEnvelope({ spam: { signals: ['too-fast'], quarantine: false } });
  const before = bodyOf(envelope);
  const { transport, bodies, spams, timers } = aPage(tokens());
  await transport(envelope, destination);
  await transport(envelope, destination);
  expect(spams()).toEqual(
    [1, 2].map((number) => ({
      signals: ['too-fast'],
      quarantine: false,
      challenge: { name: 'turnstile', token: `token-${number}` },
    })),
  );
  for (const body of bodies) {
    const { spam, ...rest } = JSON.parse(body);
    const { spam: own, ...whole } = JSON.parse(before!);
    expect(rest).toEqual(whole);
  }
  expect(bodyOf(envelope)).toBe(before);
  expect(timers).toEqual([]);
});

test('what a challenge has beside name and token does not travel', async () => {
  const { transport, spams } = aPage(async () => ({ name: 'own', token: 't', secret: 'x' }) as Challenge);
  await transport(buildEnvelope(), destination);
  expect(spams()[0]!.challenge).toEqual({ name: 'own', token: 't' });
});

describe('without a token the lead goes all the same, and is marked', () => {
  test.each<[string, Solve]>([
    ['there is none', async () => null],
    ['it is empty', async () => ({ name: 'turnstile', token: '' })],
    ['it is no text', async () => ({ name: 'turnstile', token: 7 as unknown as string })],
    ['nothing comes back', async () => undefined as unknown as null],
    ['the challenge fails', () => Promise.reject(new Error('No network'))],
    [
      'the challenge throws',
      () => {
        throw new Error('Not loaded');
      },
    ],
  ])('%s', async (_, solve) => {
    const envelope = buildEnvelope({ spam: { signals: ['too-fast'], quarantine: false } });
    const { transport, spams, timers } = aPage(solve);
    expect(await transport(envelope, destination)).toEqual({ status: 'accepted' });
    expect(spams()).toEqual([{ signals: ['too-fast', 'challenge-missing'], quarantine: false }]);
    expect(envelope.spam.signals).toEqual(['too-fast']);
    expect(timers).toEqual([]);
  });

  test('it has not come within ten seconds; what comes later changes nothing', async () => {
    let solved = (_: Challenge): void => {};
    const { transport, spams, timers } = aPage(() => new Promise((resolve) => (solved = resolve)));
    const sending = transport(buildEnvelope(), destination);
    await Promise.resolve();
    expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([10_000]);
    expect(spams()).toEqual([]);
    timers[0]!.callback();
    expect(await sending).toEqual({ status: 'accepted' });
    solved({ name: 'turnstile', token: 'late' });
    expect(spams()).toEqual([{ signals: ['challenge-missing'], quarantine: false }]);
  });

  test('a stored lead that is damaged is sent as well: a transport never throws', async () => {
    const { spam: _, ...damaged } = buildEnvelope();
    const { transport, spams } = aPage(async () => null);
    expect(await transport(damaged as Envelope, destination)).toEqual({ status: 'accepted' });
    expect(spams()).toEqual([{ signals: ['challenge-missing'] }]);
  });
});

test('a lead that waited is sent under its id with a fresh token, and what is stored never has one', async () => {
  const store = memoryStore();
  const isStored = () => JSON.stringify([...store.records.values()]);
  const seen: string[] = [];
  let isUp = false;
  const { transport, bodies, spams } = aPage(tokens(), () => {
    seen.push(isStored());
    return isUp ? { status: 'accepted' } : { status: 'failed', trouble: 'network' };
  });
  const outbox = createOutbox({ store, transport, random: () => 0 });
  const envelope = buildEnvelope();
  expect(await outbox.submit(envelope, destination)).toMatchObject({ status: 'queued' });
  seen.push(isStored());
  isUp = true;
  expect(await outbox.retry(envelope.id)).toEqual({ status: 'accepted' });
  expect(spams().map(({ challenge }) => challenge?.token)).toEqual(['token-1', 'token-2']);
  expect(bodies.map((body) => JSON.parse(body).id)).toEqual([envelope.id, envelope.id]);
  expect(seen).toHaveLength(3);
  for (const text of seen) {
    expect(text).toContain(envelope.id);
    expect(text).not.toMatch(/token|challenge/);
  }
  expect(store.records.size).toBe(0);
});

test('where nothing can be stored a lead has its token, too', async () => {
  const { transport, spams } = aPage(tokens());
  const store = { transact: vi.fn(() => Promise.reject(new Error('Denied'))) };
  const outbox = createOutbox({ store, transport });
  expect(await outbox.submit(buildEnvelope(), destination)).toEqual({ status: 'accepted' });
  expect(spams()[0]!.challenge).toEqual({ name: 'turnstile', token: 'token-1' });
});

test('a challenge and a request fit into one lease, so that no other tab sends the lead in the meantime', async () => {
  const store = memoryStore();
  let now = Date.UTC(2026, 10, 26);
  const sent: string[] = [];
  const tab = () =>
    createOutbox({
      store,
      now: () => now,
      transport: ({ id }) => {
        sent.push(id);
        return new Promise<Outcome>(() => {});
      },
    });
  void tab().submit(buildEnvelope(), destination);
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  now += 10_000 + 30_000;
  await tab().flush();
  expect(sent).toHaveLength(1);
});
