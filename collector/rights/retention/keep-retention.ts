import { setTimeout as sleep } from 'node:timers/promises';
import { causeOf } from '../../cause-of.ts';
import type { Desk } from '../../desk.ts';
import { takeTurn } from '../../store/take-turn.ts';
import { anonymiseDue } from './anonymise-due.ts';
import { deleteEnded, deleteProof, deleteUnread } from './delete-ended.ts';
import { deleteSetAside } from './delete-set-aside.ts';
import { deleteUploads } from './delete-uploads.ts';
import { emptyMessages } from './empty-messages.ts';
import { retentionOf } from './retention-rules.ts';
import type { Run, Step } from './step.ts';

const minute = 60_000;
/** Milliseconds between two runs. */
const pause = 60 * minute;
/** Less than a pause, so that a run that came a little late does not keep the next one from its turn. */
const turn = 50 * minute;

const steps: Record<string, Step> = {
  leads: anonymiseDue('leads'),
  customers: anonymiseDue('customers'),
  unread: deleteUnread,
  tests: deleteSetAside('test'),
  aside: deleteSetAside('quarantine'),
  proof: deleteProof,
  messages: emptyMessages,
  uploads: deleteUploads,
  sessions: deleteEnded('sessions', 'token_hash', 'expires_at'),
  links: deleteEnded('links', 'token_hash', 'expires_at'),
  attempts: deleteEnded('attempts', 'key', 'until'),
};

/**
 * Lets go what was kept for as long as the team's rules say, a batch at a time. Of several processes on one database
 * one does it; what two did at once would still be done once.
 * @returns how much of each, or `null` if another process has just done it
 */
export async function keepRetention({
  store,
  secret,
  now,
  log,
  closing,
}: Desk): Promise<Record<string, number> | null> {
  if (!(await store.change((change) => takeTurn(change, 'retention', now(), turn)))) return null;
  const run: Run = { rules: await retentionOf(store.read), secret, now: now() };
  const done: Record<string, number> = {};
  for (const [name, step] of Object.entries(steps)) {
    done[name] = 0;
    try {
      for (let count = 1; count > 0 && !closing.aborted; ) {
        count = await store.change((change) => step(change, run));
        done[name] += count;
      }
    } catch (error) {
      // What one rule cannot let go does not keep the others from it. It is tried again at the next run.
      if (!closing.aborted) log({ event: 'retention-failed', rule: name, ...causeOf(error) });
    }
  }
  // Also what an earlier scrub had to leave, since another program was reading.
  const isScrubbed = closing.aborted || (await store.scrub());
  log({ event: 'retention', ...done, isScrubbed });
  return done;
}

/** Keeps to the rules for as long as the collector runs: a minute after its start, then every hour. */
export async function keepRetentionHourly(desk: Desk): Promise<void> {
  const { closing, log } = desk;
  for (let wait = minute; !closing.aborted; wait = pause) {
    await sleep(wait, null, { signal: closing, ref: false }).catch(() => {});
    if (closing.aborted) return;
    await keepRetention(desk).catch((error) => {
      // What the end of the collector broke off is done at the next start.
      if (!closing.aborted) log({ event: 'retention-failed', ...causeOf(error) });
    });
  }
}
