import type { Stage } from '../store/tables.ts';
import type { Row } from './csv-rows.ts';
import { footLines, isTotalLabel, type RefusedRow, type RowContext, RowReader } from './read-row.ts';

/** What one row says became of somebody. */
export interface OutcomeRow {
  row: Row;
  /** An e-mail address, or the id of a lead. */
  person: string;
  stage: Stage;
  /** The day on which it happened. */
  day: string;
  /** `null`: not said. */
  revenue: number | null;
  /** Of who was lost: what the file says why, or else what it calls the stage. */
  reason: string;
}

export interface ReadOutcomes {
  rows: OutcomeRow[];
  refused: RefusedRow[];
  /** Lines that are no rows. */
  leftOut: number;
  /** Rows whose stage was chosen to be left out. */
  skipped: number;
}

/** Characters of a lead's id, or of an address. */
const longest = 320;

export const isEnd = (stage: Stage): boolean => stage === 'customer' || stage === 'lost';

/** Who a row is about: one address, or one id. */
function personOf(reader: RowReader): string {
  const person = reader.text('person').replace(/^mailto:/i, '');
  if (!person) reader.refuse('person', 'missing');
  else if (person.length > longest || /[\s;,]/.test(person)) reader.refuse('person', 'no-person');
  return person;
}

function readOne(row: Row, context: RowContext): OutcomeRow | RefusedRow | 'skip' {
  const reader = new RowReader(row, context);
  const { stages, columns } = context.reading;
  const written = reader.text('stage');
  const stage = Object.hasOwn(stages, written) ? stages[written]! : null;
  if (stage === 'skip') return 'skip';
  if (!stage) reader.refuse('stage', written ? 'unknown-stage' : 'missing');
  const person = personOf(reader);
  const isOpen = stage !== null && !isEnd(stage);
  const day = reader.day(isOpen && columns.openDay !== undefined ? 'openDay' : 'day');
  const revenue = stage === 'customer' ? reader.amount('revenue') : null;
  if (revenue !== null) reader.checkCurrency('revenue');
  reader.checkCells('person');
  const reason = stage === 'lost' ? reader.shortText('reason') || written : '';
  if (reader.problems.length > 0 || stage === null || day === null)
    return { ...row, problems: reader.problems };
  return { row, person, stage, day, revenue, reason };
}

/** Reads what became of people, row by row. */
export function readOutcomes(context: RowContext): ReadOutcomes {
  const read: ReadOutcomes = { rows: [], refused: [], leftOut: 0, skipped: 0 };
  const foot = footLines(context.sheet);
  const { person } = context.reading.columns;
  for (const row of context.sheet.rows) {
    const isTotal =
      row.cells.some(isTotalLabel) && (person === undefined || !row.cells[person]?.includes('@'));
    if (foot.has(row) || isTotal) {
      read.leftOut += 1;
      continue;
    }
    const one = readOne(row, context);
    if (one === 'skip') read.skipped += 1;
    else if ('problems' in one) read.refused.push(one);
    else read.rows.push(one);
  }
  return read;
}
