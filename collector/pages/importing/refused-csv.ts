import { stringify } from 'csv-stringify/sync';
import { unpackedRows } from '../../importing/run-import.ts';
import { Refusal } from '../../refusal.ts';
import { everyRole, type Route } from '../route.ts';
import { importOf } from './done-page.tsx';

/**
 * The rows of a file that could not be taken, as they stood in it, with why. Written as a spreadsheet of the reader's
 * language expects it; whatever it would take for a formula is marked as the text that it is.
 */
export const refusedCsv: Route = {
  method: 'GET',
  path: '/imports/done/:id/refused.csv',
  roles: everyRole,
  async answer(visit) {
    const { importing: texts, lists } = visit.words;
    const refused = await unpackedRows((await importOf(visit)).refused_rows);
    if (!refused) throw new Refusal('not-found');
    const rows = refused.rows.map(({ line, cells, problems }) => [
      String(line),
      ...refused.header.map((_, at) => cells[at] ?? ''),
      problems
        .map(({ field, column, value, problem }) =>
          texts.whyCell(column || texts.fields[field], value, texts.rowProblems[problem]),
        )
        .join(' '),
    ]);
    const csv = stringify([[texts.line, ...refused.header, texts.why], ...rows], {
      delimiter: lists.csvDelimiter,
      quoted: true,
      escape_formulas: true,
      record_delimiter: '\r\n',
    });
    // The mark by which a spreadsheet knows that letters beyond ASCII are UTF-8.
    return visit.c.body(`\ufeff${csv}`, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="refused.csv"',
    });
  },
};
