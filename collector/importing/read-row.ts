import { currencyIn } from './column-name.ts';
import type { Row } from './csv-rows.ts';
import { readDay } from './date-style.ts';
import type { FieldName } from './import-fields.ts';
import { readNumber } from './number-style.ts';
import type { Reading } from './reading.ts';
import type { Sheet } from './sheet-of.ts';

/** Why a row cannot be taken, as a name for which each language has words. */
export type RowProblem =
  | 'missing'
  | 'too-long'
  | 'no-day'
  | 'future'
  | 'no-amount'
  | 'no-count'
  | 'no-kind'
  | 'other-currency'
  | 'no-person'
  | 'unknown-stage'
  | 'unknown-person'
  | 'set-aside'
  | 'before-request'
  | 'two-ends'
  | 'changed-meanwhile'
  | 'held-back'
  | 'more-cells';

export interface CellProblem {
  field: FieldName;
  /** The name of the column in the file; `''` for what is the same in all rows. */
  column: string;
  value: string;
  problem: RowProblem;
}

/** A row that is not taken, with why. */
export interface RefusedRow extends Row {
  problems: CellProblem[];
}

/** What all rows of a file are read by. */
export interface RowContext {
  sheet: Sheet;
  reading: Reading;
  /** ISO 4217, of the team. */
  currency: string;
  /** A day: nothing in a file has happened later. */
  today: string;
}

/** Characters of a text such as the name of a campaign. */
export const longestText = 200;
/** No amount and no count is larger. */
const most = 1e12;

/** What exports write where there is nothing. */
const nothing = new Set(['-', '--', '—', 'n/a', '(not set)']);

/** How a currency is signed at home: `€`, `$`. */
const signOf = (currency: string): string | undefined =>
  new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value;

/** One row's cells by our fields. What is wrong with them gathers in `problems`. */
export class RowReader {
  readonly problems: CellProblem[] = [];
  private readonly row: Row;
  private readonly context: RowContext;

  constructor(row: Row, context: RowContext) {
    this.row = row;
    this.context = context;
  }

  /** What stands in the row for a field, or is said for all rows; `''` for nothing. */
  text(field: FieldName): string {
    const { columns, constants } = this.context.reading;
    const at = columns[field];
    const value = at === undefined ? (constants[field] ?? '') : (this.row.cells[at] ?? '');
    return nothing.has(value.toLowerCase()) ? '' : value;
  }

  refuse(field: FieldName, problem: RowProblem, value = this.text(field)): null {
    const at = this.context.reading.columns[field];
    const column = at === undefined ? '' : (this.context.sheet.header[at] ?? '');
    this.problems.push({ field, column, value, problem });
    return null;
  }

  shortText(field: FieldName): string {
    const value = this.text(field);
    if (value.length > longestText) this.refuse(field, 'too-long');
    return value;
  }

  /** A day up to today. */
  day(field: FieldName): string | null {
    const day = this.dayOrMonth(field);
    return day?.length === 7 ? this.refuse(field, 'no-day') : day;
  }

  /** A day up to today, or a month that has begun. */
  dayOrMonth(field: FieldName): string | null {
    const value = this.text(field);
    if (!value) return this.refuse(field, 'missing');
    const day = readDay(value, this.context.reading.dates);
    if (!day) return this.refuse(field, 'no-day');
    return day > this.context.today ? this.refuse(field, 'future') : day;
  }

  /** Money; `null` where there is none, or none that can be read. */
  amount(field: FieldName): number | null {
    const value = this.text(field);
    if (!value) return null;
    const amount = readNumber(value, this.context.reading.decimals);
    return amount === null || amount < 0 || amount > most ? this.refuse(field, 'no-amount') : amount;
  }

  /** How often something happened; `null` where nobody counted. */
  count(field: FieldName): number | null {
    const value = this.text(field);
    if (!value) return null;
    const count = readNumber(value, this.context.reading.decimals);
    const isCount = count !== null && Number.isInteger(count) && count >= 0 && count <= most;
    return isCount ? count : this.refuse(field, 'no-count');
  }

  /** Money is in the team's currency, by what the row, the name of the column or the cell itself says of it. */
  checkCurrency(amount: FieldName): void {
    const { reading, sheet, currency } = this.context;
    const at = reading.columns[amount];
    const named = at === undefined ? null : currencyIn(sheet.header[at] ?? '');
    const said = this.text('currency') || named;
    if (said && said.toUpperCase() !== currency) this.refuse('currency', 'other-currency', said);
    const [sign] = /\p{Sc}|\b[A-Z]{3}\b/u.exec(this.text(amount)) ?? [];
    if (sign && sign !== currency && sign !== signOf(currency)) this.refuse(amount, 'other-currency');
  }

  /** A row has no more in it than there are columns: a separator may stand within a number, say. */
  checkCells(field: FieldName): void {
    if (this.row.cells.slice(this.context.sheet.header.length).some(Boolean))
      this.refuse(field, 'more-cells');
  }
}

/** Whether a row sums up others: `Total: Account`, `Totale`. */
export const isTotalLabel = (cell: string): boolean =>
  /^(grand )?total[ei]?s?( complessivo)?\s*([:–—-].*)?$/i.test(cell);

/** Rows at the end that are none: an export's words about itself, each in a cell of its own. */
export function footLines({ header, rows }: Sheet): ReadonlySet<Row> {
  const foot = new Set<Row>();
  if (header.filter(Boolean).length < 3) return foot;
  for (const row of [...rows].reverse()) {
    if (row.cells.filter(Boolean).length > 1) break;
    foot.add(row);
  }
  return foot;
}
