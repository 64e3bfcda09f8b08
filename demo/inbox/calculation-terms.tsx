import type { JSX } from 'preact';
import { formatMoney, formatNumber, formatPercent } from '../../src/i18n/format.ts';
import type { Calculation } from '../../src/lead/calculation.ts';
import { texts } from './inbox-texts.ts';
import { Terms } from './terms.tsx';

type Format = (value: number, calculation: Calculation) => string;

const money: Format = (value, { currency }) => formatMoney(value, 'en', currency);
const times: Format = (value) => `${formatNumber(value, 'en', 2)}×`;
const plain: Format = (value) => formatNumber(value, 'en', 2);

/** How each figure is written; one that is not listed is a plain number. */
const formats: Record<string, Format> = {
  roi: (value, calculation) => (calculation.definition === 'roas' ? times : percent)(value, calculation),
  roas: times,
  profit: money,
  cpl: money,
  cac: money,
  breakEvenCustomers: plain,
  breakEvenLeads: plain,
};
function percent(value: number): string {
  return formatPercent(value, 'en');
}

/** What the visitor worked out, under the name of its definition. */
export function CalculationTerms({ calculation }: { calculation: Calculation }): JSX.Element | null {
  const figures = Object.entries(calculation.results).map(([name, value]): [string, string] => [
    name === 'roi' ? (texts.definitions[calculation.definition] ?? name) : (texts.figures[name] ?? name),
    value === null ? texts.noFigure : (formats[name] ?? plain)(value, calculation),
  ]);
  return <Terms of={figures} className="figures" />;
}
