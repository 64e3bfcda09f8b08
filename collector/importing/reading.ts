import type { ImportKind, Stage } from '../store/tables.ts';
import { columnName } from './column-name.ts';
import { type DateStyle, guessDates } from './date-style.ts';
import { type Columns, guessColumns } from './guess-columns.ts';
import { type FieldName, fieldsOf } from './import-fields.ts';
import { knownStages } from './known-exports.ts';
import { type DecimalStyle, guessDecimals, type StyleGuess } from './number-style.ts';
import type { Sheet } from './sheet-of.ts';

/** What becomes of the rows with a value of the file's stages: `skip` leaves them out. */
export type StageChoice = Stage | 'skip';

/** How the rows of a file are read. */
export interface Reading extends Columns {
  decimals: DecimalStyle;
  dates: DateStyle;
  /** Of each value in the column of stages. */
  stages: Record<string, StageChoice>;
}

/** What a reading is by itself, and what of it has to be asked. */
export interface ReadingGuess extends Columns {
  program: string | null;
  decimals: StyleGuess<DecimalStyle>;
  dates: StyleGuess<DateStyle>;
}

/** Values of a column of stages that one can be asked about. */
export const mostStages = 50;

const valuesOf = function* (sheet: Sheet, columns: Columns['columns'], fields: readonly FieldName[]) {
  for (const field of fields) {
    const at = columns[field];
    if (at === undefined) continue;
    for (const { cells } of sheet.rows) {
      const value = cells[at];
      if (value) yield [value, field] as const;
    }
  }
};

const fieldsRead = (kind: ImportKind, ...how: string[]): FieldName[] =>
  fieldsOf(kind)
    .filter(([, { reads }]) => how.includes(reads))
    .map(([field]) => field);

/** How numbers and days are written in the columns that were chosen, by all of their values. */
export function guessStyles(
  kind: ImportKind,
  sheet: Sheet,
  columns: Columns['columns'],
): Pick<ReadingGuess, 'decimals' | 'dates'> {
  const counts = fieldsRead(kind, 'count');
  const numbers = function* (): Generator<[string, boolean]> {
    for (const [value, field] of valuesOf(sheet, columns, fieldsRead(kind, 'amount', 'count')))
      yield [value, counts.includes(field)];
  };
  const days = function* (): Generator<string> {
    for (const [value] of valuesOf(sheet, columns, fieldsRead(kind, 'day'))) yield value;
  };
  return { decimals: guessDecimals(numbers()), dates: guessDates(days()) };
}

/** How a file is read by what it looks like. */
export function guessReading(kind: ImportKind, sheet: Sheet): ReadingGuess {
  const guess = guessColumns(kind, sheet.header);
  return { ...guess, ...guessStyles(kind, sheet, guess.columns) };
}

/** The values in a column of stages, in order of appearance, each with the stage it is known by. */
export function stageValues(sheet: Sheet, column: number | undefined): Map<string, Stage | null> {
  const found = new Map<string, Stage | null>();
  if (column === undefined) return found;
  for (const { cells } of sheet.rows) {
    const value = cells[column];
    if (!value || found.has(value)) continue;
    const name = columnName(value);
    found.set(value, Object.hasOwn(knownStages, name) ? knownStages[name]! : null);
    if (found.size > mostStages) break;
  }
  return found;
}
