import { setTimeout as sleep } from 'node:timers/promises';
import { causeOf } from '../cause-of.ts';
import type { Desk } from '../desk.ts';
import { type Claimed, claimMessage, dueLanes, type Lane } from './claim-message.ts';
import { createMailer } from './mailer.ts';
import { sendMessage, usualTimeout } from './send-message.ts';
import type { Sending } from './sending.ts';
import { settleMessage } from './settle-message.ts';
import { tidyMessages } from './tidy-messages.ts';

const hour = 3_600_000;

/** How many messages of a lane are on their way at once. A destination is told one by one, so that it is never pressed. */
const mostAtOnce = (lane: Lane): number => (lane === null ? 3 : 1);

interface Patience {
  /** Milliseconds between two looks at what is due. */
  pause?: number;
  /** Milliseconds that what is in hand is given when the collector ends. */
  grace?: number;
  /** Milliseconds that a receiver has to answer. */
  timeout?: number;
}

export interface Messenger {
  /** Resolves when nothing is in hand any more, after `desk.closing`. */
  ended: Promise<void>;
}

/**
 * Sends what is to be told to others, until the collector ends; any number of processes may on one database.
 *
 * Each destination has a lane of its own, and so have the mails: a slow receiver holds up nobody else. Within a lane the
 * oldest goes first. What failed waits for its next try, and what is newer goes on meanwhile; and several processes
 * send at the same time. So a receiver goes by the time that stands in a message, not by the order in which they come. A message is claimed before it is sent and settled afterwards; if the process is killed in between, it
 * is sent again under the same id.
 */
export function startMessenger(
  desk: Desk,
  { pause = 1_000, grace = 1_000, timeout = usualTimeout }: Patience = {},
): Messenger {
  const { store, closing, now, log } = desk;
  const mailer = createMailer(desk.settings);
  const hands = new Map<Promise<void>, Lane>();
  /** Of each message on its way: what breaks it off. */
  const onTheirWay = new Set<AbortController>();
  let tidiedAt = Number.NEGATIVE_INFINITY;

  const report = (cause: unknown): void => log({ event: 'messenger-failed', ...causeOf(cause) });

  async function sendUnlessEnded(claimed: Claimed): Promise<Sending> {
    if (closing.aborted) return { result: 'released' };
    const ending = new AbortController();
    onTheirWay.add(ending);
    try {
      return await sendMessage(claimed, { desk, mailer, timeout, ending: ending.signal });
    } finally {
      onTheirWay.delete(ending);
    }
  }

  /** Sends what is due in a lane until nothing is. */
  async function workThrough(lane: Lane): Promise<void> {
    while (!closing.aborted) {
      const claimed = await claimMessage(store, lane, now());
      if (!claimed) return;
      const sending = await sendUnlessEnded(claimed);
      await settleMessage(store, claimed, sending, now());
      const { channel, event, tries } = claimed.message;
      log({
        event: 'message',
        channel,
        tells: event,
        tries,
        result: sending.result,
        ...('trouble' in sending && { trouble: sending.trouble }),
      });
    }
  }

  /** Gives each lane in which something is due one more hand, as far as it may have. */
  async function look(): Promise<void> {
    for (const lane of await dueLanes(store.read, now(), mailer !== null)) {
      if ([...hands.values()].filter((of) => of === lane).length >= mostAtOnce(lane)) continue;
      const hand = workThrough(lane)
        .catch(report)
        .finally(() => hands.delete(hand));
      hands.set(hand, lane);
    }
    if (now().getTime() - tidiedAt < hour) return;
    tidiedAt = now().getTime();
    await tidyMessages(store, now());
  }

  async function run(): Promise<void> {
    while (!closing.aborted) {
      await look().catch(report);
      await sleep(pause, null, { signal: closing, ref: false }).catch(() => {});
    }
    const free = Promise.all(hands.keys());
    await Promise.race([free, sleep(grace)]);
    for (const ending of onTheirWay) ending.abort();
    await free;
  }

  return { ended: run() };
}
