import type { JSX } from 'preact';
import { fisher } from '../../learning/fisher.ts';
import { costOf } from '../../measuring/costs-by.ts';
import type { ResultRow } from '../../measuring/result-row.ts';
import type { Results } from '../../measuring/results-of.ts';
import type { Figures } from '../objective/figures.ts';
import type { Visit } from '../route.ts';
import { rowName } from './told.ts';

interface Props {
  results: Results;
  visit: Visit;
  figures: Figures;
}

/** A row is told where its share of the spend is so much above its share of the customers. */
const worthTelling = 0.15;

/** What is left to chance. */
const level = 0.05;

/** The row that took most beyond what it brought, if its leads become customers less often than chance explains. */
function unevenRow({ rows, total }: Results): (ResultRow & { excess: number }) | null {
  const [spent, all] = [costOf(total.costs) ?? 0, total.people];
  if (spent <= 0 || all.customers === 0) return null;
  const found = rows.flatMap((row) => {
    const cost = costOf(row.costs);
    if (row.kind !== 'named' || !row.people || cost === null) return [];
    const { leads, customers } = row.people;
    const excess = cost / spent - customers / all.customers;
    const others = { leads: all.leads - leads, customers: all.customers - customers };
    const chance = fisher([customers, leads - customers, others.customers, others.leads - others.customers]);
    const isLess = customers * others.leads < others.customers * leads;
    return excess >= worthTelling && isLess && chance < level ? [{ ...row, excess }] : [];
  });
  return found.toSorted((one, other) => other.excess - one.excess)[0] ?? null;
}

/** What went wrong, where one source or campaign stands out: in a sentence, before any table. */
export function Uneven({ results, visit, figures }: Props): JSX.Element | null {
  if (results.by !== 'source' && results.by !== 'campaign') return null;
  const row = unevenRow(results);
  if (!row?.people) return null;
  const texts = visit.words.results;
  const { total } = results;
  const [cost, spent] = [costOf(row.costs)!, costOf(total.costs)!];
  const share = (part: number): string =>
    new Intl.NumberFormat(visit.language, { style: 'percent', maximumFractionDigits: 0 }).format(part);
  return (
    <p class="headline">
      {texts.uneven(
        rowName(row, results, visit, figures),
        figures.money(cost),
        figures.count(row.people.leads),
        figures.count(row.people.customers),
        share(cost / spent),
        share(row.people.customers / total.people.customers),
      )}
    </p>
  );
}
