import { beforeAll, expect, test, vi } from 'vitest';
import { createOutbox } from '../../../src/delivery/outbox.ts';
import { longestWait } from '../../../src/delivery/retry-delay.ts';
import type { Outcome } from '../../../src/delivery/transport.ts';
import { seededChance } from '../../../src/roi/chance/seeded-chance.ts';
import { buildEnvelope } from '../../support/envelope-builder.ts';
import { memoryStore } from '../../support/memory-store.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Timers whose time passes when they are told. */
function virtualTime() {
  let now = Date.UTC(2026, 10, 28);
  const due = new Set<{ at: number; ring: () => void }>();
  return {
    now: () => now,
    timers: {
      setTimeout(ring: () => void, milliseconds: number) {
        const timer = { at: now + milliseconds, ring };
        due.add(timer);
        return timer;
      },
      clearTimeout: (timer: { at: number; ring: () => void }) => void due.delete(timer),
    },
    /** Lets everything happen until then, in the order of time. */
    async passUntil(end: number) {
      for (;;) {
        let next = { at: end, ring: () => {} };
        for (const timer of due) if (timer.at < next.at) next = timer;
        if (!due.delete(next)) break;
        now = next.at;
        next.ring();
        // A round is a handful of promises, and none of them waits for anything real.
        await new Promise(setImmediate);
      }
      now = end;
    },
  };
}

interface Outage {
  /** Within how many milliseconds of its beginning a thousand people press the button. */
  pressedWithin: number;
  /** What the receiver answers while it is away, so many milliseconds before it is back. */
  says(left: number): Outcome;
  random: () => number;
}

const pages = 1_000;
const length = 6 * hour;

/** Milliseconds after a receiver is back at which it is sent each of a thousand pages' leads. */
async function recovery({ pressedWithin, says, random }: Outage): Promise<number[]> {
  const time = virtualTime();
  const back = time.now() + length;
  const arrivals: number[] = [];
  const destination = {
    url: 'https://receiver.example/',
    readable: true,
    contentType: 'text/plain',
  } as const;
  for (let page = 0; page < pages; page++) {
    const outbox = createOutbox({
      store: memoryStore(),
      now: time.now,
      random,
      timers: time.timers,
      async transport() {
        const left = back - time.now();
        if (left > 0) return says(left);
        arrivals.push(-left);
        return { status: 'accepted' };
      },
    });
    outbox.start();
    const press = () => void outbox.submit(buildEnvelope({ id: `page-${page}` }), destination);
    time.timers.setTimeout(press, (pressedWithin * page) / pages);
  }
  await time.passUntil(back + 3 * hour);
  expect(arrivals).toHaveLength(pages);
  return arrivals;
}

/** The fullest three minutes of the hour in which they come, against the mean three minutes. */
function peakOf(arrivals: readonly number[]): number {
  const parts = 20;
  const counts = new Array<number>(parts).fill(0);
  for (const time of arrivals) counts[Math.min(parts - 1, Math.floor((time / longestWait) * parts))]!++;
  return Math.max(...counts) / (pages / parts);
}

const busy = (): Outcome => ({ status: 'failed', trouble: 'busy', retryAfter: null });
/** It names the time at which it will be back. */
const busyUntil = (left: number): Outcome => ({
  status: 'failed',
  trouble: 'busy',
  retryAfter: Math.min(left, longestWait),
});

// Nothing wakes these pages but their own clocks.
beforeAll(() => {
  vi.stubGlobal('addEventListener', () => {});
  return () => vi.unstubAllGlobals();
});

const outages: [string, number, Pick<Outage, 'says' | 'pressedWithin'>][] = [
  ['that were turned away at once', 2, { says: busy, pressedWithin: minute }],
  ['that were turned away one after the other', 2, { says: busy, pressedWithin: length }],
  // They have to come within half of the last pause they were asked for.
  ['that were all told the same time', 6, { says: busyUntil, pressedWithin: length }],
];

test.each(outages)(
  'a thousand pages %s come back spread, at most %d times the mean',
  async (_, most, outage) => {
    const arrivals = await recovery({ ...outage, random: seededChance(1).uniform });
    expect(peakOf(arrivals)).toBeLessThanOrEqual(most);
  },
);

test('without chance, those that were told the same time come all at once', async () => {
  const arrivals = await recovery({ says: busyUntil, pressedWithin: length, random: () => 0 });
  expect(peakOf(arrivals)).toBeGreaterThan(10);
});
