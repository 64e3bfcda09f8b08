import type { Queries } from '../store/store.ts';
import { type Person, type Stage, stages } from '../store/tables.ts';
import type { PersonOutcome } from './outcomes-by-person.ts';
import { isEnd, type OutcomeRow } from './read-outcomes.ts';
import type { RowProblem } from './read-row.ts';

/** What comes of a row: it changes a person, says what is known, or something newer is known here. */
export type OutcomeFate = 'changed' | 'same' | 'newer';

type Verdict = OutcomeFate | RowProblem;

/** What comes of what a file says of somebody; who is changed, as they stand. */
export type Judged = PersonOutcome &
  ({ verdict: 'changed'; now: Person } | { verdict: Exclude<Verdict, 'changed'> });

/** Since when somebody stands where they do, and by whose word: a file's, a colleague's, or their own. */
interface Standing {
  day: string;
  by: 'file' | 'hand' | 'request';
  /** What files said and a colleague took back. */
  takenBack: readonly string[];
}

/** What a file says of somebody, in one line. */
const wordOf = (stage: Stage, day: string, revenue: number | null): string => `${stage} ${day} ${revenue}`;

const dayOf = (moment: string): string => moment.slice(0, 10);
const firstDay = ({ asked_at, first_at }: Person): string => dayOf(asked_at ?? first_at);

/** The day on which somebody came to the end at which they stand. */
export const endedOn = ({ stage, customer_at, lost_at }: Person): string | null => {
  const at = stage === 'customer' ? customer_at : stage === 'lost' ? lost_at : null;
  return at && dayOf(at);
};

/** Before anything else happened: since they first asked. */
const startOf = (person: Person): Standing => ({ day: firstDay(person), by: 'file', takenBack: [] });

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
  if (standing.takenBack.includes(wordOf(row.stage, row.day, row.revenue))) return 'newer';
  if (row.day < standing.day) return 'newer';
  if (row.stage === 'customer' && row.revenue === null && person.revenue === null) return 'missing';
  if (row.day === standing.day) return onTheSameDay(row, person, standing);
  // When somebody came to an open stage is known once, however often a file repeats it.
  return !isEndOf(row) && row.stage === person.stage ? 'same' : 'changed';
}

/** The columns of which an entry tells since when somebody stands where they do. */
const telling = ['stage', 'revenue', 'closed_at'];

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
  const entries = await queries
    .selectFrom('journal')
    .select(['person_id', 'kind', 'at', 'happened_on', 'after', 'undone_by'])
    .where('person_id', 'in', ids)
    .where(({ or, eb }) => or(telling.map((column) => eb('after', 'like', `%"${column}":%`))))
    .orderBy('id')
    .execute();
  const standings = new Map(people.map((person) => [person.id, startOf(person)]));
  for (const { person_id, kind, at, happened_on, after, undone_by } of entries) {
    const standing = standings.get(person_id);
    if (!standing || kind === 'undo') continue;
    const day = happened_on ?? dayOf(at);
    if (undone_by !== null) {
      const { stage, revenue = null } = JSON.parse(after ?? '{}') as Partial<
        Pick<Person, 'stage' | 'revenue'>
      >;
      if (kind === 'imported' && stage) {
        const takenBack = [...standing.takenBack, wordOf(stage, day, revenue)];
        standings.set(person_id, { ...standing, takenBack });
      }
      continue;
    }
    if (day < standing.day) continue;
    const by = kind === 'imported' ? 'file' : kind === 'request' ? 'request' : 'hand';
    standings.set(person_id, {
      ...standing,
      day,
      by: by === 'file' && day === standing.day ? standing.by : by,
    });
  }
  const byId = new Map(people.map((person) => [person.id, person]));
  return outcomes.map((outcome) => {
    const now = byId.get(outcome.person);
    // Whoever went meanwhile is nobody we know.
    if (!now) return { ...outcome, verdict: 'unknown-person' };
    const verdict = judge(outcome.row, now, standings.get(now.id)!);
    return verdict === 'changed' ? { ...outcome, verdict, now } : { ...outcome, verdict };
  });
}
