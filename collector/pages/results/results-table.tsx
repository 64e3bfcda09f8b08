import type { JSX } from 'preact';
import { isStillOpen } from '../../measuring/cohorts-of.ts';
import type { ResultRow } from '../../measuring/result-row.ts';
import { endOf } from '../../measuring/span.ts';
import { type Column, columnsOf } from './columns.ts';
import { figureText, rowName, type Shown } from './told.ts';

/** Of how many customers the revenue is known, where it is not of all. */
function Partly({
  row,
  column,
  visit,
  figures,
}: { row: ResultRow; column: Column } & Shown): JSX.Element | null {
  const { people } = row;
  if (column.name !== 'revenue' || !people || people.priced === 0 || people.priced === people.customers)
    return null;
  const { partly } = visit.words.results;
  return <span class="quiet"> {partly(figures.count(people.priced), figures.count(people.customers))}</span>;
}

function Cells({ row, ...props }: { row: ResultRow } & Shown): JSX.Element {
  const { lens, meant, visit, figures } = props;
  return (
    <>
      {columnsOf[lens].map((column) => {
        const figure = column.of(row, meant);
        return (
          <td key={column.name}>
            {typeof figure === 'number' ? (
              figureText(figure, column.unit, meant, figures, visit)
            ) : (
              <span class="quiet">{visit.words.results.missing[figure]}</span>
            )}
            <Partly row={row} column={column} {...props} />
          </td>
        );
      })}
    </>
  );
}

/** One lens over the rows, and their sum. */
export function ResultsTable(props: Shown): JSX.Element {
  const { results, lens, cycle, visit, figures } = props;
  const { words, desk } = visit;
  const texts = words.results;
  // It tells how things stood at its end, which may be long ago.
  const end = new Date(endOf(results.span, desk.now()));
  const isOpen = ({ kind, name }: ResultRow): boolean =>
    results.by === 'month' && kind === 'named' && isStillOpen(name, cycle, end);
  return (
    <section class="scrolls" tabindex={0} aria-label={texts.tables[lens]}>
      <table class="amounts results">
        <caption>{texts.tables[lens]}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.by[results.by]}</th>
            {columnsOf[lens].map(({ name }) => (
              <th scope="col" key={name}>
                {texts.columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {results.rows.map((row) => (
            <tr key={`${row.kind} ${row.name}`}>
              <th scope="row" dir="auto">
                {rowName(row, results, visit, figures)}
                {isOpen(row) && <span class="quiet"> {texts.stillOpen}</span>}
              </th>
              <Cells row={row} {...props} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{texts.rows.total}</th>
            <Cells row={results.total} {...props} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
