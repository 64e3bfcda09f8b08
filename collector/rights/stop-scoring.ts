import type { Envelope } from 'unisono/schema';
import { unscoredLead } from '../receiving/received-lead.ts';
import type { Change } from '../store/store.ts';
import { changePerson } from '../working/change-person.ts';
import { holdPersons } from './hold-persons.ts';

/**
 * Stops scoring somebody who objects to it by word to the team (GDPR, article 21; by a form, `objection.scoring` says
 * so for that request): their requests lose their scores, and those to come get none.
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
    await changePerson(change, { person: id, kind: 'unscored', by, now, to: () => ({ unscored: 1 }) });
  }
  return persons.length;
}
