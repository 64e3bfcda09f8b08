import type { Queries } from '../store/store.ts';
import { type Person, type Stage, stages } from '../store/tables.ts';
import type { PersonOutcome } from './outcomes-by-person.ts';
import { isEnd, type OutcomeRow } from './read-outcomes.ts';
import type { RowProblem } from './read-row.ts';
import { dayOf, firstDay, type Standing, standingsOf, wordOf } from './standings.ts';

/** What comes of a row: it changes a person, says what is known, or something newer is known here. */
export type OutcomeFate = 'changed' | 'same' | 'newer';

type Verdict = OutcomeFate | RowProblem;

/** What comes of what a file says of somebody; who is changed, as they stand. */
export type Judged = PersonOutcome &
  (
    | {
        verdict: 'changed';
        now: Person;
        /** When they first asked again after that day, if they did: ISO 8601, UTC. */
        askedAgain: string | null;
      }
    | { verdict: Exclude<Verdict, 'changed'> }
  );

/** What a row says, in one line: a customer whose revenue it leaves out keeps the one that is known. */
const wordIn = ({ stage, day, revenue }: OutcomeRow, person: Person): string =>
  wordOf(stage, day, stage === 'customer' ? (revenue ?? person.revenue) : null);

/** The day on which somebody came to the end at which they stand. */
export const endedOn = ({ stage, customer_at, lost_at }: Person): string | null => {
  const at = stage === 'customer' ? customer_at : stage === 'lost' ? lost_at : null;
  return at && dayOf(at);
};

const isEndOf = (row: OutcomeRow): boolean => isEnd(row.stage);

function saysWhatIsKnown(row: OutcomeRow, person: Person): boolean {
  if (row.stage !== person.stage) return false;
  if (row.stage === 'customer' && row.revenue !== null && row.revenue !== person.revenue) return false;
  if (row.stage === 'lost' && row.reason !== person.lost_reason) return false;
  return !isEndOf(row) || endedOn(person) === row.day;
}

const isFurther = (stage: Stage, than: Stage): boolean => stages.indexOf(stage) > stages.indexOf(than);

/** What comes of a row on the very day since which somebody stands where they do. */
function onTheSameDay(row: OutcomeRow, person: Person, { by }: Standing): Verdict {
  const hasEnded = isEnd(person.stage);
  // Who asked again after that day's end begins again.
  if (by === 'request') return 'newer';
  if (!hasEnded && isEndOf(row)) return 'changed';
  if (by === 'hand' || (hasEnded && !isEndOf(row))) return 'newer';
  if (hasEnded) return row.stage === person.stage ? 'changed' : 'two-ends';
  return isFurther(row.stage, person.stage) ? 'changed' : 'newer';
}

/** What comes of a row: what happened later counts, whoever says it first. */
function judge(row: OutcomeRow, person: Person, standing: Standing): Verdict {
  if (person.team === null) return 'set-aside';
  if (row.day < firstDay(person)) return 'before-request';
  if (saysWhatIsKnown(row, person)) return 'same';
  if (standing.takenBack.includes(wordIn(row, person))) return 'newer';
  if (row.day < standing.day) return 'newer';
  // Whoever was lost and asks again begins again, whichever of the two is known first.
  if (row.stage === 'lost' && askedAfter(row, standing)) return 'newer';
  if (row.stage === 'customer' && row.revenue === null && person.revenue === null) return 'missing';
  if (row.day === standing.day) return onTheSameDay(row, person, standing);
  // When somebody came to an open stage is known once, however often a file repeats it.
  return !isEndOf(row) && row.stage === person.stage ? 'same' : 'changed';
}

/** When somebody first asked again after the day of a row. */
const askedAfter = ({ day }: OutcomeRow, { asked }: Standing): string | null =>
  asked.find((at) => dayOf(at) > day) ?? null;

/** Judges what a file says of people by what is known of them: a portion of them at a time. */
export async function judgeOutcomes(queries: Queries, outcomes: readonly PersonOutcome[]): Promise<Judged[]> {
  if (outcomes.length === 0) return [];
  const ids = outcomes.map(({ person }) => person);
  const people = await queries
    .selectFrom('persons')
    .selectAll()
    .where('id', 'in', ids)
    .where('anonymous', '=', 0)
    .execute();
  const standings = await standingsOf(queries, people);
  const byId = new Map(people.map((person) => [person.id, person]));
  return outcomes.map((outcome) => {
    const now = byId.get(outcome.person);
    // Whoever went meanwhile is nobody we know.
    if (!now) return { ...outcome, verdict: 'unknown-person' };
    const standing = standings.get(now.id)!;
    const verdict = judge(outcome.row, now, standing);
    return verdict === 'changed'
      ? { ...outcome, verdict, now, askedAgain: askedAfter(outcome.row, standing) }
      : { ...outcome, verdict };
  });
}
