import { createHmac } from 'node:crypto';
import type { Desk } from '../desk.ts';

/**
 * How many wrong passwords are tried before one has to wait: for an address, in a browser whose owner has signed in
 * there before, and by a sender.
 */
const most = { address: 10, device: 10, sender: 50 };
/** Milliseconds, from the first wrong one on. */
const pause = 15 * 60_000;

/** For whom, or by whom, a password is tried. */
export interface Tried {
  what: keyof typeof most;
  who: string;
}

/** What people type into a log-in is nobody's business: it is kept as a keyed hash. */
const keyOf = (secret: string, { what, who }: Tried): string =>
  `password ${what} ${createHmac('sha256', secret).update(who).digest('hex')}`;

const secondsUntil = (until: string, now: Date): number =>
  Math.max(1, Math.ceil((Date.parse(until) - now.getTime()) / 1_000));

// Each change below touches a single row, so that no two of them can wait for each other.

/**
 * Counts a try before it is made, so that a hundred sent at once are counted too.
 * @returns seconds to wait: 0 if it may be made
 */
export async function countTry({ store, secret, now }: Desk, tried: Tried): Promise<number> {
  const key = keyOf(secret, tried);
  const moment = now();
  const at = moment.toISOString();
  const limit = most[tried.what];
  // Whoever has to wait is told so without a write, however often they ask.
  const known = await store.read
    .selectFrom('attempts')
    .selectAll()
    .where('key', '=', key)
    .where('until', '>', at)
    .executeTakeFirst();
  if (known && known.count >= limit) return secondsUntil(known.until, moment);

  const end = new Date(moment.getTime() + pause).toISOString();
  const { count, until } = await store.change((change) =>
    change
      .insertInto('attempts')
      .values({ key, count: 1, until: end })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet(({ eb, ref }) => ({
          count: eb
            .case()
            .when('attempts.until', '<=', at)
            .then(1)
            .else(eb('attempts.count', '+', 1))
            .end(),
          until: eb.case().when('attempts.until', '<=', at).then(end).else(ref('attempts.until')).end(),
        })),
      )
      .returning(['count', 'until'])
      .executeTakeFirstOrThrow(),
  );
  return count > limit ? secondsUntil(until, moment) : 0;
}

/**
 * Takes back a try that was right. An address and a browser start anew; a sender has one wrong try less, since behind
 * one may sit a whole office, or one who has an account and guesses at others.
 */
export async function forgiveTry({ store, secret }: Desk, tried: Tried): Promise<void> {
  const key = keyOf(secret, tried);
  await store.change(async (change) => {
    if (tried.what !== 'sender') await change.deleteFrom('attempts').where('key', '=', key).execute();
    else
      await change
        .updateTable('attempts')
        .set(({ eb }) => ({ count: eb('count', '-', 1) }))
        .where('key', '=', key)
        .where('count', '>', 0)
        .execute();
  });
}

/** Throws away what is counted no more. */
export async function sweepAttempts({ store, now }: Desk): Promise<void> {
  await store.change((change) =>
    change.deleteFrom('attempts').where('until', '<=', now().toISOString()).execute(),
  );
}
