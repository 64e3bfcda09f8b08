import { monthsBefore } from './months-before.ts';
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

/** Deletes leads of an older collector that this one cannot read, as long after they came as any other lead. */
export const deleteUnread: Step = async (change, { rules, now }) => {
  if (rules.leads === null) return 0;
  const deleted = await change
    .deleteFrom('unread_leads')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('unread_leads')
        .select('id')
        .where('received_at', '<', monthsBefore(now, rules.leads!))
        .limit(batch),
    )
    .returning('id')
    .execute();
  return deleted.length;
};

/** Deletes proof of consent that was kept for as long as the rule says. */
export const deleteProof: Step = async (change, { rules, now }) => {
  if (rules.proof === null) return 0;
  const ended = await change
    .deleteFrom('consents')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('consents')
        .select('id')
        .where('kept_at', '<', monthsBefore(now, rules.proof!))
        .limit(batch),
    )
    .returning('id')
    .execute();
  return ended.length;
};
