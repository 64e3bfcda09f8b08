import type { Change } from '../store/store.ts';
import type { Account, JournalEntry, JournalKind } from '../store/tables.ts';
import { type Changed, changePerson, type Outcome } from './change-person.ts';

/** Why something cannot be taken back: nothing was changed by it, it was taken back already, or more came after it. */
export type UndoRefusal = { status: 'not-undoable' | 'changed-since' | 'gone' };

/** What the person said themselves, or what others were told of at once, is not taken back by a colleague. */
const lasting: readonly JournalKind[] = ['undo', 'marketing', 'released', 'request', 'unscored'];

/** Whether somebody may take an entry back: it is their own, or they are an admin. */
export const isUndoable = (
  { undone_by, kind, account_id }: Pick<JournalEntry, 'undone_by' | 'kind' | 'account_id'>,
  by: Pick<Account, 'id' | 'role'>,
): boolean =>
  undone_by === null &&
  account_id !== null &&
  !lasting.includes(kind) &&
  (account_id === by.id || by.role === 'admin');

/**
 * Takes a change back, unless what it changed was changed again since. A note that is taken back loses its words.
 * @param entry its place in the journal
 * @param by who takes it back
 */
export async function undoChange(
  change: Change,
  { person, entry, by, now }: { person: number; entry: number; by: Pick<Account, 'id' | 'role'>; now: Date },
): Promise<Outcome | UndoRefusal> {
  const done = await change
    .selectFrom('journal')
    .selectAll()
    .where('id', '=', entry)
    .where('person_id', '=', person)
    .executeTakeFirst();
  if (!done) return { status: 'gone' };
  if (!isUndoable(done, by)) return { status: 'not-undoable' };
  const before = JSON.parse(done.before ?? '{}') as Changed;
  const after = JSON.parse(done.after ?? '{}') as Changed;

  const current = await change.selectFrom('persons').selectAll().where('id', '=', person).executeTakeFirst();
  if (!current) return { status: 'gone' };
  const isSame = (Object.keys(after) as (keyof Changed)[]).every((name) => current[name] === after[name]);
  if (!isSame || (await isBuiltUpon(change, done, after))) return { status: 'changed-since' };

  const outcome = await changePerson(change, {
    person,
    version: current.version,
    kind: 'undo',
    by: by.id,
    now,
    to: () => before,
  });
  if (outcome.status !== 'done') return outcome;
  await change
    .updateTable('journal')
    .set({ undone_by: outcome.entry, ...(done.kind === 'note' && { text: '' }) })
    .where('id', '=', entry)
    .execute();
  return outcome;
}

/**
 * Whether something came after a change that would stand on nothing without it, though its values are the same: another
 * change of the same; what a team did with somebody whom it was given; or a request, which found them where they were.
 */
async function isBuiltUpon(
  change: Change,
  { id, person_id, at }: Pick<JournalEntry, 'id' | 'person_id' | 'at'>,
  after: Changed,
): Promise<boolean> {
  const columns = new Set(Object.keys(after));
  // Whose they are, and whether they wait: that is what a request finds.
  const isOfPlace = columns.has('team') || columns.has('waiting_since');
  if (columns.has('team')) for (const name of ['stage', 'owner_id']) columns.add(name);
  const later = await change
    .selectFrom('journal')
    .select(['kind', 'after'])
    .where('person_id', '=', person_id)
    .where('id', '>', id)
    .where('kind', '!=', 'undo')
    .where('undone_by', 'is', null)
    .execute();
  if (later.some(({ kind, after }) => changesOne(after, columns) || (isOfPlace && kind === 'released')))
    return true;
  if (!isOfPlace) return false;
  const asked = await change
    .selectFrom('requests')
    .select('id')
    .where('person_id', '=', person_id)
    .where('quarantine', '=', 0)
    .where('received_at', '>', at)
    .limit(1)
    .execute();
  return asked.length > 0;
}

const changesOne = (after: string | null, columns: ReadonlySet<string>): boolean =>
  Object.keys(JSON.parse(after ?? '{}')).some((name) => columns.has(name));
