import { formatter } from '../../src/i18n/formatter.ts';
import { entry } from '../../src/i18n/precision.ts';
import type { Calculation } from '../../src/lead/calculation.ts';
import { texts } from './inbox-texts.ts';

type Format = (value: number, calculation: Calculation) => string;

const money: Format = (value, { currency }) => formatter('en', currency).money(value);
const percent: Format = (value, { currency }) => formatter('en', currency).figure(value, 'fraction');
const plain: Format = (value, { currency }) => formatter('en', currency).precise(value, 'ratio', entry);
const times: Format = (value, calculation) => `${plain(value, calculation)}×`;

const people: Format = (value, { currency }) => formatter('en', currency).figure(value, 'count');

/** How each figure is written; one that is not listed is a plain number. */
const formats: Record<string, Format> = {
  roi: (value, calculation) => (calculation.definition === 'roas' ? times : percent)(value, calculation),
  roas: times,
  ltvToCac: times,
  breakEvenRoas: times,
  breakEvenRoasAllCosts: times,
  breakEvenCustomers: people,
  breakEvenLeads: people,
  ctr: percent,
  revenue: money,
  profit: money,
  cpl: money,
  cac: money,
};

/** A figure of a calculation with its name: the ROI goes by the name of its definition. */
export function figure(name: string, calculation: Calculation): [label: string, value: string] {
  const value = calculation.results[name] ?? null;
  return [
    (name === 'roi' ? texts.definitions[calculation.definition] : texts.figures[name]) ?? name,
    value === null ? texts.noFigure : (formats[name] ?? plain)(value, calculation),
  ];
}
