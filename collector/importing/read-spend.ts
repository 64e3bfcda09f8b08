import { type Cost, type SpendKind, spendKinds } from '../store/tables.ts';
import { columnName } from './column-name.ts';
import type { Row } from './csv-rows.ts';
import { readNumber } from './number-style.ts';
import { footLines, isTotalLabel, type RefusedRow, type RowContext, RowReader } from './read-row.ts';

/** What one row says was spent. */
export interface SpendRow extends Cost {
  line: number;
}

export interface ReadSpend {
  rows: SpendRow[];
  refused: RefusedRow[];
  /** What the file says itself that it comes to, row by row that says so; `null` where that cannot be read. */
  totals: { label: string; amount: number | null }[];
  /** Lines that are no rows: totals and what an export says about itself. */
  leftOut: number;
}

/** What rows are added up by. */
export const keyOf = ({
  day,
  source,
  campaign,
  kind,
}: Pick<SpendRow, 'day' | 'source' | 'campaign' | 'kind'>) => JSON.stringify([day, source, campaign, kind]);

/** Kinds of cost by their names, in the languages of the pages. */
const kindNames: Record<string, SpendKind> = {
  ...Object.fromEntries(spendKinds.map((kind) => [kind, kind])),
  pubblicità: 'media',
  advertising: 'media',
  produzione: 'production',
  agenzia: 'agency',
  strumenti: 'tools',
  vendite: 'sales',
};

/** The kind of cost that a text names. */
export const spendKindOf = (text: string): SpendKind | null => {
  const name = columnName(text);
  return Object.hasOwn(kindNames, name) ? kindNames[name]! : null;
};

/**
 * Whether a row sums up the others. Google names it so; Meta writes one without a campaign above or below all rows.
 */
function isTotal(row: Row, context: RowContext, isOnlyWithoutCampaign: boolean): boolean {
  const { day, campaign } = context.reading.columns;
  const hasDay = day !== undefined && /\d/.test(row.cells[day] ?? '');
  if (!hasDay && row.cells.some(isTotalLabel)) return true;
  const isAtEdge = row === context.sheet.rows[0] || row === context.sheet.rows.at(-1);
  const isBare = campaign !== undefined && !row.cells[campaign] && isOnlyWithoutCampaign;
  return isBare && isAtEdge && sumsUpOthers(row, context);
}

/** Whether a row comes to what all others come to together: a cost of no campaign hardly does. */
function sumsUpOthers(row: Row, { sheet, reading }: RowContext): boolean {
  const amountOf = ({ cells }: Row): number =>
    reading.columns.amount === undefined
      ? 0
      : (readNumber(cells[reading.columns.amount] ?? '', reading.decimals) ?? 0);
  const others = sheet.rows.reduce((sum, other) => sum + (other === row ? 0 : amountOf(other)), 0);
  return Math.abs(amountOf(row) - others) < 0.005 * sheet.rows.length;
}

/** A row that cannot be taken, and what it would have been added to as far as that can be told. */
type Refused = RefusedRow & { key: string | null };

function readOne(row: Row, context: RowContext): SpendRow | Refused {
  const reader = new RowReader(row, context);
  const day = reader.dayOrMonth('day');
  const written = reader.text('kind');
  const kind = spendKindOf(written);
  if (!kind) reader.refuse('kind', written ? 'no-kind' : 'missing');
  const [source, campaign] = [reader.shortText('source'), reader.shortText('campaign')];
  const amount = reader.amount('amount');
  if (amount === null && !reader.text('amount')) reader.refuse('amount', 'missing');
  const [impressions, clicks] = [reader.count('impressions'), reader.count('clicks')];
  reader.checkCurrency('amount');
  reader.checkCells('amount');
  if (reader.problems.length > 0 || day === null || kind === null || amount === null) {
    const key = day && kind ? keyOf({ day, source, campaign, kind }) : null;
    return { ...row, problems: reader.problems, key };
  }
  return { line: row.line, day, source, campaign, kind, amount, impressions, clicks };
}

/** Reads what was spent, row by row. */
export function readSpend(context: RowContext): ReadSpend {
  const { sheet, reading } = context;
  const read = { totals: [] as ReadSpend['totals'], leftOut: 0 };
  const taken: [Row, SpendRow][] = [];
  const refused: Refused[] = [];
  const foot = footLines(sheet);
  const { campaign, amount } = reading.columns;
  const withoutCampaign =
    campaign === undefined ? 0 : sheet.rows.filter((row) => !row.cells[campaign] && !foot.has(row)).length;
  for (const row of sheet.rows) {
    if (isTotal(row, context, withoutCampaign === 1 && sheet.rows.length > 2)) {
      const label = row.cells.find(isTotalLabel) ?? '';
      const total = amount === undefined ? '' : (row.cells[amount] ?? '');
      read.totals.push({ label, amount: readNumber(total, reading.decimals) });
      read.leftOut += 1;
    } else if (foot.has(row)) read.leftOut += 1;
    else {
      const one = readOne(row, context);
      if ('problems' in one) refused.push(one);
      else taken.push([row, one]);
    }
  }
  return { ...read, ...heldTogether(taken, refused, context) };
}

/**
 * Rows that are added up are taken together or not at all: a mended row that is imported by itself later would take the
 * place of those that were taken before.
 */
function heldTogether(
  taken: readonly [Row, SpendRow][],
  refused: readonly Refused[],
  context: RowContext,
): Pick<ReadSpend, 'rows' | 'refused'> {
  const broken = new Set(refused.flatMap(({ key }) => key ?? []));
  const isHeld = ([, row]: [Row, SpendRow]): boolean => broken.has(keyOf(row));
  const held = taken.filter(isHeld).map(([row]): RefusedRow => {
    const reader = new RowReader(row, context);
    reader.refuse('day', 'held-back');
    return { ...row, problems: reader.problems };
  });
  return {
    rows: taken.filter((each) => !isHeld(each)).map(([, row]) => row),
    refused: [...refused.map(({ key: _, ...row }) => row), ...held].sort((a, b) => a.line - b.line),
  };
}
