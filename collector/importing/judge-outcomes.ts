import type { Queries } from '../store/store.ts';
import { type JournalEntry, type Person, type Stage, stages } from '../store/tables.ts';
import type { PersonOutcome } from './outcomes-by-person.ts';
import { isEnd, type OutcomeRow } from './read-outcomes.ts';
import type { RowProblem } from './read-row.ts';

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

/** Since when somebody stands where they do, and by whose word: a file's, a colleague's, or their own. */
interface Since {
  day: string;
  by: 'file' | 'hand' | 'request';
}

interface Standing extends Since {
  /** What files said and a colleague took back. */
  takenBack: readonly string[];
  /** When they asked, the first time first: ISO 8601, UTC. */
  asked: readonly string[];
}

type Entry = Pick<JournalEntry, 'kind' | 'at' | 'happened_on' | 'before' | 'after' | 'undone_by'>;

/** What a file says of somebody, in one line. */
const wordOf = (stage: Stage, day: string, revenue: number | null): string => `${stage} ${day} ${revenue}`;

/** The same of a row: a customer whose revenue it leaves out keeps the one that is known. */
const wordIn = ({ stage, day, revenue }: OutcomeRow, person: Person): string =>
  wordOf(stage, day, stage === 'customer' ? (revenue ?? person.revenue) : null);

const dayOf = (moment: string): string => moment.slice(0, 10);
const firstDay = ({ asked_at, first_at }: Person): string => dayOf(asked_at ?? first_at);

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

const entryDay = ({ happened_on, at }: Entry): string => happened_on ?? dayOf(at);

/** The columns of which an entry tells since when somebody stands where they do. */
const telling = ['stage', 'revenue', 'closed_at'];

/** Since when somebody stands where they do: before anything else happened, since they first asked. */
function sinceOf(person: Person, entries: readonly Entry[]): Since {
  let since: Since = { day: firstDay(person), by: 'file' };
  for (const entry of entries) {
    if (entry.kind === 'undo' || entry.undone_by !== null) continue;
    // Who asks more is no further by anybody's word but the score's; only who was lost begins again.
    if (entry.kind === 'request' && valuesIn(entry.before).stage !== 'lost') continue;
    const day = entryDay(entry);
    if (day < since.day) continue;
    const by = entry.kind === 'imported' ? 'file' : entry.kind === 'request' ? 'request' : 'hand';
    since = { day, by: by === 'file' && day === since.day ? since.by : by };
  }
  return since;
}

const valuesIn = (json: string | null) =>
  JSON.parse(json ?? '{}') as Partial<Pick<Person, 'stage' | 'revenue'>>;

/** What files said and a colleague took back: from how somebody stands now, back through their history. */
function takenBackOf({ stage, revenue }: Person, entries: readonly Entry[]): string[] {
  const left = { stage, revenue };
  return entries.toReversed().flatMap((entry) => {
    const word = wordOf(left.stage, entryDay(entry), left.revenue);
    Object.assign(left, valuesIn(entry.before));
    return entry.kind === 'imported' && entry.undone_by !== null ? [word] : [];
  });
}

/** How people stand, by their ids. */
async function standingsOf(queries: Queries, people: readonly Person[]): Promise<Map<number, Standing>> {
  if (people.length === 0) return new Map();
  const ids = people.map(({ id }) => id);
  const entries = await queries
    .selectFrom('journal')
    .select(['person_id', 'kind', 'at', 'happened_on', 'before', 'after', 'undone_by'])
    .where('person_id', 'in', ids)
    .where(({ or, eb }) => or(telling.map((column) => eb('after', 'like', `%"${column}":%`))))
    .orderBy('id')
    .execute();
  const requests = await queries
    .selectFrom('requests')
    .select(['person_id', 'received_at'])
    .where('person_id', 'in', ids)
    .where('quarantine', '=', 0)
    .orderBy('received_at')
    .execute();
  return new Map(
    people.map((person) => {
      const isTheirs = ({ person_id }: { person_id: number }) => person_id === person.id;
      const known = entries.filter(isTheirs);
      const asked = requests.filter(isTheirs).map(({ received_at }) => received_at);
      return [person.id, { ...sinceOf(person, known), takenBack: takenBackOf(person, known), asked }];
    }),
  );
}

/** Judges what a file says of people by what is known of them: a portion of them at a time. */
export async function judgeOutcomes(queries: Queries, outcomes: readonly PersonOutcome[]): Promise<Judged[]> {
  if (outcomes.length === 0) return [];
  const people = await queries
    .selectFrom('persons')
    .selectAll()
    .where(
      'id',
      'in',
      outcomes.map(({ person }) => person),
    )
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
