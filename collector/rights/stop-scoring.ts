import type { Envelope } from 'unisono/schema';
import { unscoredLead } from '../receiving/received-lead.ts';
import type { Change } from '../store/store.ts';
import { unscoredPayload } from '../telling/webhook-payload.ts';
import { changePerson } from '../working/change-person.ts';
import { holdPersons } from './hold-persons.ts';
import { keepColumns } from './keep-columns.ts';

/**
 * Stops scoring somebody who objects to it by word to the team (GDPR, article 21; by a form, `objection.scoring` says
 * so for that request): their requests lose their scores, and those to come get none. Nor does their history say what they were found to
 * be worth, nor what waits to be told to others.
 * @param by the account that puts it down
 * @returns how many people
 */
export async function stopScoring(
  change: Change,
  email: string,
  { by, now }: { by: number; now: Date },
): Promise<number> {
  const persons = (await holdPersons(change, email)).filter(({ test, unscored }) => !test && !unscored);
  for (const { id } of persons) {
    const requests = await change
      .selectFrom('requests')
      .select(['sequence', 'envelope', 'body_digest as digest'])
      .where('person_id', '=', id)
      .execute();
    for (const { sequence, envelope, digest } of requests) {
      const lead = unscoredLead({ envelope: JSON.parse(envelope) as Envelope, digest });
      await change
        .updateTable('requests')
        .set({ envelope: JSON.stringify(lead.envelope), claimed_score: null, temperature: null })
        .where('sequence', '=', sequence)
        .execute();
    }
    await change
      .updateTable('persons')
      .set({ temperature: null, score: null })
      .where('id', '=', id)
      .execute();
    await forgetScores(change, id);
    await changePerson(change, { person: id, kind: 'unscored', by, now, to: () => ({ unscored: 1 }) });
  }
  return persons.length;
}

/** Takes what somebody was found to be worth out of their history and out of what webhooks are still to be told. */
async function forgetScores(change: Change, person: number): Promise<void> {
  await keepColumns(change, person, (column) => column !== 'temperature' && column !== 'score');
  const messages = await change
    .selectFrom('messages')
    .select(['id', 'body'])
    .where('person_id', '=', person)
    .where('channel', '=', 'webhook')
    .where('status', '!=', 'sent')
    .execute();
  for (const { id, body } of messages)
    await change
      .updateTable('messages')
      .set({ body: JSON.stringify(unscoredPayload(JSON.parse(body))) })
      .where('id', '=', id)
      .execute();
}
