import type { JSX } from 'preact';
import type { Results } from '../../measuring/results-of.ts';
import type { Figures } from '../objective/figures.ts';
import { BarsPicture, ColumnsPicture } from '../parts/parts-picture.tsx';
import type { Visit } from '../route.ts';
import { rowName } from './told.ts';

interface Props {
  results: Results;
  visit: Visit;
  figures: Figures;
}

/** So many rows are drawn: what one takes in at a glance. */
const mostDrawn = 8;

/** Leads and customers, row by row; over time as columns. */
export function ResultsPicture({ results, visit, figures }: Props): JSX.Element | null {
  const texts = visit.words.results;
  const isOverTime = results.by === 'month';
  const drawn = results.rows.flatMap((row) => {
    if (!row.people || (!isOverTime && row.people.leads === 0)) return [];
    const { leads, customers } = row.people;
    return {
      name: isOverTime ? figures.shortMonth(`${row.name}-01`) : rowName(row, results, visit, figures),
      told: `${texts.columns.leads} ${figures.count(leads)} · ${texts.columns.customers} ${figures.count(customers)}`,
      whole: leads,
      part: customers,
    };
  });
  if (drawn.every(({ whole }) => whole === 0)) return null;
  const label = texts.picture.label(texts.by[results.by]);
  return (
    <figure class="course">
      <figcaption>
        {texts.picture.title}{' '}
        <span class="quiet">{isOverTime ? texts.picture.columns : texts.picture.rows}</span>
      </figcaption>
      {isOverTime ? (
        <ColumnsPicture label={label} of={drawn} />
      ) : (
        <BarsPicture label={label} of={drawn.slice(0, mostDrawn)} />
      )}
    </figure>
  );
}
