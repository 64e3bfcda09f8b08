import { setImmediate as turn } from 'node:timers/promises';
import type { Store } from '../store/store.ts';
import { type Fate, type FileResult, resultOf } from './counts.ts';
import { type Judged, judgeOutcomes } from './judge-outcomes.ts';
import { type Keeping, keepOutcomes } from './keep-outcomes.ts';
import { outcomesByPerson, type PersonOutcome, refusedFor } from './outcomes-by-person.ts';
import { portionsOf } from './portions.ts';
import { type ReadOutcomes, readOutcomes } from './read-outcomes.ts';
import type { RowContext } from './read-row.ts';

type Handle = (portion: readonly PersonOutcome[]) => Promise<Judged[]>;

export interface OutcomeResult extends FileResult {
  read: ReadOutcomes;
  /** Revenue of all customers in rows that can be taken. */
  amount: number;
}

const isFate = (verdict: Judged['verdict']): verdict is 'changed' | 'same' | 'newer' =>
  verdict === 'changed' || verdict === 'same' || verdict === 'newer';

/** Between two portions others have their turn. */
async function each({ read: queries }: Store, context: RowContext, handle: Handle): Promise<OutcomeResult> {
  const read = readOutcomes(context);
  await turn();
  const { outcomes, same, newer, refused } = await outcomesByPerson(queries, read.rows);
  const fates = new Map<number, Fate>();
  for (const { row } of same) fates.set(row.line, 'same');
  for (const { row } of newer) fates.set(row.line, 'newer');
  refused.push(...read.refused);
  for (const portion of portionsOf(outcomes)) {
    for (const { row, verdict } of await handle(portion)) {
      if (isFate(verdict)) fates.set(row.row.line, verdict);
      else if (verdict === 'missing') refused.push(refusedFor(row, verdict, 'revenue', ''));
      else refused.push(refusedFor(row, verdict));
    }
    await turn();
  }
  const amount = read.rows.reduce(
    (sum, { row, revenue }) => sum + (fates.has(row.line) ? (revenue ?? 0) : 0),
    0,
  );
  return { ...resultOf(fates, refused), read, amount };
}

/** What would come of a file of outcomes. */
export const previewOutcomes = (store: Store, context: RowContext): Promise<OutcomeResult> =>
  each(store, context, (portion) => judgeOutcomes(store.read, portion));

/** Keeps a file of outcomes, portion by portion: whoever breaks it off does it again, and nothing happens twice. */
export const importOutcomes = (store: Store, context: RowContext, keeping: Keeping): Promise<OutcomeResult> =>
  each(store, context, (portion) => store.change((change) => keepOutcomes(change, portion, keeping)));
