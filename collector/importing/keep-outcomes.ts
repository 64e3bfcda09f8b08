import type { Change } from '../store/store.ts';
import type { Account, Person } from '../store/tables.ts';
import { type Changed, changePerson } from '../working/change-person.ts';
import { moves, type ReadMove } from '../working/moves.ts';
import { type Judged, judgeOutcomes } from './judge-outcomes.ts';
import type { PersonOutcome } from './outcomes-by-person.ts';
import { isEnd, type OutcomeRow } from './read-outcomes.ts';

/** Milliseconds for which others are told: a file may tell of years. */
const news = 7 * 24 * 3_600_000;

export interface Keeping {
  by: Pick<Account, 'id' | 'role'>;
  now: Date;
}

/** When on its day something happened: at noon, but neither before they asked nor later than now. */
function momentOf(row: OutcomeRow, { asked_at, first_at }: Person, now: Date): string {
  const from = [`${row.day}T12:00:00.000Z`, asked_at ?? first_at].sort()[1]!;
  return [from, now.toISOString()].sort()[0]!;
}

/** The move that a colleague would have made by hand. */
function moveOf(row: OutcomeRow, person: Person, at: string, { by }: Keeping): ReadMove {
  const filled: Record<string, string> = { stage: row.stage, reason: row.reason };
  return moves.stage.read(
    { text: (name) => filled[name] ?? '', amount: () => row.revenue ?? person.revenue },
    { id: by.id, role: by.role, at },
  );
}

/**
 * What a move comes to that was made elsewhere: it dates the end, and whoever imports does not take people over. Who
 * asked again after it still waits.
 */
function asImported(
  { row, askedAgain }: Judged & { verdict: 'changed' },
  at: string,
  to: (person: Person) => Changed,
) {
  const end: Changed = row.stage === 'customer' ? { customer_at: at } : { lost_at: at };
  return (person: Person): Changed => ({
    ...to(person),
    owner_id: person.owner_id,
    answered_at: person.answered_at,
    ...(isEnd(row.stage) && { closed_at: at, ...end }),
    ...(isEnd(row.stage) && { waiting_since: stillWaiting(person, askedAgain) }),
  });
}

/** Since when somebody waits who came to an end: since they asked again, if nobody has answered that. */
const stillWaiting = ({ waiting_since }: Person, askedAgain: string | null): string | null =>
  waiting_since && askedAgain && [waiting_since, askedAgain].sort()[1]!;

async function keepOne(
  change: Change,
  judged: Judged & { verdict: 'changed' },
  keeping: Keeping,
): Promise<Judged> {
  const { row, now: person } = judged;
  const at = momentOf(row, person, keeping.now);
  const move = moveOf(row, person, at, keeping);
  if (!move.ok) throw new Error(`A file makes a move that is none: ${JSON.stringify(move.problems)}`);
  const outcome = await changePerson(change, {
    person: person.id,
    version: person.version,
    kind: 'imported',
    text: move.text,
    by: keeping.by.id,
    now: keeping.now,
    happened: at,
    isQuiet: keeping.now.getTime() - Date.parse(at) > news,
    to: asImported(judged, at, move.to),
  });
  return outcome.status === 'done' ? judged : { person: person.id, row, verdict: 'changed-meanwhile' };
}

/** Keeps what a file says of a portion of people, each as a change that can be taken back. */
export async function keepOutcomes(
  change: Change,
  outcomes: readonly PersonOutcome[],
  keeping: Keeping,
): Promise<Judged[]> {
  const kept: Judged[] = [];
  for (const judged of await judgeOutcomes(change, outcomes))
    kept.push(judged.verdict === 'changed' ? await keepOne(change, judged, keeping) : judged);
  return kept;
}
