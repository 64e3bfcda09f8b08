import type { Queries } from '../store/store.ts';
import type { JournalEntry, Person, Stage } from '../store/tables.ts';

/** Since when somebody stands where they do, and by whose word: a file's, a colleague's, or their own. */
interface Since {
  day: string;
  by: 'file' | 'hand' | 'request';
}

export interface Standing extends Since {
  /** What files said and a colleague took back. */
  takenBack: readonly string[];
  /** When they asked, the first time first: ISO 8601, UTC. */
  asked: readonly string[];
}

type Entry = Pick<JournalEntry, 'kind' | 'at' | 'happened_on' | 'before' | 'after' | 'undone_by'>;

/** What a file says of somebody, in one line. */
export const wordOf = (stage: Stage, day: string, revenue: number | null): string =>
  `${stage} ${day} ${revenue}`;

export const dayOf = (moment: string): string => moment.slice(0, 10);
/** On which somebody first asked. */
export const firstDay = ({ asked_at, first_at }: Person): string => dayOf(asked_at ?? first_at);

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

/** How people stand, by their ids: a portion of them at a time. */
export async function standingsOf(
  queries: Queries,
  people: readonly Person[],
): Promise<Map<number, Standing>> {
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
