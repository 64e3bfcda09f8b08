import { monthsBefore } from './months-before.ts';
import type { RetentionRule } from './retention-rules.ts';
import { batch, type Step } from './step.ts';

/** Deletes what has an end, and is past it. */
export const deleteEnded =
  (table: 'sessions' | 'links' | 'attempts', key: 'token_hash' | 'key', end: 'expires_at' | 'until'): Step =>
  async (change, { now }) => {
    // One table stands for all of them: they are asked in the same way.
    const [one, id, ends] = [table as 'sessions', key as 'token_hash', end as 'expires_at'];
    const ended = await change
      .deleteFrom(one)
      .where(id, 'in', (eb) => eb.selectFrom(one).select(id).where(ends, '<', now.toISOString()).limit(batch))
      .returning(id)
      .execute();
    return ended.length;
  };

/** Deletes what was kept for as many months as a rule says: a table, since when, and the rule. */
const deleteKept =
  (table: 'consents' | 'unread_leads', since: 'kept_at' | 'received_at', rule: RetentionRule): Step =>
  async (change, { rules, now }) => {
    const months = rules[rule];
    if (months === null) return 0;
    // One table stands for both of them: they are asked in the same way.
    const [one, from] = [table as 'consents', since as 'kept_at'];
    const deleted = await change
      .deleteFrom(one)
      .where('id', 'in', (eb) =>
        eb.selectFrom(one).select('id').where(from, '<', monthsBefore(now, months)).limit(batch),
      )
      .returning('id')
      .execute();
    return deleted.length;
  };

/** Proof of consent. */
export const deleteProof = deleteKept('consents', 'kept_at', 'proof');

/** Leads of an older collector that this one cannot read: they are kept as long as any other lead. */
export const deleteUnread = deleteKept('unread_leads', 'received_at', 'leads');
